// SPDX-License-Identifier: GPL-3.0-or-later
// Leaving a workspace or the program while jobs of this window run.
#include "ui/shell/job_feed.h"
#include "ui/shell/main_window.h"
#include "ui/shell/session_controller.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/button.h"
#include "ui/widgets/message_dialog.h"

#include <QApplication>

#include <algorithm>
#include <vector>

namespace lepton::ui {

namespace {

bool canSave(const std::vector<jobs::JobInfo>& own)
{
    return std::ranges::any_of(own, &jobs::JobInfo::pausable);
}

} // namespace

bool MainWindow::hasOwnJobs() const
{
    const JobFeed* jobs = m_session->jobs();
    return jobs && !jobs->ownActive().empty();
}

void MainWindow::whenJobsMayGo(std::function<void()> then)
{
    const JobFeed* jobs = m_session->jobs();
    if (!hasOwnJobs()) {
        then();
        return;
    }
    const auto own = jobs->ownActive();
    const auto count = static_cast<int>(own.size());
    const bool saves = canSave(own);
    const bool paused = std::ranges::find(own, jobs::JobState::Paused, &jobs::JobInfo::state) != own.end();
    auto* dialog = new MessageDialog(
        this, QStringLiteral("activity"), tr("Jobs are running"),
        saves ? tr("%Ln job(s) of this window have not ended. A training is saved and can go on later; a "
                   "cancelled import leaves nothing behind.",
                   nullptr, count)
              : tr("%Ln job(s) of this window have not ended. A cancelled import leaves nothing behind.",
                   nullptr, count));
    dialog->setObjectName(QStringLiteral("leave"));
    dialog->addChoice(tr("Stay"), ButtonKind::Secondary, QStringLiteral("leave.stay.button"),
                      [this] { m_whenIdle = {}; });
    dialog->addChoice(saves ? tr("Save, stop them and go on") : tr("Cancel them and go on"),
                      saves ? ButtonKind::Secondary : ButtonKind::Danger,
                      saves ? QStringLiteral("leave.stop.button") : QStringLiteral("leave.cancel.button"),
                      [this, then] {
                          m_whenIdle = then;
                          if (!m_session->jobs())
                              return;
                          for (const jobs::JobInfo& job : m_session->jobs()->ownActive())
                              m_session->jobs()->ask(job.id, jobs::StopRequest::Interrupt);
                      });
    // What is paused is never done.
    if (!paused)
        dialog->addChoice(tr("Wait until they are done"), ButtonKind::Primary,
                          QStringLiteral("leave.wait.button"), [this, then] { m_whenIdle = then; });
    // nothing is left to ask about when they end by themselves
    connect(jobs, &JobFeed::changed, dialog, [dialog, jobs, then] {
        if (!dialog->isVisible() || !jobs->ownActive().empty())
            return;
        dialog->reject();
        then();
    });
    dialog->open();
}

void MainWindow::askHowToEnd()
{
    const auto own = m_session->jobs()->ownActive();
    const auto count = static_cast<int>(own.size());
    if (m_ending == Ending::Saving) {
        askToEndAtOnce(count);
        return;
    }
    const bool saves = canSave(own);
    auto* dialog = new MessageDialog(
        this, QStringLiteral("activity"), tr("Jobs are running"),
        saves
            ? tr("%Ln job(s) of this window have not ended. In the background, the window is hidden and the "
                 "program ends with the last job. Or a training saves a checkpoint and can go on later.",
                 nullptr, count)
            : tr("%Ln job(s) of this window have not ended. In the background, the window is hidden and the "
                 "program ends with the last job. A cancelled import leaves nothing behind.",
                 nullptr, count));
    dialog->setObjectName(QStringLiteral("leave"));
    dialog->addChoice(tr("Stay"), ButtonKind::Secondary, QStringLiteral("leave.stay.button"), {});
    dialog->addChoice(saves ? tr("Save and close") : tr("Cancel them and close"),
                      saves ? ButtonKind::Secondary : ButtonKind::Danger,
                      saves ? QStringLiteral("leave.stop.button") : QStringLiteral("leave.cancel.button"),
                      [this] { saveAndQuit(); });
    dialog->addChoice(tr("Finish in the background"), ButtonKind::Primary,
                      QStringLiteral("leave.background.button"), [this] { finishInBackground(); });
    // nothing is left to ask about when they end by themselves
    const JobFeed* jobs = m_session->jobs();
    connect(jobs, &JobFeed::changed, dialog, [this, dialog, jobs] {
        if (!dialog->isVisible() || !jobs->ownActive().empty())
            return;
        dialog->reject();
        close();
    });
    dialog->open();
}

void MainWindow::askToEndAtOnce(int count)
{
    auto* dialog = new MessageDialog(
        this, QStringLiteral("activity"), tr("Jobs are still saving"),
        tr("%Ln job(s) of this window are saving what they have. The window closes with the last of them.",
           nullptr, count));
    dialog->setObjectName(QStringLiteral("leave"));
    dialog->addChoice(tr("Close without saving"), ButtonKind::Danger, QStringLiteral("leave.cancel.button"),
                      [this] {
                          if (m_session->session())
                              m_session->session()->jobs().shutDown(jobs::JobQueue::ShutDownMode::CancelAll);
                      });
    dialog->addChoice(tr("Wait"), ButtonKind::Primary, QStringLiteral("leave.wait.button"), {});
    dialog->open();
}

void MainWindow::finishInBackground()
{
    if (!hasOwnJobs()) { // they ended while the question stood
        close();
        return;
    }
    m_ending = Ending::InBackground;
    // without a window, the last job ends the program
    QApplication::setQuitOnLastWindowClosed(false);
    m_whenIdle = [this] { Q_EMIT finished(); };
    hide();
    endPaused();
}

void MainWindow::endPaused()
{
    if (!m_session->jobs())
        return;
    for (const jobs::JobInfo& job : m_session->jobs()->ownActive()) {
        if (job.state == jobs::JobState::Paused)
            m_session->session()->jobs().interrupt(job.id);
    }
}

void MainWindow::saveAndQuit()
{
    if (!hasOwnJobs()) {
        close();
        return;
    }
    m_ending = Ending::Saving;
    m_whenIdle = [this] { close(); };
    m_session->session()->jobs().shutDown(jobs::JobQueue::ShutDownMode::InterruptAll);
    m_toast->showToast(tr("The jobs are saving; the window closes by itself"), {});
}

} // namespace lepton::ui
