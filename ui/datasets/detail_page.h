// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/detail_view_model.h"
#include "ui/widgets/page.h"

class QMenu;
class QPushButton;
class QStackedWidget;

class QVBoxLayout;

namespace lepton::ui {

class Button;
class Chip;
class ColumnsPanel;
class DatasetActivityPanel;
class IconButton;
class InlineBanner;
class OverviewPanel;
class PageHeader;
class Skeleton;
class TabBar;
class TableTab;
class VersionsPanel;
class ViewMemory;

/// One data set: lepton://dataset/name@version/tab.
class DetailPage final : public Page
{
    Q_OBJECT

public:
    enum Tab
    {
        OverviewTab,
        TableTabIndex,
        ColumnsTab,
        VersionsTab,
        ActivityTab,
        TabCount
    };

    /// @p memory: what is kept of the table's columns.
    DetailPage(DatasetContext context, Navigator& navigator, ViewMemory& memory, QWidget* parent = nullptr);

    QString title() const override;
    std::vector<Crumb> path() const override;
    Route route() const override;
    void open(const Route& route) override;
    void refresh() override;
    bool focusFilter() override;
    bool clearFilter() override;
    bool primaryAction() override;
    bool changeTab(int step) override;
    bool toggleSideSheet() override;
    QString helpText() const override;
    void retranslate() override;
    bool isSettled() const override;
    std::vector<Scene> scenes() override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectParts();
    void update();
    void showBanner(bool isShown);
    void showTrashed();
    void updateHeader();
    void updateTabs();
    void showTab(int tab);
    void fillVersionMenu();
    void fillMoreMenu();
    void showVersion(int number);
    void exportShown(std::optional<data::RowOrder> filtered = {});
    void edit();
    void importVersion();

    DatasetContext m_context;
    DetailViewModel m_viewModel;
    PageHeader* m_header;
    QPushButton* m_version;
    Chip* m_sensitivity;
    Button* m_newRun;
    Button* m_export;
    IconButton* m_more;
    TabBar* m_tabs;
    InlineBanner* m_banner;
    QVBoxLayout* m_bannerPlace = nullptr;
    QStackedWidget* m_stack;
    Skeleton* m_skeleton;
    QWidget* m_failed;
    OverviewPanel* m_overview;
    TableTab* m_table;
    ColumnsPanel* m_columns;
    VersionsPanel* m_versions;
    DatasetActivityPanel* m_activity;
};

} // namespace lepton::ui
