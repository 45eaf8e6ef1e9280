// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/grid/column_chart.h"

#include <QHeaderView>

#include <optional>
#include <vector>

namespace lepton::ui {

class TableViewModel;

/// The head of a DataGrid: for each column its name, the distribution of its values, its type and range. A
/// click sorts, dragging over a histogram filters, dragging the name moves the column, a right click offers
/// the rest.
class HistHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit HistHeader(TableViewModel& table, QWidget* parent = nullptr);

    static constexpr int fixedHeight() { return 80; }
    /// Tints the column of the cell cursor; -1 for none.
    void setCurrentColumn(int logical);
    /// The width that shows name, caption and usual values of @p logical.
    int fittingWidth(int logical) const;
    /// Gives every column its fitting width, and what is then left of @p width to columns of free text first,
    /// then to those whose names or values would be cut.
    void shareWidth(int width);
    void forgetWidths() { m_contentWidths.clear(); } ///< words or letters are others now
    /// Name, type, range and missing values as one sentence.
    QString describe(int logical) const;
    /// The rest that a column offers, at @p position.
    void showMenu(int logical, const QPoint& position);

    QSize sizeHint() const override;

Q_SIGNALS:
    void resizedByHand(); ///< the person let go of a border that was dragged, or asked for the fitting width
    void rangeDragged(int logical, double low, double high);
    void hideRequested(int logical);
    void statisticsRequested(int logical);
    void filterRequested(int logical);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logical) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Brush
    {
        int logical = -1;
        int from = 0;
        int to = 0;
    };

    int contentWidth(int logical) const;
    bool isFreeText(int logical) const;
    int longestWidth(int logical) const; ///< of a text; at most what a line should have
    QRect chartRect(int logical) const;
    bool canBrush(int logical, const QPoint& position) const;
    ValueRange brushedRange(const Brush& brush) const;
    void paintChart(QPainter& painter, const QRect& area, int logical) const;
    void paintName(QPainter& painter, const QRect& area, int logical) const;
    void paintCaption(QPainter& painter, const QRect& area, int logical) const;

    TableViewModel& m_table;
    int m_current = -1;
    int m_hovered = -1;
    std::optional<Brush> m_brush;
    std::vector<int> m_contentWidths; ///< measured once it is asked for
    bool m_resized = false;           ///< since the button went down
};

} // namespace lepton::ui
