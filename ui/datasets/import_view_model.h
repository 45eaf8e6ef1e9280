// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/progress.h"
#include "data/taken_over.h"
#include "ui/datasets/command_queue.h"
#include "ui/datasets/dataset_reader.h"
#include "ui/datasets/dataset_rights.h"
#include "ui/datasets/import_preview_model.h"
#include "ui/datasets/schema_fit.h"

#include <QObject>
#include <QTimer>

#include <filesystem>

namespace lepton::ui {

/// One file about to be imported: reads its beginning with the options of the moment, then looks through all
/// of it in the background, and queues the import. Nothing is written before submit().
class ImportViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        NoFile,
        Reading,
        Ready,
        Failed
    };
    enum class Scan
    {
        None,
        Running,
        Ready,
        Failed
    };
    enum class Target
    {
        NewDataset,
        NewVersion
    };

    explicit ImportViewModel(DatasetContext context, QObject* parent = nullptr);

    /// Asks for what @p request asked for, but for the file: setFile() follows.
    void setRequest(const data::ImportRequest& request);
    /// Takes the facts of @p file; the name is proposed from it unless the target is a given data set.
    void setFile(const std::filesystem::path& file);
    /// The data set that a new version is proposed for.
    void proposeDataset(const QString& name);

    const std::filesystem::path& file() const { return m_file; }
    QString fileName() const;

    State state() const { return m_state; }
    const std::optional<base::Error>& error() const { return m_error; }
    const data::Preview& preview() const { return m_preview; }
    ImportPreviewModel& rows() { return m_rows; }
    /// The first bytes of the file as stored.
    const QByteArray& head() const { return m_head; }
    /// The beginning of the file as text in the encoding of the moment.
    QString headText() const;

    Scan scanState() const { return m_scan; }
    const std::optional<base::Error>& scanError() const { return m_scanError; }
    const data::ScanResult& scanResult() const { return m_scanResult; }
    base::ProgressState scanProgress() const;
    /// Seconds that the whole look took.
    double scanSeconds() const { return m_scanSeconds; }
    bool isBusy() const;
    /// Stops what is being read; the dialog is about to go.
    void cancel();

    const data::ReadOptions& options() const { return m_options; }
    /// Reads again under other options; a no-op when they are the same.
    void setOptions(const data::ReadOptions& options);
    void setColumnType(const std::string& name, std::optional<data::Column> type);
    /// What of the options of the version before still holds; nothing for a new data set.
    std::optional<data::TakenOver> taken() const;
    /// Takes nothing over: all of it is found in the file.
    void readAfresh();

    Target target() const { return m_target; }
    void setTarget(Target target);
    const QString& newName() const { return m_newName; }
    void setNewName(const QString& name);
    /// The data set that gets a new version; null when there is none.
    const data::Dataset* existing() const;
    void setExisting(const base::DatasetId& id);
    const std::vector<data::Dataset>& datasets() const { return m_datasets; }
    std::vector<std::string> departments() const;

    std::string note, department, description;
    std::vector<std::string> tags; ///< of a new data set
    data::Sensitivity sensitivity = data::Sensitivity::Internal;

    std::int64_t badRowCount() const;
    /// Whether the rows that cannot be read are left out and listed (true) or stop the import.
    bool leavesOut() const { return m_leaveOut; }
    void setLeavesOut(bool leaveOut);

    /// How the file goes with the newest version of the target; unset for a new data set.
    std::optional<SchemaFit> fit() const;
    /// What is wrong with the name of a new data set, as a sentence; empty when nothing is.
    QString nameProblem() const;
    /// Why nothing can be imported now, as a sentence; empty when it can.
    QString obstacle() const;
    data::ImportRequest request() const;
    void submit();

Q_SIGNALS:
    /// Anything but the progress.
    void changed();
    void progressChanged();
    void submitted(const QString& dataset);
    void submitFailed(const lepton::base::Error& error);

private:
    struct SharedProgress;

    void readCatalog();
    void readBeginning();
    void scan();
    void readTarget();
    /// Options that nobody chose: those of the version before, or none.
    void proposeOptions(std::optional<data::TakenOver> taken);

    DatasetContext m_context;
    std::filesystem::path m_file;
    State m_state = State::NoFile;
    std::optional<base::Error> m_error;
    data::Preview m_preview;
    QByteArray m_head;
    ImportPreviewModel m_rows;
    data::ReadOptions m_options;
    bool m_optionsChosen = false; ///< by the person: nothing is taken over any more
    std::optional<data::TakenOver> m_taken;

    Scan m_scan = Scan::None;
    std::optional<base::Error> m_scanError;
    data::ScanResult m_scanResult;
    std::shared_ptr<SharedProgress> m_progress;
    double m_scanSeconds = 0;
    QTimer m_progressTimer;

    std::vector<data::Dataset> m_datasets;
    std::vector<std::string> m_departments;
    QString m_proposed;
    Target m_target = Target::NewDataset;
    bool m_targetChosen = false; ///< by the person: no proposal changes it any more
    QString m_newName;
    bool m_nameEdited = false;
    base::DatasetId m_existing;
    std::optional<data::DatasetVersion> m_before; ///< newest version of the target
    bool m_leaveOut = true;

    DatasetRights m_rights;
    Async m_catalogRead;
    Async m_previewRead;
    Async m_scanRead;
    Async m_targetRead;
    CommandQueue m_commands;
};

} // namespace lepton::ui
