// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lepton::ui {

/// What F1 shows: @p ofPage, then the keys that work everywhere.
QString helpText(const QString& ofPage);

} // namespace lepton::ui
