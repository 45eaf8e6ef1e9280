// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/search_button.h"

#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace lepton::ui {
namespace {

constexpr int capHeight = 18;
constexpr int lensSize = 14;

} // namespace

int paintKeycap(QPainter& painter, const QRect& area, int right, const QString& keys)
{
    painter.save();
    painter.setFont(theme::font(theme::Step::Caption));
    const int width = painter.fontMetrics().horizontalAdvance(keys) + 2 * 6;
    const QRect cap(right - width, area.y() + (area.height() - capHeight) / 2, width, capHeight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::color(theme::Role::Line2));
    painter.setBrush(theme::color(theme::Role::Surface));
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), theme::radiusTag, theme::radiusTag);
    painter.setPen(theme::color(theme::Role::Text2));
    paintText(painter, cap, Qt::AlignCenter, keys);
    painter.restore();
    return width;
}

SearchButton::SearchButton(QWidget* parent)
    : QPushButton(parent)
{
    setFixedHeight(theme::fieldHeight);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void SearchButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::color(underMouse() ? theme::Role::Ctrl : theme::Role::Line2));
    painter.setBrush(theme::color(isDown() ? theme::Role::Sunken : theme::Role::Page));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::radiusControl,
                            theme::radiusControl);
    painter.drawPixmap(
        10, (height() - lensSize) / 2,
        theme::pixmap(QStringLiteral("search"), theme::Role::Text2, lensSize, devicePixelRatioF()));
    const int cap = paintKeycap(painter, rect(), width() - 6, QStringLiteral("Ctrl K"));
    painter.setFont(theme::font(theme::Step::Body));
    painter.setPen(theme::color(theme::Role::Text3));
    const QRect text = rect().adjusted(10 + lensSize + 8, 0, -cap - 14, 0);
    paintText(painter, text, Qt::AlignLeft | Qt::AlignVCenter,
              painter.fontMetrics().elidedText(this->text(), Qt::ElideRight, text.width()));
}

} // namespace lepton::ui
