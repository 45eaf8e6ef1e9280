// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/catalog_watch.h"

#include "ui/shell/shell_session.h"

#include <chrono>
#include <exception>
#include <optional>

namespace lepton::ui {
namespace {

constexpr std::chrono::milliseconds catalogInterval{500};

} // namespace

// The number is told per connection and the workspace keeps one a thread, so that all questions come from one
// thread. The thread is joined before this object goes: emitting from it is safe, and the receivers'
// connections are queued.
CatalogWatch::CatalogWatch(std::shared_ptr<ShellSession> session, QObject* parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_thread([this] { watch(); })
{}

CatalogWatch::~CatalogWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void CatalogWatch::watch()
{
    std::optional<std::int64_t> last;
    bool reachable = true;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        bool answered = true;
        try {
            const std::int64_t now = m_session->workspace().dataVersion();
            if (last && *last != now)
                Q_EMIT changed();
            last = now;
        } catch (const std::exception&) {
            answered = false;
        }
        if (answered != reachable) {
            reachable = answered;
            Q_EMIT reachableChanged(reachable);
        }
        lock.lock();
        m_wake.wait_for(lock, catalogInterval, [this] { return m_stopping; });
    }
}

} // namespace lepton::ui
