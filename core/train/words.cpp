// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/words.h"

#include "base/text.h"

#include <fmt/format.h>

#include <cmath>

namespace lepton::train {
namespace {

std::string withOneDigit(double number)
{
    return fmt::format("{:.1f}", number);
}

} // namespace

std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    const std::size_t first = digits.front() == '-' ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

std::string counted(std::int64_t number, std::string_view noun, std::string_view plural)
{
    std::string text = grouped(number) + " ";
    if (number == 1)
        return text.append(noun);
    return plural.empty() ? text.append(noun) + "s" : text.append(plural);
}

std::string percent(double share)
{
    constexpr double least = 0.1;
    const double value = share * 100;
    return value > 0 && value < least ? "< 0.1 %" : withOneDigit(value) + " %";
}

std::string bytesText(std::int64_t bytes)
{
    constexpr std::array<const char*, 4> units{"kB", "MB", "GB", "TB"};
    double value = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    while (value >= 1000 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    return withOneDigit(value) + " " + units[unit];
}

std::string quotedList(std::span<const std::string> names)
{
    constexpr std::size_t most = 5;
    constexpr std::size_t longest = 60;
    std::string text;
    const std::size_t shown = names.size() > most ? most : names.size();
    for (std::size_t i = 0; i < shown; ++i) {
        const bool isCut = base::codePointCount(names[i]) > longest;
        text += i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
        text += "\"" + std::string(base::firstCodePoints(names[i], longest)) + (isCut ? "..." : "") + "\"";
    }
    if (names.size() > shown)
        text += " and " + grouped(static_cast<std::int64_t>(names.size() - shown)) + " more";
    return text;
}

} // namespace lepton::train
