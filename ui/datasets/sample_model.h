// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table.h"

#include <QAbstractTableModel>

namespace lepton::ui {

/// A few rows of a version, as its file holds them. An immutable snapshot; the row header is the row's number
/// from 1.
class SampleModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        MissingRole = Qt::UserRole + 1000
    }; ///< bool: there is no value

    explicit SampleModel(QObject* parent = nullptr);

    void setPage(const data::Schema& schema, data::Page page);
    void clear();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<data::Column> m_columns;
    data::Page m_page;
};

} // namespace lepton::ui
