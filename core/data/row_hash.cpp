// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/column_kinds.h"
#include "data/int128.h"
#include "data/row_hash_arrow.h"
#include "data/schema_arrow.h"

#include <arrow/array.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace lepton::data {
namespace {

/// Multiplies to 128 bits and folds the halves: every bit of both goes into every bit of the result.
std::uint64_t fold(std::uint64_t a, std::uint64_t b) noexcept
{
    const UInt128 product = static_cast<UInt128>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// Odd numbers with about as many ones as zeros: the fractions of the square roots of 2, 3, 5 and 7.
constexpr std::uint64_t root2 = 0x6A09E667F3BCC909;
constexpr std::uint64_t root3 = 0xBB67AE8584CAA73B;
constexpr std::uint64_t root5 = 0x3C6EF372FE94F82B;
constexpr std::uint64_t root7 = 0xA54FF53A5F1D36F1;

void mix(RowHash& hash, std::uint64_t word) noexcept
{
    const std::uint64_t high = fold(hash.high ^ word ^ root2, root3 ^ std::rotl(word, 32));
    hash.low = fold(hash.low + word + root5, root7 ^ std::rotr(word, 21)) ^ std::rotl(hash.low, 17);
    hash.high = high ^ std::rotl(hash.high, 29);
}

void mixBytes(RowHash& hash, const void* data, std::size_t size) noexcept
{
    const auto* bytes = static_cast<const unsigned char*>(data);
    mix(hash, size + 1); // 0 is a missing value
    while (size > 0) {
        std::uint64_t word = 0;
        const std::size_t step = std::min<std::size_t>(size, sizeof word);
        std::memcpy(&word, bytes, step);
        mix(hash, word);
        bytes += step;
        size -= step;
    }
}

void mixText(RowHash& hash, std::string_view text) noexcept
{
    mixBytes(hash, text.data(), text.size());
}

/// Goes through the rows of a column: @p value gets the row and the hash of that row.
template <class MixValue>
void forRows(const arrow::Array& array, std::vector<RowHash>& hashes, const MixValue& mixValue)
{
    for (std::size_t row = 0; row < hashes.size(); ++row) {
        if (array.IsNull(static_cast<std::int64_t>(row)))
            mix(hashes[row], 0);
        else
            mixValue(hashes[row], static_cast<std::int64_t>(row));
    }
}

template <class Array>
void mixIntegers(const arrow::Array& array, std::vector<RowHash>& hashes)
{
    const auto& typed = static_cast<const Array&>(array);
    forRows(array, hashes, [&](RowHash& hash, std::int64_t row) {
        mix(hash, 1);
        mix(hash, static_cast<std::uint64_t>(std::int64_t{typed.Value(row)}));
    });
}

void mixBits(const arrow::Array& array, std::vector<RowHash>& hashes)
{
    switch (array.type_id()) {
    case arrow::Type::BOOL:
        return mixIntegers<arrow::BooleanArray>(array, hashes);
    case arrow::Type::INT64:
        return mixIntegers<arrow::Int64Array>(array, hashes);
    case arrow::Type::DATE32:
        return mixIntegers<arrow::Date32Array>(array, hashes);
    case arrow::Type::TIME64:
        return mixIntegers<arrow::Time64Array>(array, hashes);
    case arrow::Type::TIMESTAMP:
        return mixIntegers<arrow::TimestampArray>(array, hashes);
    case arrow::Type::DOUBLE: {
        const auto& typed = static_cast<const arrow::DoubleArray&>(array);
        return forRows(array, hashes, [&](RowHash& hash, std::int64_t row) {
            const double value = typed.Value(row);
            mix(hash, 1);
            // One NaN, as in the content hash of a version.
            mix(hash, std::bit_cast<std::uint64_t>(
                          std::isnan(value) ? std::numeric_limits<double>::quiet_NaN() : value));
        });
    }
    case arrow::Type::STRING: {
        const auto& typed = static_cast<const arrow::StringArray&>(array);
        return forRows(array, hashes,
                       [&](RowHash& hash, std::int64_t row) { mixText(hash, typed.GetView(row)); });
    }
    case arrow::Type::LARGE_STRING: {
        const auto& typed = static_cast<const arrow::LargeStringArray&>(array);
        return forRows(array, hashes,
                       [&](RowHash& hash, std::int64_t row) { mixText(hash, typed.GetView(row)); });
    }
    case arrow::Type::DECIMAL128: {
        const auto& typed = static_cast<const arrow::Decimal128Array&>(array);
        return forRows(array, hashes,
                       [&](RowHash& hash, std::int64_t row) { mixBytes(hash, typed.GetValue(row), 16); });
    }
    default: // a column of nothing
        return forRows(array, hashes, [](RowHash&, std::int64_t) {});
    }
}

/// Without zeros that say nothing: "5.00" and "5." are 5.
std::string_view shortest(std::string_view number)
{
    if (number.find('.') == std::string_view::npos || number.find('e') != std::string_view::npos)
        return number;
    number.remove_suffix(number.size() - 1 - number.find_last_not_of('0'));
    if (number.ends_with('.'))
        number.remove_suffix(1);
    return number;
}

void mixShown(const Column& column, const arrow::Array& array, bool numeral, std::vector<RowHash>& hashes)
{
    forRows(array, hashes, [&](RowHash& hash, std::int64_t row) {
        const std::string text = formatCell(column, cellAt(array, row));
        mixText(hash, numeral ? shortest(text) : std::string_view(text));
    });
}

} // namespace

std::vector<RowHash> RowHasher::hash(ParquetTable& table, int group) const
{
    std::vector<RowHash> hashes(static_cast<std::size_t>(table.source().rowGroupRows(group)), {root2, root5});
    for (const Part& part : m_parts) {
        const auto array = table.source().read(group, part.column);
        if (part.form == HashForm::Bits)
            mixBits(*array, hashes);
        else
            mixShown(table.schema().columns[part.column], *array, part.form == HashForm::Numeral, hashes);
    }
    return hashes;
}

bool sameValues(const Column& a, const Column& b) noexcept
{
    return a.type == b.type && a.utc == b.utc && a.scale == b.scale;
}

std::pair<RowHasher, RowHasher> rowHashers(const Schema& before, const Schema& after)
{
    std::vector<RowHasher::Part> partsBefore, partsAfter;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const Column& column = before.columns[i];
        const auto other = after.find(column.name);
        if (!other)
            continue;
        const Column& now = after.columns[*other];
        const HashForm form = sameValues(column, now)                       ? HashForm::Bits
                              : isNumber(column.type) && isNumber(now.type) ? HashForm::Numeral
                                                                            : HashForm::CellText;
        partsBefore.push_back({i, form});
        partsAfter.push_back({*other, form});
    }
    return {RowHasher(std::move(partsBefore)), RowHasher(std::move(partsAfter))};
}

} // namespace lepton::data
