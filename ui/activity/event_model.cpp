// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/event_model.h"

#include "ui/activity/event_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/member_delegate.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/table_delegate.h"

#include <QLocale>

#include <algorithm>

namespace lepton::ui {
namespace {

constexpr int shownHashDigits = 12;

QDateTime timeOf(const store::Event& event)
{
    return QDateTime::fromMSecsSinceEpoch(event.time.milliseconds);
}

} // namespace

void EventModel::setPage(EventPage page)
{
    const auto& old = m_page.events;
    const auto same = [&] {
        if (old.empty() || page.events.size() < old.size())
            return page.events.size();
        const auto first =
            std::find_if(page.events.begin(), page.events.end(),
                         [&](const store::Event& event) { return event.hash == old.front().hash; });
        return static_cast<std::size_t>(first - page.events.begin());
    };
    const std::size_t added = same();
    if (page.names != m_page.names)
        m_sentences.clear();
    const bool grows = !old.empty() && added < page.events.size() && page.events.size() == old.size() + added;
    if (!grows) {
        beginResetModel();
        m_page = std::move(page);
        endResetModel();
        return;
    }
    if (added > 0) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_page = std::move(page);
        endInsertRows();
    } else {
        m_page = std::move(page);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Count_ - 1));
    }
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

QString EventModel::memberName(const store::Event& event) const
{
    const auto found = m_page.names.find(event.member.toString());
    return QString::fromStdString(found == m_page.names.end() ? event.member.toString() : found->second);
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
            return memberName(event);
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
            return QLocale().toString(timeOf(event), QLocale::LongFormat);
        if (index.column() == Hash)
            return QString::fromStdString(event.hash);
        return index.column() == What ? sentence(index.row()) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == When)
            return QLocale().toString(timeOf(event), QLocale::LongFormat);
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
    case GroupRole:
        return eventGroup(QString::fromStdString(event.kind));
    case SearchRole:
        return sentence(index.row()) + QLatin1Char(' ') + memberName(event) + QLatin1Char(' ') +
               QString::fromStdString(event.hash);
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

void EventFilterModel::setGroup(const QString& group)
{
    m_group = group;
    invalidateFilter();
}

void EventFilterModel::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool EventFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_group.isEmpty() && index.data(EventModel::GroupRole).toString() != m_group)
        return false;
    return m_text.isEmpty() ||
           index.data(EventModel::SearchRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace lepton::ui
