// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace lepton::ui {

class Button;
class IconLabel;
class TextLabel;

/// Says why there is nothing to see and what to do about it: icon, title, a sentence, one primary action, at
/// most one other.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const QString& iconName, QWidget* parent = nullptr);

    void setText(const QString& title, const QString& sentence);
    /// Hidden until they have a text.
    Button* primaryButton() const noexcept { return m_primary; }
    Button* otherButton() const noexcept { return m_other; }
    void setPrimary(const QString& text, const QString& iconName = {});
    void setOther(const QString& text);

private:
    IconLabel* m_icon;
    TextLabel* m_title;
    TextLabel* m_sentence;
    Button* m_primary;
    Button* m_other;
};

} // namespace lepton::ui
