// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_versions_model.h"

#include "ui/datasets/dataset_text.h"
#include "ui/models/model_text.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/member_delegate.h"
#include "ui/widgets/string_list.h"

#include <QPainter>

#include <algorithm>

namespace lepton::ui {
namespace {

int alignment(int column)
{
    const bool isRight = column == ModelVersionsModel::ScoreColumn ||
                         column == ModelVersionsModel::StageColumn ||
                         column == ModelVersionsModel::SizeColumn;
    return int((isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

ModelVersionsModel::ModelVersionsModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void ModelVersionsModel::setVersions(std::vector<VersionSummary> versions)
{
    if (std::ranges::equal(versions, m_versions, {}, &VersionSummary::id, &VersionSummary::id)) {
        m_versions = std::move(versions);
        if (!m_versions.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_versions = std::move(versions);
    endResetModel();
}

const VersionSummary* ModelVersionsModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_versions[std::size_t(row)] : nullptr;
}

int ModelVersionsModel::rowOf(int number) const
{
    const auto found = std::ranges::find(m_versions, number, &VersionSummary::number);
    return found == m_versions.end() ? -1 : int(found - m_versions.begin());
}

int ModelVersionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_versions.size());
}

int ModelVersionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ModelVersionsModel::text(const VersionSummary& version, int column) const
{
    switch (column) {
    case VersionColumn:
        return ModelText::number(version.number);
    case RunColumn:
        return version.run.empty() ? tr("imported") : DatasetText::from(version.run);
    case ScoreColumn:
        return ModelText::score(version.macroF1);
    case StageColumn:
        return version.isTrashed ? tr("In the trash") : ModelText::stage(version.stage).text;
    case AliasColumn:
        return stringList(version.aliases).join(tr(", ", "between aliases"));
    case SizeColumn:
        return DatasetText::size(version.bytes);
    case AuthorColumn:
        return DatasetText::from(version.author.name);
    case TimeColumn:
        return DatasetText::when(version.created);
    default:
        return {};
    }
}

QVariant ModelVersionsModel::data(const QModelIndex& index, int role) const
{
    const VersionSummary* version = index.isValid() ? at(index.row()) : nullptr;
    if (!version)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(*version, column);
    case Qt::ToolTipRole:
        if (column == TimeColumn)
            return DatasetText::fullTime(version->created);
        if (column == RunColumn && version->run.empty())
            return tr("Imported from the folder %1").arg(DatasetText::from(version->source));
        return text(*version, column);
    case Qt::TextAlignmentRole:
        return alignment(column);
    case Qt::FontRole:
        return column == VersionColumn ? QVariant(theme::font(theme::Step::Body, QFont::Medium)) : QVariant();
    case TableDelegate::ToneRole:
        return int(version->isTrashed                                 ? theme::Role::Text3
                   : column == VersionColumn || column == ScoreColumn ? theme::Role::Text
                                                                      : theme::Role::Text2);
    case MemberDelegate::MemberIdRole:
        return DatasetText::from(version->author.id);
    case ChipDelegate::KindRole:
        return QVariant::fromValue(version->isTrashed ? ChipKind::Outline
                                                      : ModelText::stage(version->stage).kind);
    default:
        return {};
    }
}

QVariant ModelVersionsModel::headerData(int section, Qt::Orientation orientation, int role) const
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
    case RunColumn:
        return tr("Run");
    case ScoreColumn:
        return ModelText::testScore();
    case StageColumn:
        return tr("Stage");
    case AliasColumn:
        return tr("Alias");
    case SizeColumn:
        return tr("Size");
    case AuthorColumn:
        return tr("Registered by");
    case TimeColumn:
        return tr("When");
    default:
        return {};
    }
}

} // namespace lepton::ui
