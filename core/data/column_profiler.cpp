// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/column_profiler.h"

#include "base/text.h"
#include "data/number_summary.h"
#include "data/schema_arrow.h"
#include "data/value_counter.h"

#include <arrow/array.h>
#include <arrow/util/decimal.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace lepton::data {

namespace {

constexpr std::size_t topCount = 20;
/// Numbers with more different values than this have a histogram and no list of values.
constexpr std::int64_t fewDistinct = 100;
constexpr std::size_t shownCodePoints = 200;

std::size_t share(std::size_t total, std::size_t columns, std::size_t least, std::size_t most)
{
    return std::clamp(total / std::max<std::size_t>(columns, 1), least, most);
}

/// The first 8 bytes as a number that sorts as the bytes do.
std::uint64_t sortPrefix(std::string_view text)
{
    std::array<unsigned char, 8> bytes{};
    std::memcpy(bytes.data(), text.data(), std::min<std::size_t>(text.size(), 8));
    std::uint64_t prefix = 0;
    for (const unsigned char byte : bytes)
        prefix = prefix << 8 | byte;
    return prefix;
}

/// Numbers collected until a block is full, so that the inner loops are tight.
class Block
{
public:
    explicit Block(NumberSummary& summary)
        : m_summary(summary)
    {}
    ~Block() { m_summary.add({m_values.data(), m_size}); }
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;

    void add(double value)
    {
        if (m_size == m_values.size()) {
            m_summary.add(m_values);
            m_size = 0;
        }
        m_values[m_size++] = value;
    }

private:
    NumberSummary& m_summary;
    std::size_t m_size = 0;
    std::array<double, 2048> m_values;
};

template <class Extreme>
struct Extremes
{
    std::optional<Extreme> smallest, largest;

    template <class Value>
    void add(const Value& value)
    {
        if (!smallest || value < *smallest)
            smallest = Extreme(value);
        if (!largest || *largest < value)
            largest = Extreme(value);
    }
};

std::string shown(const std::string& text)
{
    const std::string_view kept = base::firstCodePoints(text, shownCodePoints);
    return kept.size() < text.size() ? std::string(kept) + "…" : text;
}

} // namespace

