// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/profile.h"
#include "data/table.h"

#include <QAbstractTableModel>

#include <vector>

namespace lepton::ui {

/// A few rows of a version, written as the grid writes them. An immutable snapshot; the row header is the
/// row's number from 1.
class SampleModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        MissingRole = Qt::UserRole + 1000
    }; ///< bool: there is no value

    explicit SampleModel(QObject* parent = nullptr);

    /// @p profile says which whole numbers are years, and so are not grouped; an empty one knows none.
    void setPage(const data::Schema& schema, data::Page page, const data::TableProfile& profile = {});
    void clear();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(int row, int column) const;

    /// How a column is written, beside the locale.
    struct Writing
    {
        int decimals = 0;
        bool grouped = true;
    };

    std::vector<data::Column> m_columns;
    std::vector<Writing> m_writing;
    data::Page m_page;
};

} // namespace lepton::ui
