// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/grid/statistics_view_model.h"

#include "base/progress.h"
#include "ui/datasets/grid/table_view_model.h"
#include "ui/widgets/core_text.h"

namespace lepton::ui {

StatisticsViewModel::StatisticsViewModel(TableViewModel& table, QObject* parent)
    : QObject(parent)
    , m_table(table)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(80);
    connect(&m_rest, &QTimer::timeout, this, &StatisticsViewModel::read);
    connect(&table, &TableViewModel::orderChanged, this, [this] {
        // Sorting shows the same rows.
        if (!m_stale && m_filter == m_table.appliedFilter())
            return;
        m_stale = true;
        refresh();
    });
}

StatisticsViewModel::~StatisticsViewModel() = default;

void StatisticsViewModel::setColumn(std::size_t column)
{
    if (m_column == column)
        return;
    m_column = column;
    m_profile.reset();
    m_stale = true;
    refresh();
}

void StatisticsViewModel::setWatched(bool watched)
{
    m_watched = watched;
    if (m_watched && m_stale)
        refresh();
}

void StatisticsViewModel::retry()
{
    m_stale = true;
    refresh();
}

void StatisticsViewModel::refresh()
{
    m_worker.cancel();
    m_rest.stop();
    if (!m_watched || !m_column)
        return;
    m_error.clear();
    const data::ColumnProfile* stored = m_table.profile(*m_column);
    if (stored != nullptr && !m_table.isFiltered()) {
        m_profile = *stored;
        m_filter.clear();
        m_state = State::Ready;
        m_stale = false;
    } else {
        m_state = State::Reading;
        m_rest.start();
    }
    Q_EMIT changed();
}

void StatisticsViewModel::read()
{
    m_worker.run(
        [table = m_table.table(), order = m_table.order(),
         column = *m_column](const base::Cancellation& cancellation) {
            base::Progress progress;
            return table->profile(order, column, cancellation, progress);
        },
        [this, filter = m_table.appliedFilter()](data::ColumnProfile profile) {
            m_profile = std::move(profile);
            m_filter = filter;
            m_state = State::Ready;
            m_stale = false;
            Q_EMIT changed();
        },
        [this](const base::Error& error) {
            m_error = CoreText::error(error);
            m_state = State::Failed;
            Q_EMIT changed();
        });
}

} // namespace lepton::ui
