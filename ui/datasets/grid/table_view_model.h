// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/table.h"
#include "ui/datasets/grid/filter_parts.h"
#include "ui/widgets/async.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace lepton::ui {

/// Why an expression was refused.
struct FilterError
{
    QString message;
    int position = -1; ///< in the expression, in UTF-16 units; -1 when it is about the whole
};

/// Which rows of a table are shown, in which order: a filter expression and a sort key, applied on a worker.
/// While they are applied, and when they fail, the rows shown stay as they were. GUI thread.
class TableViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Ready,
        Filtering,
        Sorting,
        Failed
    };

    TableViewModel(std::shared_ptr<data::Table> table, data::TableProfile profile, QObject* parent = nullptr);
    ~TableViewModel() override;

    const std::shared_ptr<data::Table>& table() const noexcept { return m_table; }
    const data::Column& column(std::size_t column) const;
    std::size_t columnCount() const;
    /// The stored statistics over all rows, or null when the profile has none for this column.
    const data::ColumnProfile* profile(std::size_t column) const;
    const data::TableProfile& profile() const noexcept { return m_profile; }
    /// Rows before the filter.
    std::int64_t rowCount() const noexcept { return m_rowCount; }

    const QString& filterText() const noexcept { return m_filterText; }
    /// Applied once the text has rested for @ref filterDelay.
    void setFilterText(const QString& text);
    /// Applies the text now.
    void applyFilter();
    /// The conditions that decide the rows shown now; taking one away applies the rest at once.
    std::vector<FilterPart> filterParts() const { return andParts(m_appliedFilter); }
    void removeFilterPart(int index);
    void clearFilter();
    /// Narrows the filter to @p low..@p high of @p column, in place of an earlier range of it.
    void setRange(std::size_t column, double low, double high);
    /// Whether rows are left out now.
    bool isFiltered() const noexcept { return !m_appliedFilter.isEmpty(); }
    /// The expression that decides the rows shown now.
    const QString& appliedFilter() const noexcept { return m_appliedFilter; }
    const std::optional<FilterError>& error() const noexcept { return m_error; }

    const std::optional<data::SortKey>& sortKey() const noexcept { return m_sort; }
    void setSort(std::optional<data::SortKey> key);
    /// Ascending, then descending, then by row number.
    void cycleSort(std::size_t column);

    State state() const noexcept { return m_state; }
    bool isBusy() const noexcept { return m_state == State::Filtering || m_state == State::Sorting; }
    /// 0 to 1 of what is done now, or nothing while it cannot be told.
    std::optional<double> progress() const;
    /// Gives up what is done now; text and sort go back to those of the rows shown.
    void cancel();

    const data::RowOrder& order() const noexcept { return m_order; }

    static constexpr int filterDelay() { return 200; } ///< milliseconds

Q_SIGNALS:
    void filterTextChanged();
    void stateChanged();
    void progressChanged();
    void sortChanged();
    /// Other rows, or another order.
    void orderChanged();

private:
    struct Answer;

    bool filterIsPending() const;
    void start(bool filterAgain);
    void finish(const Answer& answer);
    void fail(const base::Error& error);
    void setState(State state);

    std::shared_ptr<data::Table> m_table;
    data::TableProfile m_profile;
    std::int64_t m_rowCount;
    QString m_filterText;
    QString m_appliedFilter;
    std::optional<data::SortKey> m_sort;
    std::optional<data::SortKey> m_appliedSort;
    data::RowOrder m_filtered; ///< of m_appliedFilter, before the sort
    data::RowOrder m_order;
    State m_state = State::Ready;
    std::optional<FilterError> m_error;
    QString m_refusedFilter;                      ///< the expression that m_error is about
    std::shared_ptr<std::atomic<double>> m_share; ///< written by the worker; below 0: unknown
    QTimer m_delay;
    QTimer m_poll; ///< looks at m_share while busy
    Async m_worker;
};

} // namespace lepton::ui
