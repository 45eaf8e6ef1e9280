// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/html_text.h"

#include "train/report/score_scale.h"

#include <fmt/format.h>

#include <cmath>

namespace lepton::train {

std::string escaped(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (const char character : text) {
        switch (character) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        case '\t':
        case '\n':
        case '\r':
            result += character;
            break;
        default:
            if (static_cast<unsigned char>(character) < 0x20 || character == 0x7F)
                result += "\xEF\xBF\xBD";
            else
                result += character;
        }
    }
    return result;
}

std::string isolated(std::string_view text)
{
    return "<bdi>" + escaped(text) + "</bdi>";
}

std::string scoreText(double value)
{
    return std::isnan(value) ? "NaN" : fmt::format("{:.3f}", value);
}

std::string countText(std::int64_t value)
{
    std::string digits = std::to_string(value);
    for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > (value < 0 ? 1 : 0); place -= 3)
        digits.insert(static_cast<std::size_t>(place), ",");
    return digits;
}

std::string changeText(double change)
{
    const char* sign = !isVisibleChange(change) ? "=" : change > 0 ? "\u2191" : "\u2193";
    return fmt::format("{} {:.3f}", sign, std::abs(change));
}

std::string percentText(double share)
{
    return fmt::format("{:.1f}", 100 * share);
}

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> values)
{
    std::string result;
    std::size_t from = 0;
    for (const std::string_view value : values) {
        const std::size_t place = pattern.find("{}", from);
        if (place == std::string_view::npos)
            break;
        result += pattern.substr(from, place - from);
        result += value;
        from = place + 2;
    }
    result += pattern.substr(from);
    return result;
}

} // namespace lepton::train
