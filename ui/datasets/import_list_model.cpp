// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/import_list_model.h"

#include "base/progress.h"
#include "jobs/job_queue.h"
#include "ui/datasets/dataset_text.h"
#include "ui/datasets/encoding_readings.h"
#include "ui/datasets/import_name.h"
#include "ui/datasets/import_preview_model.h"
#include "ui/datasets/reading_text.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/table_delegate.h"

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr std::size_t namedInTip = 8;
/// A file up to here is looked through in the blink of an eye.
constexpr std::int64_t smallFile = std::int64_t{8} << 20;

struct Look
{
    data::Preview preview;
    std::optional<data::TakenOver> taken; ///< unset: the name is free
    std::vector<data::BadRow> badRows;
};

Look lookAt(const DatasetContext& context, const std::filesystem::path& path, const std::string& name,
            const base::Cancellation& cancellation)
{
    Look look;
    look.taken = data::takeOver(context.datasets.store(), name, path, {}, cancellation);
    const auto options = look.taken ? look.taken->options : data::ReadOptions();
    look.preview = data::previewFile(path, options, importPreviewRows, cancellation);
    look.badRows = look.preview.badRows;
    if (look.preview.whole || look.preview.detected.format == data::FileFormat::Parquet ||
        look.preview.fileBytes > smallFile)
        return look;
    base::Progress progress;
    look.badRows = data::scanFile(path, options, cancellation, progress).badRows;
    return look;
}

} // namespace

ImportListModel::ImportListModel(DatasetContext context, const QStringList& files, QObject* parent)
    : QAbstractTableModel(parent)
    , m_context(std::move(context))
{
    for (const auto& path : files) {
        File file;
        file.path = path.toStdString();
        file.name = datasetNameFor(QString::fromStdString(file.path.filename().string())).toStdString();
        m_files.push_back(std::move(file));
    }
}

void ImportListModel::read()
{
    m_next = 0;
    readNext();
}

void ImportListModel::cancel()
{
    m_read.cancel();
}

void ImportListModel::readNext()
{
    if (m_next >= m_files.size()) {
        Q_EMIT changed();
        return;
    }
    const auto row = m_next;
    const auto finish = [this, row] {
        ++m_next;
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
        Q_EMIT changed();
        readNext();
    };
    m_read.run(
        [context = m_context, path = m_files[row].path, name = m_files[row].name](
            const base::Cancellation& cancellation) { return lookAt(context, path, name, cancellation); },
        [this, row, finish](Look look) {
            m_files[row].preview = std::move(look.preview);
            m_files[row].newVersion = look.taken.has_value();
            m_files[row].taken = look.taken.value_or(data::TakenOver());
            m_files[row].state = look.badRows.empty() ? State::Ready : State::Failed;
            m_files[row].badRows = std::move(look.badRows);
            finish();
        },
        [this, row, finish](const base::Error& error) {
            m_files[row].state = State::Failed;
            m_files[row].error = error;
            finish();
        });
}

int ImportListModel::readyCount() const
{
    return int(std::ranges::count(m_files, State::Ready, &File::state));
}

void ImportListModel::remove(int row)
{
    if (row < 0 || row >= rowCount() || !isRead())
        return;
    beginRemoveRows({}, row, row);
    m_files.erase(m_files.begin() + row);
    m_next = m_files.size();
    endRemoveRows();
    Q_EMIT changed();
}

void ImportListModel::importAll()
{
    std::vector<data::ImportRequest> requests;
    for (const auto& file : m_files) {
        if (file.state != State::Ready)
            continue;
        data::ImportRequest request;
        request.file = file.path;
        request.name = file.name;
        request.newVersion = file.newVersion;
        request.options = file.taken.options;
        requests.push_back(std::move(request));
    }
    const int count = int(requests.size());
    m_commands.run(
        [context = m_context, requests] {
            for (const auto& request : requests)
                context.jobs.submit({.kind = "import", .title = request.name, .params = request});
        },
        [this, count] { Q_EMIT submitted(count); },
        [this](const base::Error& error) { Q_EMIT submitFailed(error); });
}

int ImportListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_files.size());
}

int ImportListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ImportListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto& file = m_files[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(file, index.column());
    case Qt::ToolTipRole:
        return toolTip(file, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == SizeColumn || index.column() == ColumnsColumn ? Qt::AlignRight
                                                                                    : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    case TableDelegate::IconNameRole:
        if (index.column() != FileColumn)
            return {};
        return file.state == State::Failed ? QStringLiteral("error") : QStringLiteral("file");
    case TableDelegate::ToneRole:
        return int(file.state == State::Failed    ? theme::Role::BadText
                   : index.column() == FileColumn ? theme::Role::Text
                                                  : theme::Role::Text2);
    default:
        return {};
    }
}

QString ImportListModel::whyNot(const File& file)
{
    return file.error             ? CoreText::error(*file.error)
           : file.badRows.empty() ? QString()
                                  : ReadingText::badRow(file.badRows.front());
}

QVariant ImportListModel::toolTip(const File& file, int column) const
{
    if (file.badRows.size() > 1)
        return ReadingText::badRows(file.badRows, namedInTip).join(QLatin1Char('\n'));
    if (file.state == State::Failed)
        return whyNot(file);
    return column == FileColumn ? QString::fromStdString(file.path.string()) : text(file, column);
}

QString ImportListModel::text(const File& file, int column) const
{
    if (column == FileColumn)
        return QString::fromStdString(file.path.filename().string());
    if (file.state == State::Waiting)
        return {};
    if (file.state == State::Failed && (file.error || column != SizeColumn))
        return column == ReadAsColumn ? whyNot(file) : QString();
    const auto& detected = file.preview.detected;
    switch (column) {
    case SizeColumn:
        return DatasetText::size(file.preview.fileBytes);
    case ReadAsColumn:
        switch (detected.format) {
        case data::FileFormat::Parquet:
            return tr("Parquet");
        case data::FileFormat::JsonLines:
            return tr("JSON Lines");
        case data::FileFormat::Csv:
            return tr("%1, %2", "encoding, delimiter")
                .arg(EncodingReadings::shortName(detected.encoding),
                     DatasetText::delimiter(detected.delimiter));
        }
        return {};
    case ColumnsColumn:
        return DatasetText::count(std::int64_t(file.preview.schema.size()));
    case TargetColumn:
        if (!file.taken.taken.empty())
            return tr("new version of %1, read as v%2 was", "data set, number")
                .arg(DatasetText::from(file.name), QString::number(file.taken.version));
        return file.newVersion ? tr("new version of %1").arg(DatasetText::from(file.name))
                               : tr("new data set %1").arg(DatasetText::from(file.name));
    default:
        return {};
    }
}

QVariant ImportListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == SizeColumn || section == ColumnsColumn ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FileColumn:
        return tr("File");
    case SizeColumn:
        return tr("Size");
    case ReadAsColumn:
        return tr("Read as");
    case ColumnsColumn:
        return tr("Columns");
    case TargetColumn:
        return tr("Becomes");
    default:
        return {};
    }
}

} // namespace lepton::ui
