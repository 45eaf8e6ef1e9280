// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_delegates.h"

#include "ui/training/run_list_model.h"
#include "ui/training/run_mark.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace lepton::ui {

namespace {

constexpr int progressBarWidth = 48;
constexpr int boxSide = 16;
constexpr int curveHeight = 20;

} // namespace

template <class Base>
void OfTickedRow<Base>::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    Base::initStyleOption(option, index);
    if (index.siblingAtColumn(RunListModel::TickColumn).data(Qt::CheckStateRole).toInt() == Qt::Checked)
        option->state |= QStyle::State_Selected;
    else
        option->state &= ~QStyle::State_Selected; // only a tick tints: the current row has the ring
}

template class OfTickedRow<TableDelegate>;
template class OfTickedRow<MemberDelegate>;

void RunTickDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem&,
                                   const QModelIndex& index) const
{
    const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QRect box(area.left(), area.center().y() - boxSide / 2 + 1, boxSide, boxSide);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::color(isTicked ? theme::Role::AccentFill : theme::Role::Ctrl));
    painter.setBrush(theme::color(isTicked ? theme::Role::AccentFill : theme::Role::Surface));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), theme::radiusTag, theme::radiusTag);
    if (isTicked)
        painter.drawPixmap(box.left() + 2, box.top() + 2,
                           theme::pixmap(QStringLiteral("check"), theme::Role::OnAccent, 12,
                                         painter.device()->devicePixelRatioF()));
}

int RunTickDelegate::contentWidth(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return boxSide;
}

void RunNumberDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                                     const QModelIndex& index) const
{
    TableDelegate::paintContent(painter, area, option, index);
    int left = area.left() + theme::gap8 +
               QFontMetrics(theme::font(theme::Step::Strong)).horizontalAdvance(option.text);
    const QVariant series = index.data(RunListModel::SeriesRole);
    if (series.isValid() && left + runMarkWidth <= area.right()) {
        paintRunMark(painter, QRect(left, area.top(), runMarkWidth, area.height()), series.toInt());
        left += runMarkWidth + theme::gap8;
    }
    painter.setFont(theme::font(theme::Step::Body));
    painter.setPen(theme::color(theme::Role::Text2));
    const QRect rest(left, area.top(), std::max(0, area.right() + 1 - left), area.height());
    paintText(painter, rest, Qt::AlignLeft | Qt::AlignVCenter,
              painter.fontMetrics().elidedText(index.data(RunListModel::TitleRole).toString(), Qt::ElideRight,
                                               rest.width()));
}

void RunStateDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const
{
    if (index.data().toString().isEmpty())
        return;
    const int used = paintChip(painter, area, ChipDelegate::chipOf(index));
    const QVariant share = index.data(RunListModel::ShareRole);
    const QRect bar(area.left() + used + theme::gap8, area.top(), progressBarWidth, area.height());
    if (share.isValid() && bar.right() <= area.right())
        paintBar(painter, bar, share.toDouble());
}

int RunStateDelegate::contentWidth(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return chipSize(ChipDelegate::chipOf(index)).width() + theme::gap8 + progressBarWidth;
}

void RunCurveDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const
{
    const auto curve = index.data(RunListModel::CurveRole).value<std::vector<double>>();
    const QVariant series = index.data(RunListModel::SeriesRole);
    const QRect box(area.left(), area.center().y() - curveHeight / 2, area.width(), curveHeight);
    paintSpark(painter, box, curve, series.isValid() ? runSeriesRole(series.toInt()) : theme::Role::Series1);
}

void RunTagsDelegate::paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem&,
                                   const QModelIndex& index) const
{
    const QStringList tags = index.data(RunListModel::TagsRole).toStringList();
    const QFontMetrics small(theme::font(theme::Step::Small));
    int left = area.left();
    for (qsizetype i = 0; i < tags.size(); ++i) {
        const auto hidden = int(tags.size() - i);
        const QString rest = QStringLiteral("+%1").arg(hidden);
        const int kept = hidden > 1 ? small.horizontalAdvance(rest) + theme::gap4 : 0;
        const int room = area.right() + 1 - left - kept;
        ChipContent chip{tags[i], ChipKind::Outline, {}};
        const int padding = chipSize(chip).width() - small.horizontalAdvance(tags[i]);
        if (chipSize(chip).width() > room && i == 0)
            chip.text = small.elidedText(tags[i], Qt::ElideRight, std::max(0, room - padding - theme::gap4));
        if (chipSize(chip).width() > room) {
            painter.setFont(theme::font(theme::Step::Small));
            painter.setPen(theme::color(theme::Role::Text2));
            paintText(painter, QRect(left, area.top(), area.right() + 1 - left, area.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, rest);
            return;
        }
        left += paintChip(painter, QRect(left, area.top(), room, area.height()), chip) + theme::gap4;
    }
}

} // namespace lepton::ui
