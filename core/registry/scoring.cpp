// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/scoring.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "eval/calibration.h"
#include "eval/classification_report.h"
#include "train/part_scores.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace lepton::registry {
namespace {

constexpr std::size_t blockTexts = 512;

std::vector<std::string> allClasses(const TestRows& rows, const std::vector<std::string>& labels)
{
    std::set<std::string> classes(rows.classes.begin(), rows.classes.end());
    classes.insert(labels.begin(), labels.end());
    return {classes.begin(), classes.end()};
}

std::size_t positionOf(const std::vector<std::string>& sorted, const std::string& label)
{
    return static_cast<std::size_t>(std::ranges::lower_bound(sorted, label) - sorted.begin());
}

} // namespace

ModelScores scoreModel(train::Predictor& predictor, const TestRows& rows,
                       const base::Cancellation& cancellation, base::Progress& progress)
{
    const std::vector<std::string>& labels = predictor.labels();
    const std::vector<std::string> classes = allClasses(rows, labels);
    std::vector<std::size_t> place;
    for (const std::string& label : labels)
        place.push_back(positionOf(classes, label));

    train::Predictions predictions;
    predictions.loss = std::numeric_limits<double>::quiet_NaN();
    predictions.probabilities.assign(rows.texts.size() * classes.size(), 0);
    progress.begin("evaluating", std::ssize(rows.texts));
    for (std::size_t first = 0; first < rows.texts.size(); first += blockTexts) {
        cancellation.throwIfRequested();
        const std::size_t count = std::min(blockTexts, rows.texts.size() - first);
        const std::vector<std::string_view> texts(rows.texts.begin() + static_cast<std::ptrdiff_t>(first),
                                                  rows.texts.begin() +
                                                      static_cast<std::ptrdiff_t>(first + count));
        const std::vector<float> given = predictor.predict(texts);
        for (std::size_t row = 0; row < count; ++row) {
            for (std::size_t label = 0; label < labels.size(); ++label) {
                const float value = given[row * labels.size() + label];
                if (!std::isfinite(value))
                    throw base::Error(base::ErrorCode::UnsuitableData,
                                      "The model gives a probability that is no number (NaN) for test row " +
                                          std::to_string(first + row + 1) + ".");
                predictions.probabilities[(first + row) * classes.size() + place[label]] = value;
            }
        }
        progress.advance(static_cast<std::int64_t>(count));
    }

    std::vector<std::int32_t> truth;
    for (const std::int32_t label : rows.labels)
        truth.push_back(
            static_cast<std::int32_t>(positionOf(classes, rows.classes[static_cast<std::size_t>(label)])));
    const train::PartPredictions part{classes, truth, predictions};
    ModelScores scores;
    scores.rows = std::ssize(rows.texts);
    scores.metrics = train::partScores(part);
    scores.metrics.erase("loss"); // not known without logits
    const std::vector<double> values(predictions.probabilities.begin(), predictions.probabilities.end());
    const eval::ProbabilityTable table(values, classes.size());
    scores.metrics["ece"] = eval::calibration(truth, table).expectedError;
    scores.metrics["brier"] = eval::probabilityScores(truth, table).brier;
    const auto report = eval::classificationReport({classes, truth, train::predictedClasses(part)},
                                                   {classes, {}, eval::ZeroDivision::Zero});
    for (std::size_t i = 0; i < report.classes.size(); ++i) {
        const eval::Scores& one = report.classes[i];
        scores.classes.push_back({report.names[i], one.precision, one.recall, one.f1, one.support});
    }
    return scores;
}

} // namespace lepton::registry
