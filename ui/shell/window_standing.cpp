// SPDX-License-Identifier: GPL-3.0-or-later
// How the person at this computer stands in the open workspace: roles, and what waits.
#include "ui/shell/bell.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/main_window.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/session_controller.h"
#include "ui/shell/window_settings.h"

#include <QApplication>

#include <chrono>

namespace lepton::ui {
namespace {

constexpr std::chrono::seconds standingPause{2};

QString lookKey(const SessionFacts& facts)
{
    return QStringLiteral("bell.seen.") + QString::fromStdString(facts.folder.string()).toUtf8().toHex();
}

} // namespace

void MainWindow::readStandingSoon()
{
    if (m_standingPause.isActive()) {
        m_isStandingStale = true;
        return;
    }
    m_standingPause.start(standingPause);
    readStanding();
}

void MainWindow::readStanding()
{
    if (!m_session->session())
        return;
    m_readStanding.run([session = m_session->session()] { return session->standing(); },
                       [this](Standing standing) { takeStanding(std::move(standing)); },
                       [](const base::Error&) {}); // the page says it
}

void MainWindow::takeStanding(Standing standing)
{
    const SessionFacts& opened = m_session->session()->facts();
    // not under a dialog that is being filled in, nor under work: then when the next change is seen
    if (standing.mustReopen && !QApplication::activeModalWidget() && !hasOwnJobs()) {
        m_session->open(QString::fromStdString(opened.folder.string()));
        return;
    }
    SessionFacts facts = opened;
    facts.roles = standing.roles;
    facts.isRevoked = standing.isRevoked;
    m_rail->setFacts(facts);
    m_rail->setCounts(std::move(standing.waiting));
    m_notices = std::move(standing.notices);
    m_header->bell().setNotices(m_notices, lastLook());
}

base::UtcTime MainWindow::lastLook() const
{
    return {m_parts.settings.state(lookKey(m_session->session()->facts())).toLongLong()};
}

void MainWindow::rememberLook()
{
    if (!m_session->session())
        return;
    m_parts.settings.setState(lookKey(m_session->session()->facts()),
                              QByteArray::number(qlonglong(base::systemClock().now().milliseconds)));
    m_header->bell().setNotices(m_notices, lastLook());
}

} // namespace lepton::ui
