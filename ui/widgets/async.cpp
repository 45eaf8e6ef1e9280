// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/async.h"

#include <QMetaObject>
#include <QThreadPool>

#include <atomic>
#include <exception>
#include <mutex>

namespace lepton::ui {
namespace {

std::atomic<int>& runningCount() noexcept
{
    static std::atomic<int> count{0};
    return count;
}

/// Counts one piece of work for as long as anything refers to it.
struct Counted
{
    Counted() { runningCount().fetch_add(1); }
    ~Counted() { runningCount().fetch_sub(1); }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
};

} // namespace

/// What the worker and the owner both hold. The receiver is touched under the lock alone, so that the owner
/// cannot die between the worker's look and its post.
struct Async::Shared
{
    std::mutex mutex;
    std::unique_ptr<QObject> receiver = std::make_unique<QObject>();

    // of the owner's thread alone
    std::uint64_t newest = 0;
    bool running = false;
    base::CancellationSource cancel;
};

Async::Async()
    : m_shared(std::make_shared<Shared>())
{}

Async::~Async()
{
    m_shared->cancel.request();
    std::unique_ptr<QObject> receiver;
    const std::lock_guard lock(m_shared->mutex);
    receiver = std::move(m_shared->receiver); // posted answers go with it
}

void Async::cancel()
{
    m_shared->cancel.request();
    ++m_shared->newest;
    m_shared->running = false;
}

bool Async::isRunning() const noexcept
{
    return m_shared->running;
}

void Async::start(std::function<Deliver(const base::Cancellation&)> work,
                  std::function<void(const base::Error&)> failed)
{
    cancel();
    m_shared->cancel = base::CancellationSource();
    m_shared->running = true;
    const std::uint64_t id = m_shared->newest;
    const auto counted = std::make_shared<Counted>();

    QThreadPool::globalInstance()->start([shared = m_shared, id, cancellation = m_shared->cancel.token(),
                                          counted, work = std::move(work),
                                          failed = std::move(failed)]() mutable {
        Deliver deliver;
        if (!cancellation.requested()) {
            try {
                deliver = work(cancellation);
            } catch (...) {
                const base::Error error = base::errorFromException(std::current_exception());
                deliver = [failed, error] { failed(error); };
            }
        }
        const std::lock_guard lock(shared->mutex);
        if (!shared->receiver || !deliver)
            return;
        QMetaObject::invokeMethod(
            shared->receiver.get(),
            [weak = std::weak_ptr<Shared>(shared), id, counted, deliver = std::move(deliver)] {
                const auto state = weak.lock();
                if (!state || state->newest != id)
                    return;
                state->running = false;
                deliver();
            },
            Qt::QueuedConnection);
    });
}

int runningAsyncCount() noexcept
{
    return runningCount().load();
}

} // namespace lepton::ui
