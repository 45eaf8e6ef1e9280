// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/version_list_model.h"

#include <QWidget>

class QComboBox;

namespace lepton::ui {

class Button;
class ComparisonView;
class DataTable;
class DetailViewModel;
class TextLabel;

/// The versions of a data set with their notes, and what differs between any two of them.
class VersionsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit VersionsPanel(DetailViewModel& viewModel, QWidget* parent = nullptr);

Q_SIGNALS:
    void versionRequested(int number);

protected:
    void changeEvent(QEvent* event) override;

private:
    void update();
    void fillChoices();
    void compare();
    void retranslate();

    DetailViewModel& m_viewModel;
    VersionListModel m_model;
    DataTable* m_table;
    TextLabel* m_compareLabel;
    QComboBox* m_before;
    TextLabel* m_withLabel;
    QComboBox* m_after;
    Button* m_compare;
    QWidget* m_compareRow;
    QWidget* m_comparing = nullptr; ///< below the table, once there are two to compare
    ComparisonView* m_comparison;
};

} // namespace lepton::ui
