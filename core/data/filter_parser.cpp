// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/filter_syntax.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace lepton::data {
namespace {

using Kind = FilterSyntax::Kind;

// Deep enough for a person and for what is generated; the parser and all after it recurse.
constexpr int deepest = 200;

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

class Parser
{
public:
    explicit Parser(std::string_view expression)
        : m_tokens(filterTokens(expression))
    {}

    FilterSyntax run()
    {
        FilterSyntax result = expression(0);
        if (isSymbol(")"))
            throw badFilter("This parenthesis closes nothing. Take it away, or open one before.",
                            here().byte);
        if (here().kind != FilterToken::Kind::End)
            throw badFilter("Conditions are joined by and or or; before " + shown() + " there is neither.",
                            here().byte);
        return result;
    }

private:
    const FilterToken& here() const { return m_tokens[m_at]; }
    bool atEnd() const { return here().kind == FilterToken::Kind::End; }
    std::string shown() const
    {
        switch (here().kind) {
        case FilterToken::Kind::End:
            return "the end";
        case FilterToken::Kind::Text:
            return "'" + here().text + "'";
        case FilterToken::Kind::QuotedName:
            return '"' + here().text + '"';
        default:
            return here().text;
        }
    }

    bool isWord(std::string_view word) const
    {
        return here().kind == FilterToken::Kind::Name && lower(here().text) == word;
    }
    bool isSymbol(std::string_view symbol) const
    {
        return here().kind == FilterToken::Kind::Symbol && here().text == symbol;
    }
    bool takeWord(std::string_view word)
    {
        const bool is = isWord(word);
        m_at += is;
        return is;
    }
    bool takeSymbol(std::string_view symbol)
    {
        const bool is = isSymbol(symbol);
        m_at += is;
        return is;
    }

    FilterSyntax expression(int depth) { return chain(Kind::Or, "or", depth); }

    FilterSyntax chain(Kind kind, std::string_view word, int depth)
    {
        const auto part = [&] { return kind == Kind::Or ? chain(Kind::And, "and", depth) : factor(depth); };
        FilterSyntax first = part();
        if (!isWord(word))
            return first;
        FilterSyntax result;
        result.kind = kind;
        result.byte = here().byte;
        result.children.push_back(std::move(first));
        while (takeWord(word))
            result.children.push_back(part());
        return result;
    }

    static FilterSyntax negated(FilterSyntax inner)
    {
        FilterSyntax result;
        result.kind = Kind::Not;
        result.byte = inner.byte;
        result.children.push_back(std::move(inner));
        return result;
    }

    FilterSyntax factor(int depth)
    {
        if (depth > deepest)
            throw badFilter("The filter is nested more than " + std::to_string(deepest) +
                                " deep. Write it with fewer parentheses.",
                            here().byte);
        if (takeWord("not"))
            return negated(factor(depth + 1));
        if (isSymbol("(")) {
            const std::size_t open = here().byte;
            ++m_at;
            FilterSyntax inner = expression(depth + 1);
            if (!takeSymbol(")"))
                throw badFilter(atEnd() ? "The parenthesis that opens here is not closed."
                                        : "Before " + shown() +
                                              " a parenthesis must close, or and or or must stand.",
                                atEnd() ? open : here().byte);
            return inner;
        }
        if (here().kind == FilterToken::Kind::Name && (isWord("true") || isWord("false"))) {
            FilterSyntax constant;
            constant.byte = here().byte;
            constant.constant = isWord("true");
            ++m_at;
            return constant;
        }
        return condition();
    }

    FilterSyntax condition()
    {
        FilterSyntax result;
        result.byte = here().byte;
        result.column = columnName();
        if (here().kind == FilterToken::Kind::Symbol) {
            if (const auto comparison = comparisonOf(here().text)) {
                ++m_at;
                result.kind = Kind::Compare;
                result.comparison = *comparison;
                result.literals.push_back(literal());
                return result;
            }
        }
        if (takeWord("is"))
            return isCondition(std::move(result));
        const bool isNot = takeWord("not");
        if (takeWord("between")) {
            result.kind = Kind::Between;
            result.literals.push_back(literal());
            if (!takeWord("and"))
                throw badFilter("Between needs two values: between 1 and 3.", here().byte);
            result.literals.push_back(literal());
        } else if (takeWord("in")) {
            result.kind = Kind::In;
            list(result);
        } else if (const auto match = takeMatch()) {
            result.kind = Kind::Match;
            result.match = *match;
            result.literals.push_back(literal());
        } else if (isNot) {
            throw badFilter("After not stands between, in, contains, starts with or ends with.", here().byte);
        } else if (isWord("like") || isWord("ilike") || isWord("matches")) {
            throw badFilter("The word " + here().text +
                                " is not known. Use contains, starts with or ends with.",
                            here().byte);
        } else {
            result.kind = Kind::Truth;
        }
        return isNot ? negated(std::move(result)) : result;
    }

