// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/test_signer.h"

#include "jobs/job_queue.h"
#include "store/workspace.h"

#include <QTemporaryDir>

#include <atomic>
#include <memory>
#include <semaphore>
#include <string>
#include <vector>

namespace lepton::testing {

/// Work in steps that the test permits one by one, as a training does it: between two steps it looks at what
/// is asked of it, and saves how far it came. Handlers that still run when it goes out of scope may end.
class Stepper
{
public:
    explicit Stepper(int steps)
        : m_work(std::make_shared<Work>(steps))
    {}
    ~Stepper() { permit(100'000); }
    Stepper(const Stepper&) = delete;
    Stepper& operator=(const Stepper&) = delete;

    void permit(int steps) { m_work->permits.release(steps); }
    int begun() const { return m_work->begun; }
    int done() const { return m_work->done; }

    /// Registers a kind of which this is the work.
    void registerKind(jobs::JobQueue& queue, const std::string& kind) const
    {
        queue.registerKind(kind, [work = m_work](jobs::JobContext& context) { return work->run(context); },
                           {.pausable = true});
    }

private:
    struct Work
    {
        explicit Work(int count)
            : steps(count)
        {}

        nlohmann::json run(jobs::JobContext& context)
        {
            context.progress().begin("steps", steps);
            for (int step = 0; step < steps; ++step) {
                jobs::StopRequest stop = context.stopRequest();
                if (stop != jobs::StopRequest::None)
                    context.setResult({{"saved", step}});
                if (stop == jobs::StopRequest::Pause)
                    stop = context.waitWhilePaused();
                if (stop != jobs::StopRequest::None)
                    throw base::Error(base::ErrorCode::Cancelled, "Stopped.");
                ++begun;
                permits.acquire();
                ++done;
                context.progress().update(step + 1);
                context.progress().flush();
            }
            return {{"steps", steps}};
        }

        const int steps;
        std::counting_semaphore<> permits{0};
        std::atomic<int> begun{0};
        std::atomic<int> done{0};
    };

    std::shared_ptr<Work> m_work;
};

inline jobs::JobState stateIn(jobs::JobQueue& queue, const base::JobId& id)
{
    const auto job = queue.find(id);
    return job ? job->state : jobs::JobState::Failed;
}

/// Makes a workspace for each test.
class JobsFixture
{
public:
    void makeWorkspace()
    {
        m_folder = m_temporary.filePath(QString::number(++m_count)).toStdString();
        m_workspace = store::Workspace::create(m_folder, {"Test", store::JournalMode::Local},
                                               std::make_shared<TestSigner>(), [](store::Transaction&) {});
    }
    void close() { m_workspace.reset(); }

    store::Workspace& workspace() { return *m_workspace; }
    const std::string& folder() const { return m_folder; }

    std::size_t eventCount(const std::string& kind)
    {
        std::size_t count = 0;
        for (const store::Event& event : m_workspace->events(0, 10'000))
            count += event.kind == kind ? 1 : 0;
        return count;
    }

private:
    QTemporaryDir m_temporary;
    std::string m_folder;
    std::unique_ptr<store::Workspace> m_workspace;
    int m_count = 0;
};

} // namespace lepton::testing

Q_DECLARE_METATYPE(lepton::jobs::JobState)
Q_DECLARE_METATYPE(lepton::jobs::StopRequest)
