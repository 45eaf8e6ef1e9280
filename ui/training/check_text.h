// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/checks.h"

#include <QCoreApplication>
#include <QString>

namespace lepton::ui {

/// What a check says, and what helps, in the language of the window. An English window shows the sentences of
/// core; another one says them by the check's numbers and names. GUI thread.
class CheckText
{
    Q_DECLARE_TR_FUNCTIONS(CheckText)

public:
    static QString sentence(const train::Check& check);
    /// Empty where there is no fix.
    static QString fix(const train::Check& check);

private:
    static QString said(const train::Check& check);
    static QString saidOfData(const train::Check& check);
    static QString saidOfModel(const train::Check& check);
    static QString fixSaid(const train::Check& check);
};

} // namespace lepton::ui
