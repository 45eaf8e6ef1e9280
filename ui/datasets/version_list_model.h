// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_store.h"

#include <QAbstractTableModel>

#include <vector>

namespace lepton::ui {

/// The versions of a data set, newest first.
class VersionListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        VersionColumn,
        NoteColumn,
        RowsColumn,
        ColumnsColumn,
        SizeColumn,
        AuthorColumn,
        TimeColumn,
        ColumnCount
    };

    explicit VersionListModel(QObject* parent = nullptr);

    void setVersions(std::vector<data::DatasetVersion> versions);
    const std::vector<data::DatasetVersion>& versions() const { return m_versions; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<data::DatasetVersion> m_versions;
};

} // namespace lepton::ui
