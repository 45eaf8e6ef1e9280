// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/min_max_tree.h"

#include <cmath>
#include <limits>

namespace lepton::charts {

bool MinMaxTree::counts(double value) const noexcept
{
    return std::isfinite(value) && (m_domain == Domain::All || value > 0);
}

void MinMaxTree::clear()
{
    m_size = 0;
    m_levels.clear();
}

/// The lowest and the highest so far, and where they stand.
class MinMaxTree::Sum
{
public:
    Sum(const MinMaxTree& tree, std::span<const double> values)
        : m_tree(tree)
        , m_values(values)
    {}

    void add(std::size_t position)
    {
        const double value = m_values[position];
        if (m_tree.counts(value))
            add({std::uint32_t(position), std::uint32_t(position)}, value, value);
    }
    void add(const Node& node)
    {
        if (!node.isEmpty)
            add(node.extent, m_values[node.extent.low], m_values[node.extent.high]);
    }
    bool isEmpty() const { return m_lowest > m_highest; }
    const Extent& extent() const { return m_extent; }
    Node node() const { return {m_extent, isEmpty()}; }

private:
    void add(const Extent& extent, double low, double high)
    {
        if (low < m_lowest) {
            m_lowest = low;
            m_extent.low = extent.low;
        }
        if (high > m_highest) {
            m_highest = high;
            m_extent.high = extent.high;
        }
    }

    const MinMaxTree& m_tree;
    std::span<const double> m_values;
    double m_lowest = std::numeric_limits<double>::infinity();
    double m_highest = -std::numeric_limits<double>::infinity();
    Extent m_extent{};
};

void MinMaxTree::grow(std::span<const double> values)
{
    while ((m_size / fanOut + 1) * fanOut <= values.size()) {
        // one more full node of level 0, and of each level above that it completes
        const std::size_t begin = m_size / fanOut * fanOut;
        Sum leaf(*this, values);
        for (std::size_t i = begin; i < begin + fanOut; ++i)
            leaf.add(i);
        Node node = leaf.node();
        for (std::size_t level = 0;; ++level) {
            if (level == m_levels.size())
                m_levels.emplace_back();
            auto& nodes = m_levels[level];
            nodes.push_back(node);
            if (nodes.size() % fanOut != 0)
                break;
            Sum sum(*this, values);
            for (std::size_t i = nodes.size() - fanOut; i < nodes.size(); ++i)
                sum.add(nodes[i]);
            node = sum.node();
        }
        m_size = begin + fanOut;
    }
    m_size = values.size();
}

std::optional<MinMaxTree::Extent> MinMaxTree::extent(std::span<const double> values, std::size_t begin,
                                                     std::size_t end) const
{
    Sum sum(*this, values);
    while (begin < end) {
        // the largest full node that starts here and ends in time
        std::size_t level = 0;
        std::size_t width = 1;
        while (level < m_levels.size() && begin % (width * fanOut) == 0 && begin + width * fanOut <= end &&
               begin / (width * fanOut) < m_levels[level].size()) {
            width *= fanOut;
            ++level;
        }
        if (level == 0)
            sum.add(begin);
        else
            sum.add(m_levels[level - 1][begin / width]);
        begin += width;
    }
    return sum.isEmpty() ? std::nullopt : std::optional(sum.extent());
}

} // namespace lepton::charts
