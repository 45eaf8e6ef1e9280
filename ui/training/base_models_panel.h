// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/base_models_view_model.h"

#include <QWidget>

class QMenu;
class QStackedWidget;

namespace lepton::ui {

class DataTable;
class EmptyState;
class Skeleton;

/// The base models of the workspace, or how to get one.
class BaseModelsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit BaseModelsPanel(BaseModelsViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

Q_SIGNALS:
    void importRequested();

private:
    void update();
    void showMenu(const QPoint& place);
    void trashCurrent();
    const train::BaseModel* current() const;

    BaseModelsViewModel& m_viewModel;
    QStackedWidget* m_stack;
    DataTable* m_table;
    EmptyState* m_empty;
    Skeleton* m_skeleton;
};

} // namespace lepton::ui
