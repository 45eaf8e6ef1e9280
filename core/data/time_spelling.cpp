// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/time_spelling.h"

#include "data/calendar.h"

#include <algorithm>
#include <string_view>

namespace lepton::data {

namespace {

/// Minutes east of Greenwich of "Z", "+08", "+0800" or "+08:00".
std::int64_t minutesOf(std::string_view zone)
{
    std::int64_t digits[4] = {};
    std::size_t count = 0;
    for (const char c : zone) {
        if (c >= '0' && c <= '9' && count < 4)
            digits[count++] = c - '0';
    }
    const std::int64_t minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3];
    return zone.starts_with('-') ? -minutes : minutes;
}

} // namespace

std::string spelledTime(const Column& column, std::int64_t microseconds, const CellSpelling& spelling)
{
    const bool instant = column.type == ColumnType::Timestamp && column.utc;
    if (instant)
        microseconds += minutesOf(spelling.zone) * 60 * microsecondsPerSecond;
    Column local = column;
    local.utc = false;
    std::string text = formatCell(local, microseconds);
    const std::size_t separator = text.find('T');
    if (separator != std::string::npos)
        text[separator] = spelling.timeSeparator;

    // formatCell() writes HH:MM:SS and 0, 3 or 6 decimals at the end.
    const std::size_t point = text.find('.');
    const std::int64_t ofSecond =
        (microseconds % microsecondsPerSecond + microsecondsPerSecond) % microsecondsPerSecond;
    if (spelling.secondDecimals == CellSpelling::withoutSeconds) {
        if (ofSecond == 0 && text.ends_with(":00"))
            text.resize(text.size() - 3);
    } else if (spelling.secondDecimals >= 0) {
        std::string decimals = point == std::string::npos ? std::string() : text.substr(point + 1);
        const auto wanted = static_cast<std::size_t>(spelling.secondDecimals);
        while (decimals.size() > wanted && decimals.back() == '0')
            decimals.pop_back();
        decimals.resize(std::max(decimals.size(), wanted), '0');
        text = text.substr(0, point) + (decimals.empty() ? "" : "." + decimals);
    }
    return instant ? text + spelling.zone : text;
}

} // namespace lepton::data