    FilterSyntax isCondition(FilterSyntax result)
    {
        const bool isNot = takeWord("not");
        if (takeWord("null") || takeWord("missing"))
            result.kind = Kind::IsMissing;
        else if (takeWord("nan"))
            result.kind = Kind::IsNan;
        else
            throw badFilter(
                "After is stands null, missing, nan, or not and one of these. To compare with a value, "
                "write =.",
                here().byte);
        return isNot ? negated(std::move(result)) : result;
    }

    std::string columnName()
    {
        const FilterToken token = here();
        switch (token.kind) {
        case FilterToken::Kind::End:
            throw badFilter("The filter ends where a condition must stand.", token.byte);
        case FilterToken::Kind::Text:
            throw badFilter("A condition begins with a column, and single quotes are for texts. Write \"" +
                                token.text + "\" if that is the name of the column.",
                            token.byte);
        case FilterToken::Kind::Number:
            throw badFilter("A condition begins with a column: n > 3, not 3 < n.", token.byte);
        case FilterToken::Kind::Symbol:
            throw badFilter("Before " + token.text + " a column is missing.", token.byte);
        case FilterToken::Kind::QuotedName:
            break;
        case FilterToken::Kind::Name:
            for (const std::string_view word : {"and", "or", "in", "is", "between", "null"}) {
                if (isWord(word))
                    throw badFilter("Before " + token.text +
                                        " a condition is missing. Put it in double quotes if it "
                                        "is the name of a column.",
                                    token.byte);
            }
        }
        ++m_at;
        return token.text;
    }

    static std::optional<FilterComparison> comparisonOf(std::string_view symbol)
    {
        constexpr std::array<std::pair<std::string_view, FilterComparison>, 8> comparisons{{
            {"=", FilterComparison::Equal},
            {"==", FilterComparison::Equal},
            {"!=", FilterComparison::NotEqual},
            {"<>", FilterComparison::NotEqual},
            {"<", FilterComparison::Less},
            {"<=", FilterComparison::LessEqual},
            {">", FilterComparison::Greater},
            {">=", FilterComparison::GreaterEqual},
        }};
        for (const auto& [text, comparison] : comparisons) {
            if (text == symbol)
                return comparison;
        }
        return std::nullopt;
    }

    std::optional<FilterMatch> takeMatch()
    {
        if (takeWord("contains"))
            return FilterMatch::Contains;
        const bool starts = isWord("starts");
        if (!starts && !isWord("ends"))
            return std::nullopt;
        ++m_at;
        if (!takeWord("with"))
            throw badFilter(std::string("After ") + (starts ? "starts" : "ends") + " stands with.",
                            here().byte);
        return starts ? FilterMatch::StartsWith : FilterMatch::EndsWith;
    }

    void list(FilterSyntax& result)
    {
        if (!takeSymbol("("))
            throw badFilter("After in stands a list in parentheses: in (1, 2, 3).", here().byte);
        do
            result.literals.push_back(literal());
        while (takeSymbol(","));
        if (!takeSymbol(")"))
            throw badFilter("The list must go on with a comma or end with a parenthesis before " + shown() +
                                ".",
                            here().byte);
    }

    FilterLiteral literal()
    {
        const FilterToken token = here();
        FilterLiteral result;
        result.text = token.text;
        result.byte = token.byte;
        switch (token.kind) {
        case FilterToken::Kind::Text:
            result.kind = FilterLiteral::Kind::Text;
            break;
        case FilterToken::Kind::Number:
            result.kind = FilterLiteral::Kind::Number;
            break;
        case FilterToken::Kind::Name:
            if (isWord("null") || isWord("nan") || isWord("missing"))
                throw badFilter("Nothing is equal to, less or greater than " + token.text + ". Write is " +
                                    token.text + " or is not " + token.text + ".",
                                token.byte);
            if (isWord("true") || isWord("false")) {
                result.kind = FilterLiteral::Kind::Truth;
                result.truth = isWord("true");
                break;
            }
            [[fallthrough]];
        case FilterToken::Kind::QuotedName:
            throw badFilter("A value must stand here. A text stands in single quotes: '" + token.text + "'.",
                            token.byte);
        default:
            throw badFilter("Before " + shown() +
                                " a value is missing: a number, true, false, or text in single "
                                "quotes.",
                            token.byte);
        }
        ++m_at;
        return result;
    }

    std::vector<FilterToken> m_tokens;
    std::size_t m_at = 0;
};

} // namespace

FilterSyntax parseFilter(std::string_view expression)
{
    return Parser(expression).run();
}

} // namespace lepton::data
