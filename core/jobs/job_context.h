// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/jobs.

#include "jobs/job_queue_impl.h"

namespace lepton::jobs {

/// A clock that stands still while its job is paused, so that rates and times left of the job are right.
class PausableClock final : public base::Clock
{
public:
    explicit PausableClock(const base::Clock& clock)
        : m_clock(clock)
    {}

    base::UtcTime now() const override { return m_clock.now(); }
    std::chrono::nanoseconds monotonic() const override
    {
        return m_clock.monotonic() - std::chrono::nanoseconds(m_stoodStill.load());
    }
    void standStill(std::chrono::nanoseconds time) { m_stoodStill += time.count(); }

private:
    const base::Clock& m_clock;
    std::atomic<std::int64_t> m_stoodStill{0};
};

/// What the handler of one job gets; lives as long as the handler runs.
class JobQueue::Impl::Context final : public JobContext
{
public:
    Context(Impl& queue, JobPointer job);

    const nlohmann::json& params() const override { return m_params; }
    base::JobId id() const override { return m_id; }
    const std::string& subject() const override { return m_subject; }
    base::Cancellation cancellation() const override { return m_cancellation; }
    base::Progress& progress() override { return m_progress; }
    StopRequest stopRequest() const noexcept override { return m_job->stop; }
    StopRequest waitWhilePaused() override;
    void setResult(nlohmann::json result) override;
    void log(std::string_view text) override;

private:
    void showProgress(const base::ProgressState& state);

    Impl& m_queue;
    const JobPointer m_job;
    const nlohmann::json m_params;
    const base::JobId m_id;
    const std::string m_subject;
    const base::Cancellation m_cancellation;
    PausableClock m_clock;
    base::Progress m_progress;
};

} // namespace lepton::jobs
