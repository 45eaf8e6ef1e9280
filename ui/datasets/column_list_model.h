// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/profile.h"
#include "data/schema.h"

#include <QAbstractTableModel>

namespace lepton::ui {

/// The columns of one version with their statistics, one a row. An immutable snapshot.
class ColumnListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        TypeColumn,
        DistributionColumn,
        SummaryColumn,
        ShareColumn,
        DistinctColumn,
        MissingColumn,
        ColumnCount
    };
    /// Beside these, the roles of TableDelegate.
    enum Role
    {
        BarsRole = Qt::UserRole + 1000, ///< QList<double>: heights of a histogram, empty for a category
        PartsRole,                      ///< QList<double>: shares of a category's values, most frequent first
    };

    explicit ColumnListModel(QObject* parent = nullptr);

    void setColumns(data::Schema schema, data::TableProfile profile);
    const data::Schema& schema() const { return m_schema; }
    const data::Column* column(int row) const;
    /// Null while the statistics are not there.
    const data::ColumnProfile* profile(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant text(int row, int column) const;

    data::Schema m_schema;
    data::TableProfile m_profile;
};

/// The heights of a column's histogram in at most @p bars bars.
QList<double> histogramBars(const data::ColumnProfile& profile, int bars);
/// The shares of a column's most frequent values among those that are not missing; the rest is left out.
QList<double> valueShares(const data::ColumnProfile& profile, int parts);

} // namespace lepton::ui
