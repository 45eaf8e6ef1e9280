// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_work.h"

namespace lepton::ui {
namespace {

constexpr int pollTime = 250; // ms

} // namespace

ModelWork::ModelWork(QObject* parent)
    : QObject(parent)
{
    m_poll.setInterval(pollTime);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        {
            const std::lock_guard lock(m_shared->mutex);
            m_progress = m_shared->state;
        }
        Q_EMIT changed();
    });
}

void ModelWork::cancel()
{
    if (!m_run.isRunning())
        return;
    m_run.cancel();
    end();
}

void ModelWork::begin()
{
    m_poll.start();
    Q_EMIT changed();
}

void ModelWork::end()
{
    m_poll.stop();
    Q_EMIT changed();
}

} // namespace lepton::ui
