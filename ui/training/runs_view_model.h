// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/command_queue.h"
#include "ui/training/run_list_model.h"
#include "ui/training/training_rights.h"
#include "ui/widgets/async.h"

#include <QTimer>

#include <optional>

namespace lepton::ui {

/// The list of runs: which of them are wanted, in what order, and what can be done with them. Reads on a
/// worker, the order first and then the rows that are shown; both again while something runs.
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
    RunTicks& ticks() { return m_ticks; }
    State state() const { return m_state; }
    /// Why nothing can be read; what is wrong with a filter is filterError().
    const std::optional<base::Error>& error() const { return m_error; }
    const std::optional<base::Error>& filterError() const { return m_filterError; }
    bool isBusy() const;
    /// Why the person may not; empty: may.
    QString whyNot(train::TrainAction action) const { return m_rights.whyNot(action); }
    int total() const { return m_total; } ///< on the shelf
    int shown() const { return m_model.rowCount(); }
    /// Runs that have not ended.
    int active() const { return m_open; }
    const RunListChoices& choices() const { return m_choices; }

    const RunListRequest& request() const { return m_request; }
    void setRequest(RunListRequest request);
    /// True once what is shown answers request().
    bool isAnswered() const { return m_answered && *m_answered == m_request; }

    void refresh();
    /// Reads what the menus offer.
    void readChoices();

    void rename(const train::RunId& id, const QString& name);
    /// Reads what runs are called now, and tells editReady().
    void askToEdit(const std::vector<std::int64_t>& runs);
    void tag(const std::vector<std::int64_t>& runs, const train::TagChange& change);
    void trash(const std::vector<std::int64_t>& runs);
    void restore(const std::vector<std::int64_t>& runs);

Q_SIGNALS:
    void changed();
    /// request() is another.
    void requestChanged();
    void choicesChanged();
    void editReady(const std::vector<lepton::train::RunRow>& runs);
    void trashed(const std::vector<std::int64_t>& runs);
    void restored(const std::vector<std::int64_t>& runs);
    void commandFailed(const QString& title, const lepton::base::Error& error);

private:
    void readOrder();
    void readRows();
    void takeOrder(const train::RunOrder& order, const RunListRequest& request);
    std::function<void(const base::Error&)> failure(const QString& title);

    std::shared_ptr<TrainingBackend> m_backend;
    TrainingRights m_rights;
    RunTicks m_ticks;
    RunListModel m_model;
    RunListRequest m_request;
    std::optional<RunListRequest> m_answered;
    RunListChoices m_choices;
    State m_state = State::Loading;
    std::optional<base::Error> m_error;
    std::optional<base::Error> m_filterError;
    int m_total = 0;
    int m_open = 0;
    QTimer m_poll;  ///< progress of own jobs is in memory: the catalog does not tell of it as often
    QTimer m_typed; ///< since the filter was changed last
    Async m_readOrder;
    Async m_readRows;
    Async m_readChoices;
    Async m_readEdited;
    CommandQueue m_commands;
};

} // namespace lepton::ui
