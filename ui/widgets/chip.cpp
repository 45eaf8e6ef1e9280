// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/widgets/paint.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int padding = 8;

struct Colors
{
    theme::Role text;
    theme::Role background;
};

Colors colorsOf(ChipKind kind)
{
    switch (kind) {
    case ChipKind::Good:
        return {theme::Role::Good, theme::Role::GoodBg};
    case ChipKind::Warn:
        return {theme::Role::WarnText, theme::Role::WarnBg};
    case ChipKind::Bad:
        return {theme::Role::BadText, theme::Role::BadBg};
    case ChipKind::Accent:
        return {theme::Role::AccentText, theme::Role::AccentSoft};
    case ChipKind::Outline:
        return {theme::Role::Text2, theme::Role::Surface};
    case ChipKind::Neutral:
        break;
    }
    return {theme::Role::Neutral, theme::Role::NeutralBg};
}

QFont chipFont()
{
    return theme::font(theme::Step::Caption, QFont::Medium);
}

} // namespace

QSize chipSize(const ChipContent& content)
{
    const QFontMetrics metrics(chipFont());
    const int icon = content.icon.isEmpty() ? 0 : theme::smallIconSide + theme::gap4;
    return {metrics.horizontalAdvance(content.text) + icon + 2 * padding, theme::chipHeight};
}

int paintChip(QPainter& painter, const QRect& area, const ChipContent& content)
{
    const int width = std::min(chipSize(content).width(), area.width());
    const QRect pill(area.left(), area.top() + (area.height() - theme::chipHeight) / 2, width,
                     theme::chipHeight);
    const Colors colors = colorsOf(content.kind);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme::color(colors.background));
    painter.setPen(content.kind == ChipKind::Outline ? QPen(theme::color(theme::Role::Line2))
                                                     : QPen(Qt::NoPen));
    const qreal inset = content.kind == ChipKind::Outline ? 0.5 : 0.0;
    painter.drawRoundedRect(QRectF(pill).adjusted(inset, inset, -inset, -inset), theme::chipHeight / 2.0,
                            theme::chipHeight / 2.0);

    QRect text = pill.adjusted(padding, 0, -padding, 0);
    if (!content.icon.isEmpty()) {
        painter.drawPixmap(text.left(), pill.top() + (pill.height() - theme::smallIconSide) / 2,
                           theme::pixmap(content.icon, colors.text, theme::smallIconSide,
                                         painter.device()->devicePixelRatioF()));
        text.setLeft(text.left() + theme::smallIconSide + theme::gap4);
    }
    painter.setFont(chipFont());
    painter.setPen(theme::color(colors.text));
    const QString shown = painter.fontMetrics().elidedText(content.text, Qt::ElideRight, text.width() + 1);
    paintText(painter, text, Qt::AlignLeft | Qt::AlignVCenter, shown);
    painter.restore();
    return width;
}

Chip::Chip(QWidget* parent)
    : Chip(ChipContent{}, parent)
{}

Chip::Chip(ChipContent content, QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setContent(std::move(content));
}

void Chip::setContent(ChipContent content)
{
    m_content = std::move(content);
    setAccessibleName(m_content.text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return chipSize(m_content);
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_content);
}

void Chip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace lepton::ui
