// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/new_run_view_model.h"
#include "ui/training/run_preview_view_model.h"
#include "ui/widgets/page.h"

class QScrollArea;

namespace lepton::ui {

class Button;
class Card;
class ChecksPanel;
class EstimatePanel;
class IconLabel;
class InlineBanner;
class MoreSettings;
class NewRunDataCard;
class NewRunModelCard;
class PageHeader;
class RecipeActions;
class RecipeForm;
class TextLabel;

/// Puts a run together and starts it: lepton://newRun, lepton://newRun/data set@version, and
/// lepton://newRun?from=R-12 with other values for keys of its recipe.
class NewRunPage final : public Page
{
    Q_OBJECT

public:
    NewRunPage(std::shared_ptr<TrainingBackend> backend, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override;
    std::vector<Crumb> path() const override;
    Route route() const override;
    void open(const Route& route) override;
    void refresh() override;
    bool primaryAction() override;
    QString helpText() const override;
    void retranslate() override;
    bool isSettled() const override;
    std::vector<Scene> scenes() override;

private:
    QWidget* makeLeft();
    QWidget* makeTraining();
    QWidget* makeRun();
    QWidget* makeFoot();
    void connectParts();
    void update();
    QString facts() const;
    void updateOrigin();
    void updateDevice();
    void updateFoot();
    void importModel();
    void tellFailure(const QString& title, const lepton::base::Error& error);

    std::shared_ptr<TrainingBackend> m_backend;
    NewRunViewModel m_viewModel;
    RunPreviewViewModel m_previewModel;
    PageHeader* m_header;
    InlineBanner* m_banner;
    InlineBanner* m_originBanner; ///< what could not be taken over from a run
    NewRunDataCard* m_data;
    NewRunModelCard* m_modelCard;
    Route m_told; ///< the place that the window knows of
    QScrollArea* m_scroll;
    Card* m_trainingCard;
    Card* m_runCard;
    EstimatePanel* m_estimate;
    RecipeForm* m_main;
    MoreSettings* m_more;
    RecipeForm* m_run;
    TextLabel* m_device;
    TextLabel* m_deviceReason;
    ChecksPanel* m_checks;
    IconLabel* m_footIcon;
    TextLabel* m_foot;
    Button* m_start;
    RecipeActions* m_recipe;
};

} // namespace lepton::ui
