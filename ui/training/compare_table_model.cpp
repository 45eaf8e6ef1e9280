// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/compare_table_model.h"

#include "ui/datasets/dataset_text.h"
#include "ui/training/run_words.h"
#include "ui/training/training_text.h"
#include "ui/widgets/durations.h"
#include "ui/widgets/figures.h"

#include <QLocale>

#include <cmath>
#include <set>

namespace lepton::ui {

namespace {

/// Less of a change shows as none with three decimals.
constexpr double leastChange = 0.0005;

QString signedScore(double change)
{
    const QString figure = QLocale().toString(std::abs(change), 'f', 3);
    return change < 0 ? QStringLiteral("−") + figure : QStringLiteral("+") + figure;
}

} // namespace

QString comparedText(const train::Difference& difference, const train::ComparedValue& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return DatasetText::from(*text);
    const auto* number = std::get_if<double>(&value);
    if (!number)
        return CompareTableModel::tr("none", "no value");
    if (difference.key == "duration" || difference.key == "training_seconds")
        return durationText(*number);
    return difference.kind == train::DifferenceKind::Score ? figureText(*number)
                                                           : TrainingText::number(*number);
}

CompareTableModel::CompareTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void CompareTableModel::setComparison(const train::RunComparison& comparison, const std::vector<int>& series,
                                      Content content)
{
    beginResetModel();
    m_lines.clear();
    m_columns.clear();
    if (content == Content::Seeds) {
        addSeeds(comparison);
    } else {
        for (std::size_t i = 0; i < comparison.runs.size(); ++i)
            m_columns.push_back({TrainingText::runName(comparison.runs[i]), series[i]});
        if (content == Content::Differences)
            addDifferences(comparison);
        else
            addClasses(comparison);
    }
    endResetModel();
}

void CompareTableModel::clear()
{
    beginResetModel();
    m_lines.clear();
    m_columns.clear();
    endResetModel();
}

void CompareTableModel::addDifferences(const train::RunComparison& comparison)
{
    for (const train::Difference& difference : comparison.differences) {
        Line line{differenceTitle(difference), {}};
        for (std::size_t i = 0; i < difference.values.size(); ++i)
            line.cells.push_back({.text = comparedText(difference, difference.values[i]),
                                  .isBest = !difference.best.empty() && difference.best[i],
                                  .isUnlike = difference.unlikeFirst[i]});
        m_lines.push_back(std::move(line));
    }
}

void CompareTableModel::addClasses(const train::RunComparison& comparison)
{
    for (const train::ClassScores& one : comparison.classes) {
        Line line{DatasetText::from(one.name), {}};
        const auto& first = one.scores.front();
        for (std::size_t i = 0; i < one.scores.size(); ++i) {
            const auto& score = one.scores[i];
            Cell cell{.text = score ? figureText(*score) : tr("none", "no value")};
            if (i > 0 && score && first && std::abs(*score - *first) >= leastChange) {
                cell.change = signedScore(*score - *first);
                cell.better = *score > *first ? 1 : -1;
            }
            line.cells.push_back(std::move(cell));
        }
        m_lines.push_back(std::move(line));
    }
}

void CompareTableModel::addSeeds(const train::RunComparison& comparison)
{
    std::set<std::string> keys;
    for (const train::SeedGroup& group : comparison.seedGroups) {
        QStringList names;
        for (const std::size_t position : group.runs)
            names << TrainingText::runName(comparison.runs[position]);
        m_columns.push_back({QLocale().createSeparatedList(names), std::nullopt});
        for (const auto& [key, spread] : group.metrics)
            keys.insert(key);
    }
    for (const std::string& key : keys) {
        Line line{metricTitle(key), {}};
        for (const train::SeedGroup& group : comparison.seedGroups) {
            const auto found = group.metrics.find(key);
            line.cells.push_back({.text = found == group.metrics.end()
                                              ? QString()
                                              : tr("%1 ± %2", "mean and standard deviation")
                                                    .arg(figureText(found->second.mean),
                                                         figureText(found->second.deviation))});
        }
        m_lines.push_back(std::move(line));
    }
}

int CompareTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int CompareTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_columns.empty() ? 0 : int(m_columns.size()) + 1;
}

QVariant CompareTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line& line = m_lines[std::size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (index.column() == 0)
        return isText ? QVariant(line.title) : QVariant();
    const Cell& cell = line.cells[std::size_t(index.column() - 1)];
    if (role == Qt::AccessibleTextRole && (cell.isBest || cell.isUnlike))
        return cell.isBest ? tr("%1, best").arg(cell.text) : tr("%1, not as the first run").arg(cell.text);
    if (isText)
        return role == Qt::DisplayRole || cell.change.isEmpty()
                   ? cell.text
                   : tr("%1, %2 against the first run", "a score, its change").arg(cell.text, cell.change);
    switch (role) {
    case BestRole:
        return cell.isBest;
    case UnlikeRole:
        return cell.isUnlike;
    case ChangeRole:
        return cell.change;
    case BetterRole:
        return cell.better;
    default:
        return {};
    }
}

QVariant CompareTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (section == 0)
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    const Column& column = m_columns[std::size_t(section - 1)];
    if (role == SeriesRole)
        return column.series ? QVariant(*column.series) : QVariant();
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(column.title) : QVariant();
}

} // namespace lepton::ui
