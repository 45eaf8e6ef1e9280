// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/async.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace lepton::ui {

/// Has the log proven again now and then, since what lies on the disk may be changed by anybody who can write
/// to the folder while a window shows what it proved before: soon after somebody wrote to the catalog, and
/// seldom without, for who goes round SQLite. Takes a hundredth of the time.
class LogWatch : public QObject
{
    Q_OBJECT

public:
    struct Pauses
    {
        std::chrono::milliseconds least{5'000}; ///< between two proofs
        std::chrono::milliseconds most{300'000};
        int times = 100; ///< as long as the last proof took
    };

    /// As ShellSession::proveLog(), which is called on a worker.
    using Prove = std::function<void(const base::Cancellation&)>;

    explicit LogWatch(Prove prove, QObject* parent = nullptr);
    LogWatch(Prove prove, Pauses pauses, QObject* parent = nullptr);

    /// Somebody wrote to the catalog.
    void noteChange();

Q_SIGNALS:
    /// The log is not what it was, or whole again.
    void verdictChanged();

private:
    void start();
    void end(bool isWhole);

    Prove m_work;
    Pauses m_pauses;
    QTimer m_timer;
    QElapsedTimer m_taken;
    std::chrono::milliseconds m_pause; ///< after a change, by what the last proof took
    bool m_isSoon = false;             ///< the next proof waits for no more than a pause
    bool m_isWhole = true;
    Async m_prove;
};

} // namespace lepton::ui
