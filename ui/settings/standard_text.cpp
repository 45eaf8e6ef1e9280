// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/standard_text.h"

#include "base/json_text.h"
#include "ui/widgets/string_list.h"

#include <QLocale>
#include <nlohmann/json.hpp>

namespace lepton::ui {

namespace {

QString figure(double value)
{
    return QLocale().toString(value, 'g', 6);
}

} // namespace

QString StandardText::metric(const std::string& metric)
{
    if (metric == "accuracy")
        return tr("Accuracy");
    if (metric == "macro_f1")
        return tr("Macro F1");
    if (metric == "macro_precision")
        return tr("Macro precision");
    if (metric == "macro_recall")
        return tr("Macro recall");
    if (metric == "weighted_f1")
        return tr("Weighted F1");
    if (metric == "balanced_accuracy")
        return tr("Balanced accuracy");
    if (metric == "mcc")
        return tr("Matthews correlation");
    if (metric == registry::lowestClassMetric)
        return tr("Lowest F1 of a class");
    if (metric == "ece")
        return tr("Calibration error");
    return metric == "brier" ? tr("Brier score") : fromUtf8(metric);
}

QString StandardText::stage(registry::Stage stage)
{
    return stage == registry::Stage::Production ? tr("Production", "a stage") : tr("Staging", "a stage");
}

QString StandardText::gate(const registry::Gate& gate)
{
    if (const auto* metric = std::get_if<registry::MetricGate>(&gate)) {
        switch (metric->bound) {
        case MetricBound::AtLeast:
            return tr("%1 at least %2", "metric, value")
                .arg(StandardText::metric(metric->metric), figure(metric->value));
        case MetricBound::AtMost:
            return tr("%1 at most %2", "metric, value")
                .arg(StandardText::metric(metric->metric), figure(metric->value));
        case MetricBound::NotBelowProductionBy:
            return tr("%1 not below production by more than %2", "metric, value")
                .arg(StandardText::metric(metric->metric), figure(metric->value));
        }
    }
    if (const auto* rows = std::get_if<registry::TestRowsGate>(&gate))
        return tr("At least %1 test rows").arg(QLocale().toString(qlonglong(rows->atLeast)));
    if (const auto* leakage = std::get_if<registry::LeakageGate>(&gate))
        return tr("At most %1 test rows in training").arg(QLocale().toString(qlonglong(leakage->atMost)));
    return tr("Repeatable");
}

QString StandardText::meaning(const registry::Gate& gate)
{
    if (const auto* metric = std::get_if<registry::MetricGate>(&gate)) {
        if (metric->bound == MetricBound::NotBelowProductionBy)
            return tr(
                "The version and the one in production are scored on the same test rows, there and "
                "then: it may be behind by so much, not by more. Where none is in production, it passes. A "
                "rollback is not held to it.");
        if (metric->metric == registry::lowestClassMetric)
            return tr(
                "The F1 of the weakest class counts, so that no class is left behind. Classes with fewer "
                "test rows than the minimum do not count.");
        if (metric->metric == "ece")
            return tr(
                "How far the probabilities are from how often the model is right. 0 is perfect: of what "
                "it says with 80 %, 80 % are right.");
        return metric->bound == MetricBound::AtMost
                   ? tr("Computed on the test rows of the version's run. More than this fails.")
                   : tr("Computed on the test rows of the version's run. Less than this fails.");
    }
    if (std::holds_alternative<registry::TestRowsGate>(gate))
        return tr("With fewer rows, a score says little: of 100 rows, one is a whole percent.");
    if (std::holds_alternative<registry::LeakageGate>(gate))
        return tr(
            "Test rows whose text stands in the training part, too, make a model look better than it is.");
    return tr("Recipe, data and base model of the run are recorded here and still whole. An imported model "
              "fails.");
}

QString StandardText::scope(const registry::Standard& standard)
{
    const bool hasTask = !standard.task.empty();
    if (standard.department.empty())
        return hasTask ? tr("All models for text classification") : tr("All models");
    return (hasTask ? tr("Models of %1 for text classification", "department")
                    : tr("Models of %1", "department"))
        .arg(fromUtf8(standard.department));
}

QString StandardText::rules(const registry::StageRules& rules)
{
    const QString approvals = tr("%Ln approval(s)", nullptr, rules.approvals);
    return tr("%1, %2", "approvals, gates")
        .arg(approvals, tr("%Ln gate(s)", nullptr, int(rules.gates.size())));
}

QString StandardText::json(const registry::Standard& standard)
{
    return fromUtf8(base::indentedJsonText(nlohmann::json::parse(registry::standardText(standard))));
}

} // namespace lepton::ui
