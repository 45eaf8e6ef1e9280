// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/series_data.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace lepton::charts {

/// The points of a chart as rows: place, then a column a line; points of all lines at one place share a row.
/// A snapshot of at most mostRows rows, the last ones.
class PointsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr std::size_t mostRows = 10'000;

    /// @p place names the first column.
    PointsModel(const QString& place, XAxis axis, const std::vector<Series>& series,
                const std::vector<SeriesData>& data, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// How many rows there are in all.
    std::size_t wholeCount() const noexcept { return m_wholeCount; }

private:
    struct Row
    {
        double place;
        std::vector<std::optional<double>> values;
    };

    QStringList m_columns;
    XAxis m_axis;
    std::vector<Row> m_rows;
    std::size_t m_wholeCount = 0;
};

} // namespace lepton::charts
