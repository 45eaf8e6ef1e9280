// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace lepton::ui {

/// How well @p pattern fits @p text: its characters must come in order, upper and lower case alike; more for
/// the beginning, for beginnings of words and for runs. Nothing when it does not fit. An empty pattern fits
/// all with 0.
std::optional<int> fuzzyScore(const QString& pattern, const QString& text);

} // namespace lepton::ui
