// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_queue.h"
#include "ui/widgets/async.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <map>
#include <memory>
#include <vector>

namespace lepton::ui {

class ShellSession;

/// Snapshots of the jobs of a workspace for the window, at most 4 a second, read on a worker.
class JobFeed : public QObject
{
    Q_OBJECT

public:
    explicit JobFeed(std::shared_ptr<ShellSession> session, QObject* parent = nullptr);
    ~JobFeed() override;

    /// Jobs not ended yet, oldest first.
    const std::vector<jobs::JobInfo>& active() const noexcept { return m_active; }
    /// Of them, those of this process.
    std::vector<jobs::JobInfo> ownActive() const;
    /// Pauses, interrupts or cancels an own job; StopRequest::None resumes it.
    void ask(const base::JobId& id, jobs::StopRequest stop);
    /// The catalog changed: jobs of other processes may have, too.
    void readSoon();

Q_SIGNALS:
    void changed();
    /// An own job reached its final state.
    void ended(const lepton::jobs::JobInfo& job);

private:
    struct Flag;

    void read();

    std::shared_ptr<ShellSession> m_session;
    std::shared_ptr<Flag> m_flag;
    std::vector<jobs::JobInfo> m_active;
    QTimer m_timer;
    Async m_read;
};

} // namespace lepton::ui
