// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialog.h"

namespace lepton::ui {

/// F1: a few sentences on the page, then the keys that work everywhere.
class HelpDialog final : public Dialog
{
    Q_OBJECT

public:
    /// @p ofPage may be empty. @p railPages: how many pages have a key.
    HelpDialog(QWidget* over, const QString& title, const QString& ofPage, int railPages);
};

} // namespace lepton::ui
