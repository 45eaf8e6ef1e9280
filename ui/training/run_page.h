// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/run_actions.h"
#include "ui/training/run_view_model.h"
#include "ui/widgets/page.h"
#include "ui/widgets/stack_entrance.h"

#include <QTimer>

class QStackedWidget;

namespace lepton::ui {

class Button;
class ChartsPanel;
class Chip;
class IconButton;
class PageHeader;
class ReportPanel;
class RunNotices;
class Skeleton;
class StageBar;
class TabBar;
class TryPanel;

/// One run, live and afterwards: lepton://run/R-12, lepton://run/R-12/report and lepton://run/R-12/try.
class RunPage final : public Page
{
    Q_OBJECT

public:
    RunPage(std::shared_ptr<TrainingBackend> backend, Navigator& navigator, QWidget* parent = nullptr,
            RunRegistry registry = {});

    QString title() const override;
    std::vector<Crumb> path() const override;
    Route route() const override;
    void open(const Route& route) override;
    void refresh() override;
    bool focusFilter() override;
    bool clearFilter() override;
    bool toggleSideSheet() override;
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
        TryTab,
        TabCount
    };

    void connectParts();
    /// The parts are made when they are first shown.
    ChartsPanel& charts();
    ReportPanel& report();
    QWidget* tryPage();
    void update();
    void updateHeader();
    void updateTabs();
    /// Of the current tab, once it is made.
    void showPart();
    void makePart();
    void updateSheetButton();
    void readGate();
    void setGate(std::optional<double> gate);

    std::shared_ptr<TrainingBackend> m_backend;
    RunViewModel m_viewModel;
    std::function<std::optional<double>(const std::string&)> m_gateOf;
    std::string m_gateMetric; ///< whose gate is read, or shown
    bool m_isGateStale = false;
    std::optional<double> m_gate;
    Async m_readGate;
    PageHeader* m_header;
    RunActions* m_actions;
    Chip* m_state;
    IconButton* m_more;
    TabBar* m_tabs;
    Button* m_sheet; ///< shows and hides the facts in a narrow window
    StageBar* m_stages;
    QWidget* m_stageCard;
    QWidget* m_stageBox; ///< stages and what is said of the run
    RunNotices* m_notices;
    QStackedWidget* m_stack;
    Skeleton* m_skeleton;
    QWidget* m_failed;
    StackEntrance m_entrance;
    QTimer m_making;
    ChartsPanel* m_charts = nullptr;
    ReportPanel* m_report = nullptr;
    TryPanel* m_try = nullptr;
    QWidget* m_tryPage = nullptr; ///< the panel with the margins of a page
    QString m_told;               ///< place and title that the window knows of
    QString m_wantedPart;         ///< a route asked for it before the run was read
};

} // namespace lepton::ui
