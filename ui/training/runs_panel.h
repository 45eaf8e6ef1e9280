// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/runs_view_model.h"

#include <QWidget>

class QStackedWidget;

namespace lepton::ui {

class DataTable;
class EmptyState;
class FilterField;
class Skeleton;
class TextLabel;

/// The runs of the workspace: filter and table, or what to do where there are none.
class RunsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RunsPanel(RunsViewModel& viewModel, QWidget* parent = nullptr);

    QString filterText() const;
    void setFilterText(const QString& text);
    void focusFilter();
    void retranslate();

Q_SIGNALS:
    void newRunRequested();
    void openRequested(const QString& run);
    void filterChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTable();
    void update();

    RunsViewModel& m_viewModel;
    FilterField* m_filter;
    TextLabel* m_count;
    QStackedWidget* m_stack;
    DataTable* m_table;
    EmptyState* m_empty;
    EmptyState* m_nothing;
    Skeleton* m_skeleton;
};

} // namespace lepton::ui
