// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QToolButton;

namespace lepton::ui {

/// Joined choices of which one is on.
class Segment : public QWidget
{
    Q_OBJECT

public:
    explicit Segment(QWidget* parent = nullptr);

    /// @p iconName alone shows the icon, with @p text as tooltip and accessible name.
    QToolButton* add(int id, const QString& text, const QString& iconName = {});
    /// 24 high instead of 28, for the header of a card.
    void setSmall(bool isSmall);
    void setText(int id, const QString& text);
    int current() const;
    /// Emits nothing.
    void setCurrent(int id);

Q_SIGNALS:
    /// A person chose @p id.
    void chosen(int id);

private:
    void join();

    QButtonGroup* m_group;
    QHBoxLayout* m_layout;
    bool m_isSmall = false;
};

} // namespace lepton::ui
