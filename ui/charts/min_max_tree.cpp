// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/min_max_tree.h"

#include <cmath>

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

void MinMaxTree::join(std::span<const double> values, std::optional<Extent>& sum, const Extent& part) const
{
    if (!sum) {
        sum = part;
        return;
    }
    if (values[part.low] < values[sum->low])
        sum->low = part.low;
    if (values[part.high] > values[sum->high])
        sum->high = part.high;
}

void MinMaxTree::joinAt(std::span<const double> values, std::optional<Extent>& sum,
                        std::size_t position) const
{
    if (counts(values[position]))
        join(values, sum, {std::uint32_t(position), std::uint32_t(position)});
}

void MinMaxTree::grow(std::span<const double> values)
{
    while ((m_size / fanOut + 1) * fanOut <= values.size()) {
        // one more full node of level 0, and of each level above that it completes
        const std::size_t begin = m_size / fanOut * fanOut;
        std::optional<Extent> sum;
        for (std::size_t i = begin; i < begin + fanOut; ++i)
            joinAt(values, sum, i);
        Node node{sum.value_or(Extent{}), !sum};
        for (std::size_t level = 0;; ++level) {
            if (level == m_levels.size())
                m_levels.emplace_back();
            auto& nodes = m_levels[level];
            nodes.push_back(node);
            if (nodes.size() % fanOut != 0)
                break;
            sum.reset();
            for (std::size_t i = nodes.size() - fanOut; i < nodes.size(); ++i) {
                if (!nodes[i].isEmpty)
                    join(values, sum, nodes[i].extent);
            }
            node = {sum.value_or(Extent{}), !sum};
        }
        m_size = begin + fanOut;
    }
    m_size = values.size();
}

std::optional<MinMaxTree::Extent> MinMaxTree::extent(std::span<const double> values, std::size_t begin,
                                                     std::size_t end) const
{
    std::optional<Extent> sum;
    while (begin < end) {
        // the largest full node that starts here and ends in time
        std::size_t level = 0;
        std::size_t width = 1;
        while (level < m_levels.size() && begin % (width * fanOut) == 0 && begin + width * fanOut <= end &&
               begin / (width * fanOut) < m_levels[level].size()) {
            width *= fanOut;
            ++level;
        }
        if (level == 0) {
            joinAt(values, sum, begin);
        } else if (const Node& node = m_levels[level - 1][begin / width]; !node.isEmpty) {
            join(values, sum, node.extent);
        }
        begin += width;
    }
    return sum;
}

} // namespace lepton::charts
