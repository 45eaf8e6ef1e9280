// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pending_list_model.h"

#include "ui/datasets/dataset_text.h"
#include "ui/models/model_text.h"
#include "ui/models/person_row.h"
#include "ui/widgets/paint.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int rowHeight = 80;
constexpr int lineHeight = 20;
constexpr int lineAvatar = 18;
constexpr int markWidth = 3; ///< of the line at the left of the one that is open

void drawLine(QPainter& painter, const QRect& area, theme::Step step, QFont::Weight weight, theme::Role tone,
              const QString& text)
{
    painter.setFont(theme::font(step, weight));
    painter.setPen(theme::color(tone));
    paintText(painter, area, Qt::AlignLeft | Qt::AlignVCenter,
              painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

} // namespace

PendingListModel::PendingListModel(QObject* parent)
    : QAbstractListModel(parent)
{}

void PendingListModel::setRequests(std::vector<PendingReview> requests)
{
    if (std::ranges::equal(requests, m_requests, {}, &PendingReview::name, &PendingReview::name)) {
        m_requests = std::move(requests);
        if (!m_requests.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_requests = std::move(requests);
    endResetModel();
}

int PendingListModel::rowOf(const QString& name) const
{
    const auto found = std::ranges::find(m_requests, name.toStdString(), &PendingReview::name);
    return found == m_requests.end() ? -1 : int(found - m_requests.begin());
}

int PendingListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_requests.size());
}

QVariant PendingListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const PendingReview& request = m_requests[std::size_t(index.row())];
    const QString version = ModelText::version(DatasetText::from(request.model), request.version);
    switch (role) {
    case Qt::DisplayRole:
        return version;
    case Qt::AccessibleTextRole:
        return tr("%1: %2, %3, asked %4", "request, version and its move, state, when")
            .arg(DatasetText::from(request.name),
                 version + QLatin1Char(' ') + ModelText::move(request.from, request.target),
                 ModelText::turn(request), DatasetText::when(request.time));
    case Qt::ToolTipRole:
        return request.turn == Turn::Blocked && !request.why.empty() ? ModelText::sentence(request.why)
                                                                     : version;
    case NameRole:
        return DatasetText::from(request.name);
    case WhenRole:
        return DatasetText::when(request.time);
    case MoveRole:
        return ModelText::move(request.from, request.target);
    case TurnRole:
        return ModelText::turn(request);
    case TurnIconRole:
        return ModelText::turnIcon(request.turn);
    case RequesterRole:
        return DatasetText::from(request.requester.name);
    case RequesterIdRole:
        return DatasetText::from(request.requester.id);
    case MineRole:
        return request.turn == Turn::Mine;
    default:
        return {};
    }
}

void PendingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const QRect row = option.rect;
    const bool isOn = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    painter->save();
    painter->fillRect(row, theme::color(isOn        ? theme::Role::Sel
                                        : isHovered ? theme::Role::Hover
                                                    : theme::Role::Surface));
    painter->fillRect(row.x(), row.bottom(), row.width(), 1, theme::color(theme::Role::Line));
    if (isOn)
        painter->fillRect(row.x(), row.y(), markWidth, row.height(), theme::color(theme::Role::Accent));
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view && view->hasFocus() && (option.state & QStyle::State_HasFocus) &&
        (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(theme::color(theme::Role::Accent), 2));
        painter->drawRect(row.adjusted(1, 1, -1, -1));
    }

    QRect line(row.x() + theme::gap16, row.y() + theme::gap8, row.width() - 2 * theme::gap16, lineHeight);
    const QString when = index.data(PendingListModel::WhenRole).toString();
    painter->setFont(theme::font(theme::Step::Small));
    painter->setPen(theme::color(theme::Role::Text3));
    paintText(*painter, line, Qt::AlignRight | Qt::AlignVCenter, when);
    const int whenWidth = painter->fontMetrics().horizontalAdvance(when) + theme::gap8;
    drawLine(*painter, line.adjusted(0, 0, -whenWidth, 0), theme::Step::Body, QFont::DemiBold,
             theme::Role::Text, index.data().toString());
    line.translate(0, lineHeight + 1);
    drawLine(*painter, line, theme::Step::Small, QFont::Normal, theme::Role::Text2,
             index.data(PendingListModel::MoveRole).toString());
    line.translate(0, lineHeight + 1);
    const QString icon = index.data(PendingListModel::TurnIconRole).toString();
    const int side = icon.isEmpty() ? lineAvatar : lineIconSide;
    const QRect mark(line.x(), line.y() + (line.height() - side) / 2, side, side);
    if (icon.isEmpty())
        paintAvatar(*painter, mark, index.data(PendingListModel::RequesterRole).toString(),
                    index.data(PendingListModel::RequesterIdRole).toString());
    else
        painter->drawPixmap(mark.topLeft(), theme::pixmap(icon, theme::Role::Text2, side,
                                                          painter->device()->devicePixelRatioF()));
    drawLine(*painter, line.adjusted(side + theme::gap8, 0, 0, 0), theme::Step::Small, QFont::Normal,
             theme::Role::Text2, index.data(PendingListModel::TurnRole).toString());
    painter->restore();
}

QSize PendingDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, rowHeight};
}

} // namespace lepton::ui
