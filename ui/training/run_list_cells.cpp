// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of RunListModel show.
#include "base/error_json.h"
#include "ui/datasets/dataset_text.h"
#include "ui/training/run_list_model.h"
#include "ui/training/run_words.h"
#include "ui/training/training_text.h"
#include "ui/widgets/chip_delegate.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/durations.h"
#include "ui/widgets/figures.h"
#include "ui/widgets/member_delegate.h"
#include "ui/widgets/string_list.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace lepton::ui {

namespace {

std::optional<double> elapsed(const train::RunRow& row)
{
    if (!row.started)
        return std::nullopt;
    return row.seconds();
}

} // namespace

bool RunListModel::isNumeric(int column)
{
    return column == BestColumn || column == TimeColumn || column >= FixedColumns;
}

QVariant RunListModel::data(const QModelIndex& index, int role) const
{
    const std::int64_t number = numberAt(index);
    if (number == 0)
        return {};
    const bool isTick = index.column() == TickColumn;
    if (role == NumberRole)
        return qlonglong(number);
    if (role == Qt::CheckStateRole)
        return isTick ? QVariant(m_ticks.contains(number) ? Qt::Checked : Qt::Unchecked) : QVariant();
    if (role == SeriesRole) {
        const auto series = m_ticks.seriesOf(number);
        return series ? QVariant(*series) : QVariant();
    }
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::FontRole)
        return index.column() == RunColumn || index.column() == BestColumn
                   ? QVariant(theme::font(theme::Step::Strong))
                   : QVariant();
    if (isTick && role == Qt::AccessibleTextRole)
        return m_ticks.contains(number) ? tr("R-%1, ticked").arg(number) : tr("R-%1, not ticked").arg(number);
    const auto found = m_entries.find(number);
    if (found == m_entries.end() || found->second.isStale)
        want(number);
    if (found == m_entries.end())
        return role == Qt::DisplayRole && index.column() == RunColumn
                   ? QVariant(QStringLiteral("R-%1").arg(number))
                   : QVariant();
    const RunListItem& item = found->second.item;
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tooltip(item, index.column());
    case MemberDelegate::MemberIdRole:
        return QString::fromStdString(item.row.member.toString());
    case ShareRole:
        if (const auto share = item.progress.share();
            share && (item.row.state == jobs::JobState::Running || item.row.state == jobs::JobState::Paused))
            return *share;
        return {};
    case CurveRole:
        return QVariant::fromValue(item.curve);
    case TitleRole:
        return DatasetText::from(item.row.title);
    case TagsRole:
        return stringList(item.row.tags);
    case TableDelegate::ToneRole:
        if (index.column() == BestColumn)
            return int(!item.row.best                  ? theme::Role::Text3
                       : std::isfinite(*item.row.best) ? theme::Role::Text
                                                       : theme::Role::BadText);
        return int(index.column() <= DatasetColumn || isNumeric(index.column()) ? theme::Role::Text
                                                                                : theme::Role::Text2);
    case ChipDelegate::KindRole:
        return QVariant::fromValue(TrainingText::state(item.row.state).kind);
    case ChipDelegate::IconRole:
        return TrainingText::state(item.row.state).icon;
    default:
        return {};
    }
}

QString RunListModel::bestTitle()
{
    return tr("Best");
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == BestColumn)
        return tr("The best value so far of the metric that the weights are chosen by");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TickColumn:
    case CurveColumn:
        return QString();
    case RunColumn:
        return tr("Run");
    case NameColumn:
        return tr("Name", "of a run");
    case DatasetColumn:
        return tr("Data set");
    case BaseModelColumn:
        return tr("Base model");
    case StateColumn:
        return tr("Status");
    case BestColumn: {
        // Where all are chosen by one metric, its name says more.
        const std::string* shared = nullptr;
        for (const auto& [number, entry] : m_entries) {
            if (shared && *shared != entry.item.row.decidedBy)
                return bestTitle();
            shared = &entry.item.row.decidedBy;
        }
        const bool isShownToo =
            shared && std::ranges::any_of(m_extras, [shared](const train::RunField& extra) {
                return extra.fact == train::RunFact::Metric && extra.key == *shared;
            });
        return shared && !isShownToo ? metricTitle(*shared) : bestTitle();
    }
    case TagsColumn:
        return tr("Tags");
    case TimeColumn:
        return tr("Time");
    case MemberColumn:
        return tr("By");
    case StartedColumn:
        return tr("Started");
    default:
        return fieldTitle(m_extras[std::size_t(section - FixedColumns)]);
    }
}

