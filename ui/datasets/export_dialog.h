// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/progress.h"
#include "data/exporter.h"
#include "ui/datasets/dataset_reader.h"
#include "ui/widgets/async.h"
#include "ui/widgets/dialog.h"

#include <QElapsedTimer>
#include <QTimer>

#include <filesystem>
#include <mutex>

class QLineEdit;
class QRadioButton;

namespace lepton::ui {

class Button;
class FormField;
class InlineBanner;
class Segment;
class TextLabel;

/// Writes a version, whole or filtered, to a file. Shows how far it is; Cancel leaves no half file. Deletes
/// itself when closed.
class ExportDialog final : public Dialog
{
    Q_OBJECT

public:
    /// @p filtered: the rows that a table shows now; unset: there is no filter.
    ExportDialog(QWidget* over, const DatasetContext& context, const data::Dataset& dataset, int version,
                 std::optional<data::RowOrder> filtered);

Q_SIGNALS:
    void exported(const QString& file, qint64 rows);

private:
    struct SharedProgress
    {
        std::mutex mutex;
        base::ProgressState state;
    };

    /// What is where the file goes. On a share a look takes its time.
    struct Target
    {
        bool isFolderThere = true;
        bool isFileThere = false;
        std::int64_t bytes = 0;
        std::optional<base::UtcTime> changed; ///< unset for a link that leads nowhere
    };

    static Target look(const std::filesystem::path& file);
    void chooseFile();
    void chooseFormat(int format);
    void chooseTarget();
    void update();
    void showWhatIsReplaced(bool replaces);
    QString problem(bool isFormatKnown) const;
    void start();
    void fail(const base::Error& error, data::IfThere ifThere);
    void stop();
    void showProgress();

    DatasetContext m_context;
    data::Dataset m_dataset;
    int m_version;
    std::optional<data::RowOrder> m_filtered;
    InlineBanner* m_banner;
    Segment* m_format;
    QRadioButton* m_whole;
    QRadioButton* m_part;
    QLineEdit* m_file;
    FormField* m_fileField;
    TextLabel* m_note;
    InlineBanner* m_replaces;      ///< instead of the note
    QElapsedTimer m_replacesSince; ///< valid while it is shown
    Button* m_cancel;
    Button* m_export;
    std::shared_ptr<SharedProgress> m_progress;
    QTimer m_timer;
    Target m_target;
    Async m_look;
    Async m_work;
};

} // namespace lepton::ui
