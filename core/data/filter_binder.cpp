// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/nearest_name.h"
#include "data/filter.h"
#include "data/filter_bounds_arrow.h"
#include "data/filter_literal.h"
#include "data/filter_program_arrow.h"
#include "data/filter_syntax.h"

#include <algorithm>
#include <utility>

namespace lepton::data {
namespace {

using Kind = FilterSyntax::Kind;

std::string inWords(const Column& column)
{
    switch (column.type) {
    case ColumnType::Null:
        return "nothing but missing values";
    case ColumnType::Bool:
        return "truth values (bool)";
    case ColumnType::Int64:
        return "whole numbers (int64)";
    case ColumnType::Float64:
        return "numbers (float64)";
    case ColumnType::Decimal:
        return "decimal numbers (decimal)";
    case ColumnType::Text:
        return "text";
    case ColumnType::Date:
        return "days (date)";
    case ColumnType::Time:
        return "times of day (time)";
    case ColumnType::Timestamp:
        return "moments (timestamp)";
    }
    return {};
}

std::string whatFits(const Column& column)
{
    switch (column.type) {
    case ColumnType::Null:
        return "is null";
    case ColumnType::Bool:
        return "true or false";
    case ColumnType::Int64:
    case ColumnType::Float64:
    case ColumnType::Decimal:
        return "a number such as 3 or -2.5";
    case ColumnType::Text:
        return "text in single quotes such as 'abc'";
    case ColumnType::Date:
        return "a day in single quotes such as '2024-01-31'";
    case ColumnType::Time:
        return "a time in single quotes such as '13:45' or '13:45:10.5'";
    case ColumnType::Timestamp:
        return column.utc ? "a moment in single quotes such as '2024-01-31' or '2024-01-31T13:45:00Z'"
                          : "a moment in single quotes such as '2024-01-31' or '2024-01-31T13:45:00', "
                            "without a zone";
    }
    return {};
}

base::Error misfit(const Column& column, const FilterLiteral& literal)
{
    const std::string shown =
        literal.kind == FilterLiteral::Kind::Text ? "'" + literal.text + "'" : literal.text;
    base::ErrorPlace place;
    place.byte = static_cast<std::int64_t>(literal.byte);
    place.column = column.name;
    return {base::ErrorCode::BadFilter,
            "The column \"" + column.name + "\" holds " + inWords(column) + " and cannot be compared with " +
                shown + ". What fits is " + whatFits(column) + ".",
            place};
}

template <class T>
Bound<T> numberBound(const Column& column, const FilterLiteral& literal)
{
    if (literal.kind != FilterLiteral::Kind::Number)
        throw misfit(column, literal);
    const ExactNumber number(literal.text);
    if constexpr (std::is_same_v<T, double>) {
        return {number.nearestDouble(), true, 0};
    } else {
        const ExactNumber::Floor floor =
            number.floorOf(column.type == ColumnType::Decimal ? column.scale : 0);
        if (floor.beyond != 0)
            return {{}, false, floor.beyond};
        if constexpr (std::is_same_v<T, std::int64_t>) {
            if (floor.value < Limits<T>::low || floor.value > Limits<T>::high)
                return {{}, false, floor.value < 0 ? -1 : 1};
        }
        return {static_cast<T>(floor.value), floor.exact, 0};
    }
}

Bound<std::int64_t> calendarBound(const Column& column, const FilterLiteral& literal)
{
    std::optional<std::int64_t> value;
    if (literal.kind == FilterLiteral::Kind::Text) {
        value = column.type == ColumnType::Date   ? parseDay(literal.text)
                : column.type == ColumnType::Time ? parseTimeOfDay(literal.text)
                                                  : parseMoment(literal.text, column.utc);
    }
    if (!value)
        throw misfit(column, literal);
    return {*value, true, 0};
}

const std::string& textOf(const Column& column, const FilterLiteral& literal)
{
    if (literal.kind != FilterLiteral::Kind::Text)
        throw misfit(column, literal);
    return literal.text;
}

/// Narrows @p range by @p other where both are ranges of one kind.
template <class T>
bool narrow(FilterTest& range, const FilterTest& other)
{
    auto* first = std::get_if<RangeTest<T>>(&range);
    const auto* second = std::get_if<RangeTest<T>>(&other);
    if (!first || !second)
        return false;
    first->low = std::max(first->low, second->low);
    first->high = std::min(first->high, second->high);
    return true;
}

/// Makes one pass of n >= 1 and n < 5: ranges on one column are unknown for the same rows.
void mergeRanges(std::vector<FilterNode>& children)
{
    for (std::size_t i = 0; i < children.size(); ++i) {
        FilterNode& range = children[i];
        if (range.kind != FilterNode::Kind::Test)
            continue;
        const auto merged = [&range](const FilterNode& other) {
            return other.kind == FilterNode::Kind::Test && other.column == range.column &&
                   (narrow<std::int64_t>(range.test, other.test) || narrow<double>(range.test, other.test) ||
                    narrow<Int128>(range.test, other.test));
        };
        const auto next = children.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        children.erase(std::remove_if(next, children.end(), merged), children.end());
    }
}

class Binder
{
public:
    explicit Binder(const Schema& schema)
        : m_schema(schema)
    {}

