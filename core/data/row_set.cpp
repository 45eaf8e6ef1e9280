// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/row_set.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace lepton::data {
namespace {

constexpr std::size_t blockWords = 8;
constexpr std::int64_t blockBits = 64 * blockWords;

} // namespace

RowSet::RowSet(Bitmap rows)
    : m_rows(std::move(rows))
{
    const auto words = std::as_const(m_rows).words();
    m_before.reserve((words.size() + blockWords - 1) / blockWords);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i % blockWords == 0)
            m_before.push_back(static_cast<std::uint32_t>(m_count));
        m_count += std::popcount(words[i]);
    }
}

std::int64_t RowSet::countBefore(std::int64_t row) const
{
    if (row >= m_rows.size())
        return m_count;
    if (row <= 0)
        return 0;
    const auto words = m_rows.words();
    const auto last = static_cast<std::size_t>(row / 64);
    std::int64_t count = m_before[static_cast<std::size_t>(row / blockBits)];
    for (std::size_t i = last / blockWords * blockWords; i < last; ++i)
        count += std::popcount(words[i]);
    return count + std::popcount(words[last] & ((std::uint64_t{1} << (row % 64)) - 1));
}

std::int64_t RowSet::row(std::int64_t position) const
{
    // The last block that has at most as many rows before it; several have where some are empty.
    const auto block = std::upper_bound(m_before.begin(), m_before.end(), position) - m_before.begin() - 1;
    const auto words = m_rows.words();
    std::int64_t left = position - m_before[static_cast<std::size_t>(block)];
    auto i = static_cast<std::size_t>(block) * blockWords;
    for (; left >= std::popcount(words[i]); ++i)
        left -= std::popcount(words[i]);
    std::uint64_t word = words[i];
    for (; left > 0; --left)
        word &= word - 1;
    return static_cast<std::int64_t>(i * 64) + std::countr_zero(word);
}

} // namespace lepton::data
