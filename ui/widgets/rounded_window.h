// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace lepton::ui {

/// Lets the rounded frame of a frameless @p window be its outline, also where nothing composes windows:
/// there, what is translucent would come out black. For the constructor, before the window is shown.
void roundCorners(QWidget& window);

} // namespace lepton::ui
