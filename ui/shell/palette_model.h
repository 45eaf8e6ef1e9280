// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/command_palette.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace lepton::ui {

/// What the palette shows: items with a heading before each group.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles
    {
        NoteRole = Qt::UserRole + 1,
        IconNameRole,
        HeadingRole,
        IsKeysRole,
        IsOffRole
    };

    using QAbstractListModel::QAbstractListModel;

    /// Sorted by group.
    void setItems(std::vector<PaletteItem> items);
    /// Null for a heading.
    const PaletteItem* item(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row
    {
        QString heading; ///< of a heading alone
        PaletteItem item;
    };

    std::vector<Row> m_rows;
};

/// Rows of 32, headings of 28.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace lepton::ui
