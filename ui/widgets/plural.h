// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

namespace lepton::ui {

/// For tr(), whose plural forms take an int; beyond it every language uses the form of its large numbers.
constexpr int plural(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
}

} // namespace lepton::ui
