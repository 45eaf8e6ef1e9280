// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/activity_backend.h"

#include <QCoreApplication>
#include <QString>

namespace lepton::ui {

/// What a verification of the log came to, in words of the language of the moment. GUI thread.
class AuditText
{
    Q_DECLARE_TR_FUNCTIONS(AuditText)

public:
    static QString problem(const identity::Problem& problem);
    /// "Chain intact." and the like.
    static QString title(const Verification& verification);
    /// What was verified, or the first problem.
    static QString sentence(const Verification& verification);
    /// How far it has come: "Hashes and signatures, 40 %".
    static QString progress(const base::ProgressState& state);

private:
    static QString meaning(const identity::Problem& problem);
};

} // namespace lepton::ui