struct ColumnProfiler::Impl
{
    Impl(const Column& profiled, std::size_t columns)
        : column(profiled)
        , summary(profiled.type != ColumnType::Float64 && profiled.type != ColumnType::Decimal,
                  share(std::size_t{8} << 20, columns, 1024, 65'536))
        , counter(share(std::size_t{1} << 20, columns, 256, 16'384), columns > 512 ? 12 : 14,
                  profiled.type == ColumnType::Text || profiled.type == ColumnType::Decimal)
    {}

    template <class Array>
    void addIntegers(const Array& array)
    {
        Block block(summary);
        for (std::int64_t i = 0; i < array.length(); ++i) {
            if (array.IsNull(i))
                continue;
            const std::int64_t value = array.Value(i);
            integers.add(value);
            counter.add(static_cast<std::uint64_t>(value));
            block.add(static_cast<double>(value));
        }
    }

    void addDoubles(const arrow::DoubleArray& array)
    {
        Block block(summary);
        for (std::int64_t i = 0; i < array.length(); ++i) {
            if (array.IsNull(i))
                continue;
            double value = array.Value(i);
            if (std::isnan(value)) {
                ++nan;
                continue;
            }
            if (value == 0)
                value = 0; // the negative zero is the same value
            doubles.add(value);
            counter.add(std::bit_cast<std::uint64_t>(value));
            if (std::isinf(value))
                ++infinite;
            else
                block.add(value);
        }
    }

    void addDecimals(const arrow::Decimal128Array& array)
    {
        Block block(summary);
        for (std::int64_t i = 0; i < array.length(); ++i) {
            if (array.IsNull(i))
                continue;
            const arrow::Decimal128 value(array.GetValue(i));
            decimals.add(value);
            const std::string digits = formatDecimal(value, column.scale);
            counter.add(hashText(digits), digits);
            block.add(value.ToDouble(column.scale));
        }
    }

    void addBooleans(const arrow::BooleanArray& array)
    {
        for (std::int64_t i = 0; i < array.length(); ++i) {
            if (array.IsNull(i))
                continue;
            ++(array.Value(i) ? trueCount : falseCount);
        }
    }

    void addToTextRange(std::string_view text)
    {
        // Nearly every text lies between the two, and its first bytes tell.
        const std::uint64_t prefix = sortPrefix(text);
        if (texts.smallest && prefix > smallestPrefix && prefix < largestPrefix)
            return;
        texts.add(text);
        smallestPrefix = sortPrefix(*texts.smallest);
        largestPrefix = sortPrefix(*texts.largest);
    }

    template <class Array>
    void addTexts(const Array& array)
    {
        if (array.length() == 0)
            return;
        Block block(summary);
        const auto first = array.value_offset(0);
        const auto bytes = static_cast<std::size_t>(array.value_offset(array.length()) - first);
        const auto* data = array.raw_data() + first;
        bool ascii = true;
        for (std::size_t i = 0; i < bytes && ascii;) {
            const std::size_t end = std::min(bytes, i + 4096);
            unsigned char any = 0;
            for (; i < end; ++i)
                any = static_cast<unsigned char>(any | static_cast<unsigned char>(data[i]));
            ascii = any < 0x80;
        }
        for (std::int64_t i = 0; i < array.length(); ++i) {
            if (array.IsNull(i))
                continue;
            const std::string_view text = array.GetView(i);
            counter.add(hashText(text), text);
            addToTextRange(text);
            block.add(static_cast<double>(ascii ? text.size() : base::codePointCount(text)));
        }
    }

    void fillTop(ColumnProfile& profile) const;
    void fillExtremes(ColumnProfile& profile) const;

    Column column;
    std::int64_t rows = 0;
    std::int64_t missing = 0;
    std::int64_t nan = 0;
    std::int64_t infinite = 0;
    std::int64_t trueCount = 0;
    std::int64_t falseCount = 0;
    NumberSummary summary;
    ValueCounter counter;
    Extremes<std::int64_t> integers;
    Extremes<double> doubles;
    Extremes<arrow::Decimal128> decimals;
    Extremes<std::string> texts;
    std::uint64_t smallestPrefix = 0;
    std::uint64_t largestPrefix = 0;
};

ColumnProfiler::ColumnProfiler(const Column& column, std::size_t columnCount)
    : m_impl(std::make_unique<Impl>(column, columnCount))
{}

ColumnProfiler::~ColumnProfiler() = default;
ColumnProfiler::ColumnProfiler(ColumnProfiler&&) noexcept = default;
ColumnProfiler& ColumnProfiler::operator=(ColumnProfiler&&) noexcept = default;

void ColumnProfiler::add(const arrow::Array& array)
{
    Impl& impl = *m_impl;
    impl.rows += array.length();
    impl.missing += array.type_id() == arrow::Type::NA ? array.length() : array.null_count();
    switch (array.type_id()) {
    case arrow::Type::BOOL:
        return impl.addBooleans(static_cast<const arrow::BooleanArray&>(array));
    case arrow::Type::INT64:
        return impl.addIntegers(static_cast<const arrow::Int64Array&>(array));
    case arrow::Type::DOUBLE:
        return impl.addDoubles(static_cast<const arrow::DoubleArray&>(array));
    case arrow::Type::DATE32:
        return impl.addIntegers(static_cast<const arrow::Date32Array&>(array));
    case arrow::Type::TIME64:
        return impl.addIntegers(static_cast<const arrow::Time64Array&>(array));
    case arrow::Type::TIMESTAMP:
        return impl.addIntegers(static_cast<const arrow::TimestampArray&>(array));
    case arrow::Type::STRING:
        return impl.addTexts(static_cast<const arrow::StringArray&>(array));
    case arrow::Type::LARGE_STRING:
        return impl.addTexts(static_cast<const arrow::LargeStringArray&>(array));
    case arrow::Type::DECIMAL128:
        return impl.addDecimals(static_cast<const arrow::Decimal128Array&>(array));
    default:
        return;
    }
}

void ColumnProfiler::Impl::fillTop(ColumnProfile& profile) const
{
    if (column.type == ColumnType::Bool) {
        profile.top = {{"true", trueCount}, {"false", falseCount}};
        std::erase_if(profile.top, [](const auto& entry) { return entry.second == 0; });
        std::stable_sort(profile.top.begin(), profile.top.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        return;
    }
    const bool text = column.type == ColumnType::Text;
    profile.topExact = counter.exact();
    if (!text && (!counter.exact() || profile.distinct > fewDistinct))
        return;
    for (CountedValue& value : counter.top(topCount)) {
        if (text || column.type == ColumnType::Decimal)
            profile.top.emplace_back(std::move(value.text), value.count);
        else if (column.type == ColumnType::Float64)
            profile.top.emplace_back(formatCell(column, std::bit_cast<double>(value.key)), value.count);
        else
            profile.top.emplace_back(formatCell(column, std::bit_cast<std::int64_t>(value.key)), value.count);
    }
}

void ColumnProfiler::Impl::fillExtremes(ColumnProfile& profile) const
{
    if (integers.smallest) {
        profile.smallest = *integers.smallest;
        profile.largest = *integers.largest;
    } else if (doubles.smallest) {
        profile.smallest = *doubles.smallest;
        profile.largest = *doubles.largest;
        profile.minimum = *doubles.smallest;
        profile.maximum = *doubles.largest;
    } else if (decimals.smallest) {
        profile.smallest = formatDecimal(*decimals.smallest, column.scale);
        profile.largest = formatDecimal(*decimals.largest, column.scale);
    } else if (texts.smallest) {
        profile.smallest = shown(*texts.smallest);
        profile.largest = shown(*texts.largest);
    } else if (column.type == ColumnType::Bool && trueCount + falseCount > 0) {
        profile.smallest = falseCount == 0;
        profile.largest = trueCount > 0;
    }
}

std::int64_t ColumnProfiler::distinct() const
{
    const Impl& impl = *m_impl;
    if (impl.column.type == ColumnType::Bool)
        return (impl.trueCount > 0 ? 1 : 0) + (impl.falseCount > 0 ? 1 : 0);
    // An estimate may come out a little above what is possible.
    return std::min(impl.counter.distinct() + (impl.nan > 0 ? 1 : 0), impl.rows - impl.missing);
}

ColumnProfile ColumnProfiler::profile() const
{
    const Impl& impl = *m_impl;
    ColumnProfile profile;
    profile.rows = impl.rows;
    profile.missing = impl.missing;
    profile.nan = impl.nan;
    profile.infinite = impl.infinite;
    impl.summary.fill(profile);
    if (const auto truths = impl.trueCount + impl.falseCount; truths > 0)
        profile.mean = static_cast<double>(impl.trueCount) / static_cast<double>(truths);
    profile.distinct = distinct();
    profile.distinctExact = impl.counter.exact();
    impl.fillTop(profile);
    impl.fillExtremes(profile);
    return profile;
}

} // namespace lepton::data
