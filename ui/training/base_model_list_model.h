// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/base_model_store.h"

#include <QAbstractTableModel>

#include <vector>

namespace lepton::ui {

/// The base models of a workspace, one a row, by name.
class BaseModelListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        LayersColumn,
        WidthColumn,
        ParametersColumn,
        LengthColumn,
        LicenceColumn,
        SizeColumn,
        ImportedColumn,
        ColumnCount
    };

    explicit BaseModelListModel(QObject* parent = nullptr);

    void setModels(std::vector<train::BaseModel> models);
    const std::vector<train::BaseModel>& models() const { return m_models; }
    const train::BaseModel* at(const QModelIndex& index) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static bool isNumeric(int column);
    QString text(const train::BaseModel& model, int column) const;

    std::vector<train::BaseModel> m_models;
};

} // namespace lepton::ui
