// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/data_table.h"

#include <QStyledItemDelegate>

namespace lepton::ui {

/// The header of a comparison: names of runs behind the marks of their series.
class CompareHeader final : public TableHeader
{
    Q_OBJECT

public:
    using TableHeader::TableHeader;

    /// So that the name and its mark are whole.
    int wantedWidth(int column) const;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
};

/// A cell of a comparison: the best with a tick, a setting unlike the first run's tinted, a change with the
/// arrow of its direction and the colour of its judgement.
class CompareDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// So that the figure, its tick and its change are whole.
    static int wantedWidth(const QModelIndex& index);
};

/// A comparison: its columns share the width there is, and where that is too little for their figures, it
/// scrolls.
class CompareTable final : public DataTable
{
    Q_OBJECT

public:
    explicit CompareTable(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();

    CompareHeader* m_header;
};

} // namespace lepton::ui
