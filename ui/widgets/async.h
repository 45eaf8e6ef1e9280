// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "base/error.h"

#include <QObject>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace lepton::ui {

/// One line of background work of a page or widget, such as "read the visible rows". Starting it again
/// cancels and outdates what ran before: only the newest answer arrives, on the thread that made the Async,
/// and none after the Async is gone. Keep it as a member of the object that the callbacks touch; then they
/// may capture `this`.
/// @p work runs on a worker thread and must not: it captures values and shared services alone.
///
///     m_read.run([service = m_service, id](const base::Cancellation& cancelled) { return service->rows(id,
///     cancelled); },
///                [this](Rows rows) { show(std::move(rows)); },
///                [this](const base::Error& error) { showError(error); });
class Async
{
public:
    Async();
    ~Async();
    Async(const Async&) = delete;
    Async& operator=(const Async&) = delete;

    /// @param work  T(const base::Cancellation&) or T(); thrown exceptions become base::Error
    /// @param done  void(T), or void() where T is void
    /// @param failed  void(const base::Error&); not called for work that was cancelled or outdated
    template <class Work, class Done, class Failed>
    void run(Work work, Done done, Failed failed);

    /// Asks the work to stop and drops its answer.
    void cancel();
    /// True from run() until its answer was delivered or dropped.
    bool isRunning() const noexcept;

private:
    struct Shared;
    using Deliver = std::function<void()>;

    /// Runs @p work on the pool; it returns what is to be called on this thread.
    void start(std::function<Deliver(const base::Cancellation&)> work,
               std::function<void(const base::Error&)> failed);

    std::shared_ptr<Shared> m_shared;
};

/// How many pieces of Async work have not been delivered yet, of the whole program. For tests and the
/// self-check, which wait until the window has settled.
int runningAsyncCount() noexcept;

template <class Work, class Done, class Failed>
void Async::run(Work work, Done done, Failed failed)
{
    start(
        [work = std::move(work),
         done = std::move(done)](const base::Cancellation& cancellation) mutable -> Deliver {
            const auto call = [&]() -> decltype(auto) {
                if constexpr (std::is_invocable_v<Work&, const base::Cancellation&>)
                    return work(cancellation);
                else
                    return work();
            };
            using Result = std::decay_t<decltype(call())>;
            if constexpr (std::is_void_v<Result>) {
                call();
                return Deliver(done);
            } else {
                // std::function wants copies; the result is moved out by the one call there is
                auto result = std::make_shared<Result>(call());
                return [result, done]() mutable { done(std::move(*result)); };
            }
        },
        std::move(failed));
}

} // namespace lepton::ui
