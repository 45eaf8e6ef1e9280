// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QAction>

namespace lepton::ui {

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
    setLayoutDirection(Qt::RightToLeft); // the chevron stands behind the text
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
    setLayoutDirection(Qt::RightToLeft);
    setIcon(theme::icon(QStringLiteral("close"), theme::Role::AccentText));
    setAccessibleName(removeName);
    setToolTip(removeName);
}

} // namespace lepton::ui
