// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"

#include "data/schema_arrow.h"

#include <arrow/api.h>
#include <arrow/io/file.h>
#include <parquet/arrow/writer.h>

#include <limits>
#include <stdexcept>

namespace lepton::testing {
namespace {

using data::CellValue;
using data::ColumnType;

void check(const arrow::Status& status)
{
    if (!status.ok())
        throw std::runtime_error(status.ToString());
}

template <class T>
T take(arrow::Result<T> result)
{
    check(result.status());
    return std::move(result).ValueUnsafe();
}

template <class Builder, class Value>
void append(arrow::ArrayBuilder& builder, const Value& value)
{
    check(static_cast<Builder&>(builder).Append(value));
}

void appendCell(arrow::ArrayBuilder& builder, const data::Column& column, const CellValue& cell)
{
    if (data::isMissing(cell))
        return check(builder.AppendNull());
    switch (column.type) {
    case ColumnType::Null:
        return check(builder.AppendNull());
    case ColumnType::Bool:
        return append<arrow::BooleanBuilder>(builder, std::get<bool>(cell));
    case ColumnType::Int64:
        return append<arrow::Int64Builder>(builder, std::get<std::int64_t>(cell));
    case ColumnType::Float64:
        return append<arrow::DoubleBuilder>(builder, std::get<double>(cell));
    case ColumnType::Decimal:
        return append<arrow::Decimal128Builder>(builder, arrow::Decimal128(std::get<std::int64_t>(cell)));
    case ColumnType::Text:
        return append<arrow::StringBuilder>(builder, std::get<std::string>(cell));
    case ColumnType::Date:
        return append<arrow::Date32Builder>(builder, static_cast<std::int32_t>(std::get<std::int64_t>(cell)));
    case ColumnType::Time:
        return append<arrow::Time64Builder>(builder, std::get<std::int64_t>(cell));
    case ColumnType::Timestamp:
        return append<arrow::TimestampBuilder>(builder, std::get<std::int64_t>(cell));
    }
}

std::shared_ptr<arrow::Table> toArrow(const data::Schema& schema, const Cells& cells)
{
    std::vector<std::shared_ptr<arrow::Array>> arrays;
    for (std::size_t c = 0; c < schema.size(); ++c) {
        const auto builder = take(arrow::MakeBuilder(data::arrowType(schema.columns[c])));
        for (const auto& row : cells)
            appendCell(*builder, schema.columns[c], row[c]);
        arrays.push_back(take(builder->Finish()));
    }
    return arrow::Table::Make(data::arrowSchema(schema), arrays, static_cast<std::int64_t>(cells.size()));
}

template <class T>
const T& oneOf(std::mt19937& random, const std::vector<T>& values)
{
    return values[random() % values.size()];
}

} // namespace

void writeTable(const std::filesystem::path& path, const data::Schema& schema, const Cells& cells,
                std::int64_t rowsPerGroup)
{
    const auto sink = take(arrow::io::FileOutputStream::Open(path.string()));
    check(parquet::arrow::WriteTable(
        *toArrow(schema, cells), arrow::default_memory_pool(), sink, rowsPerGroup,
        parquet::WriterProperties::Builder().compression(arrow::Compression::ZSTD)->build(),
        parquet::ArrowWriterProperties::Builder().store_schema()->build()));
    check(sink->Close());
}

data::Schema everyTypeSchema()
{
    return {{{"n", ColumnType::Int64},
             {"x", ColumnType::Float64},
             {"t", ColumnType::Text},
             {"b", ColumnType::Bool},
             {"d", ColumnType::Date},
             {"clock", ColumnType::Time},
             {"at", ColumnType::Timestamp},
             {"instant", ColumnType::Timestamp, true},
             {"amount", ColumnType::Decimal, false, 18, 2},
             {"nothing", ColumnType::Null}}};
}

Cells randomCells(std::mt19937& random, std::int64_t rows)
{
    const std::vector<std::int64_t> integers{-3,
                                             -1,
                                             0,
                                             1,
                                             2,
                                             3,
                                             7,
                                             9'007'199'254'740'992,
                                             9'007'199'254'740'993,
                                             std::numeric_limits<std::int64_t>::min(),
                                             std::numeric_limits<std::int64_t>::max()};
    const std::vector<double> numbers{-2.5,
                                      -0.0,
                                      0.0,
                                      0.1,
                                      1,
                                      2.5,
                                      3,
                                      1e300,
                                      std::numeric_limits<double>::quiet_NaN(),
                                      std::numeric_limits<double>::infinity(),
                                      -std::numeric_limits<double>::infinity()};
    const std::vector<std::string> texts{"",
                                         "a",
                                         "A",
                                         "ab",
                                         "aB",
                                         "b",
                                         "prefix-of-eight",
                                         "prefix-of-eight-and-more",
                                         std::string("nul\0byte", 8),
                                         "Straße",
                                         "STRASSE",
                                         "中文",
                                         "it's",
                                         "Zürich",
                                         "e\u0301t\u00e9",
                                         "😀 smile"};
    Cells cells;
    for (std::int64_t i = 0; i < rows; ++i) {
        const auto day = static_cast<std::int64_t>(random() % 5) + 19'752; // 2024-01-30 to 02-03
        std::vector<CellValue> row{oneOf(random, integers),
                                   oneOf(random, numbers),
                                   oneOf(random, texts),
                                   random() % 2 == 0,
                                   day,
                                   static_cast<std::int64_t>(random() % 4) * 21'600'000'000,
                                   day * 86'400'000'000 + static_cast<std::int64_t>(random() % 3) * 1'500'000,
                                   -day * 86'400'000'000 + static_cast<std::int64_t>(random() % 3),
                                   static_cast<std::int64_t>(random() % 400) - 200,
                                   {}};
        for (auto& cell : row) {
            if (random() % 8 == 0)
                cell = {};
        }
        cells.push_back(std::move(row));
    }
    return cells;
}

Cells asRead(const data::Schema& schema, Cells cells)
{
    for (std::size_t c = 0; c < schema.size(); ++c) {
        const data::Column& column = schema.columns[c];
        if (column.type != ColumnType::Decimal)
            continue;
        for (auto& row : cells) {
            if (const auto* unscaled = std::get_if<std::int64_t>(&row[c]))
                row[c] = data::formatDecimal(arrow::Decimal128(*unscaled), column.scale);
        }
    }
    return cells;
}

} // namespace lepton::testing
