// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/model_facts.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace lepton::ui {

/// The versions of one model, newest first.
class ModelVersionsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        VersionColumn,
        RunColumn,
        ScoreColumn,
        StageColumn,
        AliasColumn,
        SizeColumn,
        AuthorColumn,
        TimeColumn,
        ColumnCount
    };

    explicit ModelVersionsModel(QObject* parent = nullptr);

    void setVersions(std::vector<VersionSummary> versions);
    const std::vector<VersionSummary>& versions() const { return m_versions; }
    /// The version in @p row; nothing where there is none.
    const VersionSummary* at(int row) const;
    /// The row of version @p number, -1: there is none.
    int rowOf(int number) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const VersionSummary& version, int column) const;

    std::vector<VersionSummary> m_versions;
};

} // namespace lepton::ui
