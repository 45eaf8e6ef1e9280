// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/columns_model.h"

namespace lepton::ui {

ColumnsModel::ColumnsModel(const data::Schema& schema, QObject* parent)
    : QAbstractTableModel(parent)
    , m_schema(schema)
{}

int ColumnsModel::rowCount(const QModelIndex&) const
{
    return 0;
}

int ColumnsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_schema.size());
}

QVariant ColumnsModel::data(const QModelIndex&, int) const
{
    return {};
}

QVariant ColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QString::fromStdString(m_schema.columns[static_cast<std::size_t>(section)].name);
    return {};
}

} // namespace lepton::ui
