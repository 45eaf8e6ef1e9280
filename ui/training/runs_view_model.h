// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/run_list_model.h"
#include "ui/training/training_backend.h"
#include "ui/widgets/async.h"

#include <QTimer>

namespace lepton::ui {

/// The list of runs: reads it on a worker, and again while something runs.
class RunsViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Loading,
        Ready,
        Failed
    };

    explicit RunsViewModel(std::shared_ptr<TrainingBackend> backend, QObject* parent = nullptr);

    RunListModel& runs() { return m_model; }
    RunFilterModel& rows() { return m_rows; }
    State state() const { return m_state; }
    const std::optional<base::Error>& error() const { return m_error; }
    bool isBusy() const { return m_read.isRunning(); }
    int total() const { return m_model.rowCount(); }
    int shown() const { return m_rows.rowCount(); }
    /// Runs that have not ended.
    int active() const;

    void refresh();

Q_SIGNALS:
    void changed();

private:
    std::shared_ptr<TrainingBackend> m_backend;
    RunListModel m_model;
    RunFilterModel m_rows;
    State m_state = State::Loading;
    std::optional<base::Error> m_error;
    QTimer m_poll; ///< progress of own jobs is in memory: the catalog does not tell of it as often
    Async m_read;
};

} // namespace lepton::ui
