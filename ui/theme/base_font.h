// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace lepton::ui::theme {

/// The UI font: the system's, or where the platform gives none worth the name, Inter or Noto Sans, with a
/// Chinese face behind it. Sized in pixels.
QFont baseFont(const QFont& systemFont);

/// The fixed-pitch font at @p pixelSize.
QFont codeFont(int pixelSize);

} // namespace lepton::ui::theme
