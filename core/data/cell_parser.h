// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: what the text of one cell can be read as. No function trims, rounds or guesses.

#include <cstdint>
#include <string_view>

namespace lepton::data {

/// A whole number of 64 bits as a person writes one: digits, '-' before them; no '+', no leading zeros, no
/// "-0".
bool parseInteger(std::string_view text, std::int64_t& value) noexcept;

/// How the digits of a number stood.
struct NumberForm
{
    double value = 0;
    int decimals = 0; ///< digits behind the mark
    bool exponent = false;
    bool plain = false; ///< neither mark nor exponent
    bool plus = false;  ///< a '+' before it
};

/// A number with @p mark ('.' or ',') before its decimals. Only what a double keeps: written with as many
/// digits as the text has, the double gives the same digits, so that nothing is rounded away.
/// @p lenient: the nearest double will do, leading zeros too (the person asked for this type).
bool parseFloat(std::string_view text, char mark, bool lenient, NumberForm& form) noexcept;
/// nan, inf and infinity in any case, with a sign.
bool parseSpecialFloat(std::string_view text, double& value) noexcept;

/// "true" and "false" in any case. @p lenient: also 1 and 0, t and f, y and n, yes and no.
bool parseBool(std::string_view text, bool lenient, bool& value) noexcept;

/// YYYY-MM-DD of a day that exists, as days since 1970-01-01.
bool parseDate(std::string_view text, std::int32_t& days) noexcept;
/// HH:MM, HH:MM:SS or HH:MM:SS.f with as many decimals as microseconds hold.
bool parseTime(std::string_view text, std::int64_t& microseconds) noexcept;
/// A day, 'T' or a blank, and a time; with a zone (Z, +HH, +HHMM, +HH:MM) it is an instant, in UTC.
bool parseTimestamp(std::string_view text, std::int64_t& microseconds, bool& zone) noexcept;

/// Equal but for the case of ASCII letters.
bool equalsIgnoringCase(std::string_view text, std::string_view lowerCase) noexcept;
/// Without blanks and tabs at both ends.
std::string_view trimmed(std::string_view text) noexcept;

} // namespace lepton::data
