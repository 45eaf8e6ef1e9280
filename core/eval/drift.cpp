// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/drift.h"

#include "base/error.h"
#include "eval/gamma.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace lepton::eval {
namespace {

using base::Error;
using base::ErrorCode;

using Counts = std::span<const std::int64_t>;

double total(Counts counts)
{
    return static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
}

double stabilityIndex(Counts reference, Counts current)
{
    constexpr double leastShare = 1e-4;
    const double allReference = total(reference);
    const double allCurrent = total(current);
    double index = 0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const double p = std::max(static_cast<double>(reference[i]) / allReference, leastShare);
        const double q = std::max(static_cast<double>(current[i]) / allCurrent, leastShare);
        index += (q - p) * std::log(q / p);
    }
    return index;
}

double jensenShannonDistance(Counts reference, Counts current)
{
    const double allReference = total(reference);
    const double allCurrent = total(current);
    const auto toMiddle = [](double share, double middle) {
        return share > 0 ? share * std::log2(share / middle) : 0;
    };
    double divergence = 0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const double p = static_cast<double>(reference[i]) / allReference;
        const double q = static_cast<double>(current[i]) / allCurrent;
        const double middle = (p + q) / 2;
        divergence += toMiddle(p, middle) + toMiddle(q, middle);
    }
    return std::sqrt(std::max(divergence / 2, 0.0)); // rounding may leave -1e-17 of two equal histograms
}

ChiSquare chiSquareTest(Counts reference, Counts current)
{
    const double allReference = total(reference);
    const double allCurrent = total(current);
    const double all = allReference + allCurrent;
    ChiSquare result;
    std::size_t columns = 0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const auto column = static_cast<double>(reference[i] + current[i]);
        if (column == 0)
            continue;
        ++columns;
        const auto part = [column, all](std::int64_t observed, double row) {
            const double expected = row * column / all;
            const double difference = static_cast<double>(observed) - expected;
            return difference * difference / expected;
        };
        result.statistic += part(reference[i], allReference) + part(current[i], allCurrent);
    }
    if (columns < 2)
        return {};
    result.degreesOfFreedom = columns - 1;
    result.pValue = chiSquareTail(result.statistic, static_cast<double>(result.degreesOfFreedom));
    return result;
}

/// A quantile by linear interpolation between neighbours, rounded as NumPy rounds it: a value that equals an
/// edge must fall on the same side.
double quantile(std::span<const double> sorted, double share)
{
    const double position = share * static_cast<double>(sorted.size() - 1);
    const double below = std::floor(position);
    const auto index = static_cast<std::size_t>(below);
    const double a = sorted[index];
    const double b = sorted[std::min(index + 1, sorted.size() - 1)];
    const double part = position - below;
    return part >= 0.5 ? b - (b - a) * (1 - part) : a + (b - a) * part;
}

std::vector<double> decileEdges(std::span<const double> values)
{
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    std::vector<double> edges;
    for (int tenth = 1; tenth < 10; ++tenth)
        edges.push_back(quantile(sorted, tenth / 10.0));
    std::ranges::sort(edges); // interpolation may round past a neighbour
    const auto repeated = std::ranges::unique(edges);
    edges.erase(repeated.begin(), repeated.end());
    return edges;
}

std::vector<std::int64_t> binned(std::span<const double> values, std::span<const double> edges)
{
    std::vector<std::int64_t> counts(edges.size() + 1);
    for (const double value : values)
        ++counts[static_cast<std::size_t>(std::ranges::lower_bound(edges, value) - edges.begin())];
    return counts;
}

void requireSample(std::span<const double> values, const char* name)
{
    if (values.empty())
        throw Error(ErrorCode::InvalidArgument,
                    "The " + std::string(name) + " sample is empty. Choose data with values.");
    const auto bad = std::ranges::find_if(values, [](double value) { return !std::isfinite(value); });
    if (bad != values.end())
        throw Error(ErrorCode::InvalidArgument,
                    "Value " + std::to_string(bad - values.begin() + 1) + " of the " + name +
                        " sample is not a finite number. Leave out missing values and "
                        "infinities, and count them apart.");
}

} // namespace

HistogramDistance histogramDistance(Counts reference, Counts current)
{
    if (reference.size() != current.size() || total(reference) <= 0 || total(current) <= 0)
        throw Error(ErrorCode::InvalidArgument,
                    "Two histograms can be compared only over the same bins, with counts in both.");
    return {stabilityIndex(reference, current), jensenShannonDistance(reference, current),
            chiSquareTest(reference, current)};
}

NumericDrift numericDrift(std::span<const double> reference, std::span<const double> current)
{
    requireSample(reference, "reference");
    requireSample(current, "current");
    NumericDrift drift;
    drift.edges = decileEdges(reference);
    drift.reference = binned(reference, drift.edges);
    drift.current = binned(current, drift.edges);
    drift.distance = histogramDistance(drift.reference, drift.current);
    drift.kolmogorovSmirnov = kolmogorovSmirnov(reference, current);
    return drift;
}

CategoricalDrift categoricalDrift(std::span<const std::string_view> reference,
                                  std::span<const std::string_view> current)
{
    std::map<std::string_view, std::array<std::int64_t, 2>> counts;
    for (const std::string_view value : reference)
        ++counts[value][0];
    for (const std::string_view value : current)
        ++counts[value][1];
    CategoricalDrift drift;
    for (const auto& [category, count] : counts) {
        drift.categories.emplace_back(category);
        drift.reference.push_back(count[0]);
        drift.current.push_back(count[1]);
    }
    drift.distance = histogramDistance(drift.reference, drift.current);
    return drift;
}

} // namespace lepton::eval
