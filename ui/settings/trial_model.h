// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/standards_backend.h"

#include <QAbstractTableModel>

namespace lepton::ui {

/// What each gate of a standard says of the versions at hand.
class TrialModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        VersionColumn, ///< "tone v3", the stage below it
        GateColumn,
        ResultColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setTrial(const registry::Standard& standard, const std::vector<registry::StandardCheck>& checks);
    void clear();
    int failedCount() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString version, stage, gate, why;
        bool passed = false;
    };
    std::vector<Row> m_rows;
};

} // namespace lepton::ui
