// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/curve_card.h"

#include "ui/charts/line_chart.h"
#include "ui/theme/theme.h"
#include "ui/training/report/report_text.h"
#include "ui/training/report/report_view_model.h"
#include "ui/widgets/figures.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/text_label.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace lepton::ui {

namespace {

std::vector<charts::Point> pointsOf(train::CurveKind kind, const eval::ThresholdCounts& counts)
{
    std::vector<charts::Point> points;
    for (const auto& place : train::curvePlaces(kind, counts))
        points.push_back({.x = place.x, .y = place.y});
    return points;
}

double lowest(const std::vector<charts::Point>& points)
{
    return std::ranges::min_element(points, {}, &charts::Point::y)->y;
}

} // namespace

CurveCard::CurveCard(ReportViewModel& viewModel, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_viewModel(viewModel)
    , m_kind(new Segment)
    , m_what(new TextLabel(theme::Step::Caption, theme::Role::Text2))
    , m_chart(new charts::LineChart)
{
    m_what->setObjectName(QStringLiteral("run.report.curves.what"));
    m_what->setElided(true);
    m_what->setContentsMargins(theme::gap8, 0, theme::gap8, 0);
    m_kind->setObjectName(QStringLiteral("run.report.curves.kind"));
    m_kind->add(int(train::CurveKind::PrecisionRecall), QStringLiteral("PR"))
        ->setObjectName(QStringLiteral("run.report.curves.pr"));
    m_kind->add(int(train::CurveKind::Roc), QStringLiteral("ROC"))
        ->setObjectName(QStringLiteral("run.report.curves.roc"));
    addToHeader(m_kind);
    m_chart->setObjectName(QStringLiteral("run.report.curves"));
    m_chart->setXAxis(charts::XAxis::Value);
    m_chart->setXRange(charts::Range{0, 1});
    body()->setContentsMargins(theme::gap8, theme::gap8, theme::gap8, theme::gap8);
    body()->setSpacing(theme::gap4);
    body()->addWidget(m_what);
    body()->addWidget(m_chart, 1);
    connect(m_kind, &Segment::chosen, this, &CurveCard::update);
    connect(m_chart, &charts::LineChart::pointPicked, this, &CurveCard::pick);
    connect(&m_viewModel, &ReportViewModel::changed, this, &CurveCard::update);
    connect(&m_viewModel, &ReportViewModel::curvesChanged, this, &CurveCard::update);
    connect(&m_viewModel, &ReportViewModel::selectionChanged, this, &CurveCard::update);
    retranslate();
}

void CurveCard::retranslate()
{
    m_kind->setText(int(train::CurveKind::PrecisionRecall), tr("PR", "precision and recall, short"));
    m_kind->setText(int(train::CurveKind::Roc), tr("ROC", "short"));
    update();
}

void CurveCard::update()
{
    const bool isRoc = kind() == train::CurveKind::Roc;
    setTitle(isRoc ? tr("ROC curve") : tr("Precision and recall"));
    m_chart->setTitle(isRoc ? tr("ROC curve") : tr("Precision and recall"));
    m_chart->setDiagonal(isRoc);
    m_chart->setAxisNames(isRoc ? tr("False positive rate") : tr("Recall"),
                          isRoc ? tr("True positive rate") : tr("Precision"));
    showCurves();
    showPick();
}

train::CurveKind CurveCard::kind() const
{
    return train::CurveKind(m_kind->current());
}

eval::LabelIndex CurveCard::shownClass() const
{
    const auto& curves = m_viewModel.curves();
    if (curves.contains(m_viewModel.selectedClass()))
        return m_viewModel.selectedClass();
    eval::LabelIndex worst = -1;
    for (const auto& [label, curve] : curves) {
        if (std::isnan(curve.averagePrecision))
            continue;
        if (worst < 0 || curve.averagePrecision < curves.at(worst).averagePrecision)
            worst = label;
    }
    return worst;
}

void CurveCard::showCurves()
{
    m_labels.clear();
    const bool isReady = m_viewModel.state() == ReportViewModel::State::Ready;
    const bool isRoc = kind() == train::CurveKind::Roc;
    m_what->setText({});
    m_chart->setEmptyText(!isReady || m_viewModel.isReadingCurves() ? QString()
                          : !m_viewModel.report().hasCurves()
                              ? tr("Of more than 1,000 classes no curves are kept")
                              : tr("Choose a class that is in the test part"));
    if (!isReady) {
        m_chart->setSeries({});
        return;
    }
    const auto& curves = m_viewModel.curves();
    const eval::LabelIndex shown = shownClass();
    for (const auto& [label, curve] : curves) {
        if (label != shown && curve.counts.positives > 0)
            m_labels.push_back(label);
    }
    if (shown >= 0 && curves.at(shown).counts.positives > 0)
        m_labels.push_back(shown);
    std::vector<charts::Series> series;
    for (const auto label : m_labels) {
        charts::Series line{.name = ReportText::label(m_viewModel.className(label))};
        line.form = charts::Form::Curve;
        line.role = label == shown ? theme::Role::Series1 : theme::Role::Line2;
        series.push_back(std::move(line));
    }
    m_chart->setSeries(std::move(series));
    double least = 1;
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const auto& counts = curves.at(m_labels[i]).counts;
        const auto points = pointsOf(kind(), counts);
        least = std::min(least, lowest(points));
        m_chart->setPoints(i, points);
    }
    m_chart->setYRange(charts::Range{isRoc ? 0 : std::min(0.9, std::floor(least * 10) / 10), 1});
    if (shown < 0 || m_labels.empty())
        return;
    const auto& curve = curves.at(shown);
    const QString area = figureText(isRoc ? curve.areaUnderRoc : curve.averagePrecision);
    const QString name = ReportText::label(m_viewModel.className(shown));
    m_what->setText(
        m_labels.size() > 1
            ? tr("%1, area %2; grey: %Ln other(s)", "class", int(m_labels.size()) - 1).arg(name, area)
            : tr("%1, area %2", "class").arg(name, area));
}

void CurveCard::showPick()
{
    const auto& selection = m_viewModel.selection();
    if (m_labels.empty())
        return;
    const std::size_t last = m_labels.size() - 1;
    std::optional<std::size_t> point;
    if (selection.kind == train::ReportSelection::Kind::Threshold && m_labels[last] == selection.truth) {
        const auto& thresholds = m_viewModel.curves().at(selection.truth).counts.thresholds;
        const auto found = std::ranges::find(thresholds, selection.threshold);
        if (found != thresholds.end())
            point = std::size_t(found - thresholds.begin()) + 1;
    }
    m_chart->setHighlight(last, point);
}

void CurveCard::pick(std::size_t series, std::size_t point)
{
    if (series >= m_labels.size())
        return;
    const eval::LabelIndex label = m_labels[series];
    const auto& thresholds = m_viewModel.curves().at(label).counts.thresholds;
    if (point == 0 || point > thresholds.size())
        m_viewModel.select(train::ReportSelection::ofClass(label)); // where nothing is taken for the class
    else
        m_viewModel.select(train::ReportSelection::atThreshold(label, thresholds[point - 1]));
}

} // namespace lepton::ui
