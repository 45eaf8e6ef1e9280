// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/cell_format.h"
#include "ui/datasets/grid/hist_header.h"
#include "ui/datasets/grid/hist_header_layout.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace lepton::ui {

using namespace header_layout;
using theme::Role;

void HistHeader::paintSection(QPainter* painter, const QRect& rect, int logical) const
{
    painter->save();
    painter->setClipRect(rect);
    const bool current = logical == m_current;
    painter->fillRect(rect, theme::color(current                ? Role::AccentSoft
                                         : logical == m_hovered ? Role::Hover
                                                                : Role::Surface));
    const QRect inner = rect.adjusted(pad, 0, -pad - 1, 0);
    paintName(*painter, QRect(inner.left(), rect.top() + nameTop, inner.width(), lineHeight), logical);
    paintChart(*painter, QRect(inner.left(), rect.top() + chartTop, inner.width(), chartHeight), logical);
    paintCaption(*painter, QRect(inner.left(), rect.top() + captionTop, inner.width(), lineHeight), logical);
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme::color(Role::Line));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme::color(Role::Line));
    painter->restore();
}

void HistHeader::paintName(QPainter& painter, const QRect& area, int logical) const
{
    const auto column = static_cast<std::size_t>(logical);
    const data::Column& which = m_table.column(column);
    const QString name = QString::fromStdString(which.name);
    const qreal ratio = devicePixelRatioF();
    int right = area.right() + 1;
    const auto icon = [&](const QString& drawing) {
        right -= theme::smallIconSide;
        painter.drawPixmap(right, area.top() + (area.height() - theme::smallIconSide) / 2,
                           theme::pixmap(drawing, Role::Accent, theme::smallIconSide, ratio));
        right -= theme::gap4;
    };
    if (const auto& sort = m_table.sortKey(); sort && sort->column == column)
        icon(sort->descending ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up"));
    if (m_table.isFiltered() && mentionsColumn(m_table.appliedFilter(), name))
        icon(QStringLiteral("filter"));
    painter.setFont(theme::font(theme::Step::Small, QFont::Medium));
    painter.setPen(theme::color(Role::Text));
    const QRect room(area.left(), area.top(), right - area.left(), area.height());
    const QString shown = painter.fontMetrics().elidedText(name, Qt::ElideRight, room.width());
    paintText(painter, room, Qt::AlignVCenter | Qt::AlignLeft, shown);
}

void HistHeader::paintChart(QPainter& painter, const QRect& area, int logical) const
{
    const auto column = static_cast<std::size_t>(logical);
    const data::ColumnProfile* profile = m_table.profile(column);
    if (profile == nullptr)
        return;
    const bool strong = logical == m_current;
    switch (columnShape(m_table.column(column), *profile)) {
    case ColumnShape::Histogram: {
        std::optional<ValueRange> marked;
        if (m_brush && m_brush->logical == logical)
            marked = brushedRange(*m_brush);
        paintColumnHistogram(painter, area, profile->histogram,
                             strong && !marked ? Emphasis::Strong : Emphasis::Rest, marked);
        painter.fillRect(QRect(area.left(), area.bottom() + 1, area.width(), 1), theme::color(Role::Line2));
        break;
    }
    case ColumnShape::Shares:
        paintColumnShares(painter, QRect(area.left(), area.top() + area.height() - 10, area.width(), 10),
                          *profile, strong ? Emphasis::Strong : Emphasis::Rest);
        break;
    case ColumnShape::None:
        break;
    }
}

void HistHeader::paintCaption(QPainter& painter, const QRect& area, int logical) const
{
    const auto column = static_cast<std::size_t>(logical);
    const data::Column& which = m_table.column(column);
    const data::ColumnProfile* profile = m_table.profile(column);
    painter.drawPixmap(
        area.left(), area.top() + (area.height() - theme::smallIconSide) / 2,
        theme::pixmap(typeIcon(which, profile), Role::Text2, theme::smallIconSide, devicePixelRatioF()));
    QString caption = profile != nullptr ? columnCaption(which, *profile) : QString();
    if (m_brush && m_brush->logical == logical) {
        const ValueRange range = brushedRange(*m_brush);
        const CellFormat format(which, QLocale(), 0, true);
        caption = tr("%1 to %2").arg(format.statistic(range.low), format.statistic(range.high));
    }
    painter.setFont(theme::font(theme::Step::Caption));
    painter.setPen(theme::color(Role::Text2));
    const QRect room = area.adjusted(theme::smallIconSide + theme::gap4, 0, 0, 0);
    paintText(painter, room, Qt::AlignVCenter | Qt::AlignLeft,
              painter.fontMetrics().elidedText(caption, Qt::ElideRight, room.width()));
}

} // namespace lepton::ui
