// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <cstdint>
#include <optional>
#include <vector>

namespace lepton::train {
class RunReport;
}

namespace lepton::ui {

struct ReportComparison;

/// The classification report of a run as scikit-learn prints it: a row a class, then accuracy and averages;
/// with the change of each F1 score where there is a run to compare with.
class ReportModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        ClassColumn,
        PrecisionColumn,
        RecallColumn,
        F1Column,
        BarColumn,
        ChangeColumn,
        SupportColumn,
        ColumnCount
    };
    enum Role
    {
        ScoreRole = Qt::UserRole + 1000 ///< double, the F1 score; nothing where it is not defined
    };

    explicit ReportModel(QObject* parent = nullptr);

    void clear();
    void setReport(const train::RunReport& report, const ReportComparison& comparison);
    int classCount() const { return m_classes; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Kind : std::uint8_t
    {
        Class,
        Accuracy,
        Macro,
        Weighted
    };
    struct Row
    {
        Kind kind = Kind::Class;
        QString name;
        double precision = 0, recall = 0, f1 = 0;
        std::optional<double> change;
        std::int64_t support = 0;
    };

    QString text(const Row& row, int column) const;
    QString name(const Row& row) const;

    std::vector<Row> m_rows;
    int m_classes = 0;
};

} // namespace lepton::ui
