// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/filter_literal.h"

#include "data/calendar.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace lepton::data {
namespace {

constexpr std::int64_t hugeExponent = 1'000'000'000;

/// Takes @p count digits from the front of @p text.
std::optional<std::int64_t> takeDigits(std::string_view& text, std::size_t count)
{
    std::int64_t value = 0;
    if (text.size() < count)
        return std::nullopt;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool takeChar(std::string_view& text, char c)
{
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::int64_t> takeDay(std::string_view& text)
{
    const bool negative = text.starts_with('-');
    const bool sign = negative || text.starts_with('+');
    text.remove_prefix(sign);
    const std::size_t digits = std::min(text.find('-'), text.size());
    // Days of years beyond six digits do not fit in a timestamp anyway.
    if (digits < 4 || digits > 6 || (!sign && digits != 4))
        return std::nullopt;
    const auto year = takeDigits(text, digits);
    if (!year || !takeChar(text, '-'))
        return std::nullopt;
    const auto month = takeDigits(text, 2);
    if (!month || *month < 1 || *month > 12 || !takeChar(text, '-'))
        return std::nullopt;
    const auto day = takeDigits(text, 2);
    const std::int64_t signedYear = negative ? -*year : *year;
    if (!day || *day < 1 || *day > daysInMonth(signedYear, static_cast<int>(*month)))
        return std::nullopt;
    return daysFromCivil(signedYear, static_cast<int>(*month), static_cast<int>(*day));
}

std::optional<std::int64_t> takeTime(std::string_view& text)
{
    const auto hour = takeDigits(text, 2);
    if (!hour || *hour > 23 || !takeChar(text, ':'))
        return std::nullopt;
    const auto minute = takeDigits(text, 2);
    if (!minute || *minute > 59)
        return std::nullopt;
    std::int64_t microseconds = (*hour * 3600 + *minute * 60) * microsecondsPerSecond;
    if (!takeChar(text, ':'))
        return microseconds;
    const auto second = takeDigits(text, 2);
    if (!second || *second > 59)
        return std::nullopt;
    microseconds += *second * microsecondsPerSecond;
    if (!takeChar(text, '.'))
        return microseconds;
    std::int64_t unit = microsecondsPerSecond / 10;
    bool any = false;
    while (const auto digit = takeDigits(text, 1)) {
        if (unit == 0)
            return std::nullopt;
        microseconds += *digit * unit;
        unit /= 10;
        any = true;
    }
    return any ? std::optional(microseconds) : std::nullopt;
}

/// Z or +02:00, as minutes.
std::optional<std::int64_t> takeZone(std::string_view& text)
{
    if (takeChar(text, 'Z'))
        return 0;
    const bool negative = text.starts_with('-');
    if (!negative && !text.starts_with('+'))
        return std::nullopt;
    text.remove_prefix(1);
    const auto hours = takeDigits(text, 2);
    if (!hours || !takeChar(text, ':'))
        return std::nullopt;
    const auto minutes = takeDigits(text, 2);
    if (!minutes || *minutes > 59)
        return std::nullopt;
    const std::int64_t offset = *hours * 60 + *minutes;
    return negative ? -offset : offset;
}

} // namespace

ExactNumber::ExactNumber(std::string_view text)
    : m_text(text.starts_with('+') ? text.substr(1) : text)
{
    std::string_view rest = m_text;
    m_negative = takeChar(rest, '-');
    bool behindPoint = false;
    while (!rest.empty() && rest.front() != 'e' && rest.front() != 'E') {
        if (rest.front() == '.') {
            behindPoint = true;
        } else {
            m_exponent -= behindPoint;
            if (!m_digits.empty() || rest.front() != '0')
                m_digits += rest.front();
        }
        rest.remove_prefix(1);
    }
    if (rest.empty())
        return;
    rest.remove_prefix(1);
    if (rest.starts_with('+'))
        rest.remove_prefix(1);
    std::int64_t exponent = 0;
    const auto result = std::from_chars(rest.data(), rest.data() + rest.size(), exponent);
    if (result.ec == std::errc::result_out_of_range)
        exponent = rest.starts_with('-') ? -hugeExponent : hugeExponent;
    m_exponent += std::clamp(exponent, -hugeExponent, hugeExponent);
}

ExactNumber::Floor ExactNumber::floorOf(int scale) const
{
    Floor floor;
    constexpr std::int64_t mostDigits = 38;
    const auto length = static_cast<std::int64_t>(m_digits.size());
    // Digits before the point once the value is multiplied.
    const std::int64_t whole = length + m_exponent + scale;
    if (length == 0) {
        floor.exact = true;
        return floor;
    }
    if (whole > mostDigits) {
        floor.beyond = m_negative ? -1 : 1;
        return floor;
    }
    floor.exact = true;
    for (std::int64_t i = 0; i < std::max(whole, length); ++i) {
        const int digit = i < length ? m_digits[static_cast<std::size_t>(i)] - '0' : 0;
        if (i < whole)
            floor.value = floor.value * 10 + digit;
        else if (digit != 0)
            floor.exact = false;
    }
    if (m_negative)
        floor.value = -floor.value - (floor.exact ? 0 : 1);
    return floor;
}

double ExactNumber::nearestDouble() const
{
    double value = 0;
    const auto result = std::from_chars(m_text.data(), m_text.data() + m_text.size(), value);
    if (result.ec == std::errc::result_out_of_range) {
        // from_chars leaves the value alone for what is too large and for what is too small.
        const bool large = static_cast<std::int64_t>(m_digits.size()) + m_exponent > 0;
        value = large ? std::numeric_limits<double>::infinity() : 0.0;
        return m_negative ? -value : value;
    }
    return value;
}

std::optional<std::int64_t> parseDay(std::string_view text)
{
    const auto day = takeDay(text);
    return text.empty() ? day : std::nullopt;
}

std::optional<std::int64_t> parseTimeOfDay(std::string_view text)
{
    const auto time = takeTime(text);
    return text.empty() ? time : std::nullopt;
}

std::optional<std::int64_t> parseMoment(std::string_view text, bool utc)
{
    const auto day = takeDay(text);
    if (!day || std::abs(*day) > std::numeric_limits<std::int64_t>::max() / microsecondsPerDay - 2)
        return std::nullopt;
    std::int64_t moment = *day * microsecondsPerDay;
    if (text.empty())
        return moment;
    if (!takeChar(text, 'T') && !takeChar(text, ' '))
        return std::nullopt;
    const auto time = takeTime(text);
    if (!time)
        return std::nullopt;
    moment += *time;
    if (utc && !text.empty()) {
        const auto zone = takeZone(text);
        if (!zone)
            return std::nullopt;
        moment -= *zone * 60 * microsecondsPerSecond;
    }
    return text.empty() ? std::optional(moment) : std::nullopt;
}

} // namespace lepton::data
