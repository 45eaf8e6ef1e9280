// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/standard.h"

#include <QCoreApplication>
#include <QString>

namespace lepton::ui {

using MetricBound = registry::MetricGate::Bound;

/// The words of standards and their gates in the language of the moment. GUI thread.
class StandardText
{
    Q_DECLARE_TR_FUNCTIONS(StandardText)

public:
    static QString metric(const std::string& metric);
    static QString stage(registry::Stage stage);
    /// "Macro F1 at least 0.9".
    static QString gate(const registry::Gate& gate);
    /// What the gate asks for and how it is judged, in a sentence.
    static QString meaning(const registry::Gate& gate);
    /// "Models of Risk, text classification"; "All models".
    static QString scope(const registry::Standard& standard);
    /// "2 approvals, 7 gates".
    static QString rules(const registry::StageRules& rules);
    /// As a person edits it.
    static QString json(const registry::Standard& standard);
};

} // namespace lepton::ui
