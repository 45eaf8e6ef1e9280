// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session_controller.h"

#include "ui/shell/catalog_watch.h"
#include "ui/shell/job_feed.h"
#include "ui/shell/log_watch.h"

#include <QThreadPool>

namespace lepton::ui {

SessionController::SessionController(std::shared_ptr<SessionOpener> opener, QObject* parent)
    : QObject(parent)
    , m_opener(std::move(opener))
{}

SessionController::~SessionController()
{
    m_watch.reset();
    m_logWatch.reset();
    m_jobs.reset();
}

void SessionController::open(const QString& folder)
{
    start(folder, [path = std::filesystem::path(folder.toStdString())](SessionOpener& opener) {
        return opener.open(path);
    });
}

void SessionController::create(const NewWorkspace& wanted)
{
    start(wanted.name, [wanted](SessionOpener& opener) { return opener.create(wanted); });
}

void SessionController::openSample()
{
    start(tr("The sample workspace"), [](SessionOpener& opener) { return opener.openSample(); });
}

void SessionController::close()
{
    if (!m_session)
        return;
    Q_EMIT closing();
    m_watch.reset();
    m_logWatch.reset();
    m_jobs.reset();
    // the last reference may wait for job workers: let a worker hold it
    QThreadPool::globalInstance()->start([session = std::move(m_session)]() mutable { session.reset(); });
    m_session.reset();
}

void SessionController::start(const QString& what, Open open)
{
    Q_EMIT opening();
    m_open.run([opener = m_opener, open = std::move(open)] { return open(*opener); },
               [this](std::shared_ptr<ShellSession> session) { take(std::move(session)); },
               [this, what](const base::Error& error) { Q_EMIT failed(what, error); });
}

void SessionController::take(std::shared_ptr<ShellSession> session)
{
    close();
    m_session = std::move(session);
    m_jobs = std::make_unique<JobFeed>(m_session);
    m_watch = std::make_unique<CatalogWatch>(m_session);
    m_logWatch = std::make_unique<LogWatch>(
        [session = m_session](const base::Cancellation& cancellation) { session->proveLog(cancellation); });
    connect(m_jobs.get(), &JobFeed::changed, this, &SessionController::jobsChanged);
    connect(m_jobs.get(), &JobFeed::ended, this, &SessionController::jobEnded);
    connect(m_watch.get(), &CatalogWatch::changed, this, [this] {
        m_jobs->readSoon();
        m_logWatch->noteChange();
        Q_EMIT catalogChanged();
    });
    connect(m_logWatch.get(), &LogWatch::verdictChanged, this, &SessionController::catalogChanged);
    connect(m_watch.get(), &CatalogWatch::reachableChanged, this, &SessionController::reachableChanged);
    Q_EMIT opened();
}

} // namespace lepton::ui
