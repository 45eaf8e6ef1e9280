// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/report/run_report.h"
#include "ui/theme/tokens.h"

#include <QCoreApplication>
#include <QString>

namespace lepton::ui {

class ReportViewModel;

/// Sentences and figures of a report. GUI thread.
class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(ReportText)

public:
    static QString score(train::ReportScore score); ///< its name
    /// "↑ 0.009"; the arrow is the direction of the number. "= 0.000" where nothing changed.
    static QString change(double change);
    /// Good or bad by what is better; neutral for no change at the digits shown.
    static theme::Role changeTone(double change, bool isHigherBetter);
    static QString share(double share); ///< "12.5 %"
    /// A label that may be very long, short enough for a sentence.
    static QString label(const QString& name);

    /// A tooltip that shows @p text as it is, markup included.
    static QString toolTip(const QString& text);

    /// What the samples are: "interest read as money-fx".
    static QString selection(const ReportViewModel& viewModel);
    /// What the changes are against, or why none is shown.
    static QString comparison(const ReportViewModel& viewModel);
};

} // namespace lepton::ui
