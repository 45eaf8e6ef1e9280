// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_text.h"

#include "train/run_comparison.h"
#include "ui/datasets/dataset_text.h"
#include "ui/models/models_backend.h"
#include "ui/training/run_words.h"
#include "ui/training/training_text.h"
#include "ui/widgets/core_text.h"

#include <QLocale>

namespace lepton::ui {

using registry::Stage;

namespace {

constexpr qsizetype shownKeyDigits = 4;
constexpr qsizetype shownHashDigits = 8;
constexpr std::string_view calibration = "ece";

} // namespace

QString ModelText::version(const QString& model, int number)
{
    return tr("%1 v%2", "model and number of its version").arg(model, QString::number(number));
}

QString ModelText::number(int version)
{
    return tr("v%1").arg(version);
}

ChipContent ModelText::stage(Stage stage)
{
    switch (stage) {
    case Stage::None:
        return {tr("None", "stage"), ChipKind::Outline, {}};
    case Stage::Staging:
        return {tr("Staging"), ChipKind::Accent, {}};
    case Stage::Production:
        return {tr("Production"), ChipKind::Good, {}};
    case Stage::Archived:
        return {tr("Archived"), ChipKind::Neutral, {}};
    }
    return {};
}

QString ModelText::move(Stage from, Stage to)
{
    return tr("%1 → %2", "stage before and after").arg(stage(from).text, stage(to).text);
}

ChipContent ModelText::state(registry::PromotionState state)
{
    switch (state) {
    case registry::PromotionState::Waiting:
        return {tr("Waiting"), ChipKind::Accent, QStringLiteral("clock")};
    case registry::PromotionState::Approved:
        return {tr("Approved"), ChipKind::Good, QStringLiteral("check")};
    case registry::PromotionState::Rejected:
        return {tr("Rejected"), ChipKind::Bad, QStringLiteral("close")};
    case registry::PromotionState::Withdrawn:
        return {tr("Withdrawn"), ChipKind::Neutral, QStringLiteral("undo")};
    }
    return {};
}

QString ModelText::metric(const std::string& key)
{
    if (key == registry::lowestClassMetric)
        return tr("Lowest class F1");
    return TrainingText::metric(key == calibration ? std::string("calibration_error") : key);
}

QString ModelText::testScore()
{
    return metricTitle("test/macro_f1");
}

bool ModelText::isHigherBetter(const std::string& metric)
{
    return metric != calibration && train::betterOf(metric) != train::Better::Smaller;
}

QString ModelText::score(std::optional<double> value)
{
    return value ? QLocale().toString(*value, 'f', 3) : QStringLiteral("–");
}

QString ModelText::bound(const registry::MetricGate& gate, std::optional<int> incumbent)
{
    using Bound = registry::MetricGate::Bound;
    const QString value = TrainingText::number(gate.value);
    switch (gate.bound) {
    case Bound::AtLeast:
        return tr("at least %1").arg(value);
    case Bound::AtMost:
        return tr("at most %1").arg(value);
    case Bound::NotBelowProductionBy:
        return incumbent ? tr("at least v%2 − %1", "a figure, the version in production")
                               .arg(value, QString::number(*incumbent))
                         : tr("at most %1 below production").arg(value);
    }
    return {};
}

QString ModelText::gate(const registry::Gate& gate)
{
    const QLocale locale;
    if (const auto* metric = std::get_if<registry::MetricGate>(&gate))
        return tr("%1 %2", "a metric and its bound").arg(ModelText::metric(metric->metric), bound(*metric));
    if (const auto* rows = std::get_if<registry::TestRowsGate>(&gate))
        return tr("At least %Ln test row(s)", nullptr, int(rows->atLeast));
    if (const auto* leakage = std::get_if<registry::LeakageGate>(&gate))
        return leakage->atMost == 0
                   ? tr("No test row in training")
                   : tr("At most %Ln test row(s) in training", nullptr, int(leakage->atMost));
    return tr("Run can be repeated");
}

QString ModelText::sentence(const std::string& text)
{
    return CoreText::said(text);
}

QString ModelText::reason(const std::optional<base::Error>& why)
{
    return why ? CoreText::error(*why) : QString();
}

QString ModelText::role(identity::Role role)
{
    switch (role) {
    case identity::Role::Analyst:
        return tr("analyst");
    case identity::Role::Engineer:
        return tr("engineer");
    case identity::Role::Reviewer:
        return tr("reviewer");
    case identity::Role::Admin:
        return tr("admin");
    }
    return {};
}

QString ModelText::roles(const identity::Roles& roles)
{
    QStringList names;
    for (const identity::Role one : roles)
        names << role(one);
    return names.join(tr(", ", "between the roles of a member"));
}

QString ModelText::person(const Person& person)
{
    const QString key = DatasetText::from(person.key).left(shownKeyDigits).toUpper();
    if (key.isEmpty())
        return roles(person.roles);
    return person.isMe ? tr("you, %1, key %2", "roles, begin of a key").arg(roles(person.roles), key)
                       : tr("%1, key %2", "roles, begin of a key").arg(roles(person.roles), key);
}

QString ModelText::hash(const std::string& hash)
{
    return DatasetText::from(hash).left(shownHashDigits);
}

QString ModelText::turn(const PendingReview& request)
{
    switch (request.turn) {
    case Turn::Own:
        return tr("You asked, so another must review");
    case Turn::Signed:
        return tr("You signed; %1 of %2 signatures").arg(request.approvals).arg(request.needed);
    default:
        return tr("%1, %2 of %3 signed", "who asked, signatures")
            .arg(DatasetText::from(request.requester.name))
            .arg(request.approvals)
            .arg(request.needed);
    }
}

QString ModelText::turnIcon(Turn turn)
{
    switch (turn) {
    case Turn::Own:
        return QStringLiteral("lock");
    case Turn::Signed:
        return QStringLiteral("check");
    default:
        return {};
    }
}

QString ModelText::task(const std::string& task)
{
    return task == "text-classification" ? tr("Text classification") : DatasetText::from(task);
}

QString ModelText::progress(const base::ProgressState& state)
{
    const QString what = state.phase == "hashing"      ? tr("Files are being compared with their hashes")
                         : state.phase == "evaluating" ? tr("Test rows are being scored")
                         : state.phase == "reading"    ? tr("Data is being read")
                         : state.phase == "copying"    ? tr("Files are being copied")
                         : state.phase == "proving"    ? tr("The log of all decisions is being proven")
                                                       : tr("Working");
    const auto share = state.share();
    return share ? tr("%1, %2 %", "what is done and how far").arg(what, QLocale().toString(int(*share * 100)))
                 : what;
}

std::function<QString()> ModelText::proofOf(std::shared_ptr<ModelsBackend> backend)
{
    return [backend = std::move(backend)] {
        const auto proof = backend->proof();
        return proof ? progress(*proof) : QString();
    };
}

} // namespace lepton::ui
