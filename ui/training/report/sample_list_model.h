// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/report/run_report.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace lepton::ui {

/// Rows of the test part, surest first.
class SampleListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        TextColumn,
        PredictedColumn,
        ConfidenceColumn,
        TruthColumn,
        TruthProbabilityColumn,
        ColumnCount
    };

    explicit SampleListModel(QObject* parent = nullptr);

    void setSamples(const train::RunReport& report, const train::ReportSamples& samples);
    void clear();
    const train::ReportSample& sample(int row) const { return m_samples.at(std::size_t(row)); }
    /// Of one cell all rows have the same classes: their columns are named after them.
    void setCell(const QString& truth, const QString& predicted);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const train::ReportSample& sample, int column) const;
    QString name(eval::LabelIndex label) const;

    std::vector<train::ReportSample> m_samples;
    QStringList m_classes;
    QString m_cellTruth;
    QString m_cellPredicted;
};

} // namespace lepton::ui
