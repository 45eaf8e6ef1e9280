// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_filter.h"

#include "base/error.h"
#include "base/text.h"
#include "data/filter_literal.h"
#include "data/filter_syntax.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace lepton::train {

using data::FilterComparison;
using data::FilterLiteral;
using data::FilterMatch;
using data::FilterSyntax;

/// A condition that is bound to a field, with its values as numbers or as texts; folded ones for matches.
struct RunFilter::Node
{
    FilterSyntax::Kind kind = FilterSyntax::Kind::Constant;
    FilterComparison comparison = FilterComparison::Equal;
    FilterMatch match = FilterMatch::Contains;
    bool constant = true;
    std::size_t field = 0;
    std::vector<double> numbers;
    std::vector<std::string> texts;
    std::vector<Node> children;
};

namespace {

using FilterKind = FilterSyntax::Kind;
using Node = RunFilter::Node;
/// True, false, or unknown.
using Truth = std::optional<bool>;

constexpr double microsecondsInMillisecond = 1'000;

class Binder
{
public:
    Binder(const RunFieldNames& names, std::vector<RunField>& fields)
        : m_names(names)
        , m_fields(fields)
    {}

    Node bind(const FilterSyntax& syntax)
    {
        Node node;
        node.kind = syntax.kind;
        node.comparison = syntax.comparison;
        node.match = syntax.match;
        node.constant = syntax.constant;
        switch (syntax.kind) {
        case FilterKind::And:
        case FilterKind::Or:
        case FilterKind::Not:
            for (const FilterSyntax& child : syntax.children)
                node.children.push_back(bind(child));
            return node;
        case FilterKind::Constant:
            return node;
        default:
            break;
        }
        const RunField field = m_names.find(syntax.column, syntax.byte);
        node.field = positionOf(field);
        const RunValueKind kind = kindOf(field);
        if (syntax.kind == FilterKind::Truth)
            throw fault(syntax.byte, syntax.column,
                        "The column \"" + syntax.column +
                            "\" is not true or false by itself. Compare it with a value, or write is null.");
        const bool isText = kind == RunValueKind::Text || kind == RunValueKind::Words;
        if (syntax.kind == FilterKind::Match && !isText)
            throw fault(syntax.byte, syntax.column,
                        "The column \"" + syntax.column +
                            "\" holds no text: contains, starts with and ends with do not fit it.");
        if (syntax.kind == FilterKind::IsNan && kind != RunValueKind::Number)
            throw fault(syntax.byte, syntax.column,
                        "The column \"" + syntax.column + "\" holds no numbers: is nan does not fit it.");
        for (const FilterLiteral& literal : syntax.literals)
            bindLiteral(node, syntax, literal, kind);
        return node;
    }

private:
    static base::Error fault(std::size_t byte, const std::string& column, const std::string& sentence)
    {
        base::ErrorPlace place;
        place.byte = static_cast<std::int64_t>(byte);
        place.column = column;
        return {base::ErrorCode::BadFilter, sentence, place};
    }

    void bindLiteral(Node& node, const FilterSyntax& syntax, const FilterLiteral& literal, RunValueKind kind)
    {
        const bool isText = literal.kind == FilterLiteral::Kind::Text;
        if (kind == RunValueKind::Number && literal.kind == FilterLiteral::Kind::Number) {
            node.numbers.push_back(data::ExactNumber(literal.text).nearestDouble());
            return;
        }
        if ((kind == RunValueKind::Text || kind == RunValueKind::Words) && isText) {
            node.texts.push_back(node.kind == FilterKind::Match ? base::caseFoldKey(literal.text)
                                                                : literal.text);
            return;
        }
        if (kind == RunValueKind::Moment && isText) {
            if (const auto moment = data::parseMoment(literal.text, true)) {
                node.numbers.push_back(static_cast<double>(*moment) / microsecondsInMillisecond);
                return;
            }
        }
        const char* holds = kind == RunValueKind::Number   ? "numbers"
                            : kind == RunValueKind::Moment ? "moments"
                                                           : "text";
        const char* fits = kind == RunValueKind::Number ? "a number such as 3 or -2.5"
                           : kind == RunValueKind::Moment
                               ? "a moment in single quotes such as '2024-01-31' or '2024-01-31T13:45:00Z'"
                               : "text in single quotes such as 'abc'";
        throw fault(literal.byte, syntax.column,
                    "The column \"" + syntax.column + "\" holds " + holds + " and cannot be compared with " +
                        (isText ? "'" + literal.text + "'" : literal.text) + ". What fits is " + fits + ".");
    }

