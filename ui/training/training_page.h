// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/base_models_view_model.h"
#include "ui/training/runs_view_model.h"
#include "ui/widgets/page.h"

class QStackedWidget;

namespace lepton::ui {

class BaseModelsPanel;
class Button;
class InlineBanner;
class PageHeader;
class RunsPanel;
class Segment;
class ViewMemory;

/// Runs and base models: lepton://training and lepton://training//models.
class TrainingPage final : public Page
{
    Q_OBJECT

public:
    /// @p memory outlives the page.
    TrainingPage(std::shared_ptr<TrainingBackend> backend, Navigator& navigator, ViewMemory& memory,
                 QWidget* parent = nullptr);

    QString title() const override;
    Route route() const override;
    void open(const Route& route) override;
    void refresh() override;
    bool focusFilter() override;
    bool clearFilter() override;
    bool primaryAction() override;
    bool changeTab(int step) override;
    bool undo() override;
    QString helpText() const override;
    void retranslate() override;
    bool isSettled() const override;
    std::vector<Scene> scenes() override;

    /// The dialog that imports a base model.
    void importModel(const QString& folder = {});

private:
    enum Tab
    {
        RunsTab,
        ModelsTab,
        TabCount
    };

    void connectParts();
    void connectRuns();
    Tab tab() const;
    void showTab(Tab tab);
    void makeModels();
    void update();
    /// Of something that was asked for: where the person is now, too.
    void showFailure(const QString& title, const base::Error& error);

    std::shared_ptr<TrainingBackend> m_backend;
    RunsViewModel m_runs;
    BaseModelsViewModel m_models;
    PageHeader* m_header;
    Button* m_newRun;
    Button* m_import;
    Segment* m_tabs;
    InlineBanner* m_banner;
    QStackedWidget* m_stack;
    RunsPanel* m_runsPanel;
    BaseModelsPanel* m_modelsPanel = nullptr; ///< made when it is first shown
    std::function<void()> m_undo;
    bool m_bannerIsOfRead = false;
};

} // namespace lepton::ui