QString RunListModel::text(const RunListItem& item, int column) const
{
    const train::RunRow& row = item.row;
    switch (column) {
    case RunColumn:
        return QString::fromStdString(row.name());
    case NameColumn:
        return DatasetText::from(row.title);
    case DatasetColumn:
        return tr("%1 v%2", "data set and number of its version")
            .arg(DatasetText::from(row.datasetName), QString::number(row.datasetNumber));
    case BaseModelColumn:
        return DatasetText::from(row.baseModelName);
    case StateColumn:
        if (row.state == jobs::JobState::Failed &&
            base::codeFromKind(row.errorKind) == base::ErrorCode::Diverged)
            return tr("Failed, NaN", "a run whose loss was no number");
        return TrainingText::state(row.state).text;
    case BestColumn:
        return row.best ? figureText(*row.best) : tr("none", "no score yet");
    case TagsColumn:
        return stringList(row.tags).join(tr(", ", "between tags"));
    case TimeColumn:
        if (const auto seconds = elapsed(row))
            return durationText(*seconds);
        return {};
    case MemberColumn:
        return DatasetText::from(row.memberName);
    case StartedColumn:
        return DatasetText::when(row.started.value_or(row.created));
    case TickColumn:
    case CurveColumn:
        return {};
    default:
        return extraText(item, m_extras[std::size_t(column - FixedColumns)]);
    }
}

QString RunListModel::extraText(const RunListItem& item, const train::RunField& field) const
{
    if (field.fact == train::RunFact::Metric) {
        const auto found = item.row.metrics.find(field.key);
        return found == item.row.metrics.end() ? QString() : figureText(found->second);
    }
    const auto found = item.row.recipe.find(field.key);
    if (found == item.row.recipe.end() || found->second.is_null())
        return {};
    if (found->second.is_number())
        return TrainingText::number(found->second.get<double>());
    return found->second.is_string() ? DatasetText::from(found->second.get<std::string>())
                                     : DatasetText::from(found->second.dump());
}

QString RunListModel::tooltip(const RunListItem& item, int column) const
{
    const train::RunRow& row = item.row;
    switch (column) {
    case StartedColumn:
        return DatasetText::fullTime(row.started.value_or(row.created));
    case RunColumn:
        return row.title.empty() ? text(item, column)
                                 : tr("%1, %2", "number and name of a run")
                                       .arg(text(item, column), DatasetText::from(row.title));
    case BestColumn:
        return tr("%1: %2", "a metric and its value").arg(metricTitle(row.decidedBy), text(item, column));
    case CurveColumn:
        return item.curve.empty() ? QString()
                                  : tr("%1, from %2 to %3", "a metric, its first and last value")
                                        .arg(metricTitle(row.decidedBy), figureText(item.curve.front()),
                                             figureText(item.curve.back()));
    case StateColumn:
        if (row.state == jobs::JobState::Failed)
            return CoreText::error(base::codeFromKind(row.errorKind), row.errorMessage);
        if (row.state == jobs::JobState::Running && item.progress.total > 0)
            return tr("%1: %2 of %3", "state, steps done, steps in all")
                .arg(text(item, column), DatasetText::count(item.progress.done),
                     DatasetText::count(item.progress.total));
        return text(item, column);
    default:
        return text(item, column);
    }
}

} // namespace lepton::ui
