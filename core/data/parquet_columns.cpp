// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/parquet_columns.h"

#include "base/error.h"
#include "base/text.h"
#include "data/arrow_support.h"
#include "data/nested_json.h"
#include "data/schema_arrow.h"

#include <arrow/array.h>
#include <arrow/array/builder_binary.h>
#include <arrow/compute/cast.h>
#include <arrow/extension_type.h>
#include <arrow/type.h>
#include <fmt/format.h>

#include <limits>

namespace lepton::data {

namespace {

base::Error refused(const std::string& name, const std::string& why)
{
    return {base::ErrorCode::Unsupported, fmt::format("The column '{}' {}.", name, why),
            base::ErrorPlace{{}, {}, {}, name, {}, {}}};
}

base::Error refusedValue(const Column& column, std::int64_t row, base::ErrorCode code, const std::string& why)
{
    return {code, fmt::format("Row {}, column '{}': {}.", row, column.name, why),
            base::ErrorPlace{row, {}, {}, column.name, {}, {}}};
}

Column decimalColumn(const std::string& name, const arrow::DecimalType& type)
{
    if (type.precision() > 38 || type.scale() < 0 || type.scale() > type.precision())
        throw refused(
            name, fmt::format("holds decimals of {} digits with {} behind the point; at most 38 digits can "
                              "be kept. Convert the column before the import",
                              type.precision(), type.scale()));
    return {name, ColumnType::Decimal, false, type.precision(), type.scale()};
}

bool isUnsigned64(const arrow::DataType& type)
{
    return type.id() == arrow::Type::UINT64;
}

template <class Texts>
std::optional<std::int64_t> firstInvalidText(const Texts& texts)
{
    for (std::int64_t i = 0; i < texts.length(); ++i) {
        if (texts.IsValid(i)) {
            const auto text = texts.GetView(i);
            if (base::firstInvalidUtf8(text) || text.find('\0') != std::string_view::npos)
                return i;
        }
    }
    return std::nullopt;
}

void refuseBadText(const arrow::Array& array, const Column& column, std::int64_t firstRow)
{
    const auto bad = array.type_id() == arrow::Type::LARGE_STRING
                         ? firstInvalidText(static_cast<const arrow::LargeStringArray&>(array))
                         : firstInvalidText(static_cast<const arrow::StringArray&>(array));
    if (bad)
        throw refusedValue(column, firstRow + *bad, base::ErrorCode::BadEncoding,
                           "the text is not valid UTF-8 or holds a NUL character");
}

std::shared_ptr<arrow::Array> nestedTexts(const arrow::Array& array)
{
    arrow::StringBuilder builder;
    for (std::int64_t i = 0; i < array.length(); ++i)
        check(array.IsNull(i) ? builder.AppendNull() : builder.Append(nestedJson(array, i)));
    return checked(builder.Finish());
}

/// The first row in which @p converted misses a value that @p array has, or 0.
std::int64_t firstUnfit(const std::shared_ptr<arrow::Array>& array,
                        const std::shared_ptr<arrow::DataType>& type)
{
    for (std::int64_t i = 0; i < array->length(); ++i) {
        if (array->IsValid(i) && !arrow::compute::Cast(*array->Slice(i, 1), type).ok())
            return i;
    }
    return 0;
}

} // namespace

bool isNested(const arrow::DataType& type)
{
    switch (type.id()) {
    case arrow::Type::LIST:
    case arrow::Type::LARGE_LIST:
    case arrow::Type::FIXED_SIZE_LIST:
    case arrow::Type::STRUCT:
    case arrow::Type::MAP:
        return true;
    default:
        return false;
    }
}

Column columnForArrow(const std::string& name, const arrow::DataType& type, bool beyondInt64)
{
    switch (type.id()) {
    case arrow::Type::NA:
        return {name, ColumnType::Null};
    case arrow::Type::BOOL:
        return {name, ColumnType::Bool};
    case arrow::Type::INT8:
    case arrow::Type::INT16:
    case arrow::Type::INT32:
    case arrow::Type::INT64:
    case arrow::Type::UINT8:
    case arrow::Type::UINT16:
    case arrow::Type::UINT32:
        return {name, ColumnType::Int64};
    case arrow::Type::UINT64:
        return beyondInt64 ? Column{name, ColumnType::Decimal, false, 20, 0}
                           : Column{name, ColumnType::Int64};
    case arrow::Type::HALF_FLOAT:
    case arrow::Type::FLOAT:
    case arrow::Type::DOUBLE:
        return {name, ColumnType::Float64};
    case arrow::Type::DECIMAL32:
    case arrow::Type::DECIMAL64:
    case arrow::Type::DECIMAL128:
    case arrow::Type::DECIMAL256:
        return decimalColumn(name, static_cast<const arrow::DecimalType&>(type));
    case arrow::Type::STRING:
    case arrow::Type::LARGE_STRING:
    case arrow::Type::STRING_VIEW:
        return {name, ColumnType::Text};
    case arrow::Type::DICTIONARY:
        return columnForArrow(name, *static_cast<const arrow::DictionaryType&>(type).value_type(),
                              beyondInt64);
    case arrow::Type::EXTENSION:
        return columnForArrow(name, *static_cast<const arrow::ExtensionType&>(type).storage_type(),
                              beyondInt64);
    case arrow::Type::DATE32:
    case arrow::Type::DATE64:
        return {name, ColumnType::Date};
    case arrow::Type::TIME32:
    case arrow::Type::TIME64:
        return {name, ColumnType::Time};
    case arrow::Type::TIMESTAMP: {
        const bool utc = !static_cast<const arrow::TimestampType&>(type).timezone().empty();
        return {name, ColumnType::Timestamp, utc};
    }
    default:
        if (isNested(type))
            return {name, ColumnType::Text};
        throw refused(
            name, fmt::format("holds values of the type {}, which no column of a table here can keep. Leave "
                              "it out or convert it before the import",
                              type.ToString()));
    }
}

std::shared_ptr<arrow::Array> convertToColumn(const std::shared_ptr<arrow::Array>& array,
                                              const Column& column, std::size_t index, std::int64_t firstRow)
{
    if (array->type_id() == arrow::Type::EXTENSION)
        return convertToColumn(static_cast<const arrow::ExtensionArray&>(*array).storage(), column, index,
                               firstRow);
    if (isNested(*array->type()))
        return nestedTexts(*array);
    std::shared_ptr<arrow::Array> result = array;
    if (array->type_id() == arrow::Type::DICTIONARY) {
        const auto& type = static_cast<const arrow::DictionaryType&>(*array->type());
        const auto plain = checked(arrow::compute::Cast(*array, type.value_type()));
        return convertToColumn(plain, column, index, firstRow);
    }
    const auto wanted = arrowType(column);
    if (!array->type()->Equals(*wanted)) {
        auto cast = arrow::compute::Cast(*array, wanted);
        if (!cast.ok()) {
            if (isUnsigned64(*array->type()))
                throw UnsignedOverflow{index};
            throw refusedValue(
                column, firstRow + firstUnfit(array, wanted), base::ErrorCode::Unsupported,
                "the value cannot be kept exactly: times are kept to the microsecond. Round the column "
                "before the import");
        }
        result = std::move(cast).ValueUnsafe();
    }
    if (column.type == ColumnType::Text)
        refuseBadText(*result, column, firstRow);
    return result;
}

} // namespace lepton::data
