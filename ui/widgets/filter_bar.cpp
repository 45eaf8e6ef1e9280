// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QPainter>
#include <QStyleOptionButton>

namespace lepton::ui {
namespace {

void paintFilterButton(QPushButton& button, QStyleOptionButton& option, theme::Role text)
{
    QPainter painter(&button);
    button.style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, &button);
    paintButtonLabel(painter, button, text, Qt::RightToLeft);
}

/// With the gap of 8 before the mark.
QSize withGap(QSize size)
{
    return {size.width() + theme::gap4, size.height()};
}

} // namespace

FilterField::FilterField(const QString& iconName, QWidget* parent)
    : QLineEdit(parent)
{
    setProperty("filter", true);
    addAction(theme::icon(iconName), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
}

void FilterField::setLabel(const QString& text)
{
    setPlaceholderText(text);
    setAccessibleName(text);
}

FilterButton::FilterButton(QWidget* parent)
    : QPushButton(parent)
{
    setProperty("filter", true);
    setIconSize(QSize(12, 12));
    show();
}

void FilterButton::setLabel(const QString& label)
{
    m_label = label;
    show();
}

void FilterButton::setActiveText(const QString& text)
{
    m_activeText = text;
    show();
}

QSize FilterButton::sizeHint() const
{
    return withGap(QPushButton::sizeHint());
}

void FilterButton::paintEvent(QPaintEvent*)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    paintFilterButton(*this, option, isActive() ? theme::Role::AccentText : theme::Role::Text2);
}

void FilterButton::show()
{
    setText(isActive() ? m_activeText : m_label);
    setAccessibleName(text());
    setIcon(theme::icon(QStringLiteral("chevron-down"),
                        isActive() ? theme::Role::AccentText : theme::Role::Text2));
    setStyleProperty(this, "active", isActive());
}

FilterChip::FilterChip(const QString& text, const QString& removeName, QWidget* parent)
    : QPushButton(text, parent)
{
    setProperty("filter", true);
    setProperty("active", true);
    setIconSize(QSize(12, 12));
    setIcon(theme::icon(QStringLiteral("close"), theme::Role::AccentText));
    setAccessibleName(removeName);
    setToolTip(removeName);
}

QSize FilterChip::sizeHint() const
{
    return withGap(QPushButton::sizeHint());
}

void FilterChip::paintEvent(QPaintEvent*)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    paintFilterButton(*this, option, theme::Role::AccentText);
}

} // namespace lepton::ui
