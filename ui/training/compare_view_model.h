// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/run_ticks.h"
#include "ui/training/training_backend.h"
#include "ui/widgets/async.h"

#include <QTimer>

#include <optional>

namespace lepton::ui {

/// What the ticked runs have in common, what not, and the curves of one metric of theirs. Reads on a worker,
/// and again while one of them has not ended.
class CompareViewModel final : public QObject
{
    Q_OBJECT

public:
    /// @p ticks outlives it.
    CompareViewModel(std::shared_ptr<TrainingBackend> backend, RunTicks& ticks, QObject* parent = nullptr);

    /// Nothing while fewer than two runs are ticked, or nothing has been read yet.
    const std::optional<train::RunComparison>& comparison() const { return m_comparison; }
    const std::optional<base::Error>& error() const { return m_error; }
    /// Of comparison().runs; from 0.
    const std::vector<int>& series() const { return m_series; }
    const std::vector<std::string>& metricKeys() const { return m_keys; }
    const std::string& metric() const { return m_metric; }
    void setMetric(const std::string& key);
    /// The points of one metric, of each run.
    using Curves = std::vector<std::vector<train::MetricPoint>>;
    /// Of metric(); shared, since a worker reads what may be millions. Never null.
    const std::shared_ptr<const Curves>& curves() const { return m_curves; }
    bool isBusy() const;

    /// Writes @p bytes to @p file on a worker.
    void save(const QString& file, QByteArray bytes);

    void refresh();

Q_SIGNALS:
    void changed();
    void curvesChanged();
    void saved(const QString& file);
    void saveFailed(const lepton::base::Error& error);

private:
    void take(train::RunComparison comparison, std::vector<std::string> keys);
    void readCurves();

    std::shared_ptr<TrainingBackend> m_backend;
    RunTicks& m_ticks;
    std::optional<train::RunComparison> m_comparison;
    std::optional<base::Error> m_error;
    std::vector<int> m_series;
    std::vector<std::string> m_keys;
    std::string m_metric;
    bool m_isMetricChosen = false; ///< by a person: it stays when others are ticked
    std::shared_ptr<const Curves> m_curves = std::make_shared<const Curves>();
    QTimer m_poll;
    Async m_read;
    Async m_readCurves;
    Async m_save;
};

} // namespace lepton::ui
