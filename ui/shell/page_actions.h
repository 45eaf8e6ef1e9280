// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell_session.h"

#include <vector>

namespace lepton::ui {

/// Something that can be done on a page as it is now.
struct PageAction
{
    ActionEntry entry;
    QString whyNot{}; ///< of what is off, as its button says it
    QString about{};  ///< what it is done with, where several buttons are called alike
    /// Stands in a menu, or has an icon alone: offered to those who type what it is called.
    bool isAside = false;
};

/// What the visible buttons of @p page do, with the entries of their menus, and its tabs. Buttons that are
/// off without a reason are left out; so are segments and other choices. GUI thread; the actions may outlive
/// what they press.
std::vector<PageAction> pageActions(const QWidget& page);

} // namespace lepton::ui
