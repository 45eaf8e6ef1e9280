// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cell_table_model.h"

#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/table_delegate.h"

namespace lepton::ui {

CellTableModel::CellTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void CellTableModel::setTable(std::vector<TableColumn> columns, std::vector<std::vector<TableCell>> rows)
{
    const bool isSameShape = columns.size() == m_columns.size() && rows.size() == m_rows.size();
    if (!isSameShape)
        beginResetModel();
    m_columns = std::move(columns);
    m_rows = std::move(rows);
    if (!isSameShape) {
        endResetModel();
        return;
    }
    if (!m_columns.empty())
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_rows.empty() && !m_columns.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int CellTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CellTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant CellTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const TableCell& cell = m_rows[std::size_t(index.row())][std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cell.text;
    case Qt::ToolTipRole:
        return (cell.toolTip.isEmpty() ? cell.text : cell.toolTip).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::FontRole:
        return cell.isStrong ? QVariant(theme::font(theme::Step::Body, QFont::DemiBold)) : QVariant();
    case TableDelegate::ToneRole:
        return int(cell.tone);
    case TableDelegate::IconNameRole:
        return cell.chip ? QVariant() : QVariant(cell.icon);
    case ChipDelegate::KindRole:
        return cell.chip ? QVariant::fromValue(*cell.chip) : QVariant();
    case ChipDelegate::IconRole:
        return cell.icon;
    case KeyRole:
        return cell.key.isValid() ? cell.key : QVariant(cell.text);
    default:
        return {};
    }
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TableColumn& column = m_columns[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return int((column.isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace lepton::ui
