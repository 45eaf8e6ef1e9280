// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/column_list_model.h"

#include "ui/datasets/dataset_text.h"
#include "ui/widgets/table_delegate.h"

namespace lepton::ui {

QList<double> histogramBars(const data::ColumnProfile& profile, int bars)
{
    const auto& counts = profile.histogram.counts;
    if (counts.empty() || bars <= 0)
        return {};
    // Whole bins are joined, so that no count is split.
    const auto join = (counts.size() + std::size_t(bars) - 1) / std::size_t(bars);
    QList<double> heights;
    for (std::size_t begin = 0; begin < counts.size(); begin += join) {
        double sum = 0;
        for (auto i = begin; i < std::min(begin + join, counts.size()); ++i)
            sum += double(counts[i]);
        heights << sum;
    }
    return heights;
}

QList<double> valueShares(const data::ColumnProfile& profile, int parts)
{
    const auto present = double(profile.rows - profile.missing);
    QList<double> shares;
    if (present <= 0)
        return shares;
    for (const auto& [value, count] : profile.top) {
        if (shares.size() == parts)
            break;
        shares << double(count) / present;
    }
    return shares;
}

ColumnListModel::ColumnListModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void ColumnListModel::setColumns(data::Schema schema, data::TableProfile profile)
{
    beginResetModel();
    m_schema = std::move(schema);
    m_profile = std::move(profile);
    endResetModel();
}

const data::Column* ColumnListModel::column(int row) const
{
    return row >= 0 && row < rowCount() ? &m_schema.columns[std::size_t(row)] : nullptr;
}

const data::ColumnProfile* ColumnListModel::profile(int row) const
{
    return row >= 0 && std::size_t(row) < m_profile.columns.size() ? &m_profile.columns[std::size_t(row)]
                                                                   : nullptr;
}

int ColumnListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_schema.size());
}

int ColumnListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ColumnListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto* column = this->column(index.row());
    const auto* profile = this->profile(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return int(index.column() >= ShareColumn ? Qt::AlignRight | Qt::AlignVCenter
                                                 : Qt::AlignLeft | Qt::AlignVCenter);
    case TableDelegate::IconNameRole:
        return index.column() == NameColumn ? DatasetText::typeIcon(*column, profile) : QString();
    case TableDelegate::ToneRole:
        return int(index.column() == NameColumn || index.column() == SummaryColumn ? theme::Role::Text
                                                                                   : theme::Role::Text2);
    case BarsRole:
        if (profile && (DatasetText::isMeasured(*column) || (column->type == data::ColumnType::Text &&
                                                             !DatasetText::isCategory(*column, *profile))))
            return QVariant::fromValue(histogramBars(*profile, 20));
        return QVariant::fromValue(QList<double>());
    case PartsRole:
        if (profile && (column->type == data::ColumnType::Bool || DatasetText::isCategory(*column, *profile)))
            return QVariant::fromValue(valueShares(*profile, 12));
        return QVariant::fromValue(QList<double>());
    default:
        return {};
    }
}

QVariant ColumnListModel::text(int row, int column) const
{
    const auto& facts = m_schema.columns[std::size_t(row)];
    const auto* profile = this->profile(row);
    if (column == NameColumn)
        return DatasetText::from(facts.name);
    if (column == TypeColumn)
        return DatasetText::type(facts, profile);
    if (!profile)
        return {};
    const auto present = profile->rows - profile->missing;
    switch (column) {
    case SummaryColumn:
        return DatasetText::summary(facts, *profile);
    case ShareColumn:
        // The share of the value named in the column before; a range or a length has none.
        if (present > 0 && !profile->top.empty() &&
            (facts.type == data::ColumnType::Bool || DatasetText::isCategory(facts, *profile)))
            return DatasetText::share(profile->top.front().second, present);
        return QString();
    case DistinctColumn:
        return profile->distinctExact ? DatasetText::count(profile->distinct)
                                      : tr("about %1").arg(DatasetText::count(profile->distinct));
    case MissingColumn:
        return DatasetText::count(profile->missing);
    default:
        return {};
    }
}

QVariant ColumnListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section >= ShareColumn ? Qt::AlignRight | Qt::AlignVCenter
                                          : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case TypeColumn:
        return tr("Type");
    case DistributionColumn:
        return tr("Distribution");
    case SummaryColumn:
        return tr("Range or top value");
    case ShareColumn:
        return tr("Share");
    case DistinctColumn:
        return tr("Distinct");
    case MissingColumn:
        return tr("Missing");
    default:
        return {};
    }
}

} // namespace lepton::ui
