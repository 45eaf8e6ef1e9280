// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/run_report.h"

#include "base/error.h"
#include "data/table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace lepton::train {
namespace {

constexpr double curveStep = 1.0 / 200; // a pixel of a chart
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> classesIn(const nlohmann::json& kept)
{
    if (const auto found = kept.find("classes"); found != kept.end() && found->is_array())
        return found->get<std::vector<std::string>>();
    throw base::Error(base::ErrorCode::Damaged, "The report of this run is damaged: it names no classes.");
}

std::optional<double> keptScore(const nlohmann::json& kept, const char* name)
{
    const auto scores = kept.find("scores");
    if (scores == kept.end() || !scores->is_object())
        return std::nullopt;
    const auto found = scores->find(name);
    return found != scores->end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

std::optional<double> finite(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::vector<std::uint32_t> allPositions(std::size_t count)
{
    std::vector<std::uint32_t> positions(count);
    std::iota(positions.begin(), positions.end(), std::uint32_t{0});
    return positions;
}

} // namespace

bool isHigherBetter(ReportScore score) noexcept
{
    return score != ReportScore::LogLoss && score != ReportScore::CalibrationError;
}

RunReport::RunReport(std::shared_ptr<data::Table> predictions, const nlohmann::json& kept,
                     const base::Cancellation& cancellation)
    : m_table(std::move(predictions))
    , m_part(readTestPart(*m_table, classesIn(kept), cancellation))
    , m_text(kept.value("text", std::string()))
    , m_logLoss(keptScore(kept, "log_loss"))
    , m_confusion(m_part)
{
    const eval::LabelledRows labels{m_part.classes, m_part.truth, m_part.predicted};
    // from the rows, not from the kept dictionary: there a class called "accuracy" hides the accuracy
    m_scores = eval::classificationReport(labels, {m_part.classes, {}, eval::ZeroDivision::Zero});
    m_agreement = eval::agreement(eval::countClasses(m_part.classes.size(), m_part.truth, m_part.predicted));
    std::vector<eval::Guess> guesses;
    guesses.reserve(m_part.size());
    for (std::size_t row = 0; row < m_part.size(); ++row) {
        m_wrong += m_part.isRight(row) ? 0 : 1;
        if (std::isnan(m_part.confidence[row]))
            ++m_withoutConfidence;
        else
            guesses.push_back({m_part.confidence[row], m_part.isRight(row)});
    }
    if (!guesses.empty())
        m_calibration = eval::calibration(guesses);
    m_hasCurves = hasClassProbabilities(*m_table, m_part.classes.front());
}

std::optional<double> RunReport::score(ReportScore score) const
{
    switch (score) {
    case ReportScore::Accuracy:
        return finite(m_agreement.accuracy);
    case ReportScore::MacroF1:
        return finite(m_scores.macro.f1);
    case ReportScore::WeightedF1:
        return finite(m_scores.weighted.f1);
    case ReportScore::Matthews:
        return finite(m_agreement.matthews);
    case ReportScore::LogLoss:
        return m_logLoss;
    case ReportScore::CalibrationError:
        break;
    }
    return m_calibration.bins.empty() ? std::nullopt : finite(m_calibration.expectedError);
}

std::vector<double> RunReport::probabilities(eval::LabelIndex label,
                                             const base::Cancellation& cancellation) const
{
    if (!m_hasCurves)
        throw base::Error(base::ErrorCode::NotFound,
                          "Of this many classes, the probabilities of each class are not kept.");
    return readClassProbabilities(*m_table, m_part.classes.at(static_cast<std::size_t>(label)),
                                  allPositions(m_part.size()), cancellation);
}

ClassCurve RunReport::curve(eval::LabelIndex label, const base::Cancellation& cancellation) const
{
    const std::vector<double> all = probabilities(label, cancellation);
    std::vector<double> scores;
    std::vector<eval::LabelIndex> truth;
    for (std::size_t row = 0; row < all.size(); ++row) {
        if (std::isnan(all[row]))
            continue;
        scores.push_back(all[row]);
        truth.push_back(m_part.truth[row]);
    }
    ClassCurve curve;
    curve.leftOut = static_cast<std::int64_t>(all.size() - scores.size());
    curve.averagePrecision = curve.areaUnderRoc = notANumber;
    if (scores.empty())
        return curve;
    const eval::ThresholdCounts counts = eval::thresholdCounts(truth, label, scores);
    curve.averagePrecision = counts.positives == 0 ? notANumber : eval::averagePrecision(counts);
    curve.areaUnderRoc = eval::areaUnderRoc(counts);
    curve.counts = eval::thinned(counts, curveStep);
    return curve;
}

ReportSamples RunReport::samples(const ReportSelection& selection, std::size_t most,
                                 const base::Cancellation& cancellation) const
{
    std::vector<double> scores;
    if (selection.kind == ReportSelection::Kind::Threshold)
        scores = probabilities(selection.truth, cancellation);
    std::vector<std::uint32_t> positions = selectedRows(m_part, selection, scores);
    ReportSamples found;
    found.total = static_cast<std::int64_t>(positions.size());
    positions.resize(std::min(positions.size(), most));
    std::vector<std::string> texts = readTexts(*m_table, positions, cancellation);
    const std::vector<double> truth = truthProbabilities(positions, cancellation);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const std::size_t row = positions[i];
        found.samples.push_back({m_part.rows[row], std::move(texts[i]), m_part.truth[row],
                                 m_part.predicted[row], m_part.confidence[row], truth[i]});
    }
    return found;
}

std::vector<double> RunReport::truthProbabilities(std::span<const std::uint32_t> positions,
                                                  const base::Cancellation& cancellation) const
{
    std::vector<double> values(positions.size(), notANumber);
    if (!m_hasCurves)
        return values;
    std::map<eval::LabelIndex, std::vector<std::size_t>> places; // in positions, by true class
    for (std::size_t i = 0; i < positions.size(); ++i)
        places[m_part.truth[positions[i]]].push_back(i);
    for (const auto& [label, own] : places) { // a column of a class at a time
        std::vector<std::uint32_t> rows;
        for (const std::size_t place : own)
            rows.push_back(positions[place]);
        const std::vector<double> read = readClassProbabilities(
            *m_table, m_part.classes[static_cast<std::size_t>(label)], rows, cancellation);
        for (std::size_t i = 0; i < own.size(); ++i)
            values[own[i]] = read[i];
    }
    return values;
}

TestRows compareTestRows(const RunReport& one, const RunReport& other)
{
    if (one.part().rows != other.part().rows)
        return TestRows::OtherRows;
    const auto labelOf = [](const RunReport& report, std::size_t row) -> const std::string& {
        return report.classes()[static_cast<std::size_t>(report.part().truth[row])];
    };
    for (std::size_t row = 0; row < one.part().size(); ++row) {
        if (labelOf(one, row) != labelOf(other, row))
            return TestRows::OtherLabels;
    }
    return TestRows::Same;
}

} // namespace lepton::train
