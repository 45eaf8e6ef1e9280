// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"
#include "base/progress.h"
#include "data/arrow_support.h"
#include "data/int128.h"
#include "data/parallel.h"
#include "data/parquet_table_arrow.h"
#include "data/row_order_data.h"
#include "data/row_positions.h"
#include "data/sort_runs.h"

#include <arrow/array.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <utility>

namespace lepton::data {
namespace {

/// Of all threads together; what is larger goes to disk.
constexpr std::size_t memoryBytes = std::size_t{96} << 20;
constexpr std::size_t leastMemoryBytes = std::size_t{4} << 20;

/// Places that several threads set.
class PlaceSet
{
public:
    explicit PlaceSet(std::int64_t size)
        : m_size(size)
        , m_words(Bitmap::wordCount(size))
    {}

    std::int64_t size() const noexcept { return m_size; }
    void set(std::int64_t place)
    {
        m_words[static_cast<std::size_t>(place / 64)].fetch_or(std::uint64_t{1} << (place % 64),
                                                               std::memory_order_relaxed);
    }

    template <class Visit>
    void forEach(const Visit& visit) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (std::uint64_t word = m_words[i].load(std::memory_order_relaxed); word != 0; word &= word - 1)
                visit(static_cast<std::int64_t>(i * 64) + std::countr_zero(word));
        }
    }

private:
    std::int64_t m_size;
    std::vector<std::atomic<std::uint64_t>> m_words;
};

constexpr std::uint64_t signBit = std::uint64_t{1} << 63;

std::uint64_t keyOf(std::int64_t value)
{
    return static_cast<std::uint64_t>(value) ^ signBit;
}

std::uint64_t keyOf(double value)
{
    if (value == 0)
        value = 0; // -0.0 as well
    const auto bits = std::bit_cast<std::uint64_t>(value);
    return (bits & signBit) != 0 ? ~bits : bits | signBit;
}

/// The bytes of a decimal, so that they sort as it does.
std::array<char, 16> decimalKey(const std::uint8_t* littleEndian)
{
    std::array<char, 16> key;
    std::reverse_copy(littleEndian, littleEndian + key.size(), key.begin());
    key[0] = static_cast<char>(key[0] ^ '\x80');
    return key;
}

template <class Array>
std::int64_t integerAt(const arrow::Array& array, std::int64_t row)
{
    return std::int64_t{static_cast<const Array&>(array).Value(row)};
}

/// One sort: of one column, by one kind of key.
template <class Entry, class Order>
class Sorter
{
public:
    using Writer = RunWriter<Entry, Order>;
    using Reader = RunReader<Entry>;

    Sorter(ParquetTable& table, const RowOrder& order, const SortKey& key, Order entryOrder)
        : m_table(table)
        , m_order(order)
        , m_key(key)
        , m_entryOrder(entryOrder)
        , m_positions(order, table.source())
        , m_placesAreRows(order.data().ascending)
        , m_missing(m_placesAreRows ? table.rowCount() : order.size())
        , m_nan(m_missing.size())
    {}

    RowOrder run(const base::Cancellation& cancellation, base::Progress& progress)
    {
        writeRuns(cancellation, progress);
        return merge(cancellation, progress);
    }

private:
    void writeRuns(const base::Cancellation& cancellation, base::Progress& progress)
    {
        progress.begin("sorting", m_order.size());
        const int groups = m_table.source().rowGroupCount();
        const std::size_t workers = workerCount(groups);
        m_writers.reserve(workers);
        for (std::size_t i = 0; i < workers; ++i)
            m_writers.emplace_back(m_entryOrder, std::max(memoryBytes / workers, leastMemoryBytes));
        parallelForWorkers(groups, cancellation, [&](std::int64_t task, std::size_t worker) {
            const int group = static_cast<int>(task);
            progress.advance(addGroup(group, m_writers[worker]));
        });
        parallelFor(static_cast<std::int64_t>(workers), cancellation,
                    [&](std::int64_t worker) { m_writers[static_cast<std::size_t>(worker)].finish(); });
    }

    std::int64_t addGroup(int group, Writer& writer)
    {
        const std::int64_t start = m_table.source().rowGroupStart(group);
        std::int64_t rows = 0;
        std::shared_ptr<arrow::Array> array;
        m_positions.forEach(group, [&](std::int64_t row, std::int64_t position) {
            if (!array)
                array = m_table.scanSegment(group, m_key.column);
            ++rows;
            const std::int64_t place = m_placesAreRows ? start + row : position;
            if (array->IsNull(row))
                m_missing.set(place);
            else
                addValue(*array, row, static_cast<std::uint32_t>(place), writer);
        });
        return rows;
    }

