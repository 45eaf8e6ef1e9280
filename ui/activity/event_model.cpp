// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/event_model.h"

#include "ui/activity/event_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/member_delegate.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/table_delegate.h"

#include <QLocale>

#include <algorithm>
#include <iterator>
#include <utility>

namespace lepton::ui {
namespace {

constexpr int shownHashDigits = 12;

QDateTime timeOf(const store::Event& event)
{
    return QDateTime::fromMSecsSinceEpoch(event.time.milliseconds);
}

/// Also where somebody changed what was hashed and left the hash.
bool isSame(const store::Event& one, const store::Event& other)
{
    return one.hash == other.hash && one.detail == other.detail && one.kind == other.kind &&
           one.object == other.object && one.member == other.member && one.time == other.time;
}

} // namespace

void EventModel::setPage(EventPage page)
{
    const auto& old = m_page.events;
    const auto& events = page.events;
    const auto same =
        old.empty() ? events.end() : std::ranges::find(events, old.front().hash, &store::Event::hash);
    const auto added = same - events.begin();
    const bool grows = same != events.end() && std::ssize(events) == std::ssize(old) + added &&
                       std::equal(old.begin(), old.end(), same, isSame);
    if (grows) {
        page.events.resize(std::size_t(added));
        prepend(std::move(page));
        return;
    }
    beginResetModel();
    m_sentences.clear();
    m_page = std::move(page);
    endResetModel();
}

void EventModel::prepend(EventPage page)
{
    setNames(std::move(page.names));
    m_page.total = page.total;
    if (page.events.empty())
        return;
    beginInsertRows({}, 0, int(page.events.size()) - 1);
    m_page.events.insert(m_page.events.begin(), std::make_move_iterator(page.events.begin()),
                         std::make_move_iterator(page.events.end()));
    endInsertRows();
}

void EventModel::append(EventPage page)
{
    setNames(std::move(page.names));
    m_page.total = page.total;
    if (page.events.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(page.events.size()) - 1);
    m_page.events.insert(m_page.events.end(), std::make_move_iterator(page.events.begin()),
                         std::make_move_iterator(page.events.end()));
    endInsertRows();
}

void EventModel::setNames(EventNames names)
{
    if (names == m_page.names)
        return;
    m_page.names = std::move(names);
    m_sentences.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Count_ - 1));
}

void EventModel::retranslate()
{
    m_sentences.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Count_ - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Count_ - 1);
}

int EventModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_page.events.size());
}

int EventModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Count_;
}

const QString& EventModel::sentence(int row) const
{
    const store::Event& event = eventAt(row);
    const auto [found, isNew] = m_sentences.try_emplace(event.hash);
    if (isNew)
        found->second = eventSentence(event, m_page.names);
    return found->second;
}

QVariant EventModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const store::Event& event = eventAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case What:
            return sentence(index.row());
        case Who:
            return eventAuthor(event, m_page.names);
        case When:
            return relativeTime(timeOf(event));
        case Place:
            return QLocale().toString(static_cast<qlonglong>(event.seq));
        case Hash:
            return QString::fromStdString(event.hash).left(shownHashDigits);
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (index.column() == When)
            return fullTime(timeOf(event));
        if (index.column() == Hash)
            return QString::fromStdString(event.hash);
        return index.column() == What ? sentence(index.row()) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == When)
            return fullTime(timeOf(event));
        return data(index, Qt::DisplayRole);
    case Qt::TextAlignmentRole:
        return index.column() == Place ? static_cast<int>(Qt::AlignRight | Qt::AlignVCenter)
                                       : static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole:
        return index.column() == Hash ? QVariant(theme::font(theme::Step::Code)) : QVariant();
    case TableDelegate::IconNameRole:
        return index.column() == What ? QVariant(eventIcon(QString::fromStdString(event.kind))) : QVariant();
    case TableDelegate::ToneRole:
        if (index.column() == When || index.column() == Place || index.column() == Hash)
            return static_cast<int>(theme::Role::Text2);
        return {};
    case MemberDelegate::MemberIdRole:
        return QString::fromStdString(event.member.toString());
    default:
        return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Place ? static_cast<int>(Qt::AlignRight | Qt::AlignVCenter)
                                : static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What happened");
    case Who:
        return tr("By");
    case When:
        return tr("When");
    case Place:
        return tr("Place in the chain");
    case Hash:
        return tr("Hash");
    default:
        return {};
    }
}

} // namespace lepton::ui
