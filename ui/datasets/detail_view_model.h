// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "ui/datasets/command_queue.h"
#include "ui/datasets/dataset_reader.h"
#include "ui/datasets/dataset_rights.h"

#include <QObject>

namespace lepton::ui {

/// One data set in one of its versions: reads it, compares its versions, changes its facts.
class DetailViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Loading,
        Ready,
        Failed
    };
    enum class Comparison
    {
        None,
        Running,
        Ready,
        Failed
    };

    explicit DetailViewModel(DatasetContext context, QObject* parent = nullptr);

    const DatasetContext& context() const { return m_context; }

    /// @p version 0: the newest, also when a newer one comes.
    void open(const QString& name, int version);
    /// Reads again; what is shown stays until the answer is there.
    void refresh();

    State state() const { return m_state; }
    bool isBusy() const
    {
        return m_read.isRunning() || m_compare.isRunning() || m_commands.isRunning() || m_rights.isAsking() ||
               m_useRights.isAsking();
    }
    /// Why the person may not, or not with what is in the trash; empty: may.
    QString whyNot(data::DatasetAction action) const;
    QString whyNot(DatasetUse use) const;
    QString whyNotRestore() const { return m_rights.whyNot(data::DatasetAction::Edit); }
    const std::optional<base::Error>& error() const { return m_error; }
    /// What was asked for; the name follows a renaming.
    const QString& name() const { return m_name; }
    int requestedVersion() const { return m_version; }

    // Valid while Ready.
    const data::Dataset& dataset() const { return m_details.shown.dataset; }
    bool isTrashed() const { return m_state == State::Ready && dataset().trashed.has_value(); }
    /// The version shown, or null when there is none.
    const data::DatasetVersion* version() const;
    /// The version before the one shown, or null.
    const data::DatasetVersion* previous() const;
    const std::vector<data::DatasetVersion>& versions() const { return m_details.versions; }
    const DatasetDetails& details() const { return m_details; }

    void compare(int before, int after);
    void cancelComparison();
    Comparison comparisonState() const { return m_comparisonState; }
    const VersionComparison& comparison() const { return m_comparison; }
    const std::optional<base::Error>& comparisonError() const { return m_comparisonError; }

    /// @p done is called after the change; @p failed with why it was refused.
    void edit(const data::DatasetEdit& edit, std::function<void()> done,
              std::function<void(base::Error)> failed);
    void trash();
    /// Takes a data set back out of the trash.
    void restore(const base::DatasetId& id, WhenTaken whenTaken = WhenTaken::Refuse);

Q_SIGNALS:
    void changed();
    void comparisonChanged();
    void trashed(const QString& name, const lepton::base::DatasetId& id);
    void restored(const QString& name);
    void commandFailed(const QString& title, const lepton::base::Error& error);
    /// Another data set has the name of the one that was to be restored.
    void nameTaken(const QString& title, const lepton::base::Error& error, const lepton::base::DatasetId& id);

private:
    DatasetContext m_context;
    State m_state = State::Loading;
    QString m_name;
    int m_version = 0;
    base::DatasetId m_id; ///< null until the name was found
    DatasetDetails m_details;
    std::optional<base::Error> m_error;
    Comparison m_comparisonState = Comparison::None;
    VersionComparison m_comparison;
    std::optional<base::Error> m_comparisonError;
    DatasetRights m_rights;
    DatasetUseRights m_useRights;
    Async m_read;
    Async m_compare;
    CommandQueue m_commands;
};

} // namespace lepton::ui
