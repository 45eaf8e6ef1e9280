// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/run_list.h"
#include "ui/training/run_ticks.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <cstdint>
#include <set>
#include <unordered_map>
#include <vector>

namespace lepton::ui {

/// The runs of a workspace, one a row: their numbers in order, and what is shown of those that a view has
/// asked for. A row that is not here yet is blank, and asked for by wanted().
class RunListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        TickColumn,
        RunColumn,
        NameColumn,
        DatasetColumn,
        BaseModelColumn,
        StateColumn,
        BestColumn,
        CurveColumn,
        TagsColumn,
        TimeColumn,
        MemberColumn,
        StartedColumn,
        FixedColumns ///< behind these, one for each of extras()
    };
    /// Beside these, the roles of TableDelegate and ChipDelegate.
    enum Role
    {
        NumberRole = Qt::UserRole + 1000, ///< the run's number
        ShareRole,                        ///< double from 0 to 1 while it runs; else nothing
        CurveRole,                        ///< std::vector<double>
        SeriesRole,                       ///< int from 0 of a ticked run; else nothing
        TagsRole,                         ///< QStringList
        TitleRole                         ///< the run's own name
    };

    /// @p ticks outlives the model.
    explicit RunListModel(RunTicks& ticks, QObject* parent = nullptr);

    /// Brings the rows into this order. Few changes are made row by row, so that views keep their place; many
    /// reset the model.
    void setOrder(const std::vector<std::int64_t>& numbers);
    const std::vector<std::int64_t>& order() const { return m_order; }
    /// What was read of some runs.
    void setItems(std::vector<RunListItem> items);
    /// What is here may have changed: it is shown until it has been read again.
    void setStale();
    /// The runs that views have asked for and that are not here, or stale; then none are.
    std::vector<std::int64_t> takeWanted();

    void setExtras(std::vector<train::RunField> extras);
    const std::vector<train::RunField>& extras() const { return m_extras; }
    /// The field that a column shows, as a filter names it; empty for the tick and the curve.
    std::string fieldOf(int column) const;

    std::int64_t numberAt(const QModelIndex& index) const;
    /// The row of a run, or -1.
    int rowOf(std::int64_t number) const;
    /// Null while it has not been read.
    const RunListItem* itemAt(const QModelIndex& index) const;
    const RunListItem* item(std::int64_t number) const;

    /// Texts in the language of the moment.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Of BestColumn, whatever the runs were chosen by; its header names the metric where that is one.
    static QString bestTitle();

Q_SIGNALS:
    /// takeWanted() has something.
    void wanted();

private:
    struct Entry
    {
        RunListItem item;
        bool isStale = false;
    };

    static bool isNumeric(int column);
    void want(std::int64_t number) const;
    void changeOrder(const std::vector<std::int64_t>& numbers, const std::set<std::int64_t>& gone,
                     const std::vector<std::int64_t>& added);
    void tellAllChanged();
    QString text(const RunListItem& item, int column) const;
    QString extraText(const RunListItem& item, const train::RunField& field) const;
    QString tooltip(const RunListItem& item, int column) const;

    RunTicks& m_ticks;
    std::vector<std::int64_t> m_order;
    std::unordered_map<std::int64_t, Entry> m_entries;
    std::vector<train::RunField> m_extras;
    mutable std::set<std::int64_t> m_wanted;
    mutable QTimer m_ask; ///< gathers what one repaint asks for
};

} // namespace lepton::ui