    void addValue(const arrow::Array& array, std::int64_t row, std::uint32_t place, Writer& writer)
    {
        if constexpr (std::is_same_v<Entry, TextEntry>) {
            if (array.type_id() == arrow::Type::DECIMAL128) {
                const auto key = decimalKey(static_cast<const arrow::Decimal128Array&>(array).GetValue(row));
                writer.add(std::string_view(key.data(), key.size()), place);
            } else if (array.type_id() == arrow::Type::LARGE_STRING) {
                writer.add(static_cast<const arrow::LargeStringArray&>(array).GetView(row), place);
            } else {
                writer.add(static_cast<const arrow::StringArray&>(array).GetView(row), place);
            }
        } else {
            std::uint64_t key = 0;
            switch (array.type_id()) {
            case arrow::Type::DOUBLE: {
                const double value = static_cast<const arrow::DoubleArray&>(array).Value(row);
                if (std::isnan(value)) {
                    m_nan.set(place);
                    return;
                }
                key = keyOf(value);
                break;
            }
            case arrow::Type::BOOL:
                key = keyOf(integerAt<arrow::BooleanArray>(array, row));
                break;
            case arrow::Type::DATE32:
                key = keyOf(integerAt<arrow::Date32Array>(array, row));
                break;
            default:
                key = keyOf(storedIntegers(array)[row]);
            }
            writer.add(m_key.descending ? ~key : key, place);
        }
    }

    RowOrder merge(const base::Cancellation& cancellation, base::Progress& progress)
    {
        progress.begin("merging", m_order.size());
        RowBuffer buffer(m_order.size());
        const auto rows = buffer.values();
        std::size_t done = 0;
        const auto put = [&](std::int64_t place) {
            constexpr std::size_t often = 1 << 16;
            rows[done] = static_cast<std::uint32_t>(m_placesAreRows ? place : m_order.row(place));
            if (++done % often == 0) {
                cancellation.throwIfRequested();
                progress.advance(often);
            }
        };

        std::vector<Reader> readers;
        for (const Writer& writer : m_writers) {
            for (const auto& run : writer.runs())
                readers.emplace_back(writer.file(), run.begin, run.end);
        }
        // A heap of the runs, the one with the least entry on top.
        const auto later = [&](std::size_t a, std::size_t b) {
            return m_entryOrder(readers[b].entry(), readers[a].entry());
        };
        std::vector<std::size_t> heap(readers.size());
        for (std::size_t i = 0; i < heap.size(); ++i)
            heap[i] = i;
        std::make_heap(heap.begin(), heap.end(), later);
        while (!heap.empty()) {
            Reader& reader = readers[heap.front()];
            put(reader.entry().place);
            reader.next();
            if (reader.atEnd()) {
                std::pop_heap(heap.begin(), heap.end(), later);
                heap.pop_back();
            } else {
                siftDown(heap, later);
            }
        }
        m_nan.forEach(put);
        m_missing.forEach(put);
        return makeRowOrder(std::move(buffer));
    }

    /// Moves the top of the heap to where it belongs after it grew.
    template <class Later>
    static void siftDown(std::vector<std::size_t>& heap, const Later& later)
    {
        const std::size_t moving = heap.front();
        std::size_t hole = 0;
        while (true) {
            std::size_t child = 2 * hole + 1;
            if (child >= heap.size())
                break;
            if (child + 1 < heap.size() && later(heap[child], heap[child + 1]))
                ++child;
            if (!later(moving, heap[child]))
                break;
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = moving;
    }

    ParquetTable& m_table;
    RowOrder m_order;
    SortKey m_key;
    Order m_entryOrder;
    RowPositions m_positions;
    /// Rows of an ascending order stand as they do in the table; of another one their positions in it are
    /// sorted.
    bool m_placesAreRows;
    PlaceSet m_missing;
    PlaceSet m_nan;
    std::vector<Writer> m_writers;
};

} // namespace

RowOrder ParquetTable::sort(const RowOrder& order, const SortKey& key, const base::Cancellation& cancellation,
                            base::Progress& progress)
{
    checkColumn(key.column);
    checkRowNumbersFit(rowCount(), "sorted");
    switch (schema().columns[key.column].type) {
    case ColumnType::Null:
        return order;
    case ColumnType::Text:
    case ColumnType::Decimal:
        return Sorter<TextEntry, TextOrder>(*this, order, key, TextOrder{key.descending})
            .run(cancellation, progress);
    default:
        return Sorter<NumberEntry, NumberOrder>(*this, order, key, NumberOrder{}).run(cancellation, progress);
    }
}

} // namespace lepton::data
