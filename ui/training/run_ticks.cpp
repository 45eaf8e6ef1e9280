// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_ticks.h"

#include <algorithm>
#include <unordered_set>

namespace lepton::ui {

bool RunTicks::contains(std::int64_t run) const
{
    return std::ranges::find(m_runs, run) != m_runs.end();
}

std::optional<int> RunTicks::seriesOf(std::int64_t run) const
{
    const auto found = std::ranges::find(m_series, std::optional(run));
    return found == m_series.end() ? std::nullopt : std::optional(int(found - m_series.begin()));
}

std::vector<std::int64_t> RunTicks::compared() const
{
    std::vector<std::int64_t> runs;
    for (const auto& run : m_series) {
        if (run)
            runs.push_back(*run);
    }
    return runs;
}

void RunTicks::set(std::int64_t run, bool ticked)
{
    if (ticked)
        add({run});
    else
        remove({run});
}

void RunTicks::add(const std::vector<std::int64_t>& runs)
{
    std::unordered_set<std::int64_t> here(m_runs.begin(), m_runs.end());
    const std::size_t before = m_runs.size();
    for (const std::int64_t run : runs) {
        if (here.insert(run).second)
            m_runs.push_back(run);
    }
    if (m_runs.size() == before)
        return;
    assign();
    Q_EMIT changed();
}

void RunTicks::clear()
{
    remove(std::vector(m_runs));
}

void RunTicks::remove(const std::vector<std::int64_t>& runs)
{
    const std::unordered_set<std::int64_t> gone(runs.begin(), runs.end());
    if (std::erase_if(m_runs, [&gone](std::int64_t run) { return gone.contains(run); }) == 0)
        return;
    for (auto& run : m_series) {
        if (run && gone.contains(*run))
            run.reset();
    }
    assign();
    Q_EMIT changed();
}

void RunTicks::assign()
{
    for (auto& series : m_series) {
        if (series)
            continue;
        const auto waiting =
            std::ranges::find_if(m_runs, [this](std::int64_t run) { return !seriesOf(run).has_value(); });
        if (waiting == m_runs.end())
            return;
        series = *waiting;
    }
}

} // namespace lepton::ui
