// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/report/report_selection.h"
#include "train/report/run_report.h"
#include "ui/datasets/command_queue.h"
#include "ui/training/report/report_comparison.h"
#include "ui/widgets/async.h"
#include "ui/widgets/route.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace lepton::ui {

class TrainingBackend;

/// The report of one run, and what of it a person looks at: one selection for table, matrix, curves and
/// samples. Reads on workers: report and rows, then the earlier run to compare with.
class ReportViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Nothing, ///< the run has no report
        Loading,
        Ready,
        Failed
    };
    /// The most samples that are read at once.
    static constexpr std::size_t mostSamples = 1'000;

    explicit ReportViewModel(std::shared_ptr<TrainingBackend> backend, QObject* parent = nullptr);

    /// Shows the report of @p run; does nothing when it is shown already.
    void open(const train::Run& run);
    void close();
    void refresh();

    State state() const { return m_state; }
    const std::optional<base::Error>& error() const { return m_error; }
    bool isSettled() const;

    // Valid while Ready.
    const train::Run& run() const { return m_run; }
    const train::RunReport& report() const { return *m_report; }
    QString className(eval::LabelIndex label) const;

    const train::ReportSelection& selection() const { return m_selection; }
    void select(const train::ReportSelection& selection);
    /// False when nothing was selected.
    bool clearSelection();
    /// The class that is looked at: of the row, cell or curve; -1 for none.
    eval::LabelIndex selectedClass() const { return m_selection.truth; }

    const train::ReportSamples& samples() const { return m_samples; }
    const std::optional<base::Error>& samplesError() const { return m_samplesError; }
    bool isReadingCurves() const { return m_readCurves.isRunning(); }
    bool isReadingSamples() const { return m_readSamples.isRunning(); }
    void readSamples();

    /// The curves that were read: of all classes where there are few, and of the selected one.
    const std::map<eval::LabelIndex, train::ClassCurve>& curves() const { return m_curves; }

    const ReportComparison& comparison() const { return m_comparison; }
    bool isComparing() const { return m_compare.isRunning(); }
    /// @p run is one of comparison().candidates; nothing compares with none.
    void compareWith(const std::optional<train::RunId>& run);

    /// Why the rows of the data set cannot be opened; empty when they can.
    QString whyNoRows() const;
    /// The row of the data set that @p sample is.
    Route rowRoute(const train::ReportSample& sample) const;

    /// Writes the whole report into one file, in the language of the window.
    void exportHtml(const QString& file);
    /// Writes the classification report as comma-separated text.
    void exportCsv(const QString& file);

Q_SIGNALS:
    void changed(); ///< state or report are others
    void selectionChanged();
    void samplesChanged();
    void curvesChanged();
    void comparisonChanged();
    void exported(const QString& file);
    void exportFailed(const lepton::base::Error& error);

private:
    void read();
    void readCurves();
    void compare(bool choosesItself, const std::optional<train::RunId>& chosen);

    std::shared_ptr<TrainingBackend> m_backend;
    State m_state = State::Nothing;
    std::optional<base::Error> m_error;
    train::Run m_run;
    std::shared_ptr<const train::RunReport> m_report;
    bool m_hasRows = false;
    train::ReportSelection m_selection;
    train::ReportSamples m_samples;
    std::optional<base::Error> m_samplesError;
    std::map<eval::LabelIndex, train::ClassCurve> m_curves;
    ReportComparison m_comparison;
    Async m_read;
    Async m_readSamples;
    Async m_readCurves;
    Async m_compare;
    CommandQueue m_exports;
};

} // namespace lepton::ui
