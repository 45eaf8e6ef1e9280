// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset_service.h"
#include "identity/access.h"
#include "identity/local_workspace.h"
#include "identity/member_service.h"
#include "jobs/job_queue.h"
#include "store/workspace.h"
#include "train/engine_loader.h"
#include "train/training_service.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace lepton::app {

/// A workspace opened by the person at this computer, with all that works on it: what the command line and
/// the window share. Opening reads and may write the disk: in a program with a window, do it on a worker.
/// Thread-safe.
class Session
{
public:
    struct Options
    {
        /// Asked for the passphrase of the key with this fingerprint, when it has one.
        std::function<std::optional<std::string>(const std::string& key)> passphrase{};
        /// Jobs that run at once.
        int slots = 2;
    };

    /// Opens the workspace in @p folder as the member who this person is there; a person who is none can
    /// read.
    /// @throw base::Error: what Workspace::open() throws, and Untrusted when the pins of this machine say
    /// otherwise
    static std::unique_ptr<Session> open(const std::filesystem::path& folder, const Options& options);
    /// Makes a workspace and works in it as its first member. @throw base::Error
    static std::unique_ptr<Session> create(const std::filesystem::path& folder,
                                           const store::Workspace::CreateOptions& workspace,
                                           const identity::FirstMember& member, const Options& options);
    Session(identity::LocalWorkspace local, const Options& options);
    /// Cancels the jobs that run and waits for them.
    ~Session();

    store::Workspace& workspace() noexcept { return *m_local.workspace; }
    /// Who works here; nothing for a person who is no member.
    const std::optional<identity::Member>& member() const noexcept { return m_local.member; }
    /// The public key of the workspace's first member, 64 hex digits.
    const std::string& root() const noexcept { return m_local.root; }
    identity::MemberService& members() noexcept { return m_members; }
    /// Why the person here may not, as the tables have it now; nothing: may. For what a window offers: what
    /// is done is asked for again. Any thread.
    std::optional<base::Error> whyNot(data::DatasetAction action);
    std::optional<base::Error> whyNot(train::TrainAction action);
    /// Whether the catalog lacks what this machine saw in it before: an older one was put back.
    bool rolledBack() const noexcept { return m_local.rolledBack; }
    data::DatasetService& datasets() noexcept { return m_datasets; }
    train::BaseModelService& baseModels() noexcept { return m_baseModels; }
    /// What trains, on which device and why; the first call loads it, on a worker.
    /// @throw base::Error as train::EngineLoader::engine()
    train::Engine& engine() { return m_engine.engine(); }
    /// Where jobs of training that begin from now on are to run; automatic at first.
    void setTrainingDevice(train::DeviceChoice device) noexcept { m_trainingDevice = device; }
    train::DeviceChoice trainingDevice() const noexcept { return m_trainingDevice; }
    /// Its jobs run in jobs(), under the kind TrainingService::jobKind.
    train::TrainingService& training() noexcept { return m_training; }
    /// The queue, made when it is first asked for: it then also ends what dead processes left unfinished.
    jobs::JobQueue& jobs();

    /// Queues an import; the file may be given relative to the current folder.
    base::JobId submitImport(data::ImportRequest request);
    /// Queues the import of a base model from a Hugging Face folder, under the kind modelImportKind; the
    /// result holds its id under "basemodel".
    base::JobId submitModelImport(const std::filesystem::path& folder, const std::string& name);
    static constexpr const char* modelImportKind = "import_model";
    /// Waits for an import of this process and says what it came to.
    /// @throw base::Error: the one that ended it, or Cancelled
    data::ImportOutcome waitForImport(const base::JobId& id);
    /// What a completed import came to.
    data::ImportOutcome outcomeOf(const jobs::JobInfo& job);

private:
    void requireRight(identity::Right right);
    std::optional<base::Error> whyNot(identity::Right right);
    train::TrainAccess trainAccess();

    identity::LocalWorkspace m_local;
    identity::MemberService m_members;
    std::atomic<train::DeviceChoice> m_trainingDevice{train::DeviceChoice::Auto};
    train::EngineLoader m_engine;
    data::DatasetService m_datasets;
    train::BaseModelService m_baseModels;
    train::TrainingService m_training;
    int m_slots = 2;
    std::once_flag m_jobsMade;
    std::unique_ptr<jobs::JobQueue> m_jobs;
};

} // namespace lepton::app
