// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/run_views.h"
#include "ui/training/runs_view_model.h"

#include <QWidget>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace lepton::ui {

class Button;
class ComparePane;
class DataTable;
class EmptyState;
class FilterButton;
class IconButton;
class RunColumns;
class RunFilterBar;
class Skeleton;
class ViewMemory;

/// The runs of the workspace: filter and table, or what to do where there are none; below, what is ticked,
/// compared.
class RunsPanel final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive the panel.
    RunsPanel(RunsViewModel& viewModel, std::shared_ptr<TrainingBackend> backend, ViewMemory& memory,
              QWidget* parent = nullptr);
    ~RunsPanel() override;

    void focusFilter();
    void retranslate();
    bool isSettled() const;
    void restoreView(const RunView& view);

Q_SIGNALS:
    void newRunRequested();
    /// With the recipe of @p run.
    void newRunFromRequested(const QString& run);
    void openRequested(const QString& run);
    void filterChanged();
    void told(const QString& sentence);
    /// restoreView() brings it back.
    void viewForgotten(const lepton::ui::RunView& view);

private:
    void makeTable();
    void addShortcut(const QKeySequence& keys, const std::function<void()>& action);
    void connectParts();
    void update();
    void fillActions(QMenu& menu, const std::vector<std::int64_t>& runs);
    void fillViews();
    void openCurrent();
    void edit(const std::vector<std::int64_t>& runs);
    void showEditor(const std::vector<train::RunRow>& runs);
    void moveToTrash(const std::vector<std::int64_t>& runs);
    void showShelf(train::RunShelf shelf);
    void showView(const RunView& view);
    /// @p current is the name of the view to rename, empty for a new one.
    void askForViewName(const QString& current, const std::function<void(const QString&)>& take);
    void showCompare();
    /// Made when runs are first compared.
    ComparePane& compare();
    /// What is done at @p row is done to all ticked runs if it is one of them, else to it alone.
    std::vector<std::int64_t> chosenAt(const QModelIndex& row) const;
    /// The ticked runs, else the current one.
    std::vector<std::int64_t> chosen() const;

    RunsViewModel& m_viewModel;
    ViewMemory& m_memory;
    RunViews m_views;
    RunFilterBar* m_filter;
    FilterButton* m_viewsButton;
    Button* m_columnsButton;
    IconButton* m_more;
    QSplitter* m_splitter;
    QStackedWidget* m_stack;
    DataTable* m_table;
    std::unique_ptr<RunColumns> m_columns;
    EmptyState* m_empty;
    EmptyState* m_nothing;
    Skeleton* m_skeleton;
    std::shared_ptr<TrainingBackend> m_backend;
    ComparePane* m_compare = nullptr;
    bool m_compareClosed = false; ///< by hand, until another run is ticked
    std::size_t m_tickedBefore = 0;
    std::int64_t m_current = 0; ///< the run of the current row: it stays current when the model is reset
};

} // namespace lepton::ui
