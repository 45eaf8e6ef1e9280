// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/schema.h"

#include <QAbstractTableModel>

namespace lepton::ui {

/// The columns of a table and none of its rows: what a header view needs.
class ColumnsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// @p schema outlives the model.
    explicit ColumnsModel(const data::Schema& schema, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const data::Schema& m_schema;
};

} // namespace lepton::ui
