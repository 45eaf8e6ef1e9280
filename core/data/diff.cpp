// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/diff.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "data/bitmap.h"
#include "data/cache_buffer.h"
#include "data/parallel.h"
#include "data/parquet_table_arrow.h"
#include "data/row_hash_arrow.h"

#include <arrow/array/array_base.h>

#include <algorithm>
#include <iterator>
#include <span>

namespace lepton::data {
namespace {

constexpr std::size_t mostListed = 1'000;

/// A row: what it holds, as a hash of 128 bits, and where it stands.
struct HashedRow
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::uint32_t row = 0;

    bool sameContent(const HashedRow& other) const noexcept { return high == other.high && low == other.low; }
    friend auto operator<=>(const HashedRow&, const HashedRow&) = default;
};

/// All rows of a table sorted by content, in a mapped cache file when there are many.
class SortedRows
{
public:
    SortedRows(ParquetTable& table, const RowHasher& hasher, const base::Cancellation& cancellation,
               base::Progress& progress)
        : m_buffer(static_cast<std::size_t>(table.rowCount()) * sizeof(HashedRow))
    {
        checkRowNumbersFit(table.rowCount(), "compared");
        progress.begin("hashing", table.rowCount());
        const ParquetSource& source = table.source();
        parallelFor(source.rowGroupCount(), cancellation, [&](std::int64_t task) {
            const int group = static_cast<int>(task);
            const std::vector<RowHash> hashes = hasher.hash(table, group);
            const std::int64_t start = source.rowGroupStart(group);
            for (std::size_t i = 0; i < hashes.size(); ++i)
                rows()[static_cast<std::size_t>(start) + i] = {
                    hashes[i].high, hashes[i].low,
                    static_cast<std::uint32_t>(start + static_cast<std::int64_t>(i))};
            progress.advance(source.rowGroupRows(group));
        });
        sort(cancellation);
    }

    std::span<HashedRow> rows() noexcept
    {
        const auto bytes = m_buffer.bytes();
        return {reinterpret_cast<HashedRow*>(bytes.data()), bytes.size() / sizeof(HashedRow)};
    }

private:
    void sort(const base::Cancellation& cancellation)
    {
        // Parts by the first bits of the hash, which is even, sorted side by side in place.
        const auto all = rows();
        std::vector<std::span<HashedRow>> parts{all};
        for (int bit = 63; bit > 63 - 6; --bit) {
            std::vector<std::span<HashedRow>> halves;
            for (const auto part : parts) {
                const auto middle = std::partition(part.begin(), part.end(), [bit](const HashedRow& row) {
                    return (row.high >> bit & 1) == 0;
                });
                const auto size = static_cast<std::size_t>(middle - part.begin());
                halves.push_back(part.first(size));
                halves.push_back(part.subspan(size));
            }
            cancellation.throwIfRequested();
            parts = std::move(halves);
        }
        parallelFor(static_cast<std::int64_t>(parts.size()), cancellation, [&](std::int64_t part) {
            const auto span = parts[static_cast<std::size_t>(part)];
            std::sort(span.begin(), span.end());
        });
    }

