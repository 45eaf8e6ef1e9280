// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/new_run_data_card.h"

#include "ui/theme/theme.h"
#include "ui/training/data_preview_panel.h"
#include "ui/training/new_run_choices.h"
#include "ui/training/new_run_view_model.h"
#include "ui/training/recipe_form.h"
#include "ui/widgets/form_field.h"

#include <QComboBox>
#include <QGridLayout>
#include <QVBoxLayout>

namespace lepton::ui {

namespace {

QComboBox* makeCombo(const char* name)
{
    auto* combo = new QComboBox;
    combo->setObjectName(QLatin1String(name));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    combo->setFocusPolicy(Qt::StrongFocus);
    return combo;
}

} // namespace

NewRunDataCard::NewRunDataCard(NewRunViewModel& viewModel, RunPreviewViewModel& previewModel, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_viewModel(viewModel)
    , m_dataset(makeCombo("newRun.dataset"))
    , m_version(makeCombo("newRun.version"))
    , m_text(makeCombo("newRun.text"))
    , m_label(makeCombo("newRun.label"))
    , m_split(makeCombo("newRun.split_column"))
    , m_datasetField(new FormField({}, m_dataset))
    , m_versionField(new FormField({}, m_version))
    , m_textField(new FormField({}, m_text))
    , m_labelField(new FormField({}, m_label))
    , m_splitField(new FormField({}, m_split))
    , m_shares(new RecipeForm(viewModel, splitRecipeFields()))
    , m_preview(new DataPreviewPanel(previewModel))
{
    setIcon(QStringLiteral("datasets"));
    auto* fields = new QGridLayout; // both rows of fields on the same four edges
    fields->setHorizontalSpacing(theme::gap16);
    fields->setVerticalSpacing(theme::gap12);
    int columns = 0;
    for (FormField* field : {m_datasetField, m_versionField, m_textField, m_labelField}) {
        fields->setColumnStretch(columns, 1);
        fields->addWidget(field, 0, columns++, Qt::AlignTop);
    }
    fields->addWidget(m_splitField, 1, 0, Qt::AlignTop);
    fields->addWidget(m_shares, 1, 1, 1, columns - 1);
    body()->setSpacing(theme::gap12);
    body()->addLayout(fields);
    body()->addWidget(m_preview);
    connectParts();
    retranslate();
}

void NewRunDataCard::connectParts()
{
    connect(m_dataset, &QComboBox::activated, this,
            [this](int row) { m_viewModel.chooseDataset(m_viewModel.datasets().at(std::size_t(row)).id); });
    connect(m_version, &QComboBox::activated, this, [this](int row) {
        if (const auto* source = m_viewModel.source())
            m_viewModel.chooseDataset(source->dataset.id, row == 0 ? 0 : m_version->itemData(row).toInt());
    });
    connect(m_text, &QComboBox::activated, this,
            [this](int row) { m_viewModel.setTextColumn(m_text->itemData(row).toString()); });
    connect(m_label, &QComboBox::activated, this,
            [this](int row) { m_viewModel.setLabelColumn(m_label->itemData(row).toString()); });
    connect(m_split, &QComboBox::activated, this, [this](int row) {
        m_viewModel.assign(QStringLiteral("split_column"), m_split->itemData(row).toString());
    });
    connect(&m_viewModel, &NewRunViewModel::changed, this, &NewRunDataCard::update);
}

void NewRunDataCard::retranslate()
{
    setTitle(tr("Data"));
    m_datasetField->setLabel(tr("Data set"));
    m_versionField->setLabel(tr("Version"));
    m_textField->setLabel(tr("Text column"));
    m_labelField->setLabel(tr("Label column"));
    m_splitField->setLabel(tr("Split"));
    m_shares->retranslate();
    m_preview->retranslate();
    update();
}

void NewRunDataCard::update()
{
    fillDatasets(*m_dataset, m_viewModel);
    fillVersions(*m_version, m_viewModel);
    fillTextColumns(*m_text, m_viewModel);
    fillLabelColumns(*m_label, m_viewModel);
    fillSplit(*m_split, m_viewModel);
    m_labelField->setHint(labelHint(m_viewModel));
    m_textField->setHint(textHint(m_viewModel));
    m_datasetField->setHint(datasetHint(m_viewModel));
    m_splitField->setError(m_viewModel.problem(QStringLiteral("split_column")));
    const bool isByShares = m_viewModel.recipe().splitColumn.empty();
    m_shares->setVisible(isByShares);
    m_splitField->setHint(isByShares ? tr("stratified by label, equal texts stay together")
                                     : tr("its values name the part of each row"));
}

} // namespace lepton::ui
