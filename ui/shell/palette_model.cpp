// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_model.h"

#include "ui/shell/search_button.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>

#include <optional>

namespace lepton::ui {
namespace {

constexpr int sideMargin = theme::gap12;

QString headingOf(PaletteItem::Group group)
{
    switch (group) {
    case PaletteItem::Group::Recent:
        return PaletteModel::tr("Recent");
    case PaletteItem::Group::ThisPage:
        return PaletteModel::tr("On this page");
    case PaletteItem::Group::Pages:
        return PaletteModel::tr("Pages");
    case PaletteItem::Group::Objects:
        return PaletteModel::tr("Objects");
    case PaletteItem::Group::Actions:
        break;
    }
    return PaletteModel::tr("Actions");
}

} // namespace

void PaletteModel::setItems(std::vector<PaletteItem> items)
{
    beginResetModel();
    m_rows.clear();
    std::optional<PaletteItem::Group> group;
    for (PaletteItem& item : items) {
        if (group != item.group) {
            group = item.group;
            m_rows.push_back({headingOf(item.group), {}});
        }
        m_rows.push_back({{}, std::move(item)});
    }
    endResetModel();
}

const PaletteItem* PaletteModel::item(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const Row& found = m_rows[static_cast<std::size_t>(row)];
    return found.heading.isEmpty() ? &found.item : nullptr;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool heading = !row.heading.isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        return heading ? row.heading : row.item.text;
    case Qt::AccessibleTextRole:
        if (heading)
            return row.heading;
        return row.item.note.isEmpty() ? row.item.text
                                       : QStringLiteral("%1, %2").arg(row.item.text, row.item.note);
    case NoteRole:
        return row.item.note;
    case IconNameRole:
        return row.item.icon;
    case HeadingRole:
        return heading;
    case IsKeysRole:
        return row.item.isKeys;
    case IsOffRole:
        return !row.item.whyNot.isEmpty();
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    const PaletteItem* there = item(index.row());
    return there && there->whyNot.isEmpty() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    const QRect area = option.rect.adjusted(sideMargin, 0, -sideMargin, 0);
    if (index.data(PaletteModel::HeadingRole).toBool()) {
        painter->setFont(theme::font(theme::Step::Caption, QFont::Medium));
        painter->setPen(theme::color(theme::Role::Text3));
        paintText(*painter, area.adjusted(0, 6, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                  index.data().toString());
        painter->restore();
        return;
    }
    const bool isOff = index.data(PaletteModel::IsOffRole).toBool();
    if (!isOff && option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(
            theme::color(option.state & QStyle::State_Selected ? theme::Role::Sel : theme::Role::Hover));
        painter->drawRoundedRect(option.rect.adjusted(4, 0, -4, 0), theme::radiusControl,
                                 theme::radiusControl);
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
    painter->drawPixmap(area.x(), area.y() + (area.height() - theme::iconSide) / 2,
                        theme::pixmap(index.data(PaletteModel::IconNameRole).toString(), theme::Role::Text2,
                                      theme::iconSide, painter->device()->devicePixelRatioF()));
    int right = area.right() + 1;
    if (const QString note = index.data(PaletteModel::NoteRole).toString(); !note.isEmpty()) {
        if (index.data(PaletteModel::IsKeysRole).toBool()) {
            right -= paintKeycap(*painter, area, right, note) + theme::gap8;
        } else {
            painter->setFont(theme::font(theme::Step::Small));
            painter->setPen(theme::color(theme::Role::Text2));
            // a reason may be a long sentence: what is off keeps its name
            const int most = area.width() * 3 / 5;
            const QString shown = painter->fontMetrics().elidedText(note, Qt::ElideRight, most);
            paintText(*painter, area, Qt::AlignRight | Qt::AlignVCenter, shown);
            right -= painter->fontMetrics().horizontalAdvance(shown) + theme::gap8;
        }
    }
    const QRect text(area.x() + theme::iconSide + 10, area.y(), right - area.x() - theme::iconSide - 10,
                     area.height());
    painter->setFont(theme::font(theme::Step::Body));
    painter->setPen(theme::color(isOff ? theme::Role::Text3 : theme::Role::Text));
    paintText(*painter, text, Qt::AlignLeft | Qt::AlignVCenter,
              painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {0, index.data(PaletteModel::HeadingRole).toBool() ? theme::rowDense : theme::rowNormal};
}

} // namespace lepton::ui
