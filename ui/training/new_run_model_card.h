// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/model_fit.h"
#include "ui/widgets/card.h"

#include <memory>

namespace lepton::ui {

class BaseModelCards;
class BatchPreviewPanel;
class Button;
class InlineBanner;
class NewRunViewModel;
class RunPreviewViewModel;
class TrainingBackend;

/// Which base model a new run starts from, how well each knows the texts, and the first batch as it reads it.
class NewRunModelCard final : public Card
{
    Q_OBJECT

public:
    /// The view-models outlive the card.
    NewRunModelCard(std::shared_ptr<TrainingBackend> backend, NewRunViewModel& viewModel,
                    RunPreviewViewModel& previewModel, QWidget* parent = nullptr);

    void retranslate();
    void update();
    bool isSettled() const { return m_fit.isSettled(); }

Q_SIGNALS:
    void importRequested();

private:
    NewRunViewModel& m_viewModel;
    ModelFit m_fit;
    InlineBanner* m_none;
    BaseModelCards* m_models;
    Button* m_import;
    BatchPreviewPanel* m_batch;
};

} // namespace lepton::ui
