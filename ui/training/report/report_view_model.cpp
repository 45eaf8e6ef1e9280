// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/report_view_model.h"

#include "base/file.h"
#include "train/report/report_csv.h"
#include "train/report/report_html.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/datasets/dataset_text.h"
#include "ui/training/training_backend.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace lepton::ui {

namespace {

/// Of so many classes all curves are read; of more, only the one that is looked at.
constexpr std::size_t allCurvesOf = 20;

struct ReadReport
{
    std::shared_ptr<const train::RunReport> report;
    bool hasRows = false;
};

} // namespace

ReportViewModel::ReportViewModel(std::shared_ptr<TrainingBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
{}

void ReportViewModel::open(const train::Run& run)
{
    if (!run.report.is_object()) {
        close();
        return;
    }
    if (m_state != State::Nothing && m_run.id == run.id)
        return;
    close();
    m_run = run;
    read();
}

void ReportViewModel::close()
{
    if (m_state == State::Nothing)
        return;
    for (Async* one : {&m_read, &m_readSamples, &m_readCurves, &m_compare})
        one->cancel();
    m_state = State::Nothing;
    m_error.reset();
    m_report.reset();
    m_selection = {};
    m_samples = {};
    m_samplesError.reset();
    m_curves.clear();
    m_comparison = {};
    Q_EMIT changed();
}

void ReportViewModel::refresh()
{
    if (m_state == State::Failed)
        read();
    else if (m_state == State::Ready && !m_compare.isRunning())
        m_read.run([backend = m_backend, run = m_run] { return backend->hasRows(run); },
                   [this](bool hasRows) {
                       if (std::exchange(m_hasRows, hasRows) != hasRows)
                           Q_EMIT samplesChanged();
                   },
                   [](const base::Error&) {
                       // the page's own reading tells what is wrong with the workspace
                   });
}

bool ReportViewModel::isSettled() const
{
    return !m_read.isRunning() && !m_readSamples.isRunning() && !m_readCurves.isRunning() &&
           !m_compare.isRunning() && !m_exports.isRunning();
}

void ReportViewModel::read()
{
    m_state = State::Loading;
    m_error.reset();
    Q_EMIT changed();
    m_read.run(
        [backend = m_backend, run = m_run](const base::Cancellation& cancellation) {
            return ReadReport{backend->report(run, cancellation), backend->hasRows(run)};
        },
        [this](const ReadReport& read) {
            m_report = read.report;
            m_hasRows = read.hasRows;
            m_state = State::Ready;
            Q_EMIT changed();
            readSamples();
            readCurves();
            compare(true, {});
        },
        [this](const base::Error& error) {
            m_error = error;
            m_state = State::Failed;
            Q_EMIT changed();
        });
}

QString ReportViewModel::className(eval::LabelIndex label) const
{
    return DatasetText::from(m_report->classes().at(std::size_t(label)));
}

void ReportViewModel::select(const train::ReportSelection& selection)
{
    if (m_state != State::Ready || selection == m_selection)
        return;
    m_selection = selection;
    Q_EMIT selectionChanged();
    readSamples();
    readCurves();
}

bool ReportViewModel::clearSelection()
{
    if (m_selection == train::ReportSelection())
        return false;
    select({});
    return true;
}

void ReportViewModel::readSamples()
{
    m_readSamples.run(
        [report = m_report, selection = m_selection](const base::Cancellation& cancellation) {
            return report->samples(selection, mostSamples, cancellation);
        },
        [this](train::ReportSamples samples) {
            m_samples = std::move(samples);
            m_samplesError.reset();
            Q_EMIT samplesChanged();
        },
        [this](const base::Error& error) {
            m_samples = {};
            m_samplesError = error;
            Q_EMIT samplesChanged();
        });
    Q_EMIT samplesChanged();
}

void ReportViewModel::readCurves()
{
    if (!m_report->hasCurves())
        return;
    std::vector<eval::LabelIndex> wanted;
    const auto want = [&](eval::LabelIndex label) {
        if (!m_curves.contains(label))
            wanted.push_back(label);
    };
    if (m_report->classes().size() <= allCurvesOf) {
        for (std::size_t i = 0; i < m_report->classes().size(); ++i)
            want(eval::LabelIndex(i));
    } else if (m_selection.truth >= 0) {
        want(m_selection.truth);
    }
    if (wanted.empty())
        return;
    using Curves = std::map<eval::LabelIndex, train::ClassCurve>;
    m_readCurves.run(
        [report = m_report, wanted](const base::Cancellation& cancellation) {
            Curves curves;
            for (const auto label : wanted)
                curves.emplace(label, report->curve(label, cancellation));
            return curves;
        },
        [this](Curves curves) {
            m_curves.merge(curves);
            Q_EMIT curvesChanged();
        },
        [](const base::Error&) {
            // the rows of the same table say what is wrong with it
        });
}

void ReportViewModel::compareWith(const std::optional<train::RunId>& run)
{
    if (m_state == State::Ready)
        compare(false, run);
}

void ReportViewModel::compare(bool choosesItself, const std::optional<train::RunId>& chosen)
{
    m_compare.run(
        [backend = m_backend, run = m_run, report = m_report, choosesItself,
         chosen](const base::Cancellation& cancellation) {
            return choosesItself ? newestComparison(*backend, run, *report, cancellation)
                                 : chosenComparison(*backend, run, *report, chosen, cancellation);
        },
        [this](ReportComparison comparison) {
            m_comparison = std::move(comparison);
            Q_EMIT comparisonChanged();
        },
        [this](const base::Error&) {
            m_comparison = {};
            Q_EMIT comparisonChanged();
        });
}

void ReportViewModel::exportHtml(const QString& file)
{
    if (m_state != State::Ready)
        return;
    const auto language = train::reportLanguage(QLocale().name().toStdString());
    m_exports.run(
        [run = m_run, report = m_report, comparison = m_comparison, file,
         language = language.value_or(train::ReportLanguage::English),
         version =
             QCoreApplication::applicationVersion().toStdString()](const base::Cancellation& cancellation) {
            train::ReportFile content{.run = run, .report = *report};
            if (comparison.isMade())
                content.earlier = {comparison.run->name(), comparison.report.get()};
            content.language = language;
            content.programVersion = version;
            base::writeFileAtomically(QFile::encodeName(file).toStdString(),
                                      train::reportHtml(content, cancellation));
        },
        [this, file] { Q_EMIT exported(file); },
        [this](const base::Error& error) { Q_EMIT exportFailed(error); });
}

void ReportViewModel::exportCsv(const QString& file)
{
    if (m_state != State::Ready)
        return;
    m_exports.run(
        [report = m_report, file] {
            base::writeFileAtomically(QFile::encodeName(file).toStdString(), train::reportCsv(*report));
        },
        [this, file] { Q_EMIT exported(file); },
        [this](const base::Error& error) { Q_EMIT exportFailed(error); });
}

QString ReportViewModel::whyNoRows() const
{
    return m_hasRows
               ? QString()
               : tr("The data set %1 v%2 is not in the workspace any more, so its rows cannot be opened.")
                     .arg(DatasetText::from(m_run.datasetName), QString::number(m_run.datasetNumber));
}

Route ReportViewModel::rowRoute(const train::ReportSample& sample) const
{
    Route route =
        datasetRoute(DatasetText::from(m_run.datasetName), m_run.datasetNumber, QStringLiteral("table"));
    route.query[QStringLiteral("row")] = QString::number(sample.row);
    return route;
}

} // namespace lepton::ui
