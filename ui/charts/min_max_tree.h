// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lepton::charts {

/// Which values count for a MinMaxTree. NaN and infinities never do.
enum class Domain
{
    All,
    Positive ///< what a log scale can show
};

/// Where the smallest and the largest value of any stretch of a growing list stand. Appending costs amortised
/// O(1), asking O(log n). Keeps positions, not the values: these stay with the caller.
class MinMaxTree
{
public:
    /// Positions in the list.
    struct Extent
    {
        std::uint32_t low;
        std::uint32_t high;
    };

    explicit MinMaxTree(Domain domain = Domain::All)
        : m_domain(domain)
    {}

    Domain domain() const noexcept { return m_domain; }
    void clear();
    /// Takes note of what @p values holds behind what it held before. At most 2^32 - 1 values.
    void grow(std::span<const double> values);
    /// Of the values [begin, end), all of them known by grow(); nothing where none counts.
    std::optional<Extent> extent(std::span<const double> values, std::size_t begin, std::size_t end) const;
    bool counts(double value) const noexcept;

private:
    static constexpr std::size_t fanOut = 16;

    class Sum;

    struct Node
    {
        Extent extent;
        bool isEmpty; ///< no value counts
    };

    Domain m_domain;
    std::size_t m_size = 0;
    /// Level 0 has a node for 16 values, level 1 for 256, ...; full nodes alone.
    std::vector<std::vector<Node>> m_levels;
};

} // namespace lepton::charts
