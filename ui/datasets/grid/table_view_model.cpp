// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/table_view_model.h"

#include "base/progress.h"
#include "ui/widgets/core_text.h"

#include <algorithm>
#include <utility>

namespace lepton::ui {
namespace {

bool sameKey(const std::optional<data::SortKey>& a, const std::optional<data::SortKey>& b)
{
    return a.has_value() == b.has_value() &&
           (!a || (a->column == b->column && a->descending == b->descending));
}

} // namespace

struct TableViewModel::Answer
{
    QString filter;
    std::optional<data::SortKey> sort;
    data::RowOrder filtered;
    data::RowOrder ordered;
};

TableViewModel::TableViewModel(std::shared_ptr<data::Table> table, data::TableProfile profile,
                               QObject* parent)
    : QObject(parent)
    , m_table(std::move(table))
    , m_profile(std::move(profile))
    , m_rowCount(m_table->rowCount())
    , m_filtered(data::RowOrder::all(m_rowCount))
    , m_order(m_filtered)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(filterDelay());
    connect(&m_delay, &QTimer::timeout, this, &TableViewModel::applyFilter);
    m_poll.setInterval(100);
    connect(&m_poll, &QTimer::timeout, this, &TableViewModel::progressChanged);
}

TableViewModel::~TableViewModel() = default;

const data::Column& TableViewModel::column(std::size_t column) const
{
    return m_table->schema().columns[column];
}

std::optional<double> TableViewModel::progress() const
{
    const double share = m_share && isBusy() ? m_share->load() : -1.0;
    return share < 0 ? std::nullopt : std::optional(share);
}

std::size_t TableViewModel::columnCount() const
{
    return m_table->schema().size();
}

const data::ColumnProfile* TableViewModel::profile(std::size_t column) const
{
    return column < m_profile.columns.size() ? &m_profile.columns[column] : nullptr;
}

void TableViewModel::setFilterText(const QString& text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    m_delay.start();
    Q_EMIT filterTextChanged();
}

void TableViewModel::applyFilter()
{
    m_delay.stop();
    if (m_filterText.trimmed() == m_appliedFilter && sameKey(m_sort, m_appliedSort)) {
        // Back to what is shown: nothing to read, and an error or a running answer no longer matters.
        m_worker.cancel();
        m_error.reset();
        setState(State::Ready);
        return;
    }
    start(m_filterText.trimmed() != m_appliedFilter);
}

void TableViewModel::removeFilterPart(int index)
{
    setFilterText(withoutPart(m_appliedFilter, index));
    applyFilter();
}

void TableViewModel::clearFilter()
{
    setFilterText({});
    applyFilter();
}

void TableViewModel::setRange(std::size_t column, double low, double high)
{
    const data::Column& which = this->column(column);
    setFilterText(withRange(m_appliedFilter, which, rangeCondition(which, low, high)));
    applyFilter();
}

void TableViewModel::setSort(std::optional<data::SortKey> key)
{
    if (sameKey(key, m_sort))
        return;
    m_sort = key;
    Q_EMIT sortChanged();
    m_delay.stop();
    start(filterIsPending());
}

/// Whether the text asks for other rows than those shown, as far as is known: what was refused is not asked
/// again.
bool TableViewModel::filterIsPending() const
{
    const QString text = m_filterText.trimmed();
    return text != m_appliedFilter && !(m_error && text == m_refusedFilter);
}

void TableViewModel::cycleSort(std::size_t column)
{
    if (!m_sort || m_sort->column != column)
        setSort(data::SortKey{column, false});
    else if (!m_sort->descending)
        setSort(data::SortKey{column, true});
    else
        setSort(std::nullopt);
}

void TableViewModel::cancel()
{
    m_delay.stop();
    m_worker.cancel();
    m_filterText = m_appliedFilter;
    m_sort = m_appliedSort;
    m_error.reset();
    Q_EMIT filterTextChanged();
    Q_EMIT sortChanged();
    setState(State::Ready);
}

void TableViewModel::start(bool filterAgain)
{
    Answer answer{filterAgain ? m_filterText.trimmed() : m_appliedFilter, m_sort,
                  filterAgain ? data::RowOrder::all(m_rowCount) : m_filtered, m_order};
    m_share = std::make_shared<std::atomic<double>>(-1.0);
    setState(filterAgain ? State::Filtering : State::Sorting);
    m_worker.run(
        [table = m_table, answer = std::move(answer), filterAgain,
         share = m_share](const base::Cancellation& cancellation) {
            base::Progress progress(
                [share](const base::ProgressState& state) { share->store(state.share().value_or(-1.0)); });
            Answer result = answer;
            if (filterAgain && !result.filter.isEmpty())
                result.filtered = table->filter(result.filter.toStdString(), cancellation, progress);
            result.ordered = result.sort ? table->sort(result.filtered, *result.sort, cancellation, progress)
                                         : result.filtered;
            return result;
        },
        [this](const Answer& result) { finish(result); }, [this](const base::Error& error) { fail(error); });
}

void TableViewModel::finish(const Answer& answer)
{
    m_appliedFilter = answer.filter;
    m_appliedSort = answer.sort;
    m_filtered = answer.filtered;
    m_order = answer.ordered;
    if (!m_error || m_filterText.trimmed() == m_appliedFilter)
        m_error.reset();
    setState(m_error ? State::Failed : State::Ready);
    Q_EMIT orderChanged();
}

void TableViewModel::fail(const base::Error& error)
{
    FilterError failure{CoreText::error(error), -1};
    if (const std::optional<std::int64_t> byte = error.place().byte) {
        // The expression went out without the blanks in front of it, and as UTF-8.
        const auto lead = static_cast<int>(
            std::distance(m_filterText.cbegin(), std::find_if_not(m_filterText.cbegin(), m_filterText.cend(),
                                                                  [](QChar c) { return c.isSpace(); })));
        const QByteArray utf8 = m_filterText.trimmed().toUtf8();
        failure.position =
            lead + static_cast<int>(QString::fromUtf8(utf8.left(static_cast<qsizetype>(*byte))).size());
    }
    m_error = std::move(failure);
    m_refusedFilter = m_filterText.trimmed();
    if (!sameKey(m_sort, m_appliedSort)) {
        // The rows stay as they are, and so does what is said of their order.
        m_sort = m_appliedSort;
        Q_EMIT sortChanged();
    }
    setState(State::Failed);
}

void TableViewModel::setState(State state)
{
    m_state = state;
    if (isBusy())
        m_poll.start();
    else
        m_poll.stop();
    Q_EMIT stateChanged();
}

} // namespace lepton::ui
