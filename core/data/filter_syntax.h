// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// For core alone: a filter as it was written. Lists of runs read theirs with it, too.

#include "base/error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::data {

struct FilterToken
{
    enum class Kind
    {
        Name,
        QuotedName,
        Text,
        Number,
        Symbol,
        End
    };

    Kind kind = Kind::End;
    std::string text;     ///< without quotes
    std::size_t byte = 0; ///< where it begins
};

/// @throw Error with BadFilter for what is no token.
std::vector<FilterToken> filterTokens(std::string_view expression);

/// Nothing but blanks: every row.
bool isBlankFilter(std::string_view expression);

struct FilterLiteral
{
    enum class Kind
    {
        Text,
        Number,
        Truth
    };

    Kind kind = Kind::Text;
    std::string text; ///< of a number: as written
    bool truth = false;
    std::size_t byte = 0;
};

enum class FilterComparison
{
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual
};
enum class FilterMatch
{
    Contains,
    StartsWith,
    EndsWith
};

/// A node of the parsed expression. "not" before an operator has become a node of its own.
struct FilterSyntax
{
    enum class Kind
    {
        And,
        Or,
        Not,
        Constant,
        Compare,
        Between,
        In,
        Match,
        IsMissing,
        IsNan,
        Truth
    };

    Kind kind = Kind::Constant;
    std::size_t byte = 0; ///< where the column or the operator stands
    std::string column;
    FilterComparison comparison = FilterComparison::Equal;
    FilterMatch match = FilterMatch::Contains;
    bool constant = false;
    std::vector<FilterLiteral> literals;
    std::vector<FilterSyntax> children;
};

/// @throw Error with BadFilter. The expression must hold more than blanks.
FilterSyntax parseFilter(std::string_view expression);

inline base::Error badFilter(const std::string& sentence, std::size_t byte)
{
    base::ErrorPlace place;
    place.byte = static_cast<std::int64_t>(byte);
    return {base::ErrorCode::BadFilter, sentence, place};
}

} // namespace lepton::data
