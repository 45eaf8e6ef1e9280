// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QFont;

namespace lepton::ui {

/// @p text as one line, or as two where @p room does not hold it: broken at a blank, or where a name is put
/// together of parts ("_", "-", "."). The second line may still be too long.
QStringList twoLines(const QString& text, const QFont& font, int room);

} // namespace lepton::ui
