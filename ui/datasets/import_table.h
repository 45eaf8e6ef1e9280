// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/data_table.h"
#include "ui/widgets/table_delegate.h"

namespace lepton::ui {

class ImportPreviewModel;

/// Names with their types under them; a click on a column asks for its menu of types.
class ImportHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit ImportHeader(QWidget* parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void typeMenuRequested(int column, const QPoint& globalPlace);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    QSize sectionSizeFromContents(int logicalIndex) const override;
    void mouseReleaseEvent(QMouseEvent* event) override;
};

/// The numbers of the records at the left.
class ImportGutter final : public QHeaderView
{
    Q_OBJECT

public:
    explicit ImportGutter(QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
};

/// Cells of the preview: rows that cannot be read stand on the bad ground, with what is wrong behind their
/// fields.
class ImportCellDelegate final : public TableDelegate
{
    Q_OBJECT

public:
    using TableDelegate::TableDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

protected:
    void paintContent(QPainter& painter, const QRect& area, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const override;
};

/// The preview of an import. Shift+F10 or the menu key opens the types of the current column.
class ImportTable final : public DataTable
{
    Q_OBJECT

public:
    explicit ImportTable(ImportPreviewModel& model, QWidget* parent = nullptr);

    /// Gives the columns the widths of what they hold, once a file is read.
    void fitColumns();

Q_SIGNALS:
    void typeMenuRequested(int column, const QPoint& globalPlace);
};

} // namespace lepton::ui
