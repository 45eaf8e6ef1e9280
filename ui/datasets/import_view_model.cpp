// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/import_view_model.h"

#include "base/file.h"
#include "base/text.h"
#include "jobs/job_queue.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/import_name.h"
#include "ui/datasets/import_preview_model.h"
#include "ui/widgets/plural.h"

#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace lepton::ui {

namespace {

constexpr std::size_t headBytes = 4096;

struct Beginning
{
    data::Preview preview;
    QByteArray head;
};

} // namespace

struct ImportViewModel::SharedProgress
{
    std::mutex mutex;
    base::ProgressState state;
};

ImportViewModel::ImportViewModel(DatasetContext context, QObject* parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_rights(m_context)
{
    department = m_context.department;
    m_progressTimer.setInterval(250);
    connect(&m_progressTimer, &QTimer::timeout, this, &ImportViewModel::progressChanged);
    connect(&m_rights, &Rights::changed, this, &ImportViewModel::changed);
    m_rights.refresh();
    readCatalog();
}

QString ImportViewModel::fileName() const
{
    return QString::fromStdString(m_file.filename().string());
}

QString ImportViewModel::headText() const
{
    return DatasetText::from(m_preview.text);
}

void ImportViewModel::setRequest(const data::ImportRequest& request)
{
    m_options = request.options;
    m_options.badRows = data::BadRows::Fail; // asked for anew
    m_optionsChosen = m_options != data::ReadOptions();
    note = request.note;
    description = request.description;
    tags = request.tags;
    if (!request.department.empty())
        department = request.department;
    sensitivity = request.sensitivity.value_or(sensitivity);
    if (request.newVersion) {
        proposeDataset(DatasetText::from(request.name));
        return;
    }
    m_newName = DatasetText::from(request.name);
    m_nameEdited = true;
}

void ImportViewModel::setFile(const std::filesystem::path& file)
{
    const bool isFirst = m_file.empty();
    m_file = file;
    if (!isFirst)
        m_options.types.clear();
    if (!m_nameEdited)
        m_newName = datasetNameFor(fileName());
    if (!m_targetChosen && m_proposed.isEmpty()) {
        const auto key = base::caseFoldKey(m_newName.toStdString());
        const auto it = std::ranges::find_if(
            m_datasets, [&](const data::Dataset& dataset) { return base::caseFoldKey(dataset.name) == key; });
        m_target = it == m_datasets.end() ? Target::NewDataset : Target::NewVersion;
        if (it != m_datasets.end())
            m_existing = it->id;
    }
    readBeginning();
    readTarget();
}

void ImportViewModel::readBeginning()
{
    m_scanRead.cancel();
    m_progressTimer.stop();
    m_scan = Scan::None;
    m_scanError.reset();
    if (m_file.empty())
        return;
    m_state = State::Reading;
    Q_EMIT changed();
    m_previewRead.run(
        [file = m_file, options = m_options](const base::Cancellation& cancellation) {
            Beginning beginning;
            const auto stored = base::File::openForReading(file);
            beginning.head.resize(qsizetype(headBytes));
            const auto read = stored.readAt(
                0, {reinterpret_cast<std::byte*>(beginning.head.data()), std::size_t(beginning.head.size())});
            beginning.head.truncate(qsizetype(read));
            beginning.preview = data::previewFile(file, options, importPreviewRows, cancellation);
            return beginning;
        },
        [this](Beginning beginning) {
            m_preview = std::move(beginning.preview);
            m_head = std::move(beginning.head);
            m_rows.setPreview(m_preview, m_options.hasHeader);
            m_state = State::Ready;
            m_error.reset();
            Q_EMIT changed();
            scan();
        },
        [this](const base::Error& error) {
            m_error = error;
            m_state = State::Failed;
            m_rows.clear();
            Q_EMIT changed();
        });
}

void ImportViewModel::scan()
{
    m_scan = Scan::Running;
    m_progress = std::make_shared<SharedProgress>();
    m_progressTimer.start();
    Q_EMIT changed();
    const auto started = std::chrono::steady_clock::now();
    m_scanRead.run(
        [file = m_file, options = m_options, shared = m_progress](const base::Cancellation& cancellation) {
            base::Progress progress([shared](const base::ProgressState& state) {
                const std::lock_guard lock(shared->mutex);
                shared->state = state;
            });
            return data::scanFile(file, options, cancellation, progress);
        },
        [this, started](data::ScanResult result) {
            m_progressTimer.stop();
            m_scanSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
            m_scanResult = std::move(result);
            m_rows.setSchema(m_scanResult.schema);
            m_rows.setBadRows(m_scanResult.badRows);
            m_scan = Scan::Ready;
            Q_EMIT changed();
        },
        [this](const base::Error& error) {
            m_progressTimer.stop();
            m_scanError = error;
            m_scan = Scan::Failed;
            Q_EMIT changed();
        });
}

base::ProgressState ImportViewModel::scanProgress() const
{
    if (!m_progress)
        return {};
    const std::lock_guard lock(m_progress->mutex);
    return m_progress->state;
}

bool ImportViewModel::isBusy() const
{
    return m_catalogRead.isRunning() || m_previewRead.isRunning() || m_scanRead.isRunning() ||
           m_targetRead.isRunning() || m_commands.isRunning();
}

void ImportViewModel::cancel()
{
    m_previewRead.cancel();
    m_scanRead.cancel();
    m_progressTimer.stop();
}

void ImportViewModel::setOptions(const data::ReadOptions& options)
{
    if (options == m_options)
        return;
    m_options = options;
    m_optionsChosen = true;
    readBeginning();
}

void ImportViewModel::readAfresh()
{
    m_taken.reset();
    setOptions({});
    m_optionsChosen = true;
    Q_EMIT changed();
}

void ImportViewModel::setColumnType(const std::string& name, std::optional<data::Column> type)
{
    auto options = m_options;
    if (type)
        options.types[name] = *type;
    else
        options.types.erase(name);
    setOptions(options);
}

std::int64_t ImportViewModel::badRowCount() const
{
    return m_scan == Scan::Ready ? m_scanResult.badRowCount : std::int64_t(m_preview.badRows.size());
}

void ImportViewModel::setLeavesOut(bool leaveOut)
{
    if (leaveOut == m_leaveOut)
        return;
    m_leaveOut = leaveOut;
    Q_EMIT changed();
}

QString ImportViewModel::obstacle() const
{
    if (const QString why = m_rights.whyNot(data::DatasetAction::Import); !why.isEmpty())
        return why;
    if (m_state == State::NoFile)
        return tr("Choose a file first.");
    if (m_state == State::Reading)
        return tr("The beginning of the file is being read.");
    if (m_state == State::Failed)
        return tr("The file cannot be read: see above.");
    if (m_scan == Scan::Failed)
        return tr("The file cannot be read to its end: see above.");
    if (badRowCount() > 0 && !m_leaveOut)
        return tr("%Ln row(s) cannot be read. Mend the file and choose it again, or leave the rows out.",
                  nullptr, plural(badRowCount()));
    if (m_targetRead.isRunning() && !m_optionsChosen)
        return tr("How the version before was read is being looked up.");
    if (m_target == Target::NewVersion)
        return existing() ? QString() : tr("Choose the data set that gets the new version.");
    return nameProblem();
}

data::ImportRequest ImportViewModel::request() const
{
    data::ImportRequest request;
    request.file = m_file;
    request.options = m_options;
    // Rows are left out only by someone who was told which.
    request.options.badRows = badRowCount() > 0 && m_leaveOut ? data::BadRows::Skip : data::BadRows::Fail;
    request.note = note;
    request.newVersion = m_target == Target::NewVersion;
    if (const auto* dataset = existing(); request.newVersion && dataset) {
        request.name = dataset->name;
        return request;
    }
    request.name = m_newName.toStdString();
    request.department = department;
    request.sensitivity = sensitivity;
    request.description = description;
    request.tags = tags;
    return request;
}

void ImportViewModel::submit()
{
    if (!obstacle().isEmpty())
        return;
    const auto request = this->request();
    cancel();
    m_commands.run(
        [context = m_context, request] {
            context.jobs.submit({.kind = "import", .title = request.name, .params = request});
        },
        [this, name = DatasetText::from(request.name)] { Q_EMIT submitted(name); },
        [this](const base::Error& error) { Q_EMIT submitFailed(error); });
}

} // namespace lepton::ui
