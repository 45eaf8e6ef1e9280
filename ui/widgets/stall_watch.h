// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace lepton::ui {

/// How long the GUI thread kept others waiting.
struct StallFigures
{
    double maximum = 0;       ///< milliseconds
    double p999 = 0;          ///< milliseconds that 99.9 % of the questions did not wait for longer than
    std::int64_t samples = 0; ///< questions asked
};

/// One wait that a person can feel.
struct Stall
{
    double milliseconds = 0; ///< from the question to the answer
    double busy = 0;         ///< milliseconds of these in which the GUI thread worked
    double waiting = 0;      ///< milliseconds in which it could have worked but had no core; 0 where unknown
    QString during;          ///< what was being done, as told by setActivity()
};

/// A thread that asks the GUI thread for a sign of life about every 8 ms and measures how long it waits for
/// it. Made on the GUI thread.
class StallWatch : public QObject
{
    Q_OBJECT

public:
    explicit StallWatch(QObject* parent = nullptr);
    ~StallWatch() override;

    StallFigures figures() const;
    /// The longest ones over 16 ms, a frame at 60 Hz; at most 40, longest first.
    std::vector<Stall> longest() const;
    /// Says what is done from now on, so that the longest stalls can be told apart. Any thread.
    void setActivity(const QString& activity);
    /// Forgets what was measured.
    void reset();
    /// While paused nothing counts; for work that only the self-check does on this thread.
    void setPaused(bool paused);

private:
    struct Shared;

    std::shared_ptr<Shared> m_shared;
};

} // namespace lepton::ui
