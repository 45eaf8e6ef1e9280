// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_context.h"

#include <utility>

namespace lepton::jobs {
namespace {

constexpr std::size_t keptLines = 200;
constexpr std::size_t longestLine = 1000; // bytes

/// The beginning of @p line, cut between two characters.
std::string cutLine(std::string_view line)
{
    if (line.size() <= longestLine)
        return std::string(line);
    std::size_t end = longestLine;
    while (end > longestLine - 4 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(line.substr(0, end)) + "\u2026";
}

} // namespace

JobQueue::Impl::Context::Context(Impl& queue, JobPointer job)
    : m_queue(queue)
    , m_job(std::move(job))
    , m_params(m_job->info.params)
    , m_id(m_job->info.id)
    , m_subject(m_job->info.subject)
    , m_cancellation(m_job->cancellation.token())
    , m_clock(queue.m_clock)
    , m_progress([this](const base::ProgressState& state) { showProgress(state); }, m_clock)
{}

void JobQueue::Impl::Context::showProgress(const base::ProgressState& state)
{
    {
        const std::lock_guard lock(m_queue.m_mutex);
        m_job->info.progress = state;
        m_job->changed = true;
    }
    m_queue.notify(m_job);
}

StopRequest JobQueue::Impl::Context::waitWhilePaused()
{
    const auto begin = m_queue.m_clock.monotonic();
    const StopRequest stop = m_queue.waitWhilePaused(m_job);
    m_clock.standStill(m_queue.m_clock.monotonic() - begin);
    return stop;
}

void JobQueue::Impl::Context::setResult(nlohmann::json result)
{
    const std::lock_guard lock(m_queue.m_mutex);
    m_job->result = std::move(result);
}

void JobQueue::Impl::Context::log(std::string_view text)
{
    const std::lock_guard lock(m_queue.m_mutex);
    std::deque<std::string>& lines = m_job->log;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(cutLine(text.substr(begin, end - begin)));
        begin = end + 1;
        if (begin == text.size()) // a line break at the end begins no line
            break;
    }
    while (lines.size() > keptLines)
        lines.pop_front();
}

} // namespace lepton::jobs
