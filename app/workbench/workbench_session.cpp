// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/workbench_session.h"

#include "app/session/registry_of.h"
#include "train/training_service.h"
#include "ui/datasets/dataset_actions.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/home/dismissals.h"
#include "ui/home/home_services.h"
#include "ui/models/register_dialog.h"
#include "ui/models/service_models_backend.h"
#include "ui/training/import_model_dialog.h"
#include "ui/training/service_backend.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/preferences.h"

#include <QCoreApplication>

namespace lepton::app {
namespace {
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
        facts.roles = roleNames(member->roles);
    }
    return facts;
}

} // namespace

QStringList roleNames(const identity::Roles& roles)
{
    QStringList names;
    for (const identity::Role role : roles)
        names << QString::fromUtf8(identity::roleName(role).data(),
                                   static_cast<qsizetype>(identity::roleName(role).size()));
    return names;
}

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
    ui::importDroppedFiles(over, context(), navigator, files);
}

ui::DatasetContext WorkbenchSession::context()
{
    return {m_session->workspace(),
            m_session->datasets(),
            m_session->jobs(),
            m_facts.department.toStdString(),
            [this](data::DatasetAction action) { return m_session->whyNot(action); },
            [this] { return m_session->whyNot(train::TrainAction::Train); }};
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
                             [this](train::TrainAction action) { return m_session->whyNot(action); }, self});
}

std::shared_ptr<ui::ModelsBackend> WorkbenchSession::models()
{
    const auto& member = m_session->member();
    return std::make_shared<ui::ServiceModelsBackend>(
        ui::ModelsServices{*m_registry, m_session->workspace(), m_session->training(), m_session->datasets(),
                           member ? member->id.toString() : std::string(), shared_from_this()});
}

std::shared_ptr<ui::HomeBackend> WorkbenchSession::homeBackend()
{
    const auto& member = m_session->member();
    return std::make_shared<ui::ServiceHomeBackend>(
        ui::HomeServices{m_session->workspace(), m_session->datasets(), m_session->training(),
                         m_session->baseModels(), m_session->jobs(), *m_registry,
                         member ? std::optional(member->id) : std::nullopt, shared_from_this()});
}

std::shared_ptr<ui::Dismissals> WorkbenchSession::dismissals() const
{
    return std::make_shared<ui::Dismissals>(
        m_parts.memory, QString::fromStdString(m_session->workspace().info().id.toString()));
}

void WorkbenchSession::importAgain(QWidget* over, const jobs::JobInfo& job, ui::Navigator& navigator)
{
    if (job.kind == Session::modelImportKind) {
        ui::importBaseModel(over, training(), navigator);
        return;
    }
    try {
        ui::importOnceMore(over, context(), navigator, job.params.get<data::ImportRequest>());
    } catch (const nlohmann::json::exception&) { // from a program of another version
        ui::chooseFilesToImport(over, context(), navigator);
    }
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

} // namespace lepton::app
