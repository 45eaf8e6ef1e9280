// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/async.h"

#include <deque>
#include <functional>

namespace lepton::ui {

/// Changes to the workspace that a person asked for, done on a worker one after the other: unlike a read, a
/// newer one must not drop the one before it. Keep it as a member of the object that the callbacks touch.
class CommandQueue
{
public:
    /// As Async::run.
    template <class Work, class Done, class Failed>
    void run(Work work, Done done, Failed failed)
    {
        m_waiting.push_back(
            [this, work = std::move(work), done = std::move(done), failed = std::move(failed)] {
                m_async.run(
                    work,
                    [this, done](auto&&... result) {
                        m_busy = false;
                        next();
                        done(std::forward<decltype(result)>(result)...);
                    },
                    [this, failed](const base::Error& error) {
                        m_busy = false;
                        next();
                        failed(error);
                    });
            });
        next();
    }

    bool isRunning() const { return m_busy || !m_waiting.empty(); }

private:
    void next()
    {
        if (m_busy || m_waiting.empty())
            return;
        m_busy = true;
        auto start = std::move(m_waiting.front());
        m_waiting.pop_front();
        start();
    }

    Async m_async;
    std::deque<std::function<void()>> m_waiting;
    bool m_busy = false;
};

} // namespace lepton::ui
