// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

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

constexpr int labelGap = theme::gap8;
constexpr int styleGap = theme::gap4; // what QPushButton reckons with

/// A link has no room around its words: they stand on the same line as what is above and below.
int roomBeside(const QPushButton& button)
{
    const auto* own = qobject_cast<const Button*>(&button);
    return own && own->kind() == ButtonKind::Link ? 0 : theme::gap4;
}

/// Icon, gap and words.
int labelWidth(const QPushButton& button)
{
    const int icon = button.icon().isNull() ? 0 : button.iconSize().width();
    const int gap = icon > 0 && !button.text().isEmpty() ? labelGap : 0;
    return icon + gap + button.fontMetrics().horizontalAdvance(button.text());
}

/// Below the words of a link.
QRect linkUnderline(const QPushButton& button)
{
    const QFontMetrics metrics = button.fontMetrics();
    const int words = metrics.horizontalAdvance(button.text());
    const int right = (button.width() + labelWidth(button)) / 2;
    const int baseline = (button.height() - metrics.height()) / 2 + metrics.ascent();
    return {right - words, baseline + 2, words, 1};
}

theme::Role textRole(ButtonKind kind)
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
        return theme::Role::Text2;
    case ButtonKind::Secondary:
        break;
    }
    return theme::Role::Text;
}

/// Enter clicks the button that has the focus, as Space does, and not the default one of its dialog.
class EnterClicks final : public QObject
{
public:
    explicit EnterClicks(QPushButton& button)
        : QObject(&button)
        , m_button(button)
    {
        button.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto& press = static_cast<const QKeyEvent&>(*event);
        const bool isEnter = press.key() == Qt::Key_Return || press.key() == Qt::Key_Enter;
        if (!isEnter || (press.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
            return false;
        if (!press.isAutoRepeat())
            m_button.click();
        return true;
    }

private:
    QPushButton& m_button;
};

} // namespace

void paintButtonLabel(QPainter& painter, const QPushButton& button, theme::Role text,
                      Qt::LayoutDirection direction)
{
    painter.setFont(button.font());
    painter.setPen(theme::color(text));
    const int icon = button.icon().isNull() ? 0 : button.iconSize().width();
    const int gap = icon > 0 && !button.text().isEmpty() ? labelGap : 0;
    const int room = button.width() - icon - gap - 2 * roomBeside(button);
    // what fits is left alone: an advance may be rounded down
    const QString shown = button.fontMetrics().horizontalAdvance(button.text()) <= room
                              ? button.text()
                              : button.fontMetrics().elidedText(button.text(), Qt::ElideRight, room);
    const int width = button.fontMetrics().horizontalAdvance(shown);
    int left = (button.width() - width - gap - icon) / 2;
    const int top = (button.height() - button.iconSize().height()) / 2;
    const bool before = direction == Qt::LeftToRight;
    if (icon > 0)
        button.icon().paint(&painter,
                            QRect(QPoint(before ? left : left + width + gap, top), button.iconSize()),
                            Qt::AlignCenter, button.isEnabled() ? QIcon::Normal : QIcon::Disabled);
    if (before)
        left += icon + gap;
    paintText(painter, QRect(left, 0, width + 1, button.height()), Qt::AlignLeft | Qt::AlignVCenter, shown);
}

Button::Button(ButtonKind kind, QWidget* parent)
    : Button(QString(), kind, parent)
{}

Button::Button(const QString& text, ButtonKind kind, QWidget* parent)
    : QPushButton(text, parent)
    , m_kind(kind)
{
    setIconSize(QSize(16, 16));
    setAutoDefault(false);
    new EnterClicks(*this);
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
    setProperty("iconName", name);
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

QSize Button::sizeHint() const
{
    QSize size = QPushButton::sizeHint();
    if (m_kind == ButtonKind::Link)
        return {labelWidth(*this), size.height()};
    if (!icon().isNull())
        size.rwidth() += labelGap - styleGap;
    return size;
}

void Button::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    if (m_kind == ButtonKind::Link && isEnabled() && underMouse())
        painter.fillRect(linkUnderline(*this), theme::color(theme::Role::Accent));
    paintButtonLabel(painter, *this, isEnabled() ? textRole(m_kind) : theme::Role::Text3, Qt::LeftToRight);
}

void Button::applyIcon()
{
    setIcon(m_iconName.isEmpty() ? QIcon() : theme::icon(m_iconName, textRole(m_kind)));
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
    setProperty("iconName", name);
    setIcon(theme::icon(name, role));
}

void IconButton::setFramed(bool on)
{
    setStyleProperty(this, "frame", on);
}

} // namespace lepton::ui
