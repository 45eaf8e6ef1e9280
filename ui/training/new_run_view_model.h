// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/command_queue.h"
#include "ui/training/training_rights.h"

#include <QMap>
#include <QObject>
#include <QTimer>

namespace lepton::ui {

/// A run that is being put together: the recipe, what there is to choose from, and what the checks say.
class NewRunViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Loading,
        Ready,
        Failed
    };
    enum class Checks
    {
        None, ///< something is missing that they need
        Running,
        Ready,
        Failed ///< they could not be made
    };

    explicit NewRunViewModel(std::shared_ptr<TrainingBackend> backend, QObject* parent = nullptr);

    /// Chooses a data set; an empty name keeps what is chosen, or proposes one. @p version 0: the newest.
    void open(const QString& dataset, int version);
    /// Takes over the recipe of @p run, with other values for the keys of @p changes.
    void openFrom(const QString& run, const QMap<QString, QString>& changes);
    /// Reads again what there is to choose from.
    void refresh();

    State state() const { return m_state; }
    const std::optional<base::Error>& error() const { return m_error; }
    bool isSettled() const;

    const std::vector<data::Dataset>& datasets() const { return m_lists.datasets; }
    const std::vector<train::BaseModel>& baseModels() const { return m_lists.baseModels; }
    /// The data set chosen, or null.
    const TrainingSource* source() const { return m_source ? &*m_source : nullptr; }
    const train::BaseModel* baseModel() const;
    /// Whether rows are chosen: a data set, its text column and its label column.
    bool hasColumns() const;
    const train::Recipe& recipe() const { return m_recipe; }
    /// The run or the file whose recipe this began with; empty: none.
    const QString& origin() const { return m_origin; }
    /// Keys and values of the recipe that were to be others than those of origin(), as they were asked for.
    const QMap<QString, QString>& changesToOrigin() const { return m_changes; }
    /// What of that recipe could not be taken over, as a sentence; empty: all was.
    const QString& originProblem() const { return m_originProblem; }

    void chooseDataset(const base::DatasetId& id, int version = 0);
    void setTextColumn(const QString& column);
    void setLabelColumn(const QString& column);
    void setBaseModel(const train::BaseModelId& id);
    /// Sets one key of the recipe. A value that it does not take leaves it as it was, and is a problem.
    void assign(const QString& key, const QString& value);
    /// The sentence for a field whose value was not taken; empty: all is well.
    QString problem(const QString& key) const { return m_problems.value(key); }
    void apply(const train::Fix& fix);
    /// Takes every setting of @p recipe but what is trained on what; @p origin says where it comes from.
    void takeSettings(const train::Recipe& recipe, const QString& origin);

    Checks checksState() const { return m_checksState; }
    /// Of the last answer; stays while a newer one is on its way.
    const std::vector<train::Check>& checks() const { return m_checks; }
    const std::optional<base::Error>& checksError() const { return m_checksError; }

    /// Where the training would run; unset while it is not known.
    const std::optional<train::DeviceFacts>& device() const { return m_device; }
    const std::optional<base::Error>& deviceError() const { return m_deviceError; }

    QString whyNot(train::TrainAction action) const { return m_rights.whyNot(action); }
    /// Why the run cannot start now; empty: it can.
    QString obstacle() const;
    bool isStarting() const { return m_starting || m_startWhenChecked; }
    /// Starts at once, or as soon as the checks have answered and none failed.
    void start();
    /// The same as a command; empty while something is missing.
    QString command() const;

Q_SIGNALS:
    void changed();
    void checksChanged();
    void started(const QString& run);
    void startFailed(const lepton::base::Error& error);

private:
    /// What is to be chosen once the lists are read; the first of these that is set.
    struct Wanted
    {
        std::string run;
        std::string name;
        base::DatasetId dataset;
        int version = 0;
        QMap<QString, QString> changes{}; ///< of the run's recipe
        /// Chosen already: data are proposed that it knows. Null: none.
        train::BaseModelId baseModel{};
    };
    struct Lists
    {
        std::vector<data::Dataset> datasets;
        std::vector<train::BaseModel> baseModels;
        std::optional<TrainingSource> source;
        std::optional<train::Run> origin;
        std::optional<base::Error> originError;
    };

    static Lists readLists(TrainingBackend& backend, Wanted wanted);
    void read(Wanted wanted);
    void followPreferences();
    void takeOrigin(const Lists& lists, const Wanted& wanted);
    /// Sets one key; a value that it does not take is a problem.
    void setKey(const QString& key, const QString& value);
    void takeSource(std::optional<TrainingSource> source);
    void proposeBaseModel();
    void readDevice();
    void scheduleChecks();
    void runChecks();
    bool isComplete() const;
    void startNow();

    std::shared_ptr<TrainingBackend> m_backend;
    TrainingRights m_rights;
    RunPreferences m_preferences; ///< that were taken over last
    State m_state = State::Loading;
    std::optional<base::Error> m_error;
    Lists m_lists;
    std::optional<TrainingSource> m_source;
    int m_wantedVersion = 0;
    Wanted m_asked; ///< what was asked for last
    train::Recipe m_recipe;
    QString m_origin;
    QMap<QString, QString> m_changes;
    QString m_originProblem;
    QMap<QString, QString> m_problems;
    Checks m_checksState = Checks::None;
    std::vector<train::Check> m_checks;
    std::optional<base::Error> m_checksError;
    std::optional<train::DeviceFacts> m_device;
    std::optional<base::Error> m_deviceError;
    bool m_starting = false;
    bool m_startWhenChecked = false;
    QTimer m_debounce;
    Async m_read;
    Async m_check;
    Async m_readDevice;
    CommandQueue m_commands;
};

} // namespace lepton::ui
