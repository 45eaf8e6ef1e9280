// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/job_feed.h"

#include "ui/shell/shell_session.h"

#include <algorithm>
#include <chrono>

namespace lepton::ui {
namespace {

constexpr std::chrono::milliseconds feedInterval{250};
constexpr int askedAtMost = 32;

} // namespace

/// What the queue's workers touch: they know no QObject.
struct JobFeed::Flag
{
    std::atomic<bool> dirty{true};
};

JobFeed::JobFeed(std::shared_ptr<ShellSession> session, QObject* parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_flag(std::make_shared<Flag>())
{
    m_session->jobs().setListener([flag = m_flag](const jobs::JobInfo&) { flag->dirty = true; });
    m_timer.setInterval(feedInterval);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_read.isRunning() && m_flag->dirty.exchange(false))
            read();
    });
    m_timer.start();
}

JobFeed::~JobFeed()
{
    m_session->jobs().setListener({});
}

std::vector<jobs::JobInfo> JobFeed::ownActive() const
{
    std::vector<jobs::JobInfo> own;
    std::copy_if(m_active.begin(), m_active.end(), std::back_inserter(own),
                 [](const jobs::JobInfo& job) { return job.own; });
    return own;
}

void JobFeed::ask(const base::JobId& id, jobs::StopRequest stop)
{
    jobs::JobQueue& queue = m_session->jobs();
    switch (stop) {
    case jobs::StopRequest::None:
        queue.resume(id);
        break;
    case jobs::StopRequest::Pause:
        queue.pause(id);
        break;
    case jobs::StopRequest::Interrupt:
        queue.interrupt(id);
        break;
    case jobs::StopRequest::Cancel:
        queue.cancel(id);
        break;
    }
    readSoon();
}

void JobFeed::readSoon()
{
    m_flag->dirty = true;
}

void JobFeed::read()
{
    struct Answer
    {
        std::vector<jobs::JobInfo> active;
        std::vector<jobs::JobInfo> ended;
    };
    std::vector<base::JobId> before;
    for (const jobs::JobInfo& job : ownActive())
        before.push_back(job.id);

    m_read.run(
        [session = m_session, before] {
            Answer answer;
            answer.active = session->jobs().active();
            std::size_t asked = 0;
            for (const base::JobId& id : before) {
                const bool still = std::any_of(answer.active.begin(), answer.active.end(),
                                               [&](const jobs::JobInfo& job) { return job.id == id; });
                if (still || asked == askedAtMost)
                    continue;
                ++asked;
                if (auto job = session->jobs().find(id))
                    answer.ended.push_back(std::move(*job));
            }
            return answer;
        },
        [this](Answer answer) {
            m_active = std::move(answer.active);
            Q_EMIT changed();
            for (const jobs::JobInfo& job : answer.ended)
                Q_EMIT ended(job);
        },
        // the catalog could not be read just now: what is shown stays, and the next change asks again
        [this](const base::Error&) { readSoon(); });
}

} // namespace lepton::ui
