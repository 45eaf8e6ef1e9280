// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// For core alone: the values that stand in a filter.

#include "data/int128.h"
#include "data/schema.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lepton::data {

/// A number as written, compared with whole numbers without rounding.
class ExactNumber
{
public:
    /// @p text is a number of the filter language.
    explicit ExactNumber(std::string_view text);

    /// The largest whole number that is not above the value times 10^scale.
    struct Floor
    {
        Int128 value = 0;
        bool exact = false; ///< nothing was cut off
        int beyond =
            0; ///< -1 or 1: below or above every 38-digit number, and then value and exact say nothing
    };
    Floor floorOf(int scale) const;

    /// The nearest double; infinite beyond the largest.
    double nearestDouble() const;

private:
    bool m_negative = false;
    std::string m_digits; ///< without zeros at the front; empty for 0
    std::int64_t m_exponent = 0;
    std::string m_text;
};

/// "2024-01-31" as days since 1970-01-01; a sign and more digits for other years, as formatCell() writes
/// them.
std::optional<std::int64_t> parseDay(std::string_view text);
/// "13:45", "13:45:10" or with up to six digits more, as microseconds.
std::optional<std::int64_t> parseTimeOfDay(std::string_view text);
/// A day, or day and time with T or a blank between; with @p utc Z or an offset may follow.
std::optional<std::int64_t> parseMoment(std::string_view text, bool utc);

} // namespace lepton::data
