// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <array>
#include <cstdint>
#include <memory>

namespace lepton::ui {

/// How long the GUI thread kept others waiting.
struct StallFigures
{
    double maximum = 0;       ///< milliseconds
    double p999 = 0;          ///< milliseconds that 99.9 % of the questions did not wait for longer than
    std::int64_t samples = 0; ///< questions asked
};

/// A thread that asks the GUI thread for a sign of life about every 8 ms and measures how long it waits for
/// it.
class StallWatch : public QObject
{
    Q_OBJECT

public:
    explicit StallWatch(QObject* parent = nullptr);
    ~StallWatch() override;

    StallFigures figures() const;
    /// Forgets what was measured.
    void reset();
    /// While paused nothing counts; for work that only the self-check does on this thread.
    void setPaused(bool paused);

private:
    struct Shared;

    std::shared_ptr<Shared> m_shared;
};

} // namespace lepton::ui