    std::size_t positionOf(const RunField& field)
    {
        const auto found = std::ranges::find(m_fields, field);
        if (found != m_fields.end())
            return static_cast<std::size_t>(found - m_fields.begin());
        m_fields.push_back(field);
        return m_fields.size() - 1;
    }

    const RunFieldNames& m_names;
    std::vector<RunField>& m_fields;
};

template <class Value>
bool compares(FilterComparison comparison, const Value& left, const Value& right)
{
    switch (comparison) {
    case FilterComparison::Equal:
        return left == right;
    case FilterComparison::NotEqual:
        return left != right; // of NaN true, as the language has it
    case FilterComparison::Less:
        return left < right;
    case FilterComparison::LessEqual:
        return left <= right;
    case FilterComparison::Greater:
        return left > right;
    case FilterComparison::GreaterEqual:
        return left >= right;
    }
    return false;
}

bool matchesText(FilterMatch match, const std::string& cell, const std::string& folded)
{
    const std::string key = base::caseFoldKey(cell);
    switch (match) {
    case FilterMatch::Contains:
        return key.find(folded) != std::string::npos;
    case FilterMatch::StartsWith:
        return key.starts_with(folded);
    case FilterMatch::EndsWith:
        return key.ends_with(folded);
    }
    return false;
}

template <class Value>
bool holds(const Node& node, const Value& cell, const std::vector<Value>& values)
{
    switch (node.kind) {
    case FilterKind::Compare:
        return compares(node.comparison, cell, values[0]);
    case FilterKind::Between:
        return values[0] <= cell && cell <= values[1];
    case FilterKind::In:
        return std::ranges::find(values, cell) != values.end();
    default:
        return false;
    }
}

bool holdsOfText(const Node& node, const std::string& cell)
{
    return node.kind == FilterKind::Match ? matchesText(node.match, cell, node.texts[0])
                                          : holds(node, cell, node.texts);
}

bool holdsOfWords(const Node& node, const std::vector<std::string>& words)
{
    const auto one = [&node](const std::string& word) { return holdsOfText(node, word); };
    return node.kind == FilterKind::Compare && node.comparison == FilterComparison::NotEqual
               ? std::ranges::all_of(words, one)
               : std::ranges::any_of(words, one);
}

Truth test(const Node& node, const RunCell& cell)
{
    const auto* words = std::get_if<std::vector<std::string>>(&cell);
    const bool isMissing = std::holds_alternative<std::monostate>(cell) || (words && words->empty());
    if (node.kind == FilterKind::IsMissing)
        return isMissing;
    if (isMissing)
        return std::nullopt;
    const auto* number = std::get_if<double>(&cell);
    if (node.kind == FilterKind::IsNan)
        return number && std::isnan(*number);
    if (number)
        return holds(node, *number, node.numbers);
    return words ? holdsOfWords(node, *words) : holdsOfText(node, std::get<std::string>(cell));
}

Truth evaluate(const Node& node, std::span<const RunCell> cells)
{
    switch (node.kind) {
    case FilterKind::Constant:
        return node.constant;
    case FilterKind::Not: {
        const Truth inner = evaluate(node.children[0], cells);
        return inner ? Truth(!*inner) : inner;
    }
    case FilterKind::And:
    case FilterKind::Or: {
        // Of "and" a false one decides, of "or" a true one; else an unknown one leaves all unknown.
        const bool decisive = node.kind == FilterKind::Or;
        Truth whole = !decisive;
        for (const Node& child : node.children) {
            const Truth one = evaluate(child, cells);
            if (one == decisive)
                return decisive;
            if (!one)
                whole.reset();
        }
        return whole;
    }
    default:
        return test(node, cells[node.field]);
    }
}

} // namespace

RunFilter::RunFilter(std::string_view expression, const RunFieldNames& names)
{
    if (data::isBlankFilter(expression))
        return;
    m_root = std::make_shared<const Node>(Binder(names, m_fields).bind(data::parseFilter(expression)));
}

bool RunFilter::matches(std::span<const RunCell> cells) const
{
    return !m_root || evaluate(*m_root, cells).value_or(false);
}

} // namespace lepton::train
