// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QGraphicsOpacityEffect;
class QPropertyAnimation;

namespace lepton::ui {

class Button;
class TextLabel;

/// One line at the bottom right of the window, above the strip and above the foot of a page that has one (a
/// widget with the property pageFoot), whose primary action must stay in reach. With an undo it stays 8 s,
/// else 5 s; the time stands still under the pointer. A new one takes the place of the one before.
class ToastHost : public QFrame
{
    Q_OBJECT

public:
    explicit ToastHost(QWidget* window);

    void showToast(const QString& text, std::function<void()> undo);
    void hideToast();
    /// Ctrl+Z: false when there is nothing to undo.
    bool undo();
    QString text() const;
    void retranslate();
    /// Moves it to where it belongs, as after another page was shown.
    void place();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void fade(bool in);

    TextLabel* m_text;
    Button* m_undoButton;
    class IconButton* m_close;
    std::function<void()> m_undo;
    QTimer m_timer;
    QGraphicsOpacityEffect* m_effect;
    QPropertyAnimation* m_animation;
};

} // namespace lepton::ui
