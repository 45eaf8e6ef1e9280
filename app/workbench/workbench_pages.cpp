// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the window, each on the services of the session.
#include "app/workbench/workbench_session.h"
#include "app/workbench/workbench_settings.h"
#include "registry/registry_state.h"
#include "train/training_service.h"
#include "ui/activity/activity_page.h"
#include "ui/activity/service_activity.h"
#include "ui/datasets/browse_page.h"
#include "ui/datasets/dataset_actions.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/datasets/detail_page.h"
#include "ui/home/failure_sources.h"
#include "ui/home/home_backend.h"
#include "ui/home/home_page.h"
#include "ui/home/review_source.h"
#include "ui/models/model_page.h"
#include "ui/models/model_text.h"
#include "ui/models/models_page.h"
#include "ui/models/models_routes.h"
#include "ui/models/register_dialog.h"
#include "ui/models/review_page.h"
#include "ui/models/service_models_backend.h"
#include "ui/settings/service_standards.h"
#include "ui/settings/settings_page.h"
#include "ui/training/import_model_dialog.h"
#include "ui/training/new_run_page.h"
#include "ui/training/run_page.h"
#include "ui/training/training_backend.h"
#include "ui/training/training_page.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/pool_break.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <optional>
#include <variant>

namespace lepton::app {

std::vector<ui::PageEntry> WorkbenchSession::pages()
{
    using ui::Navigator;
    using ui::RailPlace;
    const auto self = shared_from_this();
    std::vector<ui::PageEntry> pages;
    addHomePage(pages);
    const auto datasetsTitle = [] { return QCoreApplication::translate("Rail", "Datasets"); };
    pages.push_back({QStringLiteral("datasets"),
                     RailPlace::Main,
                     {},
                     QStringLiteral("datasets"),
                     datasetsTitle,
                     [self](Navigator& navigator, QWidget* parent) -> ui::Page* {
                         return new ui::BrowsePage(self->context(), navigator, parent);
                     }});
    pages.push_back({QStringLiteral("dataset"), RailPlace::Inside, QStringLiteral("datasets"),
                     QStringLiteral("table"), datasetsTitle,
                     [self](Navigator& navigator, QWidget* parent) -> ui::Page* {
                         return new ui::DetailPage(self->context(), navigator, self->m_parts.memory, parent);
                     },
                     [] { return std::vector{ui::datasetRoute(QLatin1String(shownDataset))}; }});
    addTrainingPages(pages);
    addModelPages(pages);
    pages.push_back({QStringLiteral("activity"),
                     RailPlace::Foot,
                     {},
                     QStringLiteral("activity"),
                     [] { return QCoreApplication::translate("Rail", "Activity"); },
                     [self](Navigator& navigator, QWidget* parent) -> ui::Page* {
                         return new ui::ActivityPage(
                             navigator,
                             std::make_shared<ui::ServiceActivity>(self, self->workspace(),
                                                                   identity::PinStore::ofUser(),
                                                                   identity::SealStore::ofUser()),
                             parent);
                     }});
    pages.push_back({QStringLiteral("settings"),
                     RailPlace::Foot,
                     {},
                     QStringLiteral("settings"),
                     [] { return QCoreApplication::translate("Rail", "Settings"); },
                     [self](Navigator& navigator, QWidget* parent) -> ui::Page* {
                         return new ui::SettingsPage(
                             navigator,
                             settingsSources(self,
                                             std::make_shared<ui::ServiceStandards>(self, self->workspace(),
                                                                                    *self->m_registry),
                                             self->m_parts),
                             parent);
                     }});
    return pages;
}

void WorkbenchSession::addHomePage(std::vector<ui::PageEntry>& pages)
{
    const auto self = shared_from_this();
    const auto make = [self](ui::Navigator& navigator, QWidget* parent) -> ui::Page* {
        const auto backend = self->homeBackend();
        // the page goes before the session: a weak reference is enough
        const auto weak = std::weak_ptr(self);
        const auto importData = [weak, &navigator](QWidget* over) {
            if (const auto there = weak.lock())
                ui::chooseFilesToImport(over, there->context(), navigator);
        };
        const auto importModel = [weak, &navigator](QWidget* over) {
            if (const auto there = weak.lock())
                ui::importBaseModel(over, there->training(), navigator);
        };
        const auto importAgain = [weak, &navigator](QWidget* over, const jobs::JobInfo& job) {
            if (const auto there = weak.lock())
                there->importAgain(over, job, navigator);
        };
        return new ui::HomePage(backend,
                                {std::make_shared<ui::ReviewSource>(backend),
                                 std::make_shared<ui::UnfinishedRunSource>(backend),
                                 std::make_shared<ui::FailedJobSource>(backend, importAgain)},
                                {importData, importModel,
                                 [weak](train::TrainAction action) {
                                     const auto there = weak.lock();
                                     return there ? there->session().whyNot(action) : std::nullopt;
                                 },
                                 self->dismissals()},
                                navigator, parent);
    };
    pages.push_back({QStringLiteral("home"),
                     ui::RailPlace::Main,
                     {},
                     QStringLiteral("home"),
                     [] { return QCoreApplication::translate("Rail", "Home"); },
                     make});
}

void WorkbenchSession::addTrainingPages(std::vector<ui::PageEntry>& pages)
{
    using ui::Navigator;
    using ui::RailPlace;
    const auto backend = training();
    const auto title = [] { return QCoreApplication::translate("Rail", "Training"); };
    const QString rail = QStringLiteral("training");
    pages.push_back({rail,
                     RailPlace::Main,
                     {},
                     rail,
                     title,
                     [backend, &memory = m_parts.memory](Navigator& navigator, QWidget* parent) -> ui::Page* {
                         return new ui::TrainingPage(backend, navigator, memory, parent);
                     }});
    pages.push_back({QStringLiteral("newRun"), RailPlace::Inside, rail, rail,
                     [] { return QCoreApplication::translate("Rail", "New run"); },
                     [backend](Navigator& navigator, QWidget* parent) -> ui::Page* {
                         return new ui::NewRunPage(backend, navigator, parent);
                     },
                     [] { return std::vector{ui::newRunRoute()}; }});
    pages.push_back(
        {QStringLiteral("run"), RailPlace::Inside, rail, rail, title,
         [self = shared_from_this(), backend](Navigator& navigator, QWidget* parent) -> ui::Page* {
             return new ui::RunPage(backend, navigator, parent, self->runRegistry(navigator));
         },
         [this] { return exampleRuns(); }});
}

ui::RunRegistry WorkbenchSession::runRegistry(ui::Navigator& navigator)
{
    const auto versionOf = [self = shared_from_this()](const train::RunId& run) {
        const ui::PoolBreak pause; // the log may have to be proven first
        const auto state = self->m_registry->state();
        const std::string id = run.toString();
        const registry::VersionRecord* newest = nullptr;
        for (const auto& [key, version] : state->versions()) {
            if (version.run == id && !version.trashed && (!newest || newest->event < version.event))
                newest = &version;
        }
        if (!newest)
            return std::optional<ui::RunVersion>();
        const QString model = QString::fromStdString(state->model(newest->model).name);
        return std::optional(ui::RunVersion{ui::ModelText::version(model, newest->number),
                                            ui::modelRoute(model, newest->number)});
    };
    const auto gateOf = [self = shared_from_this()](const std::string& metric) {
        const ui::PoolBreak pause;
        registry::ModelRecord next; // as this person would register it
        next.department = self->facts().department.toStdString();
        next.task = "text-classification";
        std::optional<double> bound;
        for (const registry::Gate& gate :
             self->m_registry->state()->standardFor(next).standard.production.gates) {
            const auto* of = std::get_if<registry::MetricGate>(&gate);
            if (of && of->metric == metric && of->bound == registry::MetricGate::Bound::AtLeast)
                bound = std::max(of->value, bound.value_or(of->value));
        }
        return bound;
    };
    return {[models = models(), &navigator](QWidget* over, const QString& run) {
                ui::registerModel(over, models, navigator, run);
            },
            versionOf, gateOf};
}

void WorkbenchSession::addModelPages(std::vector<ui::PageEntry>& pages)
{
    using ui::Navigator;
    using ui::RailPlace;
    const auto backend = models();
    const auto title = [] { return QCoreApplication::translate("Rail", "Models"); };
    const QString rail = QStringLiteral("models");
    pages.push_back({rail,
                     RailPlace::Main,
                     {},
                     rail,
                     title,
                     [backend](Navigator& navigator, QWidget* parent) -> ui::Page* {
                         return new ui::ModelsPage(backend, navigator, parent);
                     }});
    pages.push_back({QStringLiteral("model"), RailPlace::Inside, rail, rail, title,
                     [backend](Navigator& navigator, QWidget* parent) -> ui::Page* {
                         return new ui::ModelPage(backend, navigator, parent);
                     },
                     [backend] {
                         std::vector<ui::Route> routes;
                         auto there = backend->overview().models;
                         std::ranges::sort(there, std::ranges::greater(), &ui::ModelSummary::versions);
                         for (const ui::ModelSummary& one : there)
                             routes.push_back(ui::modelRoute(QString::fromStdString(one.name)));
                         return routes;
                     }});
    pages.push_back({QStringLiteral("review"), RailPlace::Inside, rail, rail,
                     [] { return QCoreApplication::translate("Rail", "Review"); },
                     [backend](Navigator& navigator, QWidget* parent) -> ui::Page* {
                         return new ui::ReviewPage(backend, navigator, parent);
                     },
                     [backend] {
                         std::vector<ui::Route> routes;
                         for (const ui::PendingReview& one : backend->overview().pending)
                             routes.push_back(ui::reviewRoute(QString::fromStdString(one.name)));
                         return routes;
                     }});
}

std::vector<ui::Route> WorkbenchSession::exampleRuns() const
{
    std::vector<ui::Route> routes;
    for (const auto state :
         {jobs::JobState::Completed, jobs::JobState::Interrupted, jobs::JobState::Failed}) {
        train::RunQuery newest;
        newest.states = {state};
        newest.limit = 1;
        for (const train::Run& run : m_session->training().runs().list(newest))
            routes.push_back(ui::runRoute(QString::fromStdString(run.name())));
    }
    return routes;
}

} // namespace lepton::app
