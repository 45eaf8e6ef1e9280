// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/event_list_model.h"

#include <QWidget>

namespace lepton::ui {

class DataTable;
class DetailViewModel;

/// What happened to a data set.
class DatasetActivityPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DatasetActivityPanel(DetailViewModel& viewModel, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void update();

    DetailViewModel& m_viewModel;
    EventListModel m_model;
    DataTable* m_table;
};

} // namespace lepton::ui
