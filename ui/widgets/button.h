// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>
#include <QToolButton>

namespace lepton::ui {

/// Primary: one a page. DangerFill: only in a dialog that confirms. Link: text in the accent colour.
enum class ButtonKind
{
    Secondary,
    Primary,
    Quiet,
    Danger,
    DangerFill,
    Link
};

/// A push button of the product: 30 high (small: 26), optional icon in the colour of its kind.
class Button : public QPushButton
{
    Q_OBJECT

public:
    explicit Button(ButtonKind kind = ButtonKind::Secondary, QWidget* parent = nullptr);
    Button(const QString& text, ButtonKind kind, QWidget* parent = nullptr);

    void setKind(ButtonKind kind);
    ButtonKind kind() const noexcept { return m_kind; }
    /// An icon of the set; empty for none.
    void setIconName(const QString& name);
    void setSmall(bool on);
    /// Off with the reason as tooltip and accessible description; on with an empty @p reason.
    void setDisabledReason(const QString& reason);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void applyIcon();

    ButtonKind m_kind;
    QString m_iconName;
};

/// Paints icon and text of @p button, 8 apart and centred; the style sheet leaves 4.
void paintButtonLabel(QPainter& painter, const QPushButton& button, theme::Role text,
                      Qt::LayoutDirection direction);

/// A square button with an icon alone. The tooltip is its accessible name.
class IconButton : public QToolButton
{
    Q_OBJECT

public:
    /// @p side is 24 or more, in pixels.
    explicit IconButton(const QString& iconName, int side = 28, QWidget* parent = nullptr);

    /// Tooltip and accessible name. @p shortcut is shown behind the tooltip's text.
    void setLabel(const QString& text, const QString& shortcut = {});
    void setIconName(const QString& name, theme::Role role = theme::Role::Text2);
    /// With the border of a secondary button.
    void setFramed(bool on);
};

} // namespace lepton::ui
