// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_order.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <string>

namespace lepton::train {
namespace {

/// A value to sort by; texts by their folded form.
struct SortKey
{
    std::int64_t number = 0;
    int group = 0; ///< 0: has a value; 1: has none, or NaN; 2: failed
    double figure = 0;
    std::string text;
};

SortKey keyOf(const RunCells& run, const RunField& sort)
{
    SortKey key;
    key.number = run.number;
    const RunCell& cell = run.cells.back();
    if (const auto* figure = std::get_if<double>(&cell))
        key.figure = *figure;
    else if (const auto* text = std::get_if<std::string>(&cell))
        key.text = base::caseFoldKey(*text);
    else if (const auto* words = std::get_if<std::vector<std::string>>(&cell); words && !words->empty())
        key.text = base::caseFoldKey(words->front());
    else
        key.group = 1;
    if (std::isnan(key.figure)) {
        key.group = 1;
        key.figure = 0; // NaN would be no order
    }
    if (run.isFailed && failedComeLast(sort))
        key.group = 2;
    return key;
}

} // namespace

bool failedComeLast(const RunField& sort)
{
    return sort.fact != RunFact::Number && sort.fact != RunFact::Created && sort.fact != RunFact::Started;
}

RunOrder orderOf(std::vector<RunCells> runs, const RunListQuery& query)
{
    RunOrder order;
    order.total = static_cast<std::int64_t>(runs.size());
    std::vector<SortKey> keys;
    for (const RunCells& run : runs) {
        if (query.filter.matches(std::span(run.cells).first(run.cells.size() - 1)))
            keys.push_back(keyOf(run, query.sort));
    }
    std::ranges::sort(keys, [&query](const SortKey& one, const SortKey& other) {
        if (one.group != other.group)
            return one.group < other.group;
        const bool isRising = query.direction == SortDirection::Ascending;
        if (one.figure != other.figure)
            return isRising ? one.figure < other.figure : one.figure > other.figure;
        if (const int difference = one.text.compare(other.text); difference != 0)
            return isRising ? difference < 0 : difference > 0;
        return one.number > other.number;
    });
    order.numbers.reserve(keys.size());
    for (const SortKey& key : keys)
        order.numbers.push_back(key.number);
    return order;
}

std::vector<double> thinnedCurve(const std::vector<std::pair<std::int64_t, double>>& points, std::size_t most)
{
    std::vector<double> curve;
    if (points.size() <= most || most < 2) {
        for (const auto& [step, value] : points)
            curve.push_back(value);
        return curve;
    }
    const auto stretches = static_cast<std::int64_t>(most / 2);
    const std::int64_t first = points.front().first;
    const std::int64_t span = points.back().first - first + 1;
    const auto stretchOf = [&](std::int64_t step) { return (step - first) * stretches / span; };
    for (auto begin = points.begin(); begin != points.end();) {
        const auto end = std::find_if(begin, points.end(), [&](const auto& point) {
            return stretchOf(point.first) != stretchOf(begin->first);
        });
        const auto [least, largest] = std::minmax_element(
            begin, end, [](const auto& one, const auto& other) { return one.second < other.second; });
        curve.push_back(std::min(least, largest)->second);
        if (least != largest)
            curve.push_back(std::max(least, largest)->second);
        begin = end;
    }
    return curve;
}

} // namespace lepton::train
