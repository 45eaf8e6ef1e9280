// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/event.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace lepton::ui {

/// What happened to one data set, newest first, in sentences.
class EventListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        WhatColumn,
        WhoColumn,
        WhenColumn,
        ColumnCount
    };

    explicit EventListModel(QObject* parent = nullptr);

    /// @p names: what members are called, by id.
    void setEvents(std::vector<store::Event> events, std::map<std::string, std::string> names);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// "v3 imported from credit.csv: 1,000 rows"
    static QString sentence(const store::Event& event);

private:
    QString nameOf(const store::Event& event) const;

    std::vector<store::Event> m_events;
    std::map<std::string, std::string> m_names;
};

} // namespace lepton::ui
