// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/column_list_model.h"

#include <QWidget>

namespace lepton::ui {

class ColumnDetail;
class DataTable;
class DetailViewModel;

/// All columns of a version at the left, everything known of the chosen one at the right.
class ColumnsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnsPanel(DetailViewModel& viewModel, QWidget* parent = nullptr);

    void select(int column);
    int selected() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void update();
    void showCurrent();
    void retranslate();

    DetailViewModel& m_viewModel;
    ColumnListModel m_model;
    DataTable* m_table;
    ColumnDetail* m_detail;
    QString m_shownVersion; ///< id of the version in the model
};

} // namespace lepton::ui
