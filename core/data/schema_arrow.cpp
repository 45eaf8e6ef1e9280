// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/schema_arrow.h"

#include "base/error.h"

#include <arrow/array.h>
#include <arrow/type.h>
#include <arrow/util/decimal.h>
#include <arrow/util/key_value_metadata.h>
#include <nlohmann/json.hpp>

namespace lepton::data {

namespace {

base::Error notOurs(const std::string& why)
{
    return {base::ErrorCode::BadParquet, "The file is not a table that this program wrote: " + why +
                                             ". Import it as a new data set instead."};
}

bool holds(const arrow::DataType& type, const Column& column)
{
    if (column.type == ColumnType::Text)
        return type.id() == arrow::Type::STRING || type.id() == arrow::Type::LARGE_STRING;
    return type.Equals(*arrowType(column));
}

} // namespace

std::shared_ptr<arrow::DataType> arrowType(const Column& column)
{
    switch (column.type) {
    case ColumnType::Null:
        return arrow::null();
    case ColumnType::Bool:
        return arrow::boolean();
    case ColumnType::Int64:
        return arrow::int64();
    case ColumnType::Float64:
        return arrow::float64();
    case ColumnType::Decimal:
        return arrow::decimal128(column.precision, column.scale);
    case ColumnType::Text:
        return arrow::utf8();
    case ColumnType::Date:
        return arrow::date32();
    case ColumnType::Time:
        return arrow::time64(arrow::TimeUnit::MICRO);
    case ColumnType::Timestamp:
        return column.utc ? arrow::timestamp(arrow::TimeUnit::MICRO, "UTC")
                          : arrow::timestamp(arrow::TimeUnit::MICRO);
    }
    return arrow::null();
}

std::shared_ptr<arrow::Schema> arrowSchema(const Schema& schema)
{
    arrow::FieldVector fields;
    fields.reserve(schema.size());
    for (const Column& column : schema.columns)
        fields.push_back(arrow::field(column.name, arrowType(column)));
    return arrow::schema(std::move(fields),
                         arrow::key_value_metadata({schemaMetadataKey}, {canonicalSchemaJson(schema)}));
}

Schema schemaFromArrow(const arrow::Schema& schema)
{
    const auto& metadata = schema.metadata();
    const int index = metadata ? metadata->FindKey(schemaMetadataKey) : -1;
    if (index < 0)
        throw notOurs("its schema is missing");
    Schema result;
    try {
        result = nlohmann::json::parse(metadata->value(index)).get<Schema>();
    } catch (const nlohmann::json::exception&) {
        throw notOurs("its schema cannot be read");
    }
    if (result.size() != static_cast<std::size_t>(schema.num_fields()))
        throw notOurs("it has another number of columns than its schema says");
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto& field = *schema.field(static_cast<int>(i));
        if (field.name() != result.columns[i].name || !holds(*field.type(), result.columns[i]))
            throw notOurs("the column '" + result.columns[i].name + "' is not what its schema says");
    }
    return result;
}

std::string formatDecimal(const arrow::Decimal128& value, int scale)
{
    const bool negative = value < arrow::Decimal128(0);
    std::string digits = value.ToIntegerString();
    if (negative)
        digits.erase(0, 1);
    if (scale > 0) {
        const auto places = static_cast<std::size_t>(scale);
        if (digits.size() <= places)
            digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, ".");
    }
    return negative ? "-" + digits : digits;
}

CellValue cellAt(const arrow::Array& array, std::int64_t row)
{
    if (array.IsNull(row))
        return {};
    switch (array.type_id()) {
    case arrow::Type::BOOL:
        return static_cast<const arrow::BooleanArray&>(array).Value(row);
    case arrow::Type::INT64:
        return static_cast<const arrow::Int64Array&>(array).Value(row);
    case arrow::Type::DOUBLE:
        return static_cast<const arrow::DoubleArray&>(array).Value(row);
    case arrow::Type::DATE32:
        return std::int64_t{static_cast<const arrow::Date32Array&>(array).Value(row)};
    case arrow::Type::TIME64:
        return std::int64_t{static_cast<const arrow::Time64Array&>(array).Value(row)};
    case arrow::Type::TIMESTAMP:
        return std::int64_t{static_cast<const arrow::TimestampArray&>(array).Value(row)};
    case arrow::Type::STRING:
        return static_cast<const arrow::StringArray&>(array).GetString(row);
    case arrow::Type::LARGE_STRING:
        return static_cast<const arrow::LargeStringArray&>(array).GetString(row);
    case arrow::Type::DECIMAL128: {
        const auto& decimals = static_cast<const arrow::Decimal128Array&>(array);
        const auto& type = static_cast<const arrow::Decimal128Type&>(*array.type());
        return formatDecimal(arrow::Decimal128(decimals.GetValue(row)), type.scale());
    }
    default:
        return {};
    }
}

} // namespace lepton::data
