// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QApplication;

namespace lepton::ui::theme {

/// While a menu is open, Qt tells no button that the pointer has left it: the one that opened the menu would
/// look hovered until the pointer passes over it again. Owned by the application.
class HoverEnd final : public QObject
{
public:
    explicit HoverEnd(QApplication& application);

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace lepton::ui::theme
