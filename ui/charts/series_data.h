// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/min_max_tree.h"
#include "ui/charts/series.h"

#include <span>
#include <utility>
#include <vector>

namespace lepton::charts {

/// The points of one line as columns, sorted by x (not those of a curve), with what drawing them quickly
/// needs. Appending costs amortised O(1) a point while x goes on; a point before the last one sorts anew.
class SeriesData
{
public:
    explicit SeriesData(Form form = Form::Line)
        : m_form(form)
    {}

    void clear();
    /// Points whose x is NaN have no place and are left out.
    void append(std::span<const Point> points);

    Form form() const noexcept { return m_form; }
    std::size_t size() const noexcept { return m_y.size(); }
    bool isEmpty() const noexcept { return m_y.empty(); }
    /// Places on @p axis; never falling, but for curves. Where the points do not carry them, those by x.
    std::span<const double> places(XAxis axis) const;
    std::span<const double> values() const noexcept { return m_y; }
    const MinMaxTree& tree() const noexcept { return m_tree; }
    /// Positions of values that are NaN, infinite or, in the domain of a log scale, not positive. Rising.
    std::span<const std::uint32_t> odd() const noexcept { return m_odd; }

    /// The moving average, empty unless there is one: s = w s + (1 - w) y, divided by 1 - w^n as in Adam, so
    /// that it starts at the first value. Values that are not finite are passed over.
    std::span<const double> average() const noexcept { return m_average; }
    const MinMaxTree& averageTree() const noexcept { return m_averageTree; }
    /// @p weight 0: none.
    void setSmoothing(double weight);
    void setDomain(Domain domain);

    /// Positions [first, second) of the points with range.lower <= place <= range.upper. Not for curves.
    std::pair<std::size_t, std::size_t> within(XAxis axis, Range range) const;
    /// The position whose place is next to @p place. Not for curves, nor without points.
    std::size_t nearest(XAxis axis, double place) const;

private:
    void add(const Point& point);
    void sort();
    void note(std::size_t from);
    void smoothFrom(std::size_t from);

    Form m_form;
    std::vector<double> m_x;
    std::vector<double> m_epoch;
    std::vector<double> m_time;
    std::vector<double> m_y;
    std::vector<std::uint32_t> m_odd;
    MinMaxTree m_tree;
    double m_weight = 0;
    double m_sum = 0;   ///< s
    double m_share = 1; ///< w^n
    std::vector<double> m_average;
    MinMaxTree m_averageTree;
};

/// The positions to draw, rising, so that a picture @p columns pixels wide looks as if all had been drawn: of
/// each pixel column the first, the lowest, the highest and the last, and one beyond either end. Positions of
/// odd values among them are where the line breaks. @p out is emptied first.
void decimate(std::span<const double> places, std::span<const double> values, const MinMaxTree& tree,
              Range view, int columns, std::vector<std::uint32_t>& out);

} // namespace lepton::charts
