// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/dataset_filter_model.h"

#include <QWidget>

#include <map>

namespace lepton::ui {

class BrowseViewModel;
class Button;
class FilterButton;
class FilterField;

/// The line above the list: search as one types, a menu for each kind of label with the number of data sets
/// behind it, and Clear.
class BrowseFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit BrowseFilterBar(BrowseViewModel& viewModel, QWidget* parent = nullptr);

    void focus();
    void retranslate();

protected:
    void changeEvent(QEvent* event) override;

private:
    void update();
    void fillDepartments();
    void fillSensitivities();
    void fillTags();
    FilterButton* makeMenuButton(const QString& objectName, void (BrowseFilterBar::*fill)());

    BrowseViewModel& m_viewModel;
    FilterField* m_edit;
    FilterButton* m_department;
    FilterButton* m_sensitivity;
    FilterButton* m_tag;
    Button* m_clear;
};

} // namespace lepton::ui
