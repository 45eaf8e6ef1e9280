// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/new_run_model_card.h"

#include "ui/theme/theme.h"
#include "ui/training/base_model_cards.h"
#include "ui/training/batch_preview_panel.h"
#include "ui/training/new_run_view_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"

#include <QVBoxLayout>

#include <utility>

namespace lepton::ui {

NewRunModelCard::NewRunModelCard(std::shared_ptr<TrainingBackend> backend, NewRunViewModel& viewModel,
                                 RunPreviewViewModel& previewModel, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_viewModel(viewModel)
    , m_fit(std::move(backend), viewModel)
    , m_none(new InlineBanner(BannerKind::Caution))
    , m_models(new BaseModelCards)
    , m_import(new Button(ButtonKind::Link))
    , m_batch(new BatchPreviewPanel(previewModel))
{
    setIcon(QStringLiteral("models"));
    m_none->hide();
    m_import->setSmall(true);
    m_import->setObjectName(QStringLiteral("newRun.importModel"));
    addToHeader(m_import);
    body()->setSpacing(theme::gap12);
    body()->addWidget(m_none);
    body()->addWidget(m_models);
    body()->addWidget(m_batch);
    connect(m_models, &BaseModelCards::chosen, &m_viewModel, &NewRunViewModel::setBaseModel);
    connect(m_import, &QPushButton::clicked, this, &NewRunModelCard::importRequested);
    connect(&m_fit, &ModelFit::changed, this, [this] { m_models->setUnknownShares(m_fit.unknownShares()); });
}

void NewRunModelCard::update()
{
    m_models->setModels(m_viewModel.baseModels(), m_viewModel.recipe().baseModel);
    m_models->setUnknownShares(m_fit.unknownShares());
    const bool isReady = m_viewModel.state() == NewRunViewModel::State::Ready;
    m_none->setVisible(isReady && m_viewModel.baseModels().empty());
    setNote(isReady ? tr("%Ln imported", "base models", int(m_viewModel.baseModels().size())) : QString());
    m_import->setDisabledReason(m_viewModel.whyNot(train::TrainAction::Import));
}

void NewRunModelCard::retranslate()
{
    setTitle(tr("Base model"));
    m_none->setText(tr("No base model"), tr("There is none yet: import one to start from."));
    m_import->setText(tr("Import base model…"));
    m_models->retranslate();
    m_batch->retranslate();
}

} // namespace lepton::ui
