// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/recipe.h"

#include <QString>

namespace lepton::ui {

/// The value of a recipe's @p key as --set writes it: "2e-5", "balanced", "model".
QString recipeValue(const train::Recipe& recipe, std::string_view key);

/// The command that starts the same run in a shell, one option a line; only what differs from the defaults is
/// set. @p version 0: the newest.
QString trainCommand(const train::Recipe& recipe, const QString& dataset, int version,
                     const QString& baseModel);

} // namespace lepton::ui
