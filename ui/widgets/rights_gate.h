// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace lepton::ui {

/// Goes on with @p then where @p whyNot, asked on a worker, says nothing; else a dialog over the window of @p
/// over says why not, under @p title. For what can be begun from anywhere, by a shortcut or by dropping a
/// file, where no button could be off beforehand. Nothing happens once @p over is gone. An unset @p whyNot
/// lets all pass; one that throws, too: core refuses what must not be.
void whenAllowed(QWidget* over, const QString& title, std::function<std::optional<base::Error>()> whyNot,
                 std::function<void()> then);

} // namespace lepton::ui
