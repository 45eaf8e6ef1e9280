// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/content_hash.h"

#include <arrow/array.h>
#include <arrow/util/bit_util.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

static_assert(std::endian::native == std::endian::little, "the values are hashed as they stand in memory");

namespace lepton::data {

namespace {

std::string_view bytesOf(const void* data, std::size_t size)
{
    return {static_cast<const char*>(data), size};
}

std::size_t widthOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Date:
        return 4;
    case ColumnType::Decimal:
        return 16;
    case ColumnType::Int64:
    case ColumnType::Float64:
    case ColumnType::Time:
    case ColumnType::Timestamp:
        return 8;
    default:
        return 0;
    }
}

bool hasNan(const double* values, std::size_t count)
{
    bool found = false;
    for (std::size_t i = 0; i < count; ++i)
        found |= values[i] != values[i];
    return found;
}

} // namespace

ColumnHash::ColumnHash(ColumnType type)
    : m_type(type)
{}

void ColumnHash::add(const arrow::Array& array)
{
    std::int64_t begin = 0;
    while (begin < array.length()) {
        const std::int64_t count = std::min(array.length() - begin, blockRows - m_rows);
        if (count == array.length())
            addSlice(array);
        else
            addSlice(*array.Slice(begin, count));
        begin += count;
        if (m_rows == blockRows)
            endBlock();
    }
}

void ColumnHash::addSlice(const arrow::Array& array)
{
    addValidity(array);
    addValues(array);
    m_rows += array.length();
}

void ColumnHash::addValidity(const arrow::Array& array)
{
    const bool allMissing = array.type_id() == arrow::Type::NA;
    const std::int64_t length = array.length();
    const auto shift = static_cast<unsigned>(m_rows % 8);
    m_scratch.assign(static_cast<std::size_t>((length + shift + 7) / 8), '\0');
    auto* bits = reinterpret_cast<std::uint8_t*>(m_scratch.data());
    bits[0] = m_bits;
    if (!allMissing && array.null_count() == 0)
        arrow::bit_util::SetBitsTo(bits, shift, length, true);
    else if (!allMissing) {
        for (std::int64_t i = 0; i < length; ++i)
            arrow::bit_util::SetBitTo(bits, static_cast<std::int64_t>(shift) + i, array.IsValid(i));
    }
    const auto whole = static_cast<std::size_t>((length + shift) / 8);
    m_validity.update(std::string_view(m_scratch).substr(0, whole));
    m_bits = whole < m_scratch.size() ? bits[whole] : std::uint8_t{0};
}

void ColumnHash::addValues(const arrow::Array& array)
{
    const auto length = static_cast<std::size_t>(array.length());
    if (m_type == ColumnType::Text) {
        const auto addTexts = [&](const auto& texts) {
            bool hidden = false; // bytes under a missing text, which are no part of the table
            m_scratch.resize(length * 4);
            for (std::size_t i = 0; i < length; ++i) {
                const auto row = static_cast<std::int64_t>(i);
                const auto size = static_cast<std::uint32_t>(texts.value_length(row));
                const std::uint32_t counted = texts.IsNull(row) ? 0 : size;
                std::memcpy(m_scratch.data() + i * 4, &counted, 4);
                hidden = hidden || size != counted;
            }
            m_values.update(std::string_view(m_scratch));
            const auto first = texts.value_offset(0);
            const auto last = texts.value_offset(texts.length());
            if (!hidden) {
                m_texts.update(bytesOf(texts.raw_data() + first, static_cast<std::size_t>(last - first)));
                return;
            }
            for (std::int64_t i = 0; i < texts.length(); ++i) {
                if (texts.IsValid(i))
                    m_texts.update(texts.GetView(i));
            }
        };
        if (array.type_id() == arrow::Type::LARGE_STRING)
            addTexts(static_cast<const arrow::LargeStringArray&>(array));
        else
            addTexts(static_cast<const arrow::StringArray&>(array));
        return;
    }
    if (m_type == ColumnType::Bool) {
        const auto& truths = static_cast<const arrow::BooleanArray&>(array);
        m_scratch.resize(length);
        for (std::size_t i = 0; i < length; ++i) {
            const auto row = static_cast<std::int64_t>(i);
            m_scratch[i] = truths.IsValid(row) && truths.Value(row) ? '\1' : '\0';
        }
        m_values.update(std::string_view(m_scratch));
        return;
    }
    const std::size_t width = widthOf(m_type);
    if (width == 0)
        return;
    const auto& data = *array.data();
    const auto* values = data.buffers[1]->data() + static_cast<std::size_t>(data.offset) * width;
    const bool floats = m_type == ColumnType::Float64;
    if (array.null_count() == 0 && !(floats && hasNan(reinterpret_cast<const double*>(values), length))) {
        m_values.update(bytesOf(values, length * width));
        return;
    }
    m_scratch.assign(reinterpret_cast<const char*>(values), length * width);
    constexpr std::uint64_t nanBits = 0x7ff8000000000000;
    for (std::size_t i = 0; i < length; ++i) {
        char* value = m_scratch.data() + i * width;
        if (array.IsNull(static_cast<std::int64_t>(i))) {
            std::memset(value, 0, width);
        } else if (floats) {
            double number;
            std::memcpy(&number, value, sizeof number);
            if (std::isnan(number))
                std::memcpy(value, &nanBits, sizeof nanBits);
        }
    }
    m_values.update(std::string_view(m_scratch));
}

void ColumnHash::endBlock()
{
    if (m_rows % 8 != 0)
        m_validity.update(bytesOf(&m_bits, 1));
    m_bits = 0;
    base::Sha256 block;
    block.updateU64(static_cast<std::uint64_t>(m_rows));
    const auto add = [&block](base::Sha256& part) {
        const auto digest = part.finish();
        block.update(bytesOf(digest.data(), digest.size()));
    };
    add(m_validity);
    add(m_values);
    if (m_type == ColumnType::Text)
        add(m_texts);
    const auto digest = block.finish();
    m_blocks.update(bytesOf(digest.data(), digest.size()));
    m_rows = 0;
}

base::Sha256Digest ColumnHash::finish()
{
    if (m_rows > 0)
        endBlock();
    return m_blocks.finish();
}

std::string contentHash(const Schema& schema, std::int64_t rows, std::vector<ColumnHash>& columns)
{
    base::Sha256 hash;
    hash.update("lepton-table-1");
    const std::string json = canonicalSchemaJson(schema);
    hash.updateU64(json.size());
    hash.update(json);
    hash.updateU64(static_cast<std::uint64_t>(rows));
    for (ColumnHash& column : columns) {
        const auto digest = column.finish();
        hash.update(bytesOf(digest.data(), digest.size()));
    }
    return base::toHex(hash.finish());
}

} // namespace lepton::data
