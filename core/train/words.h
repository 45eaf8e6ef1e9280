// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace lepton::train {

/// "1,234,567".
std::string grouped(std::int64_t number);
/// "1 row", "3,360 rows".
std::string counted(std::int64_t number, std::string_view noun, std::string_view plural = {});
/// "12.5 %", "< 0.1 %".
std::string percent(double share);
/// "1.5 GB", in powers of 1,000.
std::string bytesText(std::int64_t bytes);
/// Names in quotes, at most five of them: "\"a\", \"b\" and 3 more".
std::string quotedList(std::span<const std::string> names);

} // namespace lepton::train
