// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lepton::data {

/// The types of columns; Null is a column without any value.
enum class ColumnType
{
    Null,
    Bool,
    Int64,
    Float64,
    Decimal,
    Text,
    Date,
    Time,
    Timestamp
};

/// "int64", "float64", "decimal", "text", "bool", "date", "time", "timestamp", "null".
std::string_view typeName(ColumnType type) noexcept;
std::optional<ColumnType> typeFromName(std::string_view name) noexcept;

/// One column. Arrow types: null, boolean, int64, float64, decimal128(precision, scale), utf8 (large_utf8
/// where a row group needs it), date32, time64[us], timestamp[us] or timestamp[us, UTC].
struct Column
{
    std::string name;
    ColumnType type = ColumnType::Text;
    bool utc = false;  ///< Timestamp: an instant (true) or a wall-clock time without a zone (false)
    int precision = 0; ///< Decimal: digits, 1 to 38
    int scale = 0;     ///< Decimal: digits behind the point

    friend bool operator==(const Column&, const Column&) = default;
};

/// The columns of a version, in the order of the file.
struct Schema
{
    std::vector<Column> columns;

    std::size_t size() const noexcept { return columns.size(); }
    /// Position of the column called exactly @p name.
    std::optional<std::size_t> find(std::string_view name) const noexcept;

    friend bool operator==(const Schema&, const Schema&) = default;
};

/// {"columns":[{"name","type",...}]} with sorted keys and no blanks: the text that the content hash begins
/// with.
std::string canonicalSchemaJson(const Schema& schema);
void to_json(nlohmann::json& json, const Schema& schema);
void from_json(const nlohmann::json& json, Schema& schema);

/// The value of one cell: nothing (missing), bool, int64 (Int64; Date as days since 1970-01-01; Time and
/// Timestamp as microseconds), double, or text (Text; Decimal as its exact digits).
using CellValue = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

inline bool isMissing(const CellValue& value) noexcept
{
    return std::holds_alternative<std::monostate>(value);
}

/// As it is written to CSV and shown in a cell: shortest digits that read back as the same double ("2.0" for
/// a whole one), YYYY-MM-DD, ISO times (with Z when utc), true/false, "" for missing.
std::string formatCell(const Column& column, const CellValue& value);
/// As `lepton dataset head --json` prints it: numbers as numbers, NaN and infinities as {"float":"nan"},
/// dates and times as text, missing as null.
nlohmann::json cellToJson(const Column& column, const CellValue& value);

} // namespace lepton::data
