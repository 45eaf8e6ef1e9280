// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/version_list_model.h"

#include "ui/datasets/dataset_text.h"
#include "ui/widgets/member_delegate.h"
#include "ui/widgets/table_delegate.h"

#include <algorithm>

namespace lepton::ui {

namespace {

int alignment(int column)
{
    const bool right = column == VersionListModel::RowsColumn || column == VersionListModel::ColumnsColumn ||
                       column == VersionListModel::SizeColumn;
    return int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

VersionListModel::VersionListModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void VersionListModel::setVersions(std::vector<data::DatasetVersion> versions)
{
    const auto sameIds =
        std::ranges::equal(versions, m_versions, {}, &data::DatasetVersion::id, &data::DatasetVersion::id);
    if (sameIds) {
        m_versions = std::move(versions);
        if (!m_versions.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_versions = std::move(versions);
    endResetModel();
}

int VersionListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_versions.size());
}

int VersionListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant VersionListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto& version = m_versions[std::size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (role == TableDelegate::ToneRole)
        return int(index.column() == VersionColumn || index.column() == NoteColumn ||
                           index.column() == RowsColumn
                       ? theme::Role::Text
                       : theme::Role::Text2);
    if (role == MemberDelegate::MemberIdRole)
        return DatasetText::from(version.author.toString());
    if (role == Qt::ToolTipRole && index.column() == TimeColumn)
        return DatasetText::fullTime(version.created);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case VersionColumn:
        return tr("v%1").arg(version.number);
    case NoteColumn:
        return version.note.empty() ? DatasetText::from(version.provenance.fileName)
                                    : DatasetText::from(version.note);
    case RowsColumn:
        return DatasetText::count(version.rows);
    case ColumnsColumn:
        return DatasetText::count(std::int64_t(version.schema.size()));
    case SizeColumn:
        return DatasetText::size(version.bytes);
    case AuthorColumn:
        return DatasetText::from(version.authorName);
    case TimeColumn:
        return DatasetText::when(version.created);
    default:
        return {};
    }
}

QVariant VersionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VersionColumn:
        return tr("Version");
    case NoteColumn:
        return tr("Note or file");
    case RowsColumn:
        return tr("Rows");
    case ColumnsColumn:
        return tr("Columns");
    case SizeColumn:
        return tr("Size");
    case AuthorColumn:
        return tr("Imported by");
    case TimeColumn:
        return tr("When");
    default:
        return {};
    }
}

} // namespace lepton::ui
