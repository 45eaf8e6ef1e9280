// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/command_queue.h"
#include "ui/training/base_model_list_model.h"
#include "ui/training/training_rights.h"

namespace lepton::ui {

/// The list of base models: reads it on a worker, and changes it.
class BaseModelsViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Loading,
        Ready,
        Failed
    };

    explicit BaseModelsViewModel(std::shared_ptr<TrainingBackend> backend, QObject* parent = nullptr);

    BaseModelListModel& models() { return m_model; }
    State state() const { return m_state; }
    const std::optional<base::Error>& error() const { return m_error; }
    bool isBusy() const { return m_read.isRunning() || m_commands.isRunning() || m_rights.isAsking(); }
    /// Why the person may not import or trash; empty: may.
    QString whyNotImport() const { return m_rights.whyNot(train::TrainAction::Import); }
    int total() const { return m_model.rowCount(); }

    void refresh();
    void trash(const train::BaseModelId& id, const QString& name);
    void restore(const train::BaseModelId& id, const QString& name);

Q_SIGNALS:
    void changed();
    void trashed(const QString& name, const lepton::train::BaseModelId& id);
    void restored(const QString& name);
    void commandFailed(const QString& title, const lepton::base::Error& error);

private:
    std::shared_ptr<TrainingBackend> m_backend;
    TrainingRights m_rights;
    BaseModelListModel m_model;
    State m_state = State::Loading;
    std::optional<base::Error> m_error;
    Async m_read;
    CommandQueue m_commands;
};

} // namespace lepton::ui
