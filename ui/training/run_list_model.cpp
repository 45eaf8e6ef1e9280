// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_list_model.h"

#include "base/error_json.h"
#include "ui/datasets/dataset_text.h"
#include "ui/training/training_text.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/member_delegate.h"
#include "ui/widgets/table_delegate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace lepton::ui {

namespace {

bool isNumeric(int column)
{
    return column == RunListModel::BestColumn || column == RunListModel::TimeColumn;
}

/// What a person wants to see first is first: what runs, then what failed, then the rest.
int rank(jobs::JobState state)
{
    switch (state) {
    case jobs::JobState::Running:
    case jobs::JobState::Starting:
    case jobs::JobState::Cancelling:
        return 0;
    case jobs::JobState::Paused:
        return 1;
    case jobs::JobState::Queued:
        return 2;
    case jobs::JobState::Failed:
        return 3;
    case jobs::JobState::Interrupted:
        return 4;
    case jobs::JobState::Cancelled:
        return 5;
    case jobs::JobState::Completed:
        return 6;
    }
    return 7;
}

} // namespace

RunListModel::RunListModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void RunListModel::setRuns(std::vector<ListedRun> runs)
{
    std::unordered_map<train::RunId, std::size_t> incoming;
    for (std::size_t i = 0; i < runs.size(); ++i)
        incoming.emplace(runs[i].run.id, i);
    for (int row = int(m_runs.size()) - 1; row >= 0; --row) {
        if (incoming.contains(m_runs[std::size_t(row)].run.id))
            continue;
        beginRemoveRows({}, row, row);
        m_runs.erase(m_runs.begin() + row);
        endRemoveRows();
    }
    // What is here already takes its new facts in place; the order of the rows is the proxy's affair.
    std::vector<bool> known(runs.size(), false);
    for (auto& listed : m_runs) {
        const auto position = incoming.at(listed.run.id);
        known[position] = true;
        listed = std::move(runs[position]);
    }
    if (!m_runs.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    std::vector<ListedRun> added;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!known[i])
            added.push_back(std::move(runs[i]));
    }
    if (added.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(added.size()) - 1);
    std::move(added.begin(), added.end(), std::back_inserter(m_runs));
    endInsertRows();
}

const ListedRun* RunListModel::at(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_runs[std::size_t(index.row())] : nullptr;
}

void RunListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_runs.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RunListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RunListModel::data(const QModelIndex& index, int role) const
{
    const auto* listed = at(index);
    if (!listed)
        return {};
    const train::Run* run = &listed->run;
    switch (role) {
    case Qt::DisplayRole:
        return text(*listed, index.column());
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tooltip(*listed, index.column());
    case Qt::TextAlignmentRole:
        return int((isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IdRole:
        return QString::fromStdString(run->id.toString());
    case SortRole:
        return sortKey(*listed, index.column());
    case MemberDelegate::MemberIdRole:
        return QString::fromStdString(run->member.toString());
    case ShareRole:
        if (const auto share = listed->progress.share();
            share && (run->state == jobs::JobState::Running || run->state == jobs::JobState::Paused))
            return *share;
        return {};
    case FilterRole: {
        QString all;
        for (const int column : {NameColumn, DatasetColumn, BaseModelColumn, StateColumn, MemberColumn})
            all += text(*listed, column) + QLatin1Char('\n');
        return all;
    }
    case TableDelegate::ToneRole:
        if (index.column() == BestColumn) {
            const auto best = TrainingText::best(*run);
            return int(!best                  ? theme::Role::Text3
                       : std::isfinite(*best) ? theme::Role::Text
                                              : theme::Role::BadText);
        }
        return int(index.column() == NameColumn || index.column() == DatasetColumn ? theme::Role::Text
                                                                                   : theme::Role::Text2);
    case Qt::FontRole:
        return index.column() == NameColumn || index.column() == BestColumn
                   ? QVariant(theme::font(theme::Step::Strong))
                   : QVariant();
    case ChipDelegate::KindRole:
        return QVariant::fromValue(TrainingText::state(run->state).kind);
    case ChipDelegate::IconRole:
        return TrainingText::state(run->state).icon;
    default:
        return {};
    }
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Run");
    case DatasetColumn:
        return tr("Data set");
    case BaseModelColumn:
        return tr("Base model");
    case StateColumn:
        return tr("Status");
    case MetricColumn:
        return tr("Chosen by");
    case BestColumn:
        return tr("Best");
    case TimeColumn:
        return tr("Time");
    case MemberColumn:
        return tr("By");
    case StartedColumn:
        return tr("Started");
    default:
        return {};
    }
}

QString RunListModel::text(const ListedRun& listed, int column) const
{
    const train::Run& run = listed.run;
    switch (column) {
    case NameColumn:
        return TrainingText::runName(run);
    case DatasetColumn:
        return TrainingText::dataset(run);
    case BaseModelColumn:
        return DatasetText::from(run.baseModelName);
    case StateColumn:
        return TrainingText::state(run.state).text;
    case MetricColumn:
        return TrainingText::metric(std::string(train::metricName(run.recipe.metric)));
    case BestColumn:
        if (const auto best = TrainingText::best(run))
            return TrainingText::score(*best);
        return tr("none", "no score yet");
    case TimeColumn:
        if (const auto seconds = TrainingText::elapsed(run))
            return TrainingText::duration(*seconds);
        return {};
    case MemberColumn:
        return DatasetText::from(run.memberName);
    case StartedColumn:
        return DatasetText::when(run.started.value_or(run.created));
    default:
        return {};
    }
}

QVariant RunListModel::sortKey(const ListedRun& listed, int column) const
{
    const train::Run& run = listed.run;
    switch (column) {
    case NameColumn:
        return qlonglong(run.number);
    case StateColumn:
        return rank(run.state);
    case BestColumn: {
        const double value = TrainingText::best(run).value_or(std::numeric_limits<double>::quiet_NaN());
        return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
    }
    case TimeColumn:
        return TrainingText::elapsed(run).value_or(0);
    case StartedColumn:
        return qlonglong(run.started.value_or(run.created).milliseconds);
    default:
        return text(listed, column);
    }
}

QString RunListModel::tooltip(const ListedRun& listed, int column) const
{
    const train::Run& run = listed.run;
    if (column == StartedColumn)
        return DatasetText::fullTime(run.started.value_or(run.created));
    if (column == StateColumn) {
        if (run.state == jobs::JobState::Failed)
            return CoreText::error(base::codeFromKind(run.errorKind), run.errorMessage);
        if (run.state == jobs::JobState::Running && listed.progress.total > 0)
            return tr("%1: %2 of %3", "state, steps done, steps in all")
                .arg(text(listed, column), DatasetText::count(listed.progress.done),
                     DatasetText::count(listed.progress.total));
    }
    return text(listed, column);
}

RunFilterModel::RunFilterModel(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(RunListModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

void RunFilterModel::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool RunFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    return m_text.isEmpty() || sourceModel()
                                   ->index(row, 0, parent)
                                   .data(RunListModel::FilterRole)
                                   .toString()
                                   .contains(m_text, Qt::CaseInsensitive);
}

} // namespace lepton::ui
