// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace lepton::train {

/// @p text as the content of an element or a quoted attribute: the five characters of markup are escaped, and
/// control characters that HTML does not allow become U+FFFD.
std::string escaped(std::string_view text);
/// The same in an element of its own that keeps the direction of its letters from its neighbours.
std::string isolated(std::string_view text);
std::string scoreText(double value);       ///< "0.925", "NaN"
std::string countText(std::int64_t value); ///< "12,345"
std::string changeText(double change);     ///< an arrow and "0.012"; "=" where the digits are equal
std::string percentText(double share);     ///< 0 to 1 as "12.5", without the sign
/// @p pattern with each "{}" replaced by the next of @p values.
std::string filled(std::string_view pattern, std::initializer_list<std::string_view> values);

} // namespace lepton::train