    FilterNode bind(const FilterSyntax& syntax) const
    {
        FilterNode node;
        switch (syntax.kind) {
        case Kind::And:
        case Kind::Or:
        case Kind::Not:
            node.kind = syntax.kind == Kind::And  ? FilterNode::Kind::And
                        : syntax.kind == Kind::Or ? FilterNode::Kind::Or
                                                  : FilterNode::Kind::Not;
            for (const FilterSyntax& child : syntax.children)
                node.children.push_back(bind(child));
            if (node.kind == FilterNode::Kind::And)
                mergeRanges(node.children);
            return node;
        case Kind::Constant:
            node.constant = syntax.constant;
            return node;
        default:
            break;
        }
        node.kind = FilterNode::Kind::Test;
        node.column = columnOf(syntax);
        const bool differs = syntax.kind == Kind::Compare && syntax.comparison == FilterComparison::NotEqual;
        node.test = testOf(syntax, m_schema.columns[node.column]);
        return differs ? negated(std::move(node)) : node;
    }

private:
    static FilterNode negated(FilterNode inner)
    {
        FilterNode node;
        node.kind = FilterNode::Kind::Not;
        node.children.push_back(std::move(inner));
        return node;
    }

    std::size_t columnOf(const FilterSyntax& syntax) const
    {
        if (const auto column = m_schema.find(syntax.column))
            return *column;
        base::ErrorPlace place;
        place.byte = static_cast<std::int64_t>(syntax.byte);
        place.column = syntax.column;
        throw base::Error(base::ErrorCode::UnknownColumn,
                          "There is no column \"" + syntax.column + "\". " + suggestion(syntax.column),
                          place);
    }

    std::string suggestion(const std::string& name) const
    {
        std::vector<std::string> names;
        for (const Column& column : m_schema.columns)
            names.push_back(column.name);
        if (const auto nearest = base::didYouMean(name, names))
            return *nearest;
        constexpr std::size_t most = 8;
        std::string list;
        for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
            list += (i > 0 ? ", \"" : "\"") + names[i] + '"';
        if (names.size() > most)
            list += " and " + std::to_string(names.size() - most) + " more";
        return "The columns are " + list + ".";
    }

    static FilterTest testOf(const FilterSyntax& syntax, const Column& column)
    {
        if (syntax.kind == Kind::IsMissing)
            return MissingTest{};
        if (syntax.kind == Kind::IsNan && column.type == ColumnType::Float64)
            return NanTest{};
        if (syntax.kind == Kind::Match &&
            (column.type == ColumnType::Text || column.type == ColumnType::Null))
            return column.type == ColumnType::Null ? FilterTest(UnknownTest{}) : matchTest(syntax, column);
        if (syntax.kind == Kind::Truth &&
            (column.type == ColumnType::Bool || column.type == ColumnType::Null))
            return column.type == ColumnType::Null ? FilterTest(UnknownTest{}) : FilterTest(TruthTest{});
        if (syntax.kind == Kind::IsNan || syntax.kind == Kind::Match || syntax.kind == Kind::Truth)
            throw unsuited(syntax, column);
        switch (column.type) {
        case ColumnType::Null:
            return UnknownTest{};
        case ColumnType::Bool:
            return boolTest(syntax, column);
        case ColumnType::Int64:
            return valueTest<std::int64_t>(syntax, column, numberBound<std::int64_t>);
        case ColumnType::Float64:
            return valueTest<double>(syntax, column, numberBound<double>);
        case ColumnType::Decimal:
            return valueTest<Int128>(syntax, column, numberBound<Int128>);
        case ColumnType::Text:
            return textTest(syntax, column);
        default:
            return valueTest<std::int64_t>(syntax, column, calendarBound);
        }
    }

