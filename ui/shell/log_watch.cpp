// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/log_watch.h"

#include <algorithm>
#include <utility>

namespace lepton::ui {

LogWatch::LogWatch(Prove prove, QObject* parent)
    : LogWatch(std::move(prove), Pauses(), parent)
{}

LogWatch::LogWatch(Prove prove, Pauses pauses, QObject* parent)
    : QObject(parent)
    , m_work(std::move(prove))
    , m_pauses(pauses)
    , m_pause(pauses.least)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LogWatch::start);
    m_timer.start(m_pauses.most);
}

void LogWatch::noteChange()
{
    if (std::exchange(m_isSoon, true) || m_prove.isRunning())
        return;
    m_timer.start(m_pause);
}

void LogWatch::start()
{
    m_isSoon = false;
    m_taken.start();
    m_prove.run(
        m_work, [this] { end(true); },
        // what cannot be read now is told by what reads it for the page
        [this](const base::Error& error) { end(error.code() != base::ErrorCode::Damaged && m_isWhole); });
}

void LogWatch::end(bool isWhole)
{
    m_pause = std::clamp(m_pauses.times * std::chrono::milliseconds(m_taken.elapsed()), m_pauses.least,
                         m_pauses.most);
    m_timer.start(m_isSoon ? m_pause : m_pauses.most);
    if (std::exchange(m_isWhole, isWhole) != isWhole)
        Q_EMIT verdictChanged();
}

} // namespace lepton::ui
