// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/standard_list_model.h"

#include "base/text.h"
#include "ui/settings/standard_text.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/table_delegate.h"

#include <algorithm>

namespace lepton::ui {

namespace {

QDateTime timeOf(const registry::StandardRecord& record)
{
    return QDateTime::fromMSecsSinceEpoch(record.time.milliseconds);
}

} // namespace

void StandardListModel::setFacts(const StandardFacts& facts)
{
    const bool isSame = std::ranges::equal(facts.standards, m_facts.standards, {},
                                           &registry::StandardRecord::hash, &registry::StandardRecord::hash);
    if (!isSame) {
        beginResetModel();
        m_facts = facts;
        endResetModel();
        return;
    }
    m_facts = facts;
    retranslate();
}

const registry::StandardRecord* StandardListModel::at(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_facts.standards[std::size_t(index.row())]
                                                       : nullptr;
}

bool StandardListModel::isNewest(int row) const
{
    const auto key = [this](int at) {
        return base::caseFoldKey(m_facts.standards[std::size_t(at)].standard.name);
    };
    return row == 0 || key(row - 1) != key(row);
}

void StandardListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int StandardListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_facts.standards.size());
}

int StandardListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString StandardListModel::text(int row, int column) const
{
    const registry::StandardRecord& record = m_facts.standards[std::size_t(row)];
    switch (column) {
    case NameColumn:
        return record.event == 0 ? tr("Built in", "a standard")
                                 : QString::fromStdString(record.standard.name);
    case ProductionColumn:
        return StandardText::rules(record.standard.production);
    case StagingColumn:
        return StandardText::rules(record.standard.staging);
    case PublishedColumn:
        return record.event == 0 ? tr("Always there") : relativeTime(timeOf(record));
    case StateColumn:
        return isNewest(row) ? tr("In force") : tr("Replaced");
    default:
        return {};
    }
}

QVariant StandardListModel::data(const QModelIndex& index, int role) const
{
    const auto* record = at(index);
    if (!record)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(index.row(), column);
    case Qt::ToolTipRole:
        return column == PublishedColumn && record->event > 0 ? fullTime(timeOf(*record))
                                                              : text(index.row(), column);
    case TableDelegate::SuffixRole:
        return column == NameColumn && record->event > 0 ? QStringLiteral("v%1").arg(record->standard.version)
                                                         : QString();
    case TableDelegate::SecondLineRole:
        if (column == NameColumn)
            return record->event == 0 ? tr("Where no other one is for a model")
                                      : StandardText::scope(record->standard);
        if (column == PublishedColumn && record->event > 0) {
            const auto name = m_facts.names.find(record->author);
            return QString::fromStdString(name == m_facts.names.end() ? record->author : name->second);
        }
        return {};
    case TableDelegate::ToneRole:
        return int(column == NameColumn ? theme::Role::Text : theme::Role::Text2);
    case ChipDelegate::KindRole:
        return QVariant::fromValue(isNewest(index.row()) ? ChipKind::Good : ChipKind::Neutral);
    case ChipDelegate::IconRole:
        return isNewest(index.row()) ? QStringLiteral("check") : QStringLiteral("clock");
    default:
        return {};
    }
}

QVariant StandardListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Standard");
    case ProductionColumn:
        return tr("To production");
    case StagingColumn:
        return tr("To staging");
    case PublishedColumn:
        return tr("Published");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace lepton::ui
