// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_comparison.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace lepton::ui {

/// A table of a comparison: a title a line, and a cell for each run, or for each group of runs that differ
/// only in seed.
class CompareTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Content
    {
        Differences,
        Classes, ///< F1 in the test part, and how much more or less than of the first run
        Seeds    ///< mean and standard deviation
    };
    enum Role
    {
        BestRole = Qt::UserRole + 1100, ///< bool: the best of its line
        UnlikeRole,                     ///< bool: a setting that is not that of the first run
        ChangeRole,                     ///< QString: how much more or less; empty for none
        BetterRole,                     ///< int: 1 where the change is a gain, -1 where it is a loss
        SeriesRole                      ///< int of a column's series, from 0; in headers
    };

    explicit CompareTableModel(QObject* parent = nullptr);

    /// @p series of the runs, from 0.
    void setComparison(const train::RunComparison& comparison, const std::vector<int>& series,
                       Content content);
    void clear();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Cell
    {
        QString text{};
        bool isBest = false;
        bool isUnlike = false;
        QString change{};
        int better = 0;
    };
    struct Line
    {
        QString title;
        std::vector<Cell> cells;
    };
    struct Column
    {
        QString title;
        std::optional<int> series;
    };

    void addDifferences(const train::RunComparison& comparison);
    void addClasses(const train::RunComparison& comparison);
    void addSeeds(const train::RunComparison& comparison);

    std::vector<Column> m_columns; ///< behind that of the titles
    std::vector<Line> m_lines;
};

/// A value of a comparison as text: scores with three decimals, settings as short as they can be told.
QString comparedText(const train::Difference& difference, const train::ComparedValue& value);

} // namespace lepton::ui
