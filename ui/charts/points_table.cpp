// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/points_table.h"

#include "ui/charts/scale.h"
#include "ui/widgets/figures.h"

#include <algorithm>

namespace lepton::charts {

PointsModel::PointsModel(const QString& place, XAxis axis, const std::vector<Series>& series,
                         const std::vector<SeriesData>& data, QObject* parent)
    : QAbstractTableModel(parent)
    , m_columns(place)
    , m_axis(axis)
{
    // the last points of each line; merged, the last rows of all lines are among them
    for (std::size_t i = 0; i < data.size(); ++i) {
        m_columns << (series[i].name.isEmpty() ? tr("Value") : series[i].name);
        const auto places = data[i].places(axis);
        m_wholeCount = std::max(m_wholeCount, places.size());
        const std::size_t first = places.size() > mostRows ? places.size() - mostRows : 0;
        for (std::size_t point = first; point < places.size(); ++point) {
            Row row{places[point], std::vector<std::optional<double>>(data.size())};
            row.values[i] = data[i].values()[point];
            m_rows.push_back(std::move(row));
        }
    }
    std::ranges::stable_sort(m_rows, {}, &Row::place);
    std::vector<Row> merged;
    for (auto& row : m_rows) {
        const auto has = [](const std::optional<double>& value) { return value.has_value(); };
        const auto column = std::ranges::find_if(row.values, has) - row.values.begin();
        if (!merged.empty() && merged.back().place == row.place && !merged.back().values[std::size_t(column)])
            merged.back().values[std::size_t(column)] = row.values[std::size_t(column)];
        else
            merged.push_back(std::move(row));
    }
    m_wholeCount = std::max(m_wholeCount, merged.size());
    if (merged.size() > mostRows)
        merged.erase(merged.begin(), merged.end() - std::ptrdiff_t(mostRows));
    m_rows = std::move(merged);
}

int PointsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PointsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant PointsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    if (index.column() == 0)
        return ChartText::place(m_axis, row.place);
    const auto& value = row.values[std::size_t(index.column()) - 1];
    return value ? QVariant(ui::figureText(*value)) : QVariant();
}

QVariant PointsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return m_columns[section];
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

} // namespace lepton::charts