    static base::Error unsuited(const FilterSyntax& syntax, const Column& column)
    {
        base::ErrorPlace place;
        place.byte = static_cast<std::int64_t>(syntax.byte);
        place.column = column.name;
        const std::string holds = "The column \"" + column.name + "\" holds " + inWords(column);
        if (syntax.kind == Kind::IsNan)
            return {base::ErrorCode::BadFilter, holds + ", which are never NaN.", place};
        if (syntax.kind == Kind::Match)
            return {base::ErrorCode::BadFilter,
                    holds + "; contains, starts with and ends with need text. Compare with " +
                        whatFits(column) + " by =, < or >.",
                    place};
        return {base::ErrorCode::BadFilter,
                holds + " and is no condition alone. Compare it with " + whatFits(column) + ".", place};
    }

    template <class T, class BoundOf>
    static FilterTest valueTest(const FilterSyntax& syntax, const Column& column, const BoundOf& boundOf)
    {
        if (syntax.kind == Kind::Compare)
            return rangeOf<T>(syntax.comparison, boundOf(column, syntax.literals[0]));
        if (syntax.kind == Kind::Between) {
            const RangeTest<T> first = atLeast<T>(boundOf(column, syntax.literals[0]));
            const RangeTest<T> last = atMost<T>(boundOf(column, syntax.literals[1]));
            return RangeTest<T>{std::max(first.low, last.low), std::min(first.high, last.high)};
        }
        SetTest<T> set;
        for (const FilterLiteral& literal : syntax.literals) {
            const Bound<T> bound = boundOf(column, literal);
            if (bound.exact && bound.beyond == 0)
                set.values.push_back(bound.value);
        }
        std::sort(set.values.begin(), set.values.end());
        return set;
    }

    static FilterTest boolTest(const FilterSyntax& syntax, const Column& column)
    {
        bool wantsTrue = false;
        bool wantsFalse = false;
        for (const FilterLiteral& literal : syntax.literals) {
            const bool ordered =
                syntax.kind == Kind::Between ||
                (syntax.kind == Kind::Compare && syntax.comparison != FilterComparison::Equal &&
                 syntax.comparison != FilterComparison::NotEqual);
            if (literal.kind != FilterLiteral::Kind::Truth)
                throw misfit(column, literal);
            if (ordered)
                throw badFilter(
                    "The column \"" + column.name +
                        "\" holds truth values (bool), which have no order. Write = true or = false.",
                    syntax.byte);
            (literal.truth ? wantsTrue : wantsFalse) = true;
        }
        // false < true, as a range of 0 and 1.
        return RangeTest<std::int64_t>{wantsFalse ? 0 : 1, wantsTrue ? 1 : 0};
    }

    static FilterTest textTest(const FilterSyntax& syntax, const Column& column)
    {
        if (syntax.kind == Kind::In) {
            TextSetTest set;
            for (const FilterLiteral& literal : syntax.literals)
                set.values.insert(textOf(column, literal));
            return set;
        }
        if (syntax.kind == Kind::Between)
            return TextBetweenTest{textOf(column, syntax.literals[0]), textOf(column, syntax.literals[1])};
        const std::string& value = textOf(column, syntax.literals[0]);
        switch (syntax.comparison) {
        case FilterComparison::Less:
            return TextOrderTest{value, [](int order) { return order < 0; }};
        case FilterComparison::LessEqual:
            return TextOrderTest{value, [](int order) { return order <= 0; }};
        case FilterComparison::Greater:
            return TextOrderTest{value, [](int order) { return order > 0; }};
        case FilterComparison::GreaterEqual:
            return TextOrderTest{value, [](int order) { return order >= 0; }};
        default:
            return TextEqualTest{value};
        }
    }

    static FilterTest matchTest(const FilterSyntax& syntax, const Column& column)
    {
        TextMatchTest test;
        test.needle = FoldedText(textOf(column, syntax.literals[0]));
        test.where = syntax.match == FilterMatch::Contains     ? TextMatchTest::Where::Anywhere
                     : syntax.match == FilterMatch::StartsWith ? TextMatchTest::Where::Beginning
                                                               : TextMatchTest::Where::End;
        return test;
    }

    const Schema& m_schema;
};

} // namespace

FilterNode compileFilter(std::string_view expression, const Schema& schema)
{
    return Binder(schema).bind(parseFilter(expression));
}

void checkFilter(std::string_view expression, const Schema& schema)
{
    if (!isBlankFilter(expression))
        compileFilter(expression, schema);
}

} // namespace lepton::data
