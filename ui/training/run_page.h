// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/run_view_model.h"
#include "ui/widgets/page.h"

class QStackedWidget;

namespace lepton::ui {

class Button;
class ChartsPanel;
class Chip;
class InlineBanner;
class PageHeader;
class ReportPanel;
class Skeleton;
class StageBar;
class TabBar;

/// One run, live and afterwards: lepton://run/R-12 and lepton://run/R-12/report.
class RunPage final : public Page
{
    Q_OBJECT

public:
    RunPage(std::shared_ptr<TrainingBackend> backend, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override;
    std::vector<Crumb> path() const override;
    Route route() const override;
    void open(const Route& route) override;
    void refresh() override;
    bool primaryAction() override;
    bool changeTab(int step) override;
    QString helpText() const override;
    void retranslate() override;
    bool isSettled() const override;
    std::vector<Scene> scenes() override;

private:
    enum Tab
    {
        ChartsTab,
        ReportTab,
        TabCount
    };

    void connectParts();
    void update();
    void updateHeader();
    void updateActions();
    void updateTabs();
    void updateBanner();
    void askToStop();
    void chooseExportFolder();
    void showFailure(const QString& title, const base::Error& error);

    RunViewModel m_viewModel;
    PageHeader* m_header;
    Chip* m_state;
    Button* m_again;
    Button* m_export;
    Button* m_pause;
    Button* m_goOn;
    Button* m_stop;
    Button* m_resume;
    TabBar* m_tabs;
    StageBar* m_stages;
    QWidget* m_stageBox;
    InlineBanner* m_banner; ///< what became of the run
    InlineBanner* m_ask;    ///< a question, or an action that failed
    QStackedWidget* m_stack;
    Skeleton* m_skeleton;
    QWidget* m_failed;
    ChartsPanel* m_charts;
    ReportPanel* m_report;
    QString m_told; ///< place and title that the window knows of
    bool m_asksToStop = false;
    bool m_wantsReport = false; ///< a route asked for the report before the run was read
};

} // namespace lepton::ui
