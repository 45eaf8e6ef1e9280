// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include "jobs/job.h"
#include "train/metric_store.h"
#include "train/run_store.h"

#include <map>
#include <mutex>
#include <string>

namespace lepton::cli {

/// What a training prints as it goes: JSON Lines with --json, else a line an evaluation, and a live one on a
/// terminal. Thread-safe.
class TrainOutput
{
public:
    explicit TrainOutput(const Context& context);
    ~TrainOutput();

    void started(const train::Run& run);
    void state(const jobs::JobInfo& job);
    void metric(const train::MetricPoint& point);
    void completed(const train::Run& run);

private:
    void evaluation(const train::MetricPoint& point);
    void showLive(const jobs::JobInfo& job);
    void clearLive();
    void write(const nlohmann::json& line);

    std::mutex m_mutex;
    bool m_json;
    bool m_terminal;
    bool m_live = false;
    train::Run m_run;
    std::string m_state;
    std::map<std::string, double> m_last;
};

} // namespace lepton::cli
