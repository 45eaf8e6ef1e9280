// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/base_models_panel.h"

#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/rights.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lepton::ui {

BaseModelsPanel::BaseModelsPanel(BaseModelsViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_stack(new QStackedWidget)
    , m_table(new DataTable)
    , m_empty(new EmptyState(QStringLiteral("models")))
    , m_skeleton(new Skeleton)
{
    m_table->setObjectName(QStringLiteral("training.models.table"));
    m_table->setModel(&m_viewModel.models());
    m_table->setRowHeight(theme::rowTwoLines);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setSectionResizeMode(BaseModelListModel::NameColumn, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {
        {BaseModelListModel::LayersColumn, 80},      {BaseModelListModel::WidthColumn, 80},
        {BaseModelListModel::ParametersColumn, 108}, {BaseModelListModel::LengthColumn, 112},
        {BaseModelListModel::LicenceColumn, 128},    {BaseModelListModel::SizeColumn, 96},
        {BaseModelListModel::ImportedColumn, 128}};
    for (const auto& [column, width] : widths)
        header->resizeSection(column, width);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &BaseModelsPanel::showMenu);
    auto* trash = new QAction(m_table);
    trash->setShortcut(Qt::Key_Delete);
    trash->setShortcutContext(Qt::WidgetShortcut);
    connect(trash, &QAction::triggered, this, &BaseModelsPanel::trashCurrent);
    m_table->addAction(trash);

    m_empty->setObjectName(QStringLiteral("training.models.empty"));
    m_empty->primaryButton()->setObjectName(QStringLiteral("training.models.empty.import"));
    connect(m_empty->primaryButton(), &QPushButton::clicked, this, &BaseModelsPanel::importRequested);
    m_skeleton->setRowHeight(theme::rowTwoLines);
    for (QWidget* state :
         {static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_skeleton)})
        m_stack->addWidget(state);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeRule(Qt::Horizontal));
    layout->addWidget(m_stack);
    connect(&m_viewModel, &BaseModelsViewModel::changed, this, &BaseModelsPanel::update);
    retranslate();
    update();
}

void BaseModelsPanel::retranslate()
{
    m_table->setAccessibleName(tr("Base models"));
    m_empty->setText(tr("No base model yet"),
                     tr("A run fine-tunes a pre-trained model. Import a Hugging Face folder with a BERT "
                        "encoder: its files are checked and copied into the workspace."));
    m_empty->setPrimary(tr("Import base model"), QStringLiteral("upload"));
    m_skeleton->setSentence(tr("The base models are being read"));
    m_viewModel.models().retranslate();
}

void BaseModelsPanel::update()
{
    QWidget* content = m_table;
    if (m_viewModel.state() == BaseModelsViewModel::State::Loading)
        content = m_skeleton;
    else if (m_viewModel.total() == 0)
        content = m_empty;
    if (content == m_skeleton)
        m_skeleton->start();
    else
        m_skeleton->stop();
    m_stack->setCurrentWidget(content);
    m_empty->primaryButton()->setDisabledReason(m_viewModel.whyNotImport());
}

const train::BaseModel* BaseModelsPanel::current() const
{
    return m_viewModel.models().at(m_table->currentIndex());
}

void BaseModelsPanel::showMenu(const QPoint& place)
{
    if (!current())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* trash = menu->addAction(tr("Move to trash"));
    trash->setShortcut(Qt::Key_Delete);
    trash->setShortcutContext(Qt::WidgetShortcut);
    trash->setEnabled(m_viewModel.whyNotImport().isEmpty());
    connect(trash, &QAction::triggered, this, &BaseModelsPanel::trashCurrent);
    addReason(*menu, m_viewModel.whyNotImport());
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void BaseModelsPanel::trashCurrent()
{
    if (const auto* model = current())
        m_viewModel.trash(model->id, QString::fromStdString(model->name));
}

} // namespace lepton::ui
