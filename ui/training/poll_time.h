// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace lepton::ui {

/// How often a page that is seen asks what runs do.
inline constexpr std::chrono::milliseconds pollTime{500};
/// The same for a comparison, all of which is read anew.
inline constexpr std::chrono::milliseconds comparisonPollTime{2'000};

} // namespace lepton::ui
