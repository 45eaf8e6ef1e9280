// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/standards_backend.h"

#include <QAbstractTableModel>

namespace lepton::ui {

/// Published standards with their versions, and the built-in one. Holds a snapshot.
class StandardListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn, ///< with version; what it is for below
        ProductionColumn,
        StagingColumn,
        PublishedColumn, ///< when, by whom below
        StateColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setFacts(const StandardFacts& facts);
    const registry::StandardRecord* at(const QModelIndex& index) const;
    /// Whether no later version of it was published.
    bool isNewest(int row) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;

    StandardFacts m_facts;
};

} // namespace lepton::ui
