// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <mutex>

namespace lepton::ui {

/// Follows the progress of work on a worker, at most four times a second. Owner's thread but for the
/// callback.
class ProgressWatch final : public QObject
{
    Q_OBJECT

public:
    explicit ProgressWatch(QObject* parent = nullptr)
        : QObject(parent)
    {
        constexpr int tick = 250; // ms
        m_timer.setInterval(tick);
        connect(&m_timer, &QTimer::timeout, this, &ProgressWatch::changed);
    }

    /// What the work reports to; outlives this object.
    base::Progress::Callback begin()
    {
        m_shared = std::make_shared<Shared>();
        m_timer.start();
        return [shared = m_shared](const base::ProgressState& state) {
            const std::lock_guard lock(shared->mutex);
            shared->state = state;
        };
    }
    void end() { m_timer.stop(); }
    base::ProgressState state() const
    {
        if (!m_shared)
            return {};
        const std::lock_guard lock(m_shared->mutex);
        return m_shared->state;
    }

Q_SIGNALS:
    void changed();

private:
    struct Shared
    {
        std::mutex mutex;
        base::ProgressState state;
    };
    std::shared_ptr<Shared> m_shared;
    QTimer m_timer;
};

} // namespace lepton::ui
