// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cell_table_model.h"
#include "ui/models/models_view_model.h"
#include "ui/widgets/page.h"

#include <QSortFilterProxyModel>

class QStackedWidget;

namespace lepton::ui {

class Button;
class DataTable;
class EmptyState;
class FilterField;
class InlineBanner;
class ModelsSide;
class PageHeader;
class Skeleton;

/// All models of the workspace, and the requests that wait: lepton://models.
class ModelsPage final : public Page
{
    Q_OBJECT

public:
    ModelsPage(std::shared_ptr<ModelsBackend> backend, Navigator& navigator, QWidget* parent = nullptr);

    QString title() const override;
    Route route() const override;
    void open(const Route& route) override;
    void refresh() override;
    bool focusFilter() override;
    bool clearFilter() override;
    bool primaryAction() override;
    QString helpText() const override;
    void retranslate() override;
    bool isSettled() const override;
    std::vector<Scene> scenes() override;

private:
    enum Column
    {
        NameColumn,
        DepartmentColumn,
        VersionsColumn,
        ProductionColumn,
        StagingColumn,
        ScoreColumn,
        WaitingColumn,
        ChangedColumn,
        ColumnCount
    };

    void connectParts();
    void update();
    void fill();
    void openModel(const QModelIndex& index);

    std::shared_ptr<ModelsBackend> m_backend;
    ModelsViewModel m_viewModel;
    CellTableModel m_model;
    QSortFilterProxyModel m_sorted;
    ModelsSide* m_side;
    PageHeader* m_header;
    FilterField* m_filter;
    Button* m_register;
    InlineBanner* m_banner;
    QStackedWidget* m_stack;
    Skeleton* m_skeleton;
    DataTable* m_table;
    EmptyState* m_empty;
};

} // namespace lepton::ui
