// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/columns_button.h"

#include "ui/datasets/grid/column_picker.h"
#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/grid_text.h"
#include "ui/datasets/grid/hist_header.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/widgets/text_label.h"

#include <QEvent>

namespace lepton::ui {

ColumnsButton::ColumnsButton(DataGrid& grid, QWidget* parent)
    : Button(ButtonKind::Secondary, parent)
    , m_grid(grid)
    , m_picker(new ColumnPicker(ColumnPicker::Mode::Tick, this))
{
    setObjectName(QStringLiteral("table.columns.button"));
    setStyleProperty(this, "filter", true);
    setIconName(QStringLiteral("columns"));
    connect(this, &QPushButton::clicked, this, &ColumnsButton::open);
    connect(&m_grid, &DataGrid::columnsChanged, this, &ColumnsButton::showCount);
    connect(&m_picker->names(), &ColumnNamesModel::ticksChanged, this, &ColumnsButton::showTicked);
    connect(m_picker, &ColumnPicker::showAll, this,
            [this] { tick(std::vector<bool>(m_grid.table().columnCount(), true)); });
    connect(m_picker, &ColumnPicker::showOnly, this, [this](const std::vector<int>& columns) {
        std::vector<bool> ticked(m_grid.table().columnCount(), false);
        for (const int column : columns)
            ticked[static_cast<std::size_t>(column)] = true;
        tick(std::move(ticked));
    });
    showCount();
}

void ColumnsButton::changeEvent(QEvent* event)
{
    Button::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showCount();
}

void ColumnsButton::open()
{
    QStringList names;
    std::vector<bool> ticked;
    for (std::size_t column = 0; column < m_grid.table().columnCount(); ++column) {
        names << QString::fromStdString(m_grid.table().column(column).name);
        ticked.push_back(!m_grid.header().isSectionHidden(static_cast<int>(column)));
    }
    m_picker->names().setNames(std::move(names));
    m_picker->names().setTicked(std::move(ticked));
    m_picker->openBelow(this);
}

void ColumnsButton::tick(std::vector<bool> ticked)
{
    m_picker->names().setTicked(std::move(ticked));
    showTicked();
}

void ColumnsButton::showTicked()
{
    const std::vector<bool>& ticked = m_picker->names().ticked();
    std::vector<int> columns;
    for (std::size_t i = 0; i < ticked.size(); ++i)
        if (ticked[i])
            columns.push_back(static_cast<int>(i));
    m_grid.setShownColumns(columns);
}

void ColumnsButton::showCount()
{
    const int all = m_grid.header().count();
    const int shown = all - m_grid.header().hiddenSectionCount();
    setText(shown == all ? tr("%Ln column(s)", nullptr, all)
                         : tr("%1 of %Ln column(s)", nullptr, all).arg(countText(shown)));
    setAccessibleName(text());
}

} // namespace lepton::ui
