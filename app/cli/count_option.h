// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstdint>
#include <string>

namespace lepton::cli {

/// What is wrong with @p text as a count, from 0 to the largest of 64 bits; empty when nothing is.
inline std::string faultOfCount(const std::string& text)
{
    std::int64_t count = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, count);
    if (error == std::errc::result_out_of_range)
        return text + " is too large";
    if (error != std::errc() || stopped != end || count < 0)
        return '"' + text + "\" is no count. Give a whole number from 0 on";
    return {};
}

} // namespace lepton::cli
