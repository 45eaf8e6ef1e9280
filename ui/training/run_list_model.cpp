// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_list_model.h"

#include <algorithm>

namespace lepton::ui {

namespace {

/// More runs that come or go at once reset the model: to move them one by one would take longer than to begin
/// anew.
constexpr std::size_t changesByRow = 64;
/// So many runs are kept that no view shows any more.
constexpr std::size_t mostEntries = 4'000;

} // namespace

RunListModel::RunListModel(RunTicks& ticks, QObject* parent)
    : QAbstractTableModel(parent)
    , m_ticks(ticks)
{
    m_ask.setSingleShot(true);
    m_ask.setInterval(0);
    connect(&m_ask, &QTimer::timeout, this, &RunListModel::wanted);
    connect(&m_ticks, &RunTicks::changed, this, &RunListModel::tellAllChanged);
}

void RunListModel::setOrder(const std::vector<std::int64_t>& numbers)
{
    if (numbers == m_order)
        return;
    const std::set<std::int64_t> before(m_order.begin(), m_order.end());
    std::set<std::int64_t> gone = before;
    std::vector<std::int64_t> added;
    for (const std::int64_t number : numbers) {
        if (gone.erase(number) == 0)
            added.push_back(number);
    }
    if (gone.size() + added.size() <= changesByRow) {
        changeOrder(numbers, gone, added);
        return;
    }
    beginResetModel();
    m_order = numbers;
    endResetModel();
}

void RunListModel::changeOrder(const std::vector<std::int64_t>& numbers, const std::set<std::int64_t>& gone,
                               const std::vector<std::int64_t>& added)
{
    for (int row = int(m_order.size()) - 1; row >= 0 && !gone.empty(); --row) {
        if (!gone.contains(m_order[std::size_t(row)]))
            continue;
        beginRemoveRows({}, row, row);
        m_order.erase(m_order.begin() + row);
        endRemoveRows();
    }
    if (!added.empty()) {
        beginInsertRows({}, int(m_order.size()), int(m_order.size() + added.size()) - 1);
        m_order.insert(m_order.end(), added.begin(), added.end());
        endInsertRows();
    }
    if (m_order == numbers)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    std::unordered_map<std::int64_t, int> rows;
    for (std::size_t row = 0; row < numbers.size(); ++row)
        rows[numbers[row]] = int(row);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex& index : from)
        to << this->index(rows.at(m_order[std::size_t(index.row())]), index.column());
    m_order = numbers;
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void RunListModel::setItems(std::vector<RunListItem> items)
{
    const QVariant before = headerData(BestColumn, Qt::Horizontal, Qt::DisplayRole);
    if (m_entries.size() + items.size() > mostEntries)
        m_entries.clear();
    for (RunListItem& item : items) {
        const std::int64_t number = item.row.number;
        m_entries[number] = {std::move(item), false};
    }
    // it tells of the runs that are read
    if (headerData(BestColumn, Qt::Horizontal, Qt::DisplayRole) != before)
        Q_EMIT headerDataChanged(Qt::Horizontal, BestColumn, BestColumn);
    tellAllChanged();
}

void RunListModel::setStale()
{
    for (auto& [number, entry] : m_entries)
        entry.isStale = true;
    tellAllChanged();
}

std::vector<std::int64_t> RunListModel::takeWanted()
{
    std::vector<std::int64_t> wanted(m_wanted.begin(), m_wanted.end());
    m_wanted.clear();
    return wanted;
}

void RunListModel::want(std::int64_t number) const
{
    m_wanted.insert(number);
    if (!m_ask.isActive())
        m_ask.start();
}

void RunListModel::setExtras(std::vector<train::RunField> extras)
{
    if (extras == m_extras)
        return;
    if (!m_extras.empty()) {
        beginRemoveColumns({}, FixedColumns, columnCount() - 1);
        m_extras.clear();
        endRemoveColumns();
    }
    if (!extras.empty()) {
        beginInsertColumns({}, FixedColumns, FixedColumns + int(extras.size()) - 1);
        m_extras = std::move(extras);
        endInsertColumns();
    }
    setStale(); // what is here lacks the new values
}

std::string RunListModel::fieldOf(int column) const
{
    switch (column) {
    case TickColumn:
    case CurveColumn:
        return {};
    case RunColumn:
        return "number";
    case NameColumn:
        return "name";
    case DatasetColumn:
        return "dataset";
    case BaseModelColumn:
        return "basemodel";
    case StateColumn:
        return "state";
    case BestColumn:
        return "best";
    case TagsColumn:
        return "tag";
    case TimeColumn:
        return "duration";
    case MemberColumn:
        return "member";
    case StartedColumn:
        return "started";
    default:
        return train::nameOf(m_extras[std::size_t(column - FixedColumns)]);
    }
}

std::int64_t RunListModel::numberAt(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? m_order[std::size_t(index.row())] : 0;
}

int RunListModel::rowOf(std::int64_t number) const
{
    const auto found = std::ranges::find(m_order, number);
    return found == m_order.end() ? -1 : int(found - m_order.begin());
}

const RunListItem* RunListModel::itemAt(const QModelIndex& index) const
{
    return item(numberAt(index));
}

const RunListItem* RunListModel::item(std::int64_t number) const
{
    const auto found = m_entries.find(number);
    return found == m_entries.end() ? nullptr : &found->second.item;
}

void RunListModel::tellAllChanged()
{
    if (!m_order.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RunListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    tellAllChanged();
}

int RunListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int RunListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(FixedColumns) + int(m_extras.size());
}

Qt::ItemFlags RunListModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == TickColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

bool RunListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (index.column() != TickColumn || role != Qt::CheckStateRole || numberAt(index) == 0)
        return false;
    const bool ticked = value.toInt() == Qt::Checked;
    m_ticks.set(numberAt(index), ticked);
    return m_ticks.contains(numberAt(index)) == ticked;
}

} // namespace lepton::ui
