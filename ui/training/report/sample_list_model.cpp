// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/report/sample_list_model.h"

#include "ui/datasets/dataset_text.h"
#include "ui/theme/theme.h"
#include "ui/training/report/report_text.h"
#include "ui/widgets/string_list.h"
#include "ui/widgets/table_delegate.h"

#include <QLocale>

#include <cmath>

namespace lepton::ui {

namespace {

/// A cell shows the beginning of a text; Enter shows all of it.
constexpr qsizetype sampleTextAtMost = 300;

QString probability(double value)
{
    return std::isnan(value) ? QStringLiteral("NaN") : QLocale().toString(value, 'f', 2);
}

} // namespace

SampleListModel::SampleListModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void SampleListModel::setSamples(const train::RunReport& report, const train::ReportSamples& samples)
{
    beginResetModel();
    m_classes = stringList(report.classes());
    m_samples = samples.samples;
    endResetModel();
}

void SampleListModel::clear()
{
    beginResetModel();
    m_samples.clear();
    endResetModel();
}

void SampleListModel::setCell(const QString& truth, const QString& predicted)
{
    m_cellTruth = truth;
    m_cellPredicted = predicted;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void SampleListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_samples.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SampleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_samples.size());
}

int SampleListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SampleListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto& sample = m_samples[std::size_t(index.row())];
    const bool isFigure = index.column() == ConfidenceColumn || index.column() == TruthProbabilityColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(sample, index.column());
    case Qt::ToolTipRole:
        return isFigure ? QString() : ReportText::toolTip(text(sample, index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == TextColumn
                   ? tr("Row %1: %2", "number, text")
                         .arg(QLocale().toString(qlonglong(sample.row)), text(sample, TextColumn))
                   : text(sample, index.column());
    case Qt::TextAlignmentRole:
        return int((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case TableDelegate::ToneRole:
        return int(index.column() == TruthProbabilityColumn ? theme::Role::Text2 : theme::Role::Text);
    default:
        return {};
    }
}

QVariant SampleListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == ConfidenceColumn || section == TruthProbabilityColumn ? Qt::AlignRight
                                                                                     : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case TextColumn:
        return tr("Text");
    case PredictedColumn:
        return tr("Predicted");
    case ConfidenceColumn:
        return m_cellPredicted.isEmpty() ? tr("Confidence", "probability of the predicted class")
                                         : m_cellPredicted;
    case TruthColumn:
        return tr("True class");
    case TruthProbabilityColumn:
        return m_cellTruth.isEmpty() ? tr("Confidence in it", "probability of the true class") : m_cellTruth;
    default:
        return {};
    }
}

QString SampleListModel::text(const train::ReportSample& sample, int column) const
{
    switch (column) {
    case TextColumn:
        return DatasetText::from(sample.text).left(sampleTextAtMost).simplified();
    case PredictedColumn:
        return name(sample.predicted);
    case ConfidenceColumn:
        return probability(sample.confidence);
    case TruthColumn:
        return name(sample.truth);
    case TruthProbabilityColumn:
        return probability(sample.truthProbability);
    default:
        return {};
    }
}

QString SampleListModel::name(eval::LabelIndex label) const
{
    return m_classes.value(qsizetype(label));
}

} // namespace lepton::ui
