// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QApplication;
class QFocusFrame;
class QWidget;

namespace lepton::ui::theme {

/// Shows the ring round the widget that the keyboard brought the focus to, and round no other.
class FocusRing final : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QApplication& application);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(QWidget* widget);
    void hide();

    QPointer<QFocusFrame> m_frame;
};

} // namespace lepton::ui::theme
