// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialog.h"

namespace lepton::ui {

/// Asks once before something that cannot be undone, naming it. Deletes itself when closed.
class ConfirmDialog final : public Dialog
{
    Q_OBJECT

public:
    /// @p action is the button's text, a verb with its object.
    ConfirmDialog(QWidget* over, const QString& title, const QString& sentence, const QString& action);
};

} // namespace lepton::ui
