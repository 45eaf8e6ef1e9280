// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "ui/shell/shell_session.h"
#include "ui/widgets/async.h"

#include <QObject>

#include <functional>
#include <memory>

namespace lepton::ui {

class CatalogWatch;
class JobFeed;
class LogWatch;

/// Opens and leaves workspaces, and owns what belongs to the open one.
class SessionController : public QObject
{
    Q_OBJECT

public:
    explicit SessionController(std::shared_ptr<SessionOpener> opener, QObject* parent = nullptr);
    ~SessionController() override;

    /// Null while none is open.
    const std::shared_ptr<ShellSession>& session() const noexcept { return m_session; }
    JobFeed* jobs() const noexcept { return m_jobs.get(); }
    bool isOpening() const noexcept { return m_open.isRunning(); }

    void open(const QString& folder);
    void create(const NewWorkspace& wanted);
    void openSample();
    /// Leaves the open workspace. What takes time (waiting for workers) happens on a worker.
    void close();

Q_SIGNALS:
    void opening();
    void opened();
    void failed(const QString& what, const lepton::base::Error& error);
    /// Everything of the old session must be let go of now.
    void closing();
    void catalogChanged();
    void reachableChanged(bool reachable);
    void jobsChanged();
    void jobEnded(const lepton::jobs::JobInfo& job);

private:
    using Open = std::function<std::shared_ptr<ShellSession>(SessionOpener&)>;

    void start(const QString& what, Open open);
    void take(std::shared_ptr<ShellSession> session);

    std::shared_ptr<SessionOpener> m_opener;
    std::shared_ptr<ShellSession> m_session;
    std::unique_ptr<JobFeed> m_jobs;
    std::unique_ptr<CatalogWatch> m_watch;
    std::unique_ptr<LogWatch> m_logWatch;
    Async m_open;
};

} // namespace lepton::ui
