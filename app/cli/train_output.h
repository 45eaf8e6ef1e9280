// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "progress_line.h"

#include "jobs/job.h"
#include "train/metric_store.h"
#include "train/run_store.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace lepton::cli {

/// What a training prints as it goes: JSON Lines with --json, else a line an evaluation, and a live one on a
/// terminal. Thread-safe.
class TrainOutput
{
public:
    explicit TrainOutput(const Context& context);

    void started(const train::Run& run);
    void state(const jobs::JobInfo& job);
    void metric(const train::MetricPoint& point);
    void completed(const train::Run& run);
    /// Called once when standard output does not take any more: nobody listens, so nothing more is printed.
    void onBroken(std::function<void()> broken) { m_onBroken = std::move(broken); }
    /// @throw base::Error the one that standard output gave when it broke
    void requireWhole() const;

private:
    void evaluation(const train::MetricPoint& point);
    void showLive(const jobs::JobInfo& job);
    void write(const nlohmann::json& line);
    void flush();

    std::mutex m_mutex;
    bool m_json;
    ProgressLine m_live;
    std::string m_state;
    std::map<std::string, double> m_last;
    std::optional<base::Error> m_broken;
    std::function<void()> m_onBroken;
};

} // namespace lepton::cli
