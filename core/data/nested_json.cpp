// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/nested_json.h"

#include "base/sha256.h"
#include "data/arrow_support.h"
#include "data/parquet_columns.h"
#include "data/schema_arrow.h"

#include <arrow/array.h>
#include <arrow/type.h>
#include <nlohmann/json.hpp>

#include <span>

namespace lepton::data {

namespace {

using Json = nlohmann::ordered_json;

Json valueAt(const arrow::Array& array, std::int64_t row);

Json rangeOf(const arrow::Array& values, std::int64_t begin, std::int64_t count)
{
    Json list = Json::array();
    for (std::int64_t i = 0; i < count; ++i)
        list.push_back(valueAt(values, begin + i));
    return list;
}

Json structureAt(const arrow::StructArray& array, std::int64_t row)
{
    Json object = Json::object();
    for (int i = 0; i < array.num_fields(); ++i)
        object[array.struct_type()->field(i)->name()] = valueAt(*array.field(i), row);
    return object;
}

Json mapAt(const arrow::MapArray& array, std::int64_t row)
{
    Json pairs = Json::array();
    for (std::int64_t i = array.value_offset(row); i < array.value_offset(row + 1); ++i)
        pairs.push_back(Json::array({valueAt(*array.keys(), i), valueAt(*array.items(), i)}));
    return pairs;
}

Json plainAt(const arrow::Array& array, std::int64_t row)
{
    if (array.type_id() == arrow::Type::BINARY || array.type_id() == arrow::Type::FIXED_SIZE_BINARY) {
        const std::string_view bytes =
            array.type_id() == arrow::Type::BINARY
                ? static_cast<const arrow::BinaryArray&>(array).GetView(row)
                : static_cast<const arrow::FixedSizeBinaryArray&>(array).GetView(row);
        return base::toHex(std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
    }
    const Column column = columnForArrow("value", *array.type(), array.type_id() == arrow::Type::UINT64);
    const auto one = convertToColumn(array.Slice(row, 1), column, 0, row + 1);
    return cellToJson(column, cellAt(*one, 0));
}

Json valueAt(const arrow::Array& array, std::int64_t row)
{
    if (array.IsNull(row))
        return nullptr;
    switch (array.type_id()) {
    case arrow::Type::LIST: {
        const auto& list = static_cast<const arrow::ListArray&>(array);
        return rangeOf(*list.values(), list.value_offset(row), list.value_length(row));
    }
    case arrow::Type::LARGE_LIST: {
        const auto& list = static_cast<const arrow::LargeListArray&>(array);
        return rangeOf(*list.values(), list.value_offset(row), list.value_length(row));
    }
    case arrow::Type::FIXED_SIZE_LIST: {
        const auto& list = static_cast<const arrow::FixedSizeListArray&>(array);
        return rangeOf(*list.values(), list.value_offset(row), list.value_length());
    }
    case arrow::Type::STRUCT:
        return structureAt(static_cast<const arrow::StructArray&>(array), row);
    case arrow::Type::MAP:
        return mapAt(static_cast<const arrow::MapArray&>(array), row);
    default:
        return plainAt(array, row);
    }
}

} // namespace

std::string nestedJson(const arrow::Array& array, std::int64_t row)
{
    return valueAt(array, row).dump(-1, ' ', false, Json::error_handler_t::strict);
}

} // namespace lepton::data
