// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/browse_table.h"

#include "ui/datasets/browse_view_model.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/member_delegate.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace lepton::ui {
namespace {

constexpr int leastBrowseName = 280;
constexpr std::pair<int, int> columnWidths[] = {
    {DatasetListModel::DepartmentColumn, 136},  {DatasetListModel::OwnerColumn, 116},
    {DatasetListModel::RowsColumn, 92},         {DatasetListModel::ColumnsColumn, 60},
    {DatasetListModel::SensitivityColumn, 128}, {DatasetListModel::TagsColumn, 140},
    {DatasetListModel::UpdatedColumn, 104}};

} // namespace

BrowseTable::BrowseTable(BrowseViewModel& viewModel, QWidget* parent)
    : DataTable(parent)
    , m_viewModel(viewModel)
{
    setObjectName(QStringLiteral("datasets.table"));
    setModel(&m_viewModel.rows());
    setRowHeight(theme::rowTwoLines);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setItemDelegateForColumn(DatasetListModel::OwnerColumn, new MemberDelegate(this));
    setItemDelegateForColumn(DatasetListModel::SensitivityColumn, new ChipDelegate(this));
    setSortingEnabled(true);
    sortByColumn(DatasetListModel::NameColumn, Qt::AscendingOrder);
    layOutColumns();
    makeActions();
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        if (current())
            Q_EMIT menuRequested(viewport()->mapToGlobal(place));
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BrowseTable::currentChanged);
}

void BrowseTable::layOutColumns()
{
    auto* header = horizontalHeader();
    header->setSectionResizeMode(DatasetListModel::NameColumn, QHeaderView::Stretch);
    for (const auto& [column, width] : columnWidths)
        header->resizeSection(column, width);
}

void BrowseTable::makeActions()
{
    const auto add = [this](const QKeySequence& keys, auto&& act) {
        auto* action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    const auto sort = [this](Qt::SortOrder order) {
        sortByColumn(std::max(0, currentIndex().column()), order);
    };
    add(Qt::Key_Delete, [this] { Q_EMIT trashRequested(); });
    add(Qt::ALT | Qt::Key_Up, [sort] { sort(Qt::AscendingOrder); });
    add(Qt::ALT | Qt::Key_Down, [sort] { sort(Qt::DescendingOrder); });
}

const data::Dataset* BrowseTable::current() const
{
    const auto index = currentIndex();
    return selectionModel()->isRowSelected(index.row(), {})
               ? m_viewModel.datasets().at(m_viewModel.rows().mapToSource(index))
               : nullptr;
}

void BrowseTable::select(const base::DatasetId& id)
{
    const auto index = m_viewModel.rows().mapFromSource(m_viewModel.datasets().indexOf(id));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void BrowseTable::resizeEvent(QResizeEvent* event)
{
    fitColumns();
    DataTable::resizeEvent(event);
}

/// The name keeps room to be read: what tells least gives way first.
void BrowseTable::fitColumns()
{
    constexpr int giveWay[] = {DatasetListModel::TagsColumn, DatasetListModel::UpdatedColumn,
                               DatasetListModel::ColumnsColumn, DatasetListModel::OwnerColumn};
    int room = width() - leastBrowseName;
    for (const auto& [column, width] : columnWidths)
        room -= width;
    for (const int column : giveWay) {
        const auto* const entry = std::ranges::find(columnWidths, column, &std::pair<int, int>::first);
        const bool isHidden = room < 0;
        room += isHidden ? entry->second : 0;
        if (isColumnHidden(column) != isHidden)
            setColumnHidden(column, isHidden);
    }
}

} // namespace lepton::ui
