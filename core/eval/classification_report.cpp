// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/classification_report.h"

#include "base/error.h"
#include "eval/class_counts.h"
#include "eval/sums.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace lepton::eval {
namespace {

using base::Error;
using base::ErrorCode;

double undefined(ZeroDivision zeroDivision)
{
    switch (zeroDivision) {
    case ZeroDivision::Zero:
        return 0;
    case ZeroDivision::One:
        return 1;
    case ZeroDivision::NotANumber:
        break;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

Scores scoresOf(std::int64_t correct, std::int64_t predicted, std::int64_t actual, ZeroDivision zeroDivision)
{
    const auto share = [zeroDivision](std::int64_t part, std::int64_t whole) {
        return whole == 0 ? undefined(zeroDivision) : static_cast<double>(part) / static_cast<double>(whole);
    };
    return {share(correct, predicted), share(correct, actual), share(2 * correct, predicted + actual),
            actual};
}

/// The mean of the values that are numbers, weighted if @p weights are given and do not add up to 0.
double average(std::span<const Scores> classes, double Scores::*member, bool weighted)
{
    std::vector<double> values;
    std::vector<double> weights;
    for (const Scores& scores : classes) {
        if (std::isnan(scores.*member))
            continue;
        values.push_back(scores.*member);
        weights.push_back(static_cast<double>(scores.support));
    }
    const double allWeights = weighted ? pairwiseSum(weights) : 0;
    if (allWeights == 0)
        return mean(values);
    std::ranges::transform(values, weights, values.begin(), std::multiplies{});
    return pairwiseSum(values) / allWeights;
}

Scores averages(std::span<const Scores> classes, bool weighted, std::int64_t support)
{
    return {average(classes, &Scores::precision, weighted), average(classes, &Scores::recall, weighted),
            average(classes, &Scores::f1, weighted), support};
}

} // namespace

ClassificationReport classificationReport(std::span<const std::string_view> truth,
                                          std::span<const std::string_view> predicted,
                                          const ReportOptions& options)
{
    return classificationReport(labelRows(truth, predicted), options);
}

ClassificationReport classificationReport(const LabelledRows& rows, const ReportOptions& options)
{
    const std::vector<std::string>& labels = options.labels.empty() ? rows.labels : options.labels;
    if (!options.names.empty() && options.names.size() != labels.size())
        throw Error(ErrorCode::InvalidArgument, "There are " + std::to_string(labels.size()) +
                                                    " labels and " + std::to_string(options.names.size()) +
                                                    " names for them. Give one name for each label.");

    const ClassCounts counts = countClasses(rows.labels.size(), rows.truth, rows.predicted);
    std::unordered_map<std::string_view, std::size_t> known;
    for (std::size_t i = 0; i < rows.labels.size(); ++i)
        known.emplace(rows.labels[i], i);

    ClassificationReport report;
    report.names = options.names.empty() ? labels : options.names;
    std::int64_t correct = 0;
    std::int64_t predicted = 0;
    std::int64_t actual = 0;
    std::size_t occurring = 0; // reported labels that occur
    std::unordered_map<std::string_view, std::size_t> reported;
    for (const std::string& label : labels) {
        if (!reported.emplace(label, 0).second)
            throw Error(ErrorCode::InvalidArgument,
                        "The label '" + label + "' is listed twice. List each label once.");
        const auto found = known.find(label);
        if (found == known.end()) {
            report.classes.push_back(scoresOf(0, 0, 0, options.zeroDivision));
            continue;
        }
        ++occurring;
        const std::size_t i = found->second;
        report.classes.push_back(
            scoresOf(counts.correct[i], counts.predicted[i], counts.actual[i], options.zeroDivision));
        correct += counts.correct[i];
        predicted += counts.predicted[i];
        actual += counts.actual[i];
    }
    report.micro = scoresOf(correct, predicted, actual, options.zeroDivision);
    report.macro = averages(report.classes, false, actual);
    report.weighted = averages(report.classes, true, actual);
    report.isAccuracy = occurring == rows.labels.size();
    return report;
}

} // namespace lepton::eval
