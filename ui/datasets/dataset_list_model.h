// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_store.h"

#include <QAbstractTableModel>

#include <vector>

namespace lepton::ui {

/// The data sets of a workspace (or of its trash), one a row. Holds one immutable snapshot; a new one is
/// merged in row by row, so that views keep their selection and their place.
class DatasetListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        DepartmentColumn,
        OwnerColumn,
        RowsColumn,
        ColumnsColumn,
        SensitivityColumn,
        TagsColumn,
        UpdatedColumn,
        ColumnCount
    };
    /// Beside these, the roles of TableDelegate and ChipDelegate.
    enum Role
    {
        IdRole = Qt::UserRole + 1000, ///< the data set's id as text
        SortRole,                     ///< what the column is ordered by
    };

    explicit DatasetListModel(QObject* parent = nullptr);

    void setDatasets(std::vector<data::Dataset> datasets);
    const std::vector<data::Dataset>& datasets() const { return m_datasets; }
    const data::Dataset* at(const QModelIndex& index) const;
    const data::Dataset* find(const base::DatasetId& id) const;
    QModelIndex indexOf(const base::DatasetId& id) const;

    /// Texts in the language of the moment.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant text(const data::Dataset& dataset, int column) const;
    QVariant sortKey(const data::Dataset& dataset, int column) const;
    QString accessibleText(const data::Dataset& dataset, int column) const;

    std::vector<data::Dataset> m_datasets;
};

} // namespace lepton::ui
