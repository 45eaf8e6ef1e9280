// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/value_errors.h"

#include "data/cell_parser.h"
#include "data/column_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

namespace lepton::data {

namespace {

constexpr std::size_t mostShownFields = 100;

std::string typeWords(const Column& column)
{
    switch (column.type) {
    case ColumnType::Null:
        return "nothing";
    case ColumnType::Bool:
        return "a truth value";
    case ColumnType::Int64:
        return "a whole number of 64 bits";
    case ColumnType::Float64:
        return "a number";
    case ColumnType::Decimal:
        return fmt::format("a decimal number of at most {} digits, {} of them behind the point",
                           column.precision, column.scale);
    case ColumnType::Text:
        return "a text";
    case ColumnType::Date:
        return "a day as YYYY-MM-DD";
    case ColumnType::Time:
        return "a time as HH:MM:SS";
    case ColumnType::Timestamp:
        return column.utc ? "a time with a zone, as 2024-01-31T12:00:00Z" : "a time without a zone";
    }
    return "a value";
}

base::ErrorCode kindFor(const Column& column, std::string_view text)
{
    // Digits alone that are no value of the type can only be too many.
    const bool digits = !text.empty() &&
                        text.find_first_not_of("+-0123456789.eE") == std::string_view::npos &&
                        text.find_first_of("0123456789") != std::string_view::npos;
    const bool number = column.type == ColumnType::Int64 || column.type == ColumnType::Float64;
    NumberForm form;
    const bool tooLarge =
        digits && number &&
        (column.type == ColumnType::Float64 || (parseFloat(text, '.', true, form) && form.plain));
    return tooLarge ? base::ErrorCode::NumberOutOfRange : base::ErrorCode::BadValue;
}

void removeRows(RecordBatch& batch, const std::vector<std::size_t>& bad)
{
    std::size_t kept = 0;
    auto next = bad.begin();
    for (std::size_t row = 0; row < batch.rows; ++row) {
        if (next != bad.end() && *next == row) {
            ++next;
            continue;
        }
        const auto from = batch.fields.begin() + static_cast<std::ptrdiff_t>(row * batch.columns);
        std::copy(from, from + static_cast<std::ptrdiff_t>(batch.columns),
                  batch.fields.begin() + static_cast<std::ptrdiff_t>(kept * batch.columns));
        batch.places[kept] = batch.places[row];
        ++kept;
    }
    batch.rows = kept;
    batch.fields.resize(kept * batch.columns);
    batch.places.resize(kept);
}

} // namespace

std::vector<BadRow> misfitRows(RecordBatch& batch, const TablePlan& plan, const InferenceRules& rules,
                               OpenedInput& opened)
{
    std::vector<std::optional<std::size_t>> misfits(batch.rows); // first column that does not fit
    for (std::size_t column = 0; column < batch.columns; ++column) {
        if (!plan.columns[column].stated)
            continue;
        for (const std::size_t row : findMisfits(batch, column, plan.columns[column], rules)) {
            if (!misfits[row])
                misfits[row] = column;
        }
    }
    std::vector<BadRow> rows;
    std::vector<std::size_t> bad;
    std::string scratch;
    const std::string compression = opened.bytes().compression();
    for (std::size_t row = 0; row < batch.rows; ++row) {
        if (!misfits[row])
            continue;
        bad.push_back(row);
        const Column& column = plan.columns[*misfits[row]].column;
        const Field& field = batch.field(row, *misfits[row]);
        const std::string_view text = batch.value(field, rules.quote, scratch);
        const RecordPlace& place = batch.places[row];
        BadRow entry;
        entry.kind = kindFor(column, trimmed(text));
        entry.place.row = batch.firstRecord + place.record;
        entry.place.line = batch.firstLine + place.line;
        entry.place.byte = batch.text.storedAt(batch.strictTexts ? place.at : field.at);
        entry.place.column = column.name;
        entry.cell = shownCell(text);
        entry.message = fmt::format(
            "Row {} (line {}), column '{}', byte {}{}: '{}' is not {}. Mend the cell, choose "
            "another type for the column, or import without the rows that cannot be read.",
            *entry.place.row, *entry.place.line, column.name, *entry.place.byte,
            compression.empty() ? "" : " of the decompressed file", entry.cell, typeWords(column));
        for (std::size_t i = 0; i < std::min(batch.columns, mostShownFields); ++i)
            entry.fields.push_back(shownCell(batch.value(batch.field(row, i), rules.quote, scratch)));
        rows.push_back(std::move(entry));
    }
    if (!bad.empty())
        removeRows(batch, bad);
    return rows;
}

} // namespace lepton::data
