// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialog.h"

#include <functional>

namespace lepton::ui {

enum class ButtonKind;

/// A few sentences and buttons: confirming, explaining a failed job, help.
class MessageDialog : public Dialog
{
    Q_OBJECT

public:
    MessageDialog(QWidget* over, const QString& iconName, const QString& title, const QString& text);

    /// In the order of calls; the last is at the right. Each closes the dialog, then calls @p action.
    void addChoice(const QString& text, ButtonKind kind, const QString& objectName,
                   std::function<void()> action);

protected:
    /// As high as its text is, which is known once it has its style.
    void showEvent(QShowEvent* event) override;
};

} // namespace lepton::ui