    CacheBuffer m_buffer;
};

/// Marks the rows of two groups of equal content that have no partner: first those at the same place are
/// partners, then the others in their order.
void matchGroup(std::span<const HashedRow> before, std::span<const HashedRow> after, Bitmap& removed,
                Bitmap& added)
{
    if (before.size() == after.size())
        return;
    const auto byRow = [](const HashedRow& a, const HashedRow& b) { return a.row < b.row; };
    const bool fewerAfter = after.size() < before.size();
    const auto many = fewerAfter ? before : after;
    const auto few = fewerAfter ? after : before;
    std::vector<HashedRow> unplaced;
    std::set_difference(many.begin(), many.end(), few.begin(), few.end(), std::back_inserter(unplaced),
                        byRow);
    // The last ones stay without a partner.
    const std::size_t without = many.size() - few.size();
    for (std::size_t i = unplaced.size() - without; i < unplaced.size(); ++i)
        (fewerAfter ? removed : added).set(unplaced[i].row);
}

/// Where the rows of the content that begins at @p begin end.
std::size_t groupEnd(std::span<const HashedRow> rows, std::size_t begin)
{
    std::size_t end = begin + 1;
    while (end < rows.size() && rows[end].sameContent(rows[begin]))
        ++end;
    return end;
}

/// Marks the rows without a partner; both sides are sorted by content.
void matchRows(std::span<const HashedRow> before, std::span<const HashedRow> after, Bitmap& removed,
               Bitmap& added, const base::Cancellation& cancellation, base::Progress& progress)
{
    const auto contentLess = [](const HashedRow& x, const HashedRow& y) {
        return x.high != y.high ? x.high < y.high : x.low < y.low;
    };
    progress.begin("comparing", std::ssize(before));
    std::size_t b = 0, a = 0;
    for (std::int64_t groups = 0; b < before.size() || a < after.size(); ++groups) {
        constexpr std::int64_t often = 1 << 16;
        if (groups % often == 0) {
            cancellation.throwIfRequested();
            progress.update(static_cast<std::int64_t>(b));
        }
        const bool hasOld = b < before.size() && (a == after.size() || !contentLess(after[a], before[b]));
        const bool hasNew = a < after.size() && (b == before.size() || !contentLess(before[b], after[a]));
        const std::size_t oldEnd = hasOld ? groupEnd(before, b) : b;
        const std::size_t newEnd = hasNew ? groupEnd(after, a) : a;
        matchGroup(before.subspan(b, oldEnd - b), after.subspan(a, newEnd - a), removed, added);
        b = oldEnd;
        a = newEnd;
    }
}

std::vector<std::int64_t> firstRows(const Bitmap& rows)
{
    std::vector<std::int64_t> result;
    rows.forEach([&](std::int64_t row) {
        if (result.size() < mostListed)
            result.push_back(row);
    });
    return result;
}

void compareSchemas(const Schema& before, const Schema& after, TableDiff& diff)
{
    std::vector<std::string> common, commonAfter;
    for (const Column& column : before.columns) {
        const auto now = after.find(column.name);
        if (!now) {
            diff.removedColumns.push_back(column.name);
            continue;
        }
        common.push_back(column.name);
        if (!sameValues(column, after.columns[*now]))
            diff.changedTypes.push_back({column.name, column.type, after.columns[*now].type});
    }
    for (const Column& column : after.columns)
        (before.find(column.name) ? commonAfter : diff.addedColumns).push_back(column.name);
    diff.columnsReordered = common != commonAfter;
}

} // namespace

TableDiff diffTables(Table& before, Table& after, const base::Cancellation& cancellation,
                     base::Progress& progress)
{
    TableDiff diff;
    diff.rowsBefore = before.rowCount();
    diff.rowsAfter = after.rowCount();
    compareSchemas(before.schema(), after.schema(), diff);

    if (diff.removedColumns.size() == before.schema().size()) {
        // No column in common: there is nothing by which a row could be the same.
        diff.rowsRemoved = diff.rowsBefore;
        diff.rowsAdded = diff.rowsAfter;
        diff.rowsChangedInPlace = std::min(diff.rowsBefore, diff.rowsAfter);
        diff.removedRows = firstRows(Bitmap(diff.rowsBefore, true));
        diff.addedRows = firstRows(Bitmap(diff.rowsAfter, true));
        return diff;
    }
    const auto [hashBefore, hashAfter] = rowHashers(before.schema(), after.schema());
    SortedRows sortedBefore(parquetTable(before), hashBefore, cancellation, progress);
    SortedRows sortedAfter(parquetTable(after), hashAfter, cancellation, progress);

    Bitmap removed(diff.rowsBefore), added(diff.rowsAfter);
    matchRows(sortedBefore.rows(), sortedAfter.rows(), removed, added, cancellation, progress);

    diff.rowsRemoved = removed.count();
    diff.rowsAdded = added.count();
    diff.rowsKept = diff.rowsBefore - diff.rowsRemoved;
    diff.removedRows = firstRows(removed);
    diff.addedRows = firstRows(added);
    removed.forEach(
        [&](std::int64_t row) { diff.rowsChangedInPlace += row < added.size() && added.at(row); });
    progress.flush();
    return diff;
}

} // namespace lepton::data
