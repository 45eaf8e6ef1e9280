// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/test_signer.h"

#include "base/cancellation.h"
#include "base/file.h"
#include "jobs/job_store.h"
#include "store/workspace.h"
#include "train/run_records.h"

#include <QTemporaryDir>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace lepton::testing {

/// A workspace with a member, and jobs and runs as a test wants them.
class RunFixture
{
public:
    RunFixture()
        : m_signer(std::make_shared<TestSigner>())
        , m_workspace(store::Workspace::create(folder(), {"Test", store::JournalMode::Local}, m_signer,
                                               [](store::Transaction& transaction) {
                                                   transaction.append({"workspace.created", "w", {}});
                                               }))
        , m_jobs(*m_workspace)
        , m_records(*m_workspace)
    {
        m_workspace->setSigner(m_signer);
    }

    std::filesystem::path folder() const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / "w";
    }
    store::Workspace& workspace() { return *m_workspace; }
    train::RunRecords& records() { return m_records; }
    jobs::JobStore& jobs() { return m_jobs; }

    /// A queued job for a run.
    base::JobId addJob(store::Transaction& transaction, const train::RunId& run)
    {
        jobs::JobInfo job;
        job.id = base::JobId::generate();
        job.kind = "train";
        job.title = "Test";
        job.subject = run.toString();
        job.member = m_signer->member();
        job.queued = transaction.now();
        m_jobs.insert(transaction, job, m_holder);
        return job.id;
    }

    /// Ends the latest job of @p run.
    void endJob(const train::RunId& run, jobs::JobState state, const std::string& message = {})
    {
        const train::Run before = m_records.store().find(run).value();
        m_workspace->write([&](store::Transaction& transaction) {
            jobs::JobInfo job = m_jobs.find(before.job).value().info;
            job.state = state;
            job.errorKind = message.empty() ? "" : "diverged";
            job.errorMessage = message;
            m_jobs.finish(transaction, job, m_holder);
        });
    }

    /// The latest job of @p run works from @p began on for @p worked, and ends @p lasted after it began.
    void work(const train::RunId& run, base::UtcTime began, std::chrono::milliseconds worked,
              std::chrono::milliseconds lasted, jobs::JobState state)
    {
        const train::Run before = m_records.store().find(run).value();
        m_workspace->write([&](store::Transaction& transaction) {
            jobs::JobInfo job = m_jobs.find(before.job).value().info;
            job.started = began;
            m_jobs.start(transaction, job, m_holder);
            job.state = state;
            job.worked = worked;
            job.finished = base::UtcTime{began.milliseconds + lasted.count()};
            m_jobs.finish(transaction, job, m_holder);
        });
    }

    /// Another job goes on with a run.
    void resume(const train::RunId& run)
    {
        m_workspace->write([&](store::Transaction& transaction) {
            m_records.resume(transaction, run, addJob(transaction, run));
        });
    }

    /// Starts a run with its job.
    train::Run start(train::NewRun draft = {})
    {
        m_workspace->write([&](store::Transaction& transaction) {
            m_records.start(transaction, draft, addJob(transaction, draft.id));
        });
        return m_records.store().find(draft.id).value();
    }

    /// A kept object of some bytes.
    store::ObjectRef keep(std::string_view bytes)
    {
        store::ObjectDraft draft = m_workspace->objects().newDraft();
        base::File::create(draft.path()).write(bytes);
        return m_workspace->objects().keep(std::move(draft), base::Cancellation());
    }

    /// The kinds of the events, oldest first, from the second on.
    std::string events()
    {
        std::string kinds;
        for (const store::Event& event : m_workspace->events(1, 1'000))
            kinds += (kinds.empty() ? "" : " ") + event.kind;
        return kinds;
    }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<TestSigner> m_signer;
    std::unique_ptr<store::Workspace> m_workspace;
    jobs::JobStore m_jobs;
    train::RunRecords m_records;
    jobs::LeaseHolder m_holder{"machine", "boot", 1, 2, 3};
};

} // namespace lepton::testing
