// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench_session.h"

#include "versions.h"

#include "app/session/registry_of.h"
#include "base/cancellation.h"
#include "base/log.h"
#include "base/progress.h"
#include "train/training_service.h"
#include "ui/activity/activity_page.h"
#include "ui/activity/service_activity.h"
#include "ui/datasets/browse_page.h"
#include "ui/datasets/dataset_actions.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/datasets/detail_page.h"
#include "ui/home/failure_sources.h"
#include "ui/home/home_page.h"
#include "ui/home/home_services.h"
#include "ui/home/review_source.h"
#include "ui/models/model_page.h"
#include "ui/models/model_text.h"
#include "ui/models/models_page.h"
#include "ui/models/models_routes.h"
#include "ui/models/register_dialog.h"
#include "ui/models/review_page.h"
#include "ui/models/service_models_backend.h"
#include "ui/settings/service_members.h"
#include "ui/settings/service_standards.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/machine_facts.h"
#include "ui/training/import_model_dialog.h"
#include "ui/training/new_run_page.h"
#include "ui/training/run_page.h"
#include "ui/training/service_backend.h"
#include "ui/training/training_page.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/preferences.h"

#include <QCoreApplication>

#include <algorithm>

namespace lepton::app {
namespace {

/// So many of the newest runs are found by the palette.
constexpr std::int64_t searchedRuns = 500;

/// What the self-check holds its models to.
constexpr std::string_view exampleStandard = R"({"name":"tone","version":1,"applies_to":{},
  "production":{"approvals":1,"roles":["reviewer","admin"],"exclude":["requester"],"gates":[
    {"metric":"macro_f1","at_least":0.2},{"metric":"macro_f1","not_below_production_by":0.01},
    {"metric":"lowest_class_f1","at_least":0.5,"min_support":20},{"metric":"ece","at_most":0.3},
    {"test_rows":{"at_least":100}},{"leakage":{"at_most":0}},{"repeatable":true}]},
  "staging":{"approvals":0,"gates":[]}})";

train::RunQuery newest(std::int64_t count)
{
    train::RunQuery query;
    query.limit = count;
    return query;
}

ui::SessionFacts factsOf(Session& session)
{
    const store::WorkspaceInfo& info = session.workspace().info();
    ui::SessionFacts facts;
    facts.workspaceName = QString::fromStdString(info.name);
    facts.folder = info.folder;
    facts.journalMode = info.journalMode;
    if (const auto& member = session.member()) {
        facts.memberName = QString::fromStdString(member->name);
        facts.memberId = QString::fromStdString(member->id.toString());
        facts.department = QString::fromStdString(member->department);
        for (const identity::Role role : member->roles)
            facts.roles << QString::fromUtf8(identity::roleName(role).data(),
                                             static_cast<qsizetype>(identity::roleName(role).size()));
    }
    return facts;
}

ui::SettingsSources settingsSources(const std::shared_ptr<WorkbenchSession>& session,
                                    std::shared_ptr<ui::StandardsBackend> standards,
                                    const WorkbenchParts& parts)
{
    ui::SettingsSources sources{.preferences = parts.preferences,
                                .workspace = session->workspace().info(),
                                .root = session->session().root(),
                                .members = std::make_shared<ui::ServiceMembers>(session, session->workspace(),
                                                                                identity::KeyStore::ofUser()),
                                .standards = std::move(standards),
                                .applySlots = {},
                                .applyRuns = {},
                                .runMachine = {},
                                .stall = {},
                                .versions = {},
                                .device = {},
                                .logTail = {}};
    // the page goes before the session: a weak reference is enough, and none keeps the other alive
    sources.applySlots = [weak = std::weak_ptr(session)](int count) {
        if (const auto there = weak.lock())
            there->jobs().setSlots(count);
    };
    sources.applyRuns = [weak = std::weak_ptr(session)] {
        if (const auto there = weak.lock())
            there->applyRunPreferences();
    };
    sources.runMachine = [] {
        const ui::MachineFacts machine = ui::readMachineFacts();
        return ui::RunMachine{machine.threads, machine.graphicsCards};
    };
    sources.stall = [&stall = parts.stall] { return stall.figures(); };
    sources.versions = [] { return versions(); };
    sources.device = [] { return ui::deviceText(ui::readMachineFacts()); };
    sources.logTail = [&log = parts.log](std::size_t lines) { return log.tail(lines); };
    return sources;
}

} // namespace

