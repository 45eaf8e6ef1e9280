// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/arrow_support.h"
#include "data/filter_program_arrow.h"
#include "data/pack_bytes.h"
#include "data/range_bits.h"

#include <arrow/array.h>
#include <arrow/util/bit_util.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace lepton::data {
namespace {

Bitmap validity(const arrow::Array& array)
{
    const std::int64_t rows = array.length();
    if (array.null_count() == 0)
        return Bitmap(rows, true);
    Bitmap valid(rows);
    if (array.null_bitmap_data() && array.offset() % 8 == 0 && std::endian::native == std::endian::little) {
        std::memcpy(valid.words().data(), array.null_bitmap_data() + array.offset() / 8,
                    static_cast<std::size_t>((rows + 7) / 8));
        if (rows % 64 != 0)
            valid.words().back() &= (std::uint64_t{1} << (rows % 64)) - 1;
        return valid;
    }
    for (std::int64_t i = 0; i < rows; ++i) {
        if (array.IsValid(i))
            valid.set(i);
    }
    return valid;
}

Truth truth(Bitmap holds, const arrow::Array& array)
{
    Truth result{std::move(holds), validity(array)};
    result.yes &= result.no;
    result.no -= result.yes;
    return result;
}

/// For values in one piece: a plain loop over 64 values at a time, which compilers turn into vector code.
template <class T, class Holds>
Bitmap testValues(const T* values, std::int64_t rows, const Holds& holds)
{
    Bitmap result(rows);
    std::array<std::uint8_t, 64> flags{};
    std::int64_t row = 0;
    for (std::uint64_t& word : result.words()) {
        const auto count = static_cast<std::size_t>(std::min<std::int64_t>(rows - row, 64));
        if (count == flags.size()) {
            for (std::size_t i = 0; i < flags.size(); ++i)
                flags[i] = static_cast<std::uint8_t>(holds(values[i]));
        } else {
            flags = {};
            for (std::size_t i = 0; i < count; ++i)
                flags[i] = static_cast<std::uint8_t>(holds(values[i]));
        }
        for (std::size_t i = 0; i < 8; ++i)
            word |= packBytes(flags.data() + i * 8) << (i * 8);
        values += count;
        row += 64;
    }
    return result;
}

/// For values that cost something to look at: only where they are wanted.
template <class Holds>
Bitmap testRows(const Bitmap& wanted, const arrow::Array& array, const Holds& holds)
{
    Bitmap result(wanted.size());
    wanted.forEach([&](std::int64_t row) {
        if (array.IsValid(row) && holds(row))
            result.set(row);
    });
    return result;
}

template <class Value>
Bitmap testWhole(const arrow::Array& array, const Value& holds)
{
    switch (array.type_id()) {
    case arrow::Type::DATE32:
        return testValues(static_cast<const arrow::Date32Array&>(array).raw_values(), array.length(),
                          [&](std::int32_t value) { return holds(std::int64_t{value}); });
    case arrow::Type::BOOL: {
        const auto& bools = static_cast<const arrow::BooleanArray&>(array);
        Bitmap result(array.length());
        for (std::int64_t i = 0; i < array.length(); ++i) {
            if (holds(std::int64_t{bools.Value(i)}))
                result.set(i);
        }
        return result;
    }
    default:
        return testValues(storedIntegers(array), array.length(), holds);
    }
}

template <class T, class Bound>
Bitmap testRange(const T* values, std::int64_t rows, const RangeTest<Bound>& test)
{
    Bitmap result(rows);
    rangeBits(values, static_cast<std::size_t>(rows), test.low, test.high, result.words().data());
    return result;
}

template <class Holds>
Bitmap testNumbers(const arrow::Array& array, const Holds& holds)
{
    return testValues(static_cast<const arrow::DoubleArray&>(array).raw_values(), array.length(), holds);
}

template <class Holds>
Bitmap testDecimals(const arrow::Array& array, const Bitmap& wanted, const Holds& holds)
{
    const auto& decimals = static_cast<const arrow::Decimal128Array&>(array);
    return testRows(wanted, array, [&](std::int64_t row) {
        Int128 value;
        std::memcpy(&value, decimals.GetValue(row), sizeof value);
        return holds(value);
    });
}

template <class Holds>
Bitmap testTexts(const arrow::Array& array, const Bitmap& wanted, const Holds& holds)
{
    if (array.type_id() == arrow::Type::LARGE_STRING) {
        const auto& texts = static_cast<const arrow::LargeStringArray&>(array);
        return testRows(wanted, array, [&](std::int64_t row) { return holds(texts.GetView(row)); });
    }
    const auto& texts = static_cast<const arrow::StringArray&>(array);
    return testRows(wanted, array, [&](std::int64_t row) { return holds(texts.GetView(row)); });
}

struct Evaluator
{
    const arrow::Array& array;
    const Bitmap& wanted;

