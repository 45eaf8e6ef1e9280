// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/trial_model.h"

#include "ui/settings/standard_text.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/table_delegate.h"

#include <algorithm>

namespace lepton::ui {

void TrialModel::setTrial(const registry::Standard& standard,
                          const std::vector<registry::StandardCheck>& checks)
{
    beginResetModel();
    m_rows.clear();
    for (const registry::StandardCheck& check : checks) {
        const auto& gates = standard.rules(check.target).gates;
        const QString version = tr("%1 v%2", "model and version")
                                    .arg(QString::fromStdString(check.version.model.name))
                                    .arg(check.version.version.number);
        for (std::size_t i = 0; i < check.gates.size(); ++i)
            m_rows.push_back({version, StandardText::stage(check.target),
                              i < gates.size() ? StandardText::gate(gates[i])
                                               : QString::fromStdString(check.gates[i].name),
                              CoreText::said(check.gates[i].why), check.gates[i].passed});
    }
    endResetModel();
}

void TrialModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int TrialModel::failedCount() const
{
    return int(std::ranges::count_if(m_rows, [](const Row& row) { return !row.passed; }));
}

int TrialModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TrialModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TrialModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (index.column() == GateColumn)
            return tr("%1: %2", "a gate, and what was found").arg(row.gate, row.why);
        [[fallthrough]];
    case Qt::DisplayRole:
        switch (index.column()) {
        case VersionColumn:
            return row.version;
        case GateColumn:
            return row.gate;
        case ResultColumn:
            return row.passed ? tr("Passes") : tr("Fails");
        default:
            return {};
        }
    case TableDelegate::SecondLineRole:
        return index.column() == VersionColumn ? row.stage
               : index.column() == GateColumn  ? row.why
                                               : QString();
    case ChipDelegate::KindRole:
        return QVariant::fromValue(row.passed ? ChipKind::Good : ChipKind::Bad);
    case ChipDelegate::IconRole:
        return row.passed ? QStringLiteral("check") : QStringLiteral("error");
    default:
        return {};
    }
}

QVariant TrialModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VersionColumn:
        return tr("Version and stage");
    case GateColumn:
        return tr("Gate, and what was found");
    case ResultColumn:
        return tr("Result");
    default:
        return {};
    }
}

} // namespace lepton::ui
