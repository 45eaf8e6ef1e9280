// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace lepton::ui {

class Button;
class TextLabel;

/// One way in: icon on a tinted square, title, two or three lines, a button, a hint.
class WelcomeCard final : public QFrame
{
    Q_OBJECT

public:
    /// The @p chosen one has the accent border and the primary button.
    WelcomeCard(const QString& iconName, bool chosen, QWidget* parent = nullptr);

    void setText(const QString& title, const QString& sentence, const QString& button, const QString& hint);
    Button* button() const noexcept { return m_button; }

private:
    TextLabel* m_title;
    TextLabel* m_sentence;
    Button* m_button;
    TextLabel* m_hint;
};

} // namespace lepton::ui