    Bitmap operator()(const RangeTest<std::int64_t>& test) const
    {
        switch (array.type_id()) {
        case arrow::Type::DATE32:
            return testRange(static_cast<const arrow::Date32Array&>(array).raw_values(), array.length(),
                             test);
        case arrow::Type::BOOL:
            return testWhole(array,
                             [&](std::int64_t value) { return value >= test.low && value <= test.high; });
        default:
            return testRange(storedIntegers(array), array.length(), test);
        }
    }
    Bitmap operator()(const RangeTest<double>& test) const
    {
        return testRange(static_cast<const arrow::DoubleArray&>(array).raw_values(), array.length(), test);
    }
    Bitmap operator()(const RangeTest<Int128>& test) const
    {
        return testDecimals(array, wanted,
                            [&](Int128 value) { return value >= test.low && value <= test.high; });
    }
    Bitmap operator()(const SetTest<std::int64_t>& test) const
    {
        return testWhole(array, [&](std::int64_t value) { return contains(test.values, value); });
    }
    Bitmap operator()(const SetTest<double>& test) const
    {
        return testNumbers(array,
                           [&](double value) { return !std::isnan(value) && contains(test.values, value); });
    }
    Bitmap operator()(const SetTest<Int128>& test) const
    {
        return testDecimals(array, wanted, [&](Int128 value) { return contains(test.values, value); });
    }
    Bitmap operator()(const TruthTest&) const
    {
        return testWhole(array, [](std::int64_t value) { return value != 0; });
    }
    Bitmap operator()(const NanTest&) const
    {
        return testNumbers(array, [](double value) { return std::isnan(value); });
    }
    Bitmap operator()(const TextOrderTest& test) const
    {
        return testTexts(array, wanted,
                         [&](std::string_view cell) { return test.holds(cell.compare(test.value)); });
    }
    Bitmap operator()(const TextBetweenTest& test) const
    {
        return testTexts(array, wanted,
                         [&](std::string_view cell) { return cell >= test.low && cell <= test.high; });
    }
    Bitmap operator()(const TextEqualTest& test) const
    {
        return testTexts(array, wanted, [&](std::string_view cell) { return cell == test.value; });
    }
    Bitmap operator()(const TextSetTest& test) const
    {
        return testTexts(array, wanted, [&](std::string_view cell) { return test.values.contains(cell); });
    }
    Bitmap operator()(const TextMatchTest& test) const
    {
        std::string buffer;
        return testTexts(array, wanted, [&](std::string_view cell) {
            switch (test.where) {
            case TextMatchTest::Where::Beginning:
                return test.needle.begins(cell, buffer);
            case TextMatchTest::Where::End:
                return test.needle.ends(cell, buffer);
            default:
                return test.needle.isIn(cell, buffer);
            }
        });
    }
    Bitmap operator()(const UnknownTest&) const { return Bitmap(array.length()); }
    Bitmap operator()(const MissingTest&) const { return Bitmap(array.length()); }

    template <class T>
    static bool contains(const std::vector<T>& sorted, T value)
    {
        return std::binary_search(sorted.begin(), sorted.end(), value);
    }
};

} // namespace

Truth evaluateTest(const FilterTest& test, const arrow::Array& array, const Bitmap& wanted)
{
    const std::int64_t rows = array.length();
    if (std::holds_alternative<UnknownTest>(test))
        return {Bitmap(rows), Bitmap(rows)};
    if (std::holds_alternative<MissingTest>(test)) {
        Truth result{Bitmap(rows, true), validity(array)};
        result.yes -= result.no;
        return result;
    }
    return truth(std::visit(Evaluator{array, wanted}, test), array);
}

} // namespace lepton::data
