// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QTableView>

namespace lepton::ui {

/// The header of a DataTable: 32 high, small letters of weight 500, the sort arrow behind the text.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    QSize sectionSizeFromContents(int logicalIndex) const override;
};

/// A table for lists up to about 10,000 rows: row lines, no vertical lines, the row under the pointer tinted,
/// whole rows selected. Ctrl+C copies the selected rows as tab-separated text, Ctrl+Shift+C with the header.
/// Enter and a double click emit activated(), Space emits previewRequested().
class DataTable : public QTableView
{
    Q_OBJECT

public:
    explicit DataTable(QWidget* parent = nullptr);

    void setRowHeight(int pixels);
    int hoveredRow() const noexcept { return m_hoveredRow; }
    /// True while the keyboard brought the focus here or moves in here.
    bool showsKeyboardFocus() const;
    /// Makes the column as wide as its header and the texts of its first rows, within the limits.
    void fitColumn(int column, int least = 0, int most = QWIDGETSIZE_MAX);
    int visualColumn(int column) const;
    bool isFirstColumn(int visual) const;
    bool isLastColumn(int visual) const;
    /// Selected rows as text, cells separated by tabs.
    QString selectedText(bool withHeader) const;

    void setModel(QAbstractItemModel* model) override;

Q_SIGNALS:
    void previewRequested(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void setHoveredRow(int row);
    /// A table that got the focus by Tab has a current row which is not selected: selects it. Whether it did.
    bool selectCurrent();

    int m_hoveredRow = -1;
    bool m_byKeyboard = false;
};

} // namespace lepton::ui
