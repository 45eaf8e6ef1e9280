// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/filter_program_arrow.h"

#include <cmath>
#include <utility>

namespace lepton::data {
namespace {

/// What a range of values can be, given the smallest and the largest value of the row group.
template <class T>
Possible possibleRange(const RangeTest<T>& test, const SegmentStatistics& statistics)
{
    const auto* smallest = std::get_if<T>(&statistics.smallest);
    const auto* largest = std::get_if<T>(&statistics.largest);
    Possible possible;
    if (!smallest || !largest)
        return possible;
    possible.yes = test.low <= *largest && test.high >= *smallest && test.low <= test.high;
    // NaN stands in no statistics, and is in no range.
    possible.no = std::is_same_v<T, double> || test.low > *smallest || test.high < *largest;
    return possible;
}

Possible possibleTest(const FilterTest& test, const SegmentStatistics& statistics, std::int64_t rows)
{
    const bool noneMissing = statistics.missing == 0;
    const bool allMissing = statistics.missing == rows;
    if (std::holds_alternative<MissingTest>(test))
        return {!noneMissing, !allMissing, false};
    if (std::holds_alternative<UnknownTest>(test) || allMissing)
        return {false, false, true};
    Possible possible;
    if (const auto* integers = std::get_if<RangeTest<std::int64_t>>(&test))
        possible = possibleRange(*integers, statistics);
    else if (const auto* numbers = std::get_if<RangeTest<double>>(&test))
        possible = possibleRange(*numbers, statistics);
    possible.unknown = !noneMissing;
    return possible;
}

} // namespace

Possible possibleTruth(const FilterNode& node, const ParquetSource& source, int group)
{
    switch (node.kind) {
    case FilterNode::Kind::Constant:
        return {node.constant, !node.constant, false};
    case FilterNode::Kind::Test:
        return possibleTest(node.test, source.statistics(group, node.column), source.rowGroupRows(group));
    case FilterNode::Kind::Not: {
        Possible inner = possibleTruth(node.children.front(), source, group);
        std::swap(inner.yes, inner.no);
        return inner;
    }
    case FilterNode::Kind::And:
    case FilterNode::Kind::Or:
        break;
    }
    const bool isAnd = node.kind == FilterNode::Kind::And;
    Possible whole{isAnd, !isAnd, false};
    for (const FilterNode& child : node.children) {
        const Possible part = possibleTruth(child, source, group);
        whole.yes = isAnd ? whole.yes && part.yes : whole.yes || part.yes;
        whole.no = isAnd ? whole.no || part.no : whole.no && part.no;
        whole.unknown = whole.unknown || part.unknown;
    }
    return whole;
}

Truth evaluate(const FilterNode& node, const SegmentGetter& segment, const Bitmap& wanted)
{
    const std::int64_t rows = wanted.size();
    switch (node.kind) {
    case FilterNode::Kind::Constant:
        return {Bitmap(rows, node.constant), Bitmap(rows, !node.constant)};
    case FilterNode::Kind::Test:
        if (!wanted.any())
            return {Bitmap(rows), Bitmap(rows)};
        return evaluateTest(node.test, *segment(node.column), wanted);
    case FilterNode::Kind::Not: {
        Truth inner = evaluate(node.children.front(), segment, wanted);
        std::swap(inner.yes, inner.no);
        return inner;
    }
    case FilterNode::Kind::And:
    case FilterNode::Kind::Or:
        break;
    }
    // One child that is false decides an "and", one that is true an "or": the next ones need not look at that
    // row.
    const bool isAnd = node.kind == FilterNode::Kind::And;
    Truth whole{Bitmap(rows, isAnd), Bitmap(rows, !isAnd)};
    Bitmap open = wanted;
    for (const FilterNode& child : node.children) {
        const Truth part = evaluate(child, segment, open);
        if (isAnd) {
            whole.yes &= part.yes;
            whole.no |= part.no;
        } else {
            whole.yes |= part.yes;
            whole.no &= part.no;
        }
        open -= isAnd ? whole.no : whole.yes;
    }
    return whole;
}

} // namespace lepton::data
