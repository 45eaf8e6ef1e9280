// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/activity_backend.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QSortFilterProxyModel>

#include <string>
#include <unordered_map>

namespace lepton::ui {

/// The newest events as a table, newest first. Holds a snapshot.
class EventModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        What,
        Who,
        When,
        Place,
        Hash,
        Count_
    };
    enum Roles
    {
        GroupRole = Qt::UserRole + 1,
        SearchRole
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps the rows that are there already where only newer ones came in front.
    void setPage(EventPage page);
    const store::Event& eventAt(int row) const { return m_page.events[static_cast<std::size_t>(row)]; }
    const EventNames& names() const noexcept { return m_page.names; }
    std::int64_t total() const noexcept { return m_page.total; }
    /// Another language: the texts are others.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString memberName(const store::Event& event) const;
    /// What happened in a row; told once, since a detail may be long.
    const QString& sentence(int row) const;

    EventPage m_page;
    mutable std::unordered_map<std::string, QString> m_sentences; ///< by the hash of the event
};

/// The events of one group that hold a text.
class EventFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setGroup(const QString& group);
    void setText(const QString& text);
    const QString& group() const noexcept { return m_group; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_group;
    QString m_text;
};

} // namespace lepton::ui
