// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/dataset_list_model.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/sensitivity_chip.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/member_delegate.h"
#include "ui/widgets/string_list.h"
#include "ui/widgets/table_delegate.h"

#include <algorithm>
#include <unordered_map>

namespace lepton::ui {

namespace {

bool isNumeric(int column)
{
    return column == DatasetListModel::RowsColumn || column == DatasetListModel::ColumnsColumn;
}

} // namespace

DatasetListModel::DatasetListModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void DatasetListModel::setDatasets(std::vector<data::Dataset> datasets)
{
    std::unordered_map<base::DatasetId, std::size_t> incoming;
    for (std::size_t i = 0; i < datasets.size(); ++i)
        incoming.emplace(datasets[i].id, i);

    for (int row = int(m_datasets.size()) - 1; row >= 0; --row) {
        if (incoming.contains(m_datasets[std::size_t(row)].id))
            continue;
        beginRemoveRows({}, row, row);
        m_datasets.erase(m_datasets.begin() + row);
        endRemoveRows();
    }
    // What is here already takes its new facts in place; the order of the rows is the proxy's affair.
    std::vector<bool> known(datasets.size(), false);
    for (auto& dataset : m_datasets) {
        const auto position = incoming.at(dataset.id);
        known[position] = true;
        dataset = std::move(datasets[position]);
    }
    if (!m_datasets.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));

    std::vector<data::Dataset> added;
    for (std::size_t i = 0; i < datasets.size(); ++i) {
        if (!known[i])
            added.push_back(std::move(datasets[i]));
    }
    if (added.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(added.size()) - 1);
    std::move(added.begin(), added.end(), std::back_inserter(m_datasets));
    endInsertRows();
}

const data::Dataset* DatasetListModel::at(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_datasets[std::size_t(index.row())] : nullptr;
}

const data::Dataset* DatasetListModel::find(const base::DatasetId& id) const
{
    const auto it = std::ranges::find(m_datasets, id, &data::Dataset::id);
    return it == m_datasets.end() ? nullptr : &*it;
}

QModelIndex DatasetListModel::indexOf(const base::DatasetId& id) const
{
    const auto it = std::ranges::find(m_datasets, id, &data::Dataset::id);
    return it == m_datasets.end() ? QModelIndex() : index(int(it - m_datasets.begin()), NameColumn);
}

void DatasetListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_datasets.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int DatasetListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_datasets.size());
}

int DatasetListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DatasetListModel::data(const QModelIndex& index, int role) const
{
    const auto* dataset = at(index);
    if (!dataset)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*dataset, index.column());
    case Qt::ToolTipRole:
        if (index.column() == UpdatedColumn)
            return DatasetText::fullTime(dataset->updated);
        if (index.column() == NameColumn)
            return DatasetText::from(dataset->description);
        return text(*dataset, index.column());
    case Qt::TextAlignmentRole:
        return int(isNumeric(index.column()) ? Qt::AlignRight | Qt::AlignVCenter
                                             : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return accessibleText(*dataset, index.column());
    case IdRole:
        return DatasetText::from(dataset->id.toString());
    case SortRole:
        return sortKey(*dataset, index.column());
    case MemberDelegate::MemberIdRole:
        return DatasetText::from(dataset->owner.toString());
    case TableDelegate::IconNameRole:
        return index.column() == NameColumn ? DatasetText::kindIcon(dataset->kind) : QString();
    case TableDelegate::SuffixRole:
        return index.column() == NameColumn && dataset->latestVersion > 0
                   ? tr("v%1").arg(dataset->latestVersion)
                   : QString();
    case TableDelegate::SecondLineRole:
        return index.column() == NameColumn ? DatasetText::from(dataset->description) : QString();
    case TableDelegate::ToneRole:
        return int(index.column() == ColumnsColumn || index.column() == UpdatedColumn ||
                           index.column() == TagsColumn
                       ? theme::Role::Text2
                       : theme::Role::Text);
    case ChipDelegate::KindRole:
        return QVariant::fromValue(sensitivityChip(dataset->sensitivity).kind);
    case ChipDelegate::IconRole:
        return sensitivityChip(dataset->sensitivity).icon;
    default:
        return {};
    }
}

QVariant DatasetListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(isNumeric(section) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case DepartmentColumn:
        return tr("Department");
    case OwnerColumn:
        return tr("Owner");
    case RowsColumn:
        return tr("Rows");
    case ColumnsColumn:
        return tr("Cols", "number of columns, short");
    case SensitivityColumn:
        return tr("Sensitivity");
    case TagsColumn:
        return tr("Tags");
    case UpdatedColumn:
        return tr("Updated");
    default:
        return {};
    }
}

QVariant DatasetListModel::text(const data::Dataset& dataset, int column) const
{
    switch (column) {
    case NameColumn:
        return DatasetText::from(dataset.name);
    case DepartmentColumn:
        return DatasetText::from(dataset.department);
    case OwnerColumn:
        return DatasetText::from(dataset.ownerName);
    case RowsColumn:
        return DatasetText::count(dataset.rows);
    case ColumnsColumn:
        return DatasetText::count(dataset.columns);
    case SensitivityColumn:
        return DatasetText::sensitivity(dataset.sensitivity);
    case TagsColumn:
        return stringList(dataset.tags).join(tr(", ", "between the tags of a data set"));
    case UpdatedColumn:
        return DatasetText::when(dataset.updated);
    default:
        return {};
    }
}

QVariant DatasetListModel::sortKey(const data::Dataset& dataset, int column) const
{
    switch (column) {
    case RowsColumn:
        return qlonglong(dataset.rows);
    case ColumnsColumn:
        return qlonglong(dataset.columns);
    case SensitivityColumn:
        return int(dataset.sensitivity);
    case UpdatedColumn:
        return qlonglong(dataset.updated.milliseconds);
    default:
        return text(dataset, column);
    }
}

QString DatasetListModel::accessibleText(const data::Dataset& dataset, int column) const
{
    if (column == NameColumn)
        return tr("%1, version %2, %3", "name, number, description of a data set")
            .arg(DatasetText::from(dataset.name), QString::number(dataset.latestVersion),
                 DatasetText::from(dataset.description));
    if (column == UpdatedColumn)
        return DatasetText::fullTime(dataset.updated);
    return text(dataset, column).toString();
}

} // namespace lepton::ui
