// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/model_facts.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace lepton::ui {

class IconLabel;
class TextLabel;

/// Of an icon in a line of text.
inline constexpr int lineIconSide = 14;

/// A member with avatar, name and a second line; at the right an icon and a word.
class PersonRow final : public QWidget
{
    Q_OBJECT

public:
    PersonRow(const Person& person, const QString& second, QWidget* parent = nullptr);

    void setState(const QString& icon, theme::Role tone, const QString& text);

private:
    IconLabel* m_icon;
    TextLabel* m_state;
};

/// An icon and a line of text below each other with others; a fact, a gate.
QWidget* makeIconLine(const QString& icon, theme::Role tone, const QString& text, theme::Step step,
                      const QString& right = {});

} // namespace lepton::ui
