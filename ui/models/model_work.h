// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "ui/widgets/async.h"

#include <QTimer>

#include <memory>
#include <mutex>

namespace lepton::ui {

/// Something that a person asked for and that takes a while: one at a time, on a worker, with progress and
/// cancel.
class ModelWork final : public QObject
{
    Q_OBJECT

public:
    using Report = std::function<void(const base::Error&)>;

    explicit ModelWork(QObject* parent = nullptr);

    bool isRunning() const noexcept { return m_run.isRunning(); }
    const base::ProgressState& progress() const noexcept { return m_progress; }
    /// @p work: T(const base::Cancellation&, base::Progress&).
    template <class Work, class Done>
    void start(Work work, Done done, Report failed);
    /// What was done so far is dropped; nothing is recorded.
    void cancel();

Q_SIGNALS:
    /// Began, is further, or ended.
    void changed();

private:
    struct Shared
    {
        std::mutex mutex;
        base::ProgressState state;
    };

    void begin();
    void end();

    std::shared_ptr<Shared> m_shared;
    base::ProgressState m_progress;
    QTimer m_poll;
    Async m_run;
};

template <class Work, class Done>
void ModelWork::start(Work work, Done done, Report failed)
{
    m_shared = std::make_shared<Shared>();
    m_progress = {};
    m_run.run(
        [work = std::move(work), shared = m_shared](const base::Cancellation& cancellation) {
            base::Progress progress([shared](const base::ProgressState& state) {
                const std::lock_guard lock(shared->mutex);
                shared->state = state;
            });
            return work(cancellation, progress);
        },
        [this, done = std::move(done)](auto&&... result) {
            end();
            done(std::forward<decltype(result)>(result)...);
        },
        [this, failed = std::move(failed)](const base::Error& error) {
            end();
            failed(error);
        });
    begin();
}

} // namespace lepton::ui
