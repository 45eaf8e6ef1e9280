// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/browse_view_model.h"
#include "ui/datasets/preview_view_model.h"
#include "ui/widgets/page.h"

class QMenu;
class QStackedWidget;

namespace lepton::ui {

class BrowseFilterBar;
class BrowseTable;
class Button;
class EmptyState;
class IconButton;
class InlineBanner;
class ListWithPane;
class PageHeader;
class PreviewPane;
class Skeleton;

/// All data sets of the workspace, and its trash: lepton://datasets and lepton://datasets//trash.
class BrowsePage final : public Page
{
    Q_OBJECT

public:
    BrowsePage(DatasetContext context, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override;
    std::vector<Crumb> path() const override;
    Route route() const override;
    void open(const Route& route) override;
    void refresh() override;
    bool focusFilter() override;
    bool clearFilter() override;
    bool primaryAction() override;
    bool toggleSideSheet() override;
    bool undo() override;
    QString helpText() const override;
    void retranslate() override;
    bool isSettled() const override;
    std::vector<Scene> scenes() override;

private:
    void connectTable();
    void makeActions();
    void connectViewModel();
    void update();
    void updateContent();
    void updatePane();
    void fillMenu(QMenu& menu);
    void openCurrent();
    void exportCurrent();
    void editCurrent();
    void trashCurrent();
    void restoreCurrent();
    void confirmEmptyTrash();
    void importData();
    bool isTrash() const { return m_viewModel.place() == BrowseViewModel::Place::Trash; }

    DatasetContext m_context;
    BrowseViewModel m_viewModel;
    PreviewViewModel m_previewModel;
    PageHeader* m_header;
    IconButton* m_more;
    Button* m_import;
    Button* m_restore;
    Button* m_emptyTrash;
    Button* m_leaveTrash;
    BrowseFilterBar* m_filter;
    InlineBanner* m_banner;
    QStackedWidget* m_stack;
    BrowseTable* m_table;
    PreviewPane* m_preview;
    ListWithPane* m_list;
    EmptyState* m_empty;
    EmptyState* m_emptyTrashState;
    EmptyState* m_nothing;
    Skeleton* m_skeleton;
    bool m_previewWanted = true;
    QString m_selectWhenRead; ///< name of the data set that a route asks for
    std::function<void()> m_undo;
    std::function<void()> m_afterRead; ///< once, as soon as there are rows to do it with
};

} // namespace lepton::ui
