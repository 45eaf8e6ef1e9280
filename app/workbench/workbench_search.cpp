// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/workbench_session.h"
#include "train/training_service.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/models/model_text.h"
#include "ui/models/models_routes.h"
#include "ui/models/service_models_backend.h"
#include "ui/shell/fuzzy.h"
#include "ui/training/training_routes.h"

#include <algorithm>

namespace lepton::app {
namespace {

/// So many of the newest runs are found by the palette.
constexpr std::int64_t searchedRuns = 500;

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
    for (const train::Run& run : m_session->training().runs().list(newest(searchedRuns))) {
        cancellation.throwIfRequested();
        const QString name = QString::fromStdString(run.name());
        const QString what = QString::fromStdString(run.datasetName + ", " + run.baseModelName);
        if (const auto score = ui::fuzzyScore(text, name + QLatin1Char(' ') + what))
            scored.push_back({*score, name, what, QStringLiteral("training"), ui::runRoute(name)});
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
    for (const ui::PendingReview& request : registered.pending) {
        const QString name = QString::fromStdString(request.name);
        const QString what = ui::ModelText::version(QString::fromStdString(request.model), request.version);
        if (const auto score = ui::fuzzyScore(text, name + QLatin1Char(' ') + what))
            scored.push_back({*score, name, what, QStringLiteral("shield"), ui::reviewRoute(name)});
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
