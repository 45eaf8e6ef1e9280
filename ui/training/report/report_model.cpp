// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/report_model.h"

#include "ui/datasets/dataset_text.h"
#include "ui/theme/theme.h"
#include "ui/training/report/report_comparison.h"
#include "ui/training/report/report_text.h"
#include "ui/widgets/figures.h"
#include "ui/widgets/table_delegate.h"

#include <QLocale>

#include <cmath>

namespace lepton::ui {

ReportModel::ReportModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void ReportModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_classes = 0;
    endResetModel();
}

void ReportModel::setReport(const train::RunReport& report, const ReportComparison& comparison)
{
    beginResetModel();
    m_rows.clear();
    const auto& scores = report.scores();
    for (std::size_t i = 0; i < scores.classes.size(); ++i) {
        const auto& one = scores.classes[i];
        m_rows.push_back({Kind::Class, DatasetText::from(scores.names[i]), one.precision, one.recall, one.f1,
                          comparison.f1Change(report, i), one.support});
    }
    m_classes = int(m_rows.size());
    const auto addTotal = [&](Kind kind, const eval::Scores& total, std::optional<double> change) {
        m_rows.push_back({kind, {}, total.precision, total.recall, total.f1, change, total.support});
    };
    addTotal(Kind::Accuracy, scores.micro, comparison.change(report, train::ReportScore::Accuracy));
    addTotal(Kind::Macro, scores.macro, comparison.change(report, train::ReportScore::MacroF1));
    addTotal(Kind::Weighted, scores.weighted, comparison.change(report, train::ReportScore::WeightedF1));
    endResetModel();
}

void ReportModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ReportModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReportModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ReportModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    const bool isClass = row.kind == Kind::Class;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == ClassColumn ? ReportText::toolTip(text(row, ClassColumn)) : QString();
    case Qt::AccessibleTextRole:
        return index.column() == BarColumn ? QString() : text(row, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == ClassColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole:
        return index.column() == F1Column ? QVariant(theme::font(theme::Step::Strong)) : QVariant();
    case TableDelegate::ToneRole:
        if (index.column() == ChangeColumn && row.change)
            return int(ReportText::changeTone(*row.change, true));
        return int(index.column() == SupportColumn || (!isClass && index.column() == ClassColumn)
                       ? theme::Role::Text2
                       : theme::Role::Text);
    case ScoreRole:
        return isClass && std::isfinite(row.f1) ? QVariant(row.f1) : QVariant();
    case TableDelegate::GroundRole:
        return isClass ? QVariant() : QVariant(int(theme::Role::Sunken));
    default:
        return {};
    }
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == ClassColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ClassColumn:
        return tr("Class");
    case PrecisionColumn:
        return tr("Precision");
    case RecallColumn:
        return tr("Recall");
    case F1Column:
        return tr("F1");
    case ChangeColumn:
        return tr("F1 change");
    case SupportColumn:
        return tr("Support");
    default:
        return {};
    }
}

QString ReportModel::text(const Row& row, int column) const
{
    const bool isAccuracy = row.kind == Kind::Accuracy; // one number, under F1 as scikit-learn prints it
    switch (column) {
    case ClassColumn:
        return name(row);
    case PrecisionColumn:
        return isAccuracy ? QString() : figureText(row.precision);
    case RecallColumn:
        return isAccuracy ? QString() : figureText(row.recall);
    case F1Column:
        return figureText(row.f1);
    case ChangeColumn:
        return row.change ? ReportText::change(*row.change) : QString();
    case SupportColumn:
        return QLocale().toString(qlonglong(row.support));
    default:
        return {};
    }
}

QString ReportModel::name(const Row& row) const
{
    switch (row.kind) {
    case Kind::Class:
        break;
    case Kind::Accuracy:
        return tr("Accuracy");
    case Kind::Macro:
        return tr("Macro average");
    case Kind::Weighted:
        return tr("Weighted average");
    }
    return row.name;
}

} // namespace lepton::ui
