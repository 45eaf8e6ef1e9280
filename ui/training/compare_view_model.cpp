// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/compare_view_model.h"

#include "base/file.h"
#include "ui/training/poll_time.h"

#include <algorithm>
#include <filesystem>

namespace lepton::ui {

namespace {

struct Read
{
    train::RunComparison comparison;
    std::vector<std::string> keys;
};

} // namespace

CompareViewModel::CompareViewModel(std::shared_ptr<TrainingBackend> backend, RunTicks& ticks, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
    , m_ticks(ticks)
{
    m_poll.setInterval(comparisonPollTime);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!m_read.isRunning())
            refresh();
    });
    connect(&m_ticks, &RunTicks::changed, this, &CompareViewModel::refresh);
    refresh(); // what is ticked already
}

bool CompareViewModel::isBusy() const
{
    return m_read.isRunning() || m_readCurves.isRunning() || m_save.isRunning();
}

void CompareViewModel::refresh()
{
    const auto numbers = m_ticks.compared();
    if (numbers.size() < 2) {
        m_poll.stop();
        m_read.cancel();
        m_readCurves.cancel();
        m_comparison.reset();
        m_error.reset();
        m_curves = std::make_shared<const Curves>();
        Q_EMIT changed();
        return;
    }
    m_read.run(
        [backend = m_backend, numbers] {
            return Read{backend->compareRuns(numbers), backend->metricKeys(numbers)};
        },
        [this](Read read) { take(std::move(read.comparison), std::move(read.keys)); },
        [this](const base::Error& error) {
            m_poll.stop();
            m_comparison.reset();
            m_error = error;
            Q_EMIT changed();
        });
}

void CompareViewModel::take(train::RunComparison comparison, std::vector<std::string> keys)
{
    m_error.reset();
    m_keys = std::move(keys);
    m_series.clear();
    for (const train::Run& run : comparison.runs)
        m_series.push_back(m_ticks.seriesOf(run.number).value_or(0));
    m_comparison = std::move(comparison);
    const auto& runs = m_comparison->runs;
    if (!m_isMetricChosen || std::ranges::find(m_keys, m_metric) == m_keys.end())
        m_metric = "validation/" + std::string(train::metricName(runs.front().recipe.metric));
    if (std::ranges::all_of(runs, [](const train::Run& run) { return jobs::isFinal(run.state); }))
        m_poll.stop();
    else
        m_poll.start();
    Q_EMIT changed();
    readCurves();
}

void CompareViewModel::setMetric(const std::string& key)
{
    if (key == m_metric)
        return;
    m_metric = key;
    m_isMetricChosen = true;
    readCurves();
}

void CompareViewModel::readCurves()
{
    if (!m_comparison)
        return;
    std::vector<std::int64_t> numbers;
    for (const train::Run& run : m_comparison->runs)
        numbers.push_back(run.number);
    m_readCurves.run(
        [backend = m_backend, numbers, key = m_metric] {
            return std::make_shared<const Curves>(backend->metricCurves(numbers, key));
        },
        [this](std::shared_ptr<const Curves> curves) {
            m_curves = std::move(curves);
            Q_EMIT curvesChanged();
        },
        [this](const base::Error& error) {
            m_error = error;
            Q_EMIT changed();
        });
}

void CompareViewModel::save(const QString& file, QByteArray bytes)
{
    m_save.run([path = std::filesystem::path(file.toStdString()),
                bytes = std::move(bytes)] { base::writeFileAtomically(path, bytes.toStdString()); },
               [this, file] { Q_EMIT saved(file); },
               [this](const base::Error& error) { Q_EMIT saveFailed(error); });
}

} // namespace lepton::ui
