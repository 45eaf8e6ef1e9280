// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/widgets/text_label.h"

namespace lepton::ui {
namespace {

const char* kindName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return "primary";
    case ButtonKind::Quiet:
        return "quiet";
    case ButtonKind::Danger:
        return "danger";
    case ButtonKind::DangerFill:
        return "dangerFill";
    case ButtonKind::Link:
        return "link";
    case ButtonKind::Secondary:
        break;
    }
    return "secondary";
}

theme::Role iconRole(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return theme::Role::OnAccent;
    case ButtonKind::Danger:
    case ButtonKind::DangerFill:
        return theme::Role::BadText;
    case ButtonKind::Link:
        return theme::Role::Accent;
    case ButtonKind::Quiet:
    case ButtonKind::Secondary:
        break;
    }
    return theme::Role::Text;
}

} // namespace

Button::Button(ButtonKind kind, QWidget* parent)
    : Button(QString(), kind, parent)
{}

Button::Button(const QString& text, ButtonKind kind, QWidget* parent)
    : QPushButton(text, parent)
    , m_kind(kind)
{
    setIconSize(QSize(16, 16));
    setAutoDefault(false);
    setKind(kind);
}

void Button::setKind(ButtonKind kind)
{
    m_kind = kind;
    setStyleProperty(this, "kind", QLatin1String(kindName(kind)));
    applyIcon();
}

void Button::setIconName(const QString& name)
{
    m_iconName = name;
    applyIcon();
}

void Button::setSmall(bool on)
{
    setStyleProperty(this, "small", on);
    setIconSize(on ? QSize(14, 14) : QSize(16, 16));
}

void Button::setDisabledReason(const QString& reason)
{
    setEnabled(reason.isEmpty());
    setToolTip(reason);
    setAccessibleDescription(reason);
}

void Button::applyIcon()
{
    setIcon(m_iconName.isEmpty() ? QIcon() : theme::icon(m_iconName, iconRole(m_kind)));
}

IconButton::IconButton(const QString& iconName, int side, QWidget* parent)
    : QToolButton(parent)
{
    setFixedSize(side, side);
    setIconSize(QSize(16, 16));
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    setIconName(iconName);
}

void IconButton::setLabel(const QString& text, const QString& shortcut)
{
    setAccessibleName(text);
    setToolTip(shortcut.isEmpty() ? text : QStringLiteral("%1  %2").arg(text, shortcut));
}

void IconButton::setIconName(const QString& name, theme::Role role)
{
    setIcon(theme::icon(name, role));
}

void IconButton::setFramed(bool on)
{
    setStyleProperty(this, "frame", on);
}

} // namespace lepton::ui
