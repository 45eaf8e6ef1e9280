// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_data.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lepton::charts {

namespace {

/// Adds @p place to a column that stays empty until it has something to tell, and never falls.
void addPlace(std::vector<double>& column, double place, std::size_t before)
{
    if (column.empty()) {
        if (!std::isfinite(place))
            return;
        column.assign(before, place);
    }
    const double last = column.empty() ? place : column.back();
    column.push_back(std::isfinite(place) ? std::max(last, place) : last);
}

void reorder(std::vector<double>& column, const std::vector<std::uint32_t>& order)
{
    if (column.empty())
        return;
    std::vector<double> sorted(column.size());
    std::ranges::transform(order, sorted.begin(), [&](std::uint32_t from) { return column[from]; });
    column = std::move(sorted);
}

} // namespace

void SeriesData::clear()
{
    for (auto* column : {&m_x, &m_epoch, &m_time, &m_y, &m_average})
        column->clear();
    m_odd.clear();
    m_tree.clear();
    m_averageTree.clear();
    m_sum = 0;
    m_share = 1;
}

void SeriesData::append(std::span<const Point> points)
{
    const std::size_t before = size();
    bool isSorted = true;
    for (const Point& point : points) {
        if (std::isnan(point.x))
            continue;
        isSorted = isSorted && (m_x.empty() || point.x >= m_x.back());
        add(point);
    }
    if (!isSorted && m_form != Form::Curve)
        sort();
    else
        note(before);
}

void SeriesData::add(const Point& point)
{
    addPlace(m_epoch, point.epoch, m_x.size());
    addPlace(m_time, point.time, m_x.size());
    m_x.push_back(point.x);
    m_y.push_back(point.y);
}

void SeriesData::sort()
{
    std::vector<std::uint32_t> order(size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [this](std::uint32_t i) { return m_x[i]; });
    for (auto* column : {&m_x, &m_y})
        reorder(*column, order);
    for (auto* column : {&m_epoch, &m_time})
        std::ranges::sort(*column); // they never fall along x
    note(0);
}

void SeriesData::note(std::size_t from)
{
    if (from == 0) {
        m_odd.clear();
        m_tree.clear();
    }
    for (std::size_t i = from; i < size(); ++i) {
        if (!m_tree.counts(m_y[i]))
            m_odd.push_back(std::uint32_t(i));
    }
    m_tree.grow(m_y);
    smoothFrom(from);
}

void SeriesData::smoothFrom(std::size_t from)
{
    if (from == 0) {
        m_average.clear();
        m_averageTree.clear();
        m_sum = 0;
        m_share = 1;
    }
    if (m_weight <= 0)
        return;
    for (std::size_t i = from; i < m_y.size(); ++i) {
        if (!std::isfinite(m_y[i])) {
            m_average.push_back(m_y[i]); // the line breaks where the measured one does
            continue;
        }
        m_sum = m_weight * m_sum + (1 - m_weight) * m_y[i];
        m_share *= m_weight;
        m_average.push_back(m_sum / (1 - m_share));
    }
    m_averageTree.grow(m_average);
}

void SeriesData::setSmoothing(double weight)
{
    if (weight == m_weight)
        return;
    m_weight = weight;
    smoothFrom(0);
}

void SeriesData::setDomain(Domain domain)
{
    if (domain == m_tree.domain())
        return;
    m_tree = MinMaxTree(domain);
    m_averageTree = MinMaxTree(domain);
    note(0);
}

std::span<const double> SeriesData::places(XAxis axis) const
{
    if (axis == XAxis::Epoch && !m_epoch.empty())
        return m_epoch;
    if (axis == XAxis::Time && !m_time.empty())
        return m_time;
    return m_x;
}

std::pair<std::size_t, std::size_t> SeriesData::within(XAxis axis, Range range) const
{
    const auto all = places(axis);
    const auto first = std::ranges::lower_bound(all, range.lower);
    const auto last = std::ranges::upper_bound(first, all.end(), range.upper);
    return {std::size_t(first - all.begin()), std::size_t(last - all.begin())};
}

std::size_t SeriesData::nearest(XAxis axis, double place) const
{
    const auto all = places(axis);
    const auto after = std::ranges::lower_bound(all, place);
    if (after == all.begin())
        return 0;
    if (after == all.end() || place - *(after - 1) <= *after - place)
        return std::size_t(after - all.begin()) - 1;
    return std::size_t(after - all.begin());
}

namespace {

/// The first of @p places from @p begin on that is not below @p edge, looked for round begin + @p guess:
/// where points are evenly spread, a few comparisons find it among millions.
std::size_t firstFrom(std::span<const double> places, std::size_t begin, double edge, std::size_t guess)
{
    std::size_t low = begin; // all before it are below the edge
    std::size_t high = std::min(begin + guess, places.size());
    for (std::size_t step = 1; high < places.size() && places[high] < edge; step *= 2) {
        low = high + 1;
        high = std::min(high + step, places.size());
    }
    for (std::size_t step = 1; high > low + step && !(places[high - step] < edge); step *= 2)
        high -= step;
    return std::size_t(
        std::lower_bound(places.begin() + std::ptrdiff_t(low), places.begin() + std::ptrdiff_t(high), edge) -
        places.begin());
}

} // namespace

void decimate(std::span<const double> places, std::span<const double> values, const MinMaxTree& tree,
              Range view, int columns, std::vector<std::uint32_t>& out)
{
    out.clear();
    if (places.empty() || columns <= 0)
        return;
    const auto from = std::ranges::lower_bound(places, view.lower);
    auto begin = std::size_t(from - places.begin());
    const auto end = std::size_t(std::upper_bound(from, places.end(), view.upper) - places.begin());
    if (begin > 0)
        out.push_back(std::uint32_t(begin - 1));
    constexpr std::size_t perColumn = 4;
    if (end - begin <= perColumn * std::size_t(columns)) {
        for (; begin < end; ++begin)
            out.push_back(std::uint32_t(begin));
    }
    std::size_t width = (end - begin) / std::size_t(columns);
    for (int column = 1; begin < end; ++column) {
        const double edge = view.lower + (view.upper - view.lower) * column / columns;
        const auto next = column >= columns ? end : std::min(firstFrom(places, begin, edge, width), end);
        if (next == begin)
            continue;
        width = next - begin;
        const auto first = std::uint32_t(begin);
        const auto last = std::uint32_t(next - 1);
        std::uint32_t drawn[perColumn] = {first, last, last, last};
        if (const auto extent = tree.extent(values, begin, next)) {
            drawn[1] = std::min(extent->low, extent->high);
            drawn[2] = std::max(extent->low, extent->high);
        }
        for (const std::uint32_t one : drawn) {
            if (out.empty() || one > out.back())
                out.push_back(one);
        }
        begin = next;
    }
    if (end < places.size())
        out.push_back(std::uint32_t(end));
}

} // namespace lepton::charts
