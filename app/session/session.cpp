// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "app/session/job_error.h"
#include "identity/access.h"
#include "identity/audit.h"
#include "identity/refusals.h"

#include <utility>

namespace lepton::app {
namespace {

constexpr const char* importKind = "import";

identity::Right rightFor(data::DatasetAction action)
{
    switch (action) {
    case data::DatasetAction::Read:
        return identity::Right::Read;
    case data::DatasetAction::Import:
    case data::DatasetAction::Edit:
        return identity::Right::Import;
    case data::DatasetAction::EmptyTrash:
        return identity::Right::EmptyTrash;
    }
    return identity::Right::EmptyTrash;
}

identity::Right rightFor(train::TrainAction action)
{
    switch (action) {
    case train::TrainAction::Read:
        return identity::Right::Read;
    case train::TrainAction::Import:
        return identity::Right::Import;
    case train::TrainAction::Train:
        return identity::Right::Train;
    case train::TrainAction::EditRuns:
        return identity::Right::EditRuns;
    }
    return identity::Right::Train;
}

} // namespace

std::unique_ptr<Session> Session::open(const std::filesystem::path& folder, const Options& options)
{
    auto user = identity::UserStores::ofUser();
    const identity::PassphraseSource passphrase = options.passphrase
                                                      ? identity::PassphraseSource(options.passphrase)
                                                      : identity::passphraseFromEnvironment;
    return std::make_unique<Session>(identity::openWorkspace(folder, user, passphrase), options);
}

std::unique_ptr<Session> Session::create(const std::filesystem::path& folder,
                                         const store::Workspace::CreateOptions& workspace,
                                         const identity::FirstMember& member, const Options& options)
{
    auto user = identity::UserStores::ofUser();
    return std::make_unique<Session>(identity::createWorkspace(folder, workspace, member, user), options);
}

Session::Session(identity::LocalWorkspace local, const Options& options)
    : m_local(std::move(local))
    , m_members(*m_local.workspace, identity::SealStore::ofUser())
    , m_datasets(*m_local.workspace, m_local.member ? m_local.member->department : std::string(),
                 [this](data::DatasetAction action) {
                     if (action != data::DatasetAction::Read)
                         requireRight(rightFor(action));
                 })
    , m_baseModels(*m_local.workspace, trainAccess(),
                   [this]() -> train::Engine& { return m_engine.engine(); })
    , m_training({*m_local.workspace, m_datasets, m_baseModels,
                  [this]() -> train::Engine& { return m_engine.engine(); }, trainAccess(), LEPTON_VERSION,
                  [this] { return trainingDevice(); }})
    , m_slots(options.slots)
{}

Session::~Session()
{
    m_jobs.reset();
    try {
        // What was added here is remembered, so that an older catalog put back is noticed.
        auto pins = identity::PinStore::ofUser();
        identity::verifyNewest(workspace(), pins);
    } catch (const std::exception&) {
        // The folder may be gone by now; the next one who opens it will see.
    }
}

train::TrainAccess Session::trainAccess()
{
    return [this](train::TrainAction action) {
        if (action != train::TrainAction::Read)
            requireRight(rightFor(action));
    };
}

/// Goes by the roles as the events tell them now, not as they were when the workspace was opened. Reading is
/// not asked for: who can read the folder can read the files in it.
void Session::requireRight(identity::Right right)
{
    if (!m_local.member)
        throw identity::notAMember();
    m_members.requireRight(m_local.member->id, right);
}

std::optional<base::Error> Session::whyNot(identity::Right right)
{
    if (right != identity::Right::Read) {
        if (auto refusal = workspace().info().whyNotWrite())
            return refusal;
    }
    const auto& member = m_local.member;
    return m_members.whyNot(member ? std::optional(member->id) : std::nullopt, right);
}

std::optional<base::Error> Session::whyNot(data::DatasetAction action)
{
    return whyNot(rightFor(action));
}

std::optional<base::Error> Session::whyNot(train::TrainAction action)
{
    return whyNot(rightFor(action));
}

jobs::JobQueue& Session::jobs()
{
    std::call_once(m_jobsMade, [this] {
        m_jobs = std::make_unique<jobs::JobQueue>(workspace(), jobs::JobQueue::Options{.slots = m_slots});
        m_jobs->registerKind(importKind, [this](jobs::JobContext& job) -> nlohmann::json {
            const auto outcome = m_datasets.import(job.params().get<data::ImportRequest>(),
                                                   job.cancellation(), job.progress());
            return {{"dataset", outcome.dataset.id.toString()},
                    {"version", outcome.version.number},
                    {"rows", outcome.version.rows},
                    {"unchanged", outcome.unchanged}};
        });
        m_jobs->registerKind(modelImportKind, [this](jobs::JobContext& job) -> nlohmann::json {
            const auto outcome = m_baseModels.import(job.params().at("folder").get<std::string>(),
                                                     job.params().at("name").get<std::string>(),
                                                     job.cancellation(), job.progress());
            return {{"basemodel", outcome.model.id.toString()}, {"unchanged", outcome.unchanged}};
        });
        m_jobs->registerKind(train::TrainingService::jobKind,
                             [this](jobs::JobContext& job) { return m_training.run(job); },
                             {.pausable = true});
    });
    return *m_jobs;
}

base::JobId Session::submitImport(data::ImportRequest request)
{
    request.file = std::filesystem::absolute(request.file);
    std::string title = request.name;
    nlohmann::json params = request;
    return jobs().submit({importKind, std::move(title), std::move(params)});
}

base::JobId Session::submitModelImport(const std::filesystem::path& folder, const std::string& name)
{
    return jobs().submit(
        {.kind = modelImportKind,
         .title = name,
         .params = {{"folder", std::filesystem::absolute(folder).string()}, {"name", name}}});
}

data::ImportOutcome Session::waitForImport(const base::JobId& id)
{
    return outcomeOf(jobs().wait(id));
}

data::ImportOutcome Session::outcomeOf(const jobs::JobInfo& job)
{
    if (job.state != jobs::JobState::Completed)
        throw errorOfJob(
            job,
            "The import was taken to be dead and ended from elsewhere; nothing was added. Start it again.",
            "The import was cancelled; nothing was added.");
    const auto id = base::DatasetId::parse(job.result.value("dataset", ""));
    const int number = job.result.value("version", 0);
    const auto dataset = id ? m_datasets.store().find(*id) : std::nullopt;
    const auto version = id ? m_datasets.store().version(*id, number) : std::nullopt;
    if (!dataset || !version)
        throw base::Error(base::ErrorCode::NotFound,
                          "\"" + job.title + "\" was imported, and has been removed again by someone else.");
    return {*dataset, *version, job.result.value("unchanged", false)};
}

} // namespace lepton::app
