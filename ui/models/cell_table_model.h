// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace lepton::ui {

/// One cell of a small table.
struct TableCell
{
    QString text{};
    theme::Role tone = theme::Role::Text;
    bool isStrong = false;
    QString toolTip{}; ///< the whole of a text that may be cut; empty: the text
    QString icon{};
    std::optional<ChipKind> chip{}; ///< then the text is that of a chip
    QVariant key{};                 ///< what it sorts by; unset: the text
};

/// One column of a small table.
struct TableColumn
{
    QString title;
    bool isRight = false;
};

/// A small table of texts that a card fills as a whole.
class CellTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        KeyRole = Qt::UserRole + 1 ///< TableCell::key
    };

    explicit CellTableModel(QObject* parent = nullptr);

    /// Every row has a cell a column.
    void setTable(std::vector<TableColumn> columns, std::vector<std::vector<TableCell>> rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<TableColumn> m_columns;
    std::vector<std::vector<TableCell>> m_rows;
};

} // namespace lepton::ui
