// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/table_foot.h"

#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/grid_text.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>

namespace lepton::ui {

using theme::Role;
using theme::Step;

TableFoot::TableFoot(DataGrid& grid, QWidget* parent)
    : QWidget(parent)
    , m_grid(grid)
    , m_rows(new TextLabel(Step::Small, Role::Text, this))
    , m_before(new TextLabel(Step::Small, Role::Text3, this))
    , m_selection(new TextLabel(Step::Small, Role::Text2, this))
    , m_time(new TextLabel(Step::Small, Role::Text3, this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", QStringLiteral("surface"));
    setFixedHeight(theme::rowDense);
    m_rows->setObjectName(QStringLiteral("table.foot.rows"));
    m_selection->setObjectName(QStringLiteral("table.foot.selection"));
    m_selection->setElided(true);
    m_selection->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::gap24, 0, theme::gap16, 0);
    layout->setSpacing(theme::gap16);
    for (TextLabel* label : {m_rows, m_before, m_selection, m_time})
        layout->addWidget(label);
    for (TextLabel* label : {m_rows, m_before, m_time})
        label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_selection->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&grid, &DataGrid::viewChanged, this, &TableFoot::showRows);
    connect(&grid, &DataGrid::selectionChanged, this, &TableFoot::showSelection);
    connect(&grid, &DataGrid::pageRead, this, [this](double milliseconds) {
        m_milliseconds = milliseconds;
        showTime();
        // The value of the current cell may just have come.
        if (m_waits)
            showSelection();
    });
    showRows();
    showSelection();
}

void TableFoot::say(const QString& text, bool bad)
{
    m_waits = false;
    m_selection->setTone(bad ? Role::Bad : Role::Text);
    m_selection->setText(text);
    QAccessibleEvent event(m_selection, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void TableFoot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showRows();
        showSelection();
        showTime();
    }
}

void TableFoot::showRows()
{
    const std::int64_t rows = m_grid.rows();
    const std::int64_t first = m_grid.firstRow() + 1;
    const std::int64_t last = std::min(rows, m_grid.firstRow() + m_grid.rowsInView());
    m_rows->setText(rows > 0
                        ? tr("Rows %1 to %2 of %3").arg(countText(first), countText(last), countText(rows))
                        : tr("No rows"));
    m_before->setVisible(m_grid.table().isFiltered());
    m_before->setText(tr("%1 before the filter").arg(countText(m_grid.table().rowCount())));
}

void TableFoot::showSelection()
{
    m_selection->setTone(Role::Text2);
    m_waits = false;
    const CellRange range = m_grid.selection();
    const GridCursor& cursor = m_grid.cursorCell();
    if (range.cells() == 0 || !cursor.isValid()) {
        m_selection->setText({});
    } else if (range.cells() > 1) {
        m_selection->setText(tr("Selected: %1, %2 by %3")
                                 .arg(cellsText(range.cells()), countText(range.count),
                                      countText(static_cast<std::int64_t>(range.columns.size()))));
    } else {
        const std::optional<QString> text = m_grid.cellText(cursor.position, cursor.column);
        const std::int64_t row = m_grid.rowNumber(cursor.position);
        m_waits = !text;
        const QString name =
            QString::fromStdString(m_grid.table().column(static_cast<std::size_t>(cursor.column)).name);
        m_selection->setText(text && row >= 0
                                 ? tr("Selected: row %1, %2 = %3").arg(countText(row + 1), name, *text)
                                 : QString());
    }
}

void TableFoot::showTime()
{
    if (m_milliseconds < 0)
        return;
    const QLocale locale;
    m_time->setText(m_milliseconds < 1 ? tr("Read in less than 1 ms")
                                       : tr("Read in %1 ms").arg(locale.toString(m_milliseconds, 'f', 0)));
}

} // namespace lepton::ui
