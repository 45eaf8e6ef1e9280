// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table.h"
#include "ui/datasets/grid/row_scroll.h"
#include "ui/datasets/grid/selection_reader.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QTimer>

#include <optional>
#include <vector>

namespace lepton::ui {

class HistHeader;
class PageFeed;
class RowGutter;
class TableViewModel;

/// A cell of the grid: a position in the order of rows that is shown, and a column of the schema. -1: none.
struct GridCursor
{
    std::int64_t position = -1;
    int column = -1;

    bool isValid() const noexcept { return position >= 0 && column >= 0; }
    friend bool operator==(const GridCursor&, const GridCursor&) = default;
};

/// Where a column stands and how wide it is, by its name.
struct ColumnPlace
{
    QString name;
    int width = 0; ///< 0: what the columns share
    bool hidden = false;

    friend bool operator==(const ColumnPlace&, const ColumnPlace&) = default;
};

/// The cells of a data set, of any number of rows: rows of one line, a cell cursor and a rectangle of
/// selected cells, everything by keyboard. Shows what is there at once and the rest when a worker has read
/// it; its memory does not depend on the number of rows.
class DataGrid final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit DataGrid(TableViewModel& table, QWidget* parent = nullptr);
    ~DataGrid() override;

    static constexpr int rowHeight() { return 28; }

    HistHeader& header() const noexcept { return *m_header; }
    PageFeed& feed() const noexcept { return *m_feed; }
    TableViewModel& table() const noexcept { return m_table; }

    const GridCursor& cursorCell() const noexcept { return m_cursor; }
    /// Moves the cursor there and into view; @p extend keeps the other corner of the selection.
    void setCursorCell(GridCursor cell, bool extend = false);
    CellRange selection() const;
    bool isSelected(std::int64_t position, int logical) const;
    void selectAll();

    std::int64_t rows() const noexcept { return m_scroll.rows(); }
    /// Position of the first row in view, and how many rows are in view, the last perhaps in part.
    std::int64_t firstRow() const noexcept { return m_scroll.top(); }
    int rowsInView() const;
    void scrollToRow(std::int64_t position);

    void setColumnHidden(int logical, bool hidden);
    /// Shows exactly these; at least one of them must be a column of the table.
    void setShownColumns(const std::vector<int>& logical);
    std::vector<int> shownColumns() const; ///< logical, from left to right
    /// All columns from left to right.
    QList<ColumnPlace> columnPlaces() const;
    /// Lays the columns out as these were, those that are not among them behind the others.
    void setColumnPlaces(const QList<ColumnPlace>& places);
    /// Whether everything in view has been read.
    bool isComplete() const;
    /// What the cell shows, or nothing while it is not there; missing cells give the word.
    std::optional<QString> cellText(std::int64_t position, int logical) const;
    /// In coordinates of the viewport.
    QRect cellRect(std::int64_t position, int logical) const;
    GridCursor cellAt(const QPoint& position) const;
    /// 0-based row number in the table of the row at @p position; -1 while unknown.
    std::int64_t rowNumber(std::int64_t position) const;

    /// For the gutter.
    int rowTop(std::int64_t position) const;

Q_SIGNALS:
    void cursorMoved();
    void selectionChanged();
    void viewChanged(); ///< other rows or columns are in view
    void inspectRequested();
    void copyRequested(bool withHeader);
    void columnsChanged(); ///< hidden, shown, moved, or made wider or narrower by hand
    void pageRead(double milliseconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    friend class GridPainter;

    void resetRows();
    void followState();
    void layoutParts();
    void shareWidth();
    void syncBars();
    void updateWindow();
    void applyTop(bool moved);
    void announceCursor();
    bool handleMove(QKeyEvent* event);
    bool handleCommand(QKeyEvent* event);
    void moveColumns(int steps, bool toEnd, bool extend);
    void moveRows(std::int64_t rows, bool extend);
    void ensureColumnVisible(int logical);
    int visibleNeighbour(int logical, int step) const;
    std::pair<int, int> visualSpan() const;
    void autoScroll();
    QString hiddenText(const GridCursor& cell) const;

    TableViewModel& m_table;
    PageFeed* m_feed;
    HistHeader* m_header;
    RowGutter* m_gutter;
    RowScroll m_scroll;
    GridCursor m_cursor;
    GridCursor m_anchor;
    std::int64_t m_hoveredRow = -1;
    QTimer m_barsDelay;  ///< bars stand for missing cells only when the wait is long enough to be seen
    QTimer m_staleDelay; ///< rows that are about to be replaced are dimmed when that takes its time
    QTimer m_autoScroll;
    double m_wheel = 0; ///< rows not scrolled yet
    int m_direction = 1;
    bool m_showBars = false;
    bool m_stale = false;
    bool m_settingBar = false;
    bool m_dragging = false;
    bool m_widthsByHand = false; ///< then they stay, however wide the window gets
};

} // namespace lepton::ui