WorkbenchSession::WorkbenchSession(std::unique_ptr<Session> session, WorkbenchParts parts)
    : m_session(std::move(session))
    , m_registry(registryOf(*m_session))
    , m_parts(parts)
    , m_facts(factsOf(*m_session))
{
    applyRunPreferences();
    m_session->jobs(); // made here, on the worker: the window asks for it on its own thread
}

void WorkbenchSession::applyRunPreferences()
{
    const ui::RunDevice device = m_parts.preferences.runDevice();
    m_session->setTrainingDevice(device == ui::RunDevice::Cpu    ? train::DeviceChoice::Cpu
                                 : device == ui::RunDevice::Cuda ? train::DeviceChoice::Cuda
                                                                 : train::DeviceChoice::Auto);
    m_runThreads = m_parts.preferences.runThreads();
}

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
                         return new ui::DetailPage(self->context(), navigator, parent);
                     },
                     [] { return ui::datasetRoute(QStringLiteral("german_credit")); }});
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

std::vector<ui::ActionEntry> WorkbenchSession::actions(ui::Navigator& navigator, QWidget* over)
{
    const auto weak = weak_from_this();
    return {{QStringLiteral("datasets.import"), QStringLiteral("upload"),
             [] { return QCoreApplication::translate("Rail", "Import data"); },
             QKeySequence(Qt::CTRL | Qt::Key_I),
             [weak, &navigator, over] {
                 if (const auto self = weak.lock())
                     ui::chooseFilesToImport(over, self->context(), navigator);
             }},
            {QStringLiteral("training.newRun.button"), QStringLiteral("training"),
             [] { return QCoreApplication::translate("Rail", "New run"); },
             QKeySequence(Qt::CTRL | Qt::Key_N), [&navigator] { navigator.go(ui::newRunRoute()); }},
            {QStringLiteral("models.register.button"),
             QStringLiteral("models"),
             [] { return QCoreApplication::translate("Rail", "Register model"); },
             {},
             [weak, &navigator, over] {
                 if (const auto self = weak.lock())
                     ui::registerModel(over, self->models(), navigator);
             }},
            {QStringLiteral("training.importModel.button"),
             QStringLiteral("models"),
             [] { return QCoreApplication::translate("Rail", "Import base model"); },
             {},
             [weak, &navigator, over] {
                 if (const auto self = weak.lock())
                     ui::importBaseModel(over, self->training(), navigator);
             }}};
}

void WorkbenchSession::dropFiles(const QStringList& files, ui::Navigator& navigator, QWidget* over)
{
    ui::importFiles(over, context(), navigator, files);
}

ui::DatasetContext WorkbenchSession::context()
{
    return {m_session->workspace(), m_session->datasets(), m_session->jobs(),
            m_facts.department.toStdString()};
}

void WorkbenchSession::addHomePage(std::vector<ui::PageEntry>& pages)
{
    const auto self = shared_from_this();
    const auto make = [self](ui::Navigator& navigator, QWidget* parent) -> ui::Page* {
        const auto& member = self->m_session->member();
        const auto backend = std::make_shared<ui::ServiceHomeBackend>(ui::HomeServices{
            self->m_session->workspace(), self->m_session->datasets(), self->m_session->training(),
            self->m_session->baseModels(), self->m_session->jobs(), *self->m_registry,
            member ? std::optional(member->id) : std::nullopt, self});
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
        return new ui::HomePage(backend,
                                {std::make_shared<ui::ReviewSource>(backend),
                                 std::make_shared<ui::UnfinishedRunSource>(backend),
                                 std::make_shared<ui::FailedJobSource>(backend, importData)},
                                {importData, importModel}, navigator, parent);
    };
    pages.push_back({QStringLiteral("home"),
                     ui::RailPlace::Main,
                     {},
                     QStringLiteral("home"),
                     [] { return QCoreApplication::translate("Rail", "Home"); },
                     make});
}

