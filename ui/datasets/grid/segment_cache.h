// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/datasets/grid/cell_format.h"

#include <cstdint>
#include <list>
#include <memory>
#include <unordered_map>
#include <vector>

namespace lepton::ui {

/// What the grid remembers of a cell between two paints, so that a cell is measured once.
struct GridCell
{
    CellText value;
    QString drawn;        ///< value.text, cut to drawnWidth
    int drawnWidth = -1;  ///< the room that drawn was cut for; -1: not measured yet
    double textWidth = 0; ///< of drawn
};

/// The cells of one column in one segment of rows.
struct ColumnSegment
{
    std::vector<GridCell> cells;
    std::shared_ptr<const std::vector<std::int64_t>> rows; ///< 0-based row numbers in the table
};

/// Segments of a table's columns, those used last, within a budget of bytes whatever the size of the table.
/// What was read for an order of rows that is no longer shown carries an old token and is not let in. For one
/// thread.
class SegmentCache
{
public:
    using Token = std::uint64_t;
    static constexpr int rowsPerSegment = 64;

    explicit SegmentCache(std::size_t byteBudget = std::size_t{24} << 20);

    Token token() const noexcept { return m_token; }
    /// Empties the cache; what is read from now on carries the new token.
    Token reset();

    /// The segment, marked as used, or null.
    ColumnSegment* find(std::int64_t segment, std::size_t column);
    bool contains(std::int64_t segment, std::size_t column) const;
    /// Returns whether it was let in.
    bool insert(Token token, std::int64_t segment, std::size_t column, ColumnSegment cells);
    /// Has every cell measured again, as after a change of font.
    void forgetWidths();

    /// How many segments of @p columns columns the budget holds with a margin, by the size of those held now.
    std::size_t affordable(std::size_t columns) const noexcept;
    std::size_t bytes() const noexcept { return m_bytes; }
    std::size_t size() const noexcept { return m_entries.size(); }

private:
    struct Key
    {
        std::int64_t segment;
        std::size_t column;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash
    {
        std::size_t operator()(const Key& key) const noexcept;
    };
    struct Entry
    {
        Key key;
        ColumnSegment cells;
        std::size_t bytes;
    };

    void evict();

    std::size_t m_budget;
    std::size_t m_bytes = 0;
    Token m_token = 1;
    std::list<Entry> m_entries; ///< used last first
    std::unordered_map<Key, std::list<Entry>::iterator, KeyHash> m_index;
};

} // namespace lepton::ui
