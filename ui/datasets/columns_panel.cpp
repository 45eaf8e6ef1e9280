// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/columns_panel.h"

#include "ui/datasets/column_detail.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/detail_view_model.h"
#include "ui/datasets/distribution_delegate.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>

namespace lepton::ui {

ColumnsPanel::ColumnsPanel(DetailViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_table(new DataTable)
    , m_detail(new ColumnDetail)
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", "surface");
    m_table->setObjectName(QStringLiteral("dataset.columns.table"));
    m_table->setModel(&m_model);
    m_table->setRowHeight(theme::rowDense);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(ColumnListModel::DistributionColumn, new DistributionDelegate(m_table));
    m_table->setColumnHidden(ColumnListModel::SummaryColumn, true);
    m_table->setColumnHidden(ColumnListModel::ShareColumn, true);
    auto* header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setSectionResizeMode(ColumnListModel::NameColumn, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {{ColumnListModel::TypeColumn, 104},
                                          {ColumnListModel::DistributionColumn, 144},
                                          {ColumnListModel::DistinctColumn, 120},
                                          {ColumnListModel::MissingColumn, 84}};
    for (const auto& [column, width] : widths)
        header->resizeSection(column, width);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 5);
    layout->addWidget(makeRule(Qt::Vertical));
    layout->addWidget(m_detail, 4);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ColumnsPanel::showCurrent);
    connect(&m_viewModel, &DetailViewModel::changed, this, &ColumnsPanel::update);
    retranslate();
}

void ColumnsPanel::select(int column)
{
    const auto index = m_model.index(column, 0);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

int ColumnsPanel::selected() const
{
    return m_table->currentIndex().row();
}

void ColumnsPanel::update()
{
    const auto* version = m_viewModel.version();
    if (m_viewModel.state() != DetailViewModel::State::Ready || !version)
        return;
    // A version never changes: what is shown of it stays, with the place in the list.
    const auto id = DatasetText::from(version->id.toString());
    if (id == m_shownVersion)
        return;
    m_shownVersion = id;
    const int row = std::max(0, selected());
    m_model.setColumns(version->schema, m_viewModel.details().shown.profile);
    if (m_model.rowCount() > 0)
        select(std::min(row, m_model.rowCount() - 1));
    showCurrent();
}

void ColumnsPanel::showCurrent()
{
    const int row = selected();
    const auto* column = m_model.column(row);
    const auto* profile = m_model.profile(row);
    if (column && profile)
        m_detail->setColumn(*column, *profile);
    else
        m_detail->clear();
}

void ColumnsPanel::retranslate()
{
    m_table->setAccessibleName(tr("Columns"));
    m_shownVersion.clear();
    update();
}

void ColumnsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace lepton::ui
