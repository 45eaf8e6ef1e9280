// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/activity_backend.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <string>
#include <unordered_map>

namespace lepton::ui {

/// Events as a table, newest first. Holds a snapshot.
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
    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps the rows that are there already where only newer ones came in front.
    void setPage(EventPage page);
    /// Events newer than those that are there.
    void prepend(EventPage page);
    /// Older ones.
    void append(EventPage page);
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
    void setNames(EventNames names);
    /// What happened in a row; told once, since a detail may be long.
    const QString& sentence(int row) const;

    EventPage m_page;
    mutable std::unordered_map<std::string, QString> m_sentences; ///< by the hash of the event
};

} // namespace lepton::ui
