// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/table_output.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "data/arrow_support.h"
#include "data/table_writer.h"

#include <arrow/array.h>
#include <arrow/builder.h>

#include <algorithm>

namespace lepton::data {
namespace {

template <class Builder, class Value>
std::shared_ptr<arrow::Array> built(const Column& column, std::size_t index, std::int64_t first,
                                    std::int64_t count, const CellSource& cells)
{
    Builder builder;
    for (std::int64_t row = first; row < first + count; ++row) {
        const CellValue cell = cells(row, index);
        if (isMissing(cell)) {
            check(builder.AppendNull());
        } else if (const auto* value = std::get_if<Value>(&cell)) {
            check(builder.Append(*value));
        } else {
            throw base::Error(base::ErrorCode::InvalidArgument, "A value of the column \"" + column.name +
                                                                    "\" is not of the type " +
                                                                    std::string(typeName(column.type)) + ".");
        }
    }
    return checked(builder.Finish());
}

std::shared_ptr<arrow::Array> array(const Column& wanted, std::size_t index, std::int64_t first,
                                    std::int64_t count, const CellSource& cells)
{
    switch (wanted.type) {
    case ColumnType::Bool:
        return built<arrow::BooleanBuilder, bool>(wanted, index, first, count, cells);
    case ColumnType::Int64:
        return built<arrow::Int64Builder, std::int64_t>(wanted, index, first, count, cells);
    case ColumnType::Float64:
        return built<arrow::DoubleBuilder, double>(wanted, index, first, count, cells);
    case ColumnType::Text:
        return built<arrow::StringBuilder, std::string>(wanted, index, first, count, cells);
    default:
        throw base::Error(base::ErrorCode::InvalidArgument, "A column of the type " +
                                                                std::string(typeName(wanted.type)) +
                                                                " cannot be written from computed cells.");
    }
}

} // namespace

void writeTable(const std::filesystem::path& target, const Schema& schema, std::int64_t rows,
                const CellSource& cells, const base::Cancellation& cancellation)
{
    std::vector<bool> dictionary;
    for (const Column& wanted : schema.columns)
        dictionary.push_back(wanted.type == ColumnType::Text);
    TableWriter writer(target, schema, dictionary);
    for (std::int64_t first = 0; first < rows; first += rowGroupRows) {
        cancellation.throwIfRequested();
        const std::int64_t count = std::min(rowGroupRows, rows - first);
        std::vector<std::shared_ptr<arrow::Array>> arrays;
        for (std::size_t i = 0; i < schema.size(); ++i)
            arrays.push_back(array(schema.columns[i], i, first, count, cells));
        writer.write(std::move(arrays));
    }
    writer.finish();
}

} // namespace lepton::data
