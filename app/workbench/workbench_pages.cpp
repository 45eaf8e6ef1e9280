// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the window, each on the services of the session.
#include "app/workbench/workbench_session.h"
#include "app/workbench/workbench_settings.h"
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

#include <QCoreApplication>

#include <algorithm>
#include <functional>

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
                     [] { return std::vector{ui::datasetRoute(QStringLiteral("german_credit"))}; }});
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
    pages.push_back({QStringLiteral("run"), RailPlace::Inside, rail, rail, title,
                     [backend, models = models()](Navigator& navigator, QWidget* parent) -> ui::Page* {
                         return new ui::RunPage(backend, navigator, parent,
                                                [models, &navigator](QWidget* over, const QString& run) {
                                                    ui::registerModel(over, models, navigator, run);
                                                });
                     },
                     [this] { return exampleRuns(); }});
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
    train::RunQuery newest;
    newest.limit = 1;
    std::vector<ui::Route> routes;
    for (const train::Run& run : m_session->training().runs().list(newest))
        routes.push_back(ui::runRoute(QString::fromStdString(run.name())));
    return routes;
}

} // namespace lepton::app
