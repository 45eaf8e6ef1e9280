// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace lepton::ui {

/// The classification report of a run as a table: a row a class, then accuracy and averages.
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
        SupportColumn,
        ColumnCount
    };
    enum Role
    {
        ScoreRole = Qt::UserRole + 1000 ///< double, the F1 score; nothing where it is not defined
    };

    explicit ReportModel(QObject* parent = nullptr);

    /// @p report as train::partReport() writes it.
    void setReport(const nlohmann::json& report);
    int classCount() const { return m_classes; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString name;
        std::optional<double> precision, recall, f1;
        std::optional<std::int64_t> support;
    };

    QString text(const Row& row, int column, int number) const;

    std::vector<Row> m_rows;
    int m_classes = 0;
};

} // namespace lepton::ui