std::shared_ptr<ui::TrainingBackend> WorkbenchSession::training()
{
    const auto self = shared_from_this();
    return std::make_shared<ui::ServiceBackend>(
        ui::TrainingServices{m_session->datasets(), m_session->training(), m_session->baseModels(),
                             m_session->jobs(), [this]() -> train::Engine& { return m_session->engine(); },
                             [this] {
                                 return ui::RunPreferences{m_session->trainingDevice(), m_runThreads};
                             },
                             self});
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
                     [] { return ui::newRunRoute(); }});
    pages.push_back({QStringLiteral("run"), RailPlace::Inside, rail, rail, title,
                     [backend, models = models()](Navigator& navigator, QWidget* parent) -> ui::Page* {
                         return new ui::RunPage(backend, navigator, parent,
                                                [models, &navigator](QWidget* over, const QString& run) {
                                                    ui::registerModel(over, models, navigator, run);
                                                });
                     },
                     [this] { return exampleRun(); }});
}

std::shared_ptr<ui::ModelsBackend> WorkbenchSession::models()
{
    const auto& member = m_session->member();
    return std::make_shared<ui::ServiceModelsBackend>(
        ui::ModelsServices{*m_registry, m_session->workspace(), m_session->training(), m_session->datasets(),
                           member ? member->id.toString() : std::string(), shared_from_this()});
}

std::map<QString, int> WorkbenchSession::waiting()
{
    return {{QStringLiteral("models"), models()->overview().mine()}};
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
                         const auto there = backend->overview().models;
                         return there.empty() ? ui::Route()
                                              : ui::modelRoute(QString::fromStdString(there.front().name));
                     }});
    pages.push_back({QStringLiteral("review"), RailPlace::Inside, rail, rail,
                     [] { return QCoreApplication::translate("Rail", "Review"); },
                     [backend](Navigator& navigator, QWidget* parent) -> ui::Page* {
                         return new ui::ReviewPage(backend, navigator, parent);
                     },
                     [backend] {
                         const auto pending = backend->overview().pending;
                         return pending.empty()
                                    ? ui::Route()
                                    : ui::reviewRoute(QString::fromStdString(pending.front().name));
                     }});
}

ui::Route WorkbenchSession::exampleRun() const
{
    const auto runs = m_session->training().runs().list(newest(1));
    return runs.empty() ? ui::Route() : ui::runRoute(QString::fromStdString(runs.front().name()));
}

ui::Route WorkbenchSession::routeOf(const jobs::JobInfo& job) const
{
    if (job.kind == train::TrainingService::jobKind)
        return ui::runRoute(QString::fromStdString(job.subject));
    const bool isFailed = job.state == jobs::JobState::Failed; // then its sentence is all there is
    if (job.kind == Session::modelImportKind && !isFailed)
        return ui::trainingRoute(QStringLiteral("models"));
    if (job.kind != "import" || isFailed)
        return {};
    const auto name = job.params.find("name");
    if (name == job.params.end() || !name->is_string())
        return {};
    return ui::datasetRoute(QString::fromStdString(name->get<std::string>()));
}

void WorkbenchSession::addExamples()
{
    const auto models = m_session->baseModels().store().list();
    if (models.empty())
        return; // set-up did not fetch the sample model: the pages are shown empty
    const auto [dataset, version] = m_session->datasets().resolve("tweets_sentiment");
    train::Recipe recipe;
    recipe.datasetVersion = version.id;
    recipe.textColumn = "text";
    recipe.labelColumn = "label";
    recipe.baseModel = models.front().id;
    for (const char* assignment : {"max_steps=12", "eval_every=6", "batch_size=8", "max_length=32"})
        train::set(recipe, assignment);
    std::vector<train::Run> runs;
    for (const char* rate : {"learning_rate=1e-4", "learning_rate=2e-5"}) { // two can be compared
        train::set(recipe, rate);
        runs.push_back(m_session->training().start(jobs(), recipe));
    }
    for (train::Run& run : runs) {
        jobs().wait(run.job);
        run = m_session->training().runs().resolve(run.name()); // with what it came to
    }
    // A version in staging, and one that its requester cannot approve.
    m_registry->publish(exampleStandard);
    const base::Cancellation cancellation;
    base::Progress progress;
    const auto first = m_registry->registerRun(runs.front(), "tweets-tone", {});
    m_registry->promote(first.version.id, registry::Stage::Staging, "The first version, for a try.",
                        cancellation, progress);
    const auto second = m_registry->registerRun(runs.back(), "tweets-tone", {});
    m_registry->promote(second.version.id, registry::Stage::Production,
                        "Trained more gently. The service desk wants to sort tweets by it.", cancellation,
                        progress);
}

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
