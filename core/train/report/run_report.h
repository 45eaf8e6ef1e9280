// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eval/calibration.h"
#include "eval/class_counts.h"
#include "eval/classification_report.h"
#include "eval/ranking_curves.h"
#include "train/report/confusion_table.h"
#include "train/report/report_selection.h"
#include "train/report/test_part.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lepton::train {

/// The figures that sum a report up.
enum class ReportScore
{
    Accuracy,
    MacroF1,
    WeightedF1,
    Matthews,
    LogLoss,
    CalibrationError
};
inline constexpr std::array reportScores{ReportScore::Accuracy,   ReportScore::MacroF1,
                                         ReportScore::WeightedF1, ReportScore::Matthews,
                                         ReportScore::LogLoss,    ReportScore::CalibrationError};
bool isHigherBetter(ReportScore score) noexcept;

/// How one class ranks against all others.
struct ClassCurve
{
    eval::ThresholdCounts counts; ///< thinned for drawing
    double averagePrecision = 0;  ///< over all thresholds
    double areaUnderRoc = 0;      ///< over all thresholds; NaN where the class is in no row, or in all
    std::int64_t leftOut = 0;     ///< rows whose probability is no number
};

/// A row of the test part.
struct ReportSample
{
    std::int64_t row = 0; ///< from 1 in the version of the data set
    std::string text;
    eval::LabelIndex truth = 0;
    eval::LabelIndex predicted = 0;
    double confidence = 0;       ///< probability of the predicted class; NaN where it is no number
    double truthProbability = 0; ///< of the true class; NaN where it is unknown
};

/// Rows that were asked for, surest first.
struct ReportSamples
{
    std::vector<ReportSample> samples;
    std::int64_t total = 0; ///< rows there are; samples may be fewer
};

/// What is said of a run on its test part, made from its predictions. Holds a few numbers a row; texts and
/// probabilities of classes are read when they are asked for. Immutable; thread-safe.
class RunReport
{
public:
    /// @p kept is what partReport() wrote when the run ended.
    /// @throw base::Error Damaged, or on cancellation, as readTestPart(); InvalidArgument for no rows
    RunReport(std::shared_ptr<data::Table> predictions, const nlohmann::json& kept,
              const base::Cancellation& cancellation);

    const std::vector<std::string>& classes() const noexcept { return m_part.classes; }
    const TestPart& part() const noexcept { return m_part; }
    std::int64_t rows() const noexcept { return static_cast<std::int64_t>(m_part.size()); }
    std::int64_t wrongRows() const noexcept { return m_wrong; }
    /// scikit-learn's report as it was printed when the run ended.
    const std::string& text() const noexcept { return m_text; }
    const eval::ClassificationReport& scores() const noexcept { return m_scores; }
    /// Nothing where it was not computed or is no number.
    std::optional<double> score(ReportScore score) const;
    const ConfusionTable& confusion() const noexcept { return m_confusion; }
    const eval::Calibration& calibration() const noexcept { return m_calibration; }
    /// Rows whose confidence is no number; they are in no bin.
    std::int64_t withoutConfidence() const noexcept { return m_withoutConfidence; }

    /// Whether the probabilities of each class were kept: for at most 1,000 classes.
    bool hasCurves() const noexcept { return m_hasCurves; }
    /// Reads one column. @throw base::Error NotFound where hasCurves() is false; Damaged, Cancelled
    ClassCurve curve(eval::LabelIndex label, const base::Cancellation& cancellation) const;
    /// The rows that @p selection means, surest first, at most @p most of them.
    /// @throw base::Error InvalidArgument for a class there is not; Damaged, Cancelled
    ReportSamples samples(const ReportSelection& selection, std::size_t most,
                          const base::Cancellation& cancellation) const;

private:
    std::vector<double> probabilities(eval::LabelIndex label, const base::Cancellation& cancellation) const;
    std::vector<double> truthProbabilities(std::span<const std::uint32_t> positions,
                                           const base::Cancellation& cancellation) const;

    std::shared_ptr<data::Table> m_table;
    TestPart m_part;
    std::string m_text;
    eval::ClassificationReport m_scores;
    eval::Agreement m_agreement;
    std::optional<double> m_logLoss;
    ConfusionTable m_confusion;
    eval::Calibration m_calibration;
    std::int64_t m_wrong = 0;
    std::int64_t m_withoutConfidence = 0;
    bool m_hasCurves = false;
};

/// Whether figures of two runs can be compared row by row.
enum class TestRows
{
    Same,
    OtherRows,  ///< the rows that were tested, or their number, differ
    OtherLabels ///< the same rows with other true labels
};
TestRows compareTestRows(const RunReport& one, const RunReport& other);

} // namespace lepton::train
