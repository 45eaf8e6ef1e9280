// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/workbench_session.h"
#include "registry/registry_state.h"
#include "train/training_service.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/models/model_text.h"
#include "ui/models/models_routes.h"
#include "ui/models/service_models_backend.h"
#include "ui/shell/fuzzy.h"
#include "ui/training/training_routes.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace lepton::app {
namespace {

/// So many of the newest runs are found by the palette.
constexpr std::int64_t searchedRuns = 500;

/// What waits for somebody is looked for more often than what is decided.
constexpr int forWaiting = 4;
/// Of what was asked for by its number.
constexpr int exactScore = 1000;

/// 12 in "R-12", "r12" and, of @p letter R, "12"; nothing in other texts.
std::optional<qlonglong> numberIn(const QString& text, QChar letter)
{
    static const QRegularExpression numbered(QStringLiteral("^(?:([A-Za-z])-?)?([0-9]{1,15})$"));
    const auto match = numbered.match(text.trimmed());
    const QString given = match.captured(1).toUpper();
    if (!match.hasMatch() || !(given.isEmpty() || given == letter))
        return std::nullopt;
    return match.captured(2).toLongLong();
}

train::RunQuery newest(std::int64_t count)
{
    train::RunQuery query;
    query.limit = count;
    return query;
}

} // namespace

std::vector<ui::FoundObject> WorkbenchSession::find(const QString& text, int limit,
                                                    const base::Cancellation& cancellation)
{
    struct Scored
    {
        int score;
        QString name;
        QString note;
        QString icon;
        ui::Route route;
    };
    std::vector<Scored> scored;
    const auto wantedRun = numberIn(text, QLatin1Char('R'));
    const auto addRun = [&](const train::Run& run, int score) {
        const QString name = QString::fromStdString(run.name());
        QString what = QString::fromStdString(run.datasetName + ", " + run.baseModelName);
        if (!run.title.empty())
            what = QString::fromStdString(run.title) + QStringLiteral(", ") + what;
        scored.push_back({score, name, what, QStringLiteral("training"), ui::runRoute(name)});
    };
    if (wantedRun) {
        if (const auto run = m_session->training().runs().findByNumber(*wantedRun))
            addRun(*run, exactScore);
    }
    for (const train::Run& run : m_session->training().runs().list(newest(searchedRuns))) {
        cancellation.throwIfRequested();
        const QString name = QString::fromStdString(run.name() + ' ' + run.title + ' ' + run.datasetName +
                                                    ", " + run.baseModelName);
        const auto score = ui::fuzzyScore(text, name);
        if (score && run.number != wantedRun)
            addRun(run, *score);
    }
    for (const data::Dataset& dataset : m_session->datasets().store().list({})) {
        cancellation.throwIfRequested();
        const QString name = QString::fromStdString(dataset.name);
        if (const auto score = ui::fuzzyScore(text, name))
            scored.push_back({*score, name, QString::fromStdString(dataset.department),
                              QStringLiteral("table"), ui::datasetRoute(name)});
    }
    const ui::ModelsOverview registered = models()->overview();
    for (const ui::ModelSummary& model : registered.models) {
        const QString name = QString::fromStdString(model.name);
        if (const auto score = ui::fuzzyScore(text, name))
            scored.push_back({*score, name, QString::fromStdString(model.department),
                              QStringLiteral("models"), ui::modelRoute(name)});
    }
    const auto wantedPromotion = numberIn(text, QLatin1Char('P'));
    const auto registry = m_registry->state();
    for (const auto& [id, promotion] : registry->promotions()) {
        cancellation.throwIfRequested();
        const QString name = QString::fromStdString(promotion.name());
        const registry::VersionRecord& version = registry->version(promotion.version);
        const QString what = ui::ModelText::version(
            QString::fromStdString(registry->model(version.model).name), version.number);
        auto score = ui::fuzzyScore(text, name + QLatin1Char(' ') + what);
        if (promotion.number == wantedPromotion)
            score = exactScore;
        else if (score && promotion.state == registry::PromotionState::Waiting)
            *score += forWaiting;
        if (score)
            scored.push_back({*score, name,
                              QStringLiteral("%1, %2").arg(what, ui::ModelText::state(promotion.state).text),
                              QStringLiteral("shield"), ui::reviewRoute(name)});
    }
    std::stable_sort(scored.begin(), scored.end(),
                     [](const Scored& a, const Scored& b) { return a.score > b.score; });
    if (scored.size() > static_cast<std::size_t>(limit))
        scored.resize(static_cast<std::size_t>(limit));
    std::vector<ui::FoundObject> found;
    for (const Scored& one : scored)
        found.push_back({one.name, one.note, one.icon, one.route});
    return found;
}

} // namespace lepton::app
