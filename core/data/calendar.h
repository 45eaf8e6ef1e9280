// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace lepton::data {

/// A day of the proleptic Gregorian calendar.
struct CivilDay
{
    std::int64_t year = 1970;
    int month = 1; ///< 1 to 12
    int day = 1;   ///< 1 to 31
};

inline constexpr std::int64_t microsecondsPerSecond = 1'000'000;
inline constexpr std::int64_t microsecondsPerDay = 86'400 * microsecondsPerSecond;

/// Days since 1970-01-01. The day must exist. Counts in eras of 400 years that begin on 1 March, so that the
/// leap day is the last of its year.
constexpr std::int64_t daysFromCivil(std::int64_t year, int month, int day) noexcept
{
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468;
}

/// The day that is @p days after 1970-01-01.
constexpr CivilDay civilFromDays(std::int64_t days) noexcept
{
    const std::int64_t shifted = days + 719'468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const std::int64_t dayOfEra = shifted - era * 146'097;
    const std::int64_t yearOfEra =
        (dayOfEra - dayOfEra / 1'460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    const int day = static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    const int month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

constexpr bool isLeapYear(std::int64_t year) noexcept
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// Days of @p month (1 to 12) in @p year.
constexpr int daysInMonth(std::int64_t year, int month) noexcept
{
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[month - 1];
}

} // namespace lepton::data
