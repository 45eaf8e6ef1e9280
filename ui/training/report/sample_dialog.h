// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/report/run_report.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/route.h"

namespace lepton::ui {

class ReportViewModel;

/// One row of the test part: its whole text, what it is and what the model said.
class SampleDialog final : public Dialog
{
    Q_OBJECT

public:
    SampleDialog(const ReportViewModel& viewModel, const train::ReportSample& sample, QWidget* over);

Q_SIGNALS:
    void rowWanted(const lepton::ui::Route& route);
};

} // namespace lepton::ui
