// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/report/sample_list_model.h"
#include "ui/widgets/card.h"
#include "ui/widgets/route.h"

class QStackedWidget;

namespace lepton::ui {

class Button;
class DataTable;
class EmptyState;
class InlineBanner;
class ReportViewModel;

/// The rows of the selection, surest first. Enter shows a text whole; "Open in table" goes to the row of the
/// data set.
class SamplesCard final : public Card
{
    Q_OBJECT

public:
    explicit SamplesCard(ReportViewModel& viewModel, QWidget* parent = nullptr);

    void retranslate();

Q_SIGNALS:
    void rowWanted(const lepton::ui::Route& route);

private:
    void update();
    void showColumns();
    void updateOpen();
    void openRow();
    void openText(const QModelIndex& index);

    ReportViewModel& m_viewModel;
    SampleListModel m_model;
    Button* m_open;
    QStackedWidget* m_stack;
    DataTable* m_table;
    EmptyState* m_empty;
    InlineBanner* m_failed;
};

} // namespace lepton::ui
