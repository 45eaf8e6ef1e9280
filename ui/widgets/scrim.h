// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lepton::ui {

/// Darkens the window that it covers and takes its clicks.
class Scrim : public QWidget
{
    Q_OBJECT

public:
    explicit Scrim(QWidget* window);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace lepton::ui
