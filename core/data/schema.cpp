// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/schema.h"

#include "base/error.h"
#include "base/word_table.h"
#include "data/calendar.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace lepton::data {

namespace {

constexpr base::WordTable<ColumnType, 9> names{{
    {ColumnType::Null, "null"},
    {ColumnType::Bool, "bool"},
    {ColumnType::Int64, "int64"},
    {ColumnType::Float64, "float64"},
    {ColumnType::Decimal, "decimal"},
    {ColumnType::Text, "text"},
    {ColumnType::Date, "date"},
    {ColumnType::Time, "time"},
    {ColumnType::Timestamp, "timestamp"},
}};

void appendPadded(std::string& text, std::int64_t value, std::size_t width)
{
    std::array<char, 24> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    const auto digits = static_cast<std::size_t>(end - buffer.data());
    text.append(width > digits ? width - digits : 0, '0');
    text.append(buffer.data(), digits);
}

void appendDate(std::string& text, std::int64_t days)
{
    const CivilDay civil = civilFromDays(days);
    // ISO 8601 wants a sign on years that four digits cannot hold.
    if (civil.year < 0)
        text += '-';
    else if (civil.year > 9999)
        text += '+';
    appendPadded(text, civil.year < 0 ? -civil.year : civil.year, 4);
    text += '-';
    appendPadded(text, civil.month, 2);
    text += '-';
    appendPadded(text, civil.day, 2);
}

void appendTime(std::string& text, std::int64_t microseconds)
{
    const std::int64_t seconds = microseconds / microsecondsPerSecond;
    const std::int64_t fraction = microseconds % microsecondsPerSecond;
    appendPadded(text, seconds / 3600, 2);
    text += ':';
    appendPadded(text, seconds / 60 % 60, 2);
    text += ':';
    appendPadded(text, seconds % 60, 2);
    if (fraction == 0)
        return;
    text += '.';
    if (fraction % 1000 == 0)
        appendPadded(text, fraction / 1000, 3);
    else
        appendPadded(text, fraction, 6);
}

std::string formatTimestamp(std::int64_t microseconds, bool utc)
{
    std::int64_t days = microseconds / microsecondsPerDay;
    std::int64_t rest = microseconds % microsecondsPerDay;
    if (rest < 0) {
        rest += microsecondsPerDay;
        --days;
    }
    std::string text;
    appendDate(text, days);
    text += 'T';
    appendTime(text, rest);
    if (utc)
        text += 'Z';
    return text;
}

std::string formatDouble(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    std::array<char, 32> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    std::string text(buffer.data(), end);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

std::string formatInteger(const Column& column, std::int64_t value)
{
    std::string text;
    switch (column.type) {
    case ColumnType::Date:
        appendDate(text, value);
        return text;
    case ColumnType::Time:
        appendTime(text, value);
        return text;
    case ColumnType::Timestamp:
        return formatTimestamp(value, column.utc);
    default:
        return std::to_string(value);
    }
}

} // namespace

std::string_view typeName(ColumnType type) noexcept
{
    return base::wordOf(names, type, "null");
}

std::optional<ColumnType> typeFromName(std::string_view name) noexcept
{
    return base::valueOf(names, name);
}

std::optional<std::size_t> Schema::find(std::string_view name) const noexcept
{
    const auto it =
        std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
    if (it == columns.end())
        return std::nullopt;
    return static_cast<std::size_t>(it - columns.begin());
}

std::string canonicalSchemaJson(const Schema& schema)
{
    return nlohmann::json(schema).dump();
}

void to_json(nlohmann::json& json, const Schema& schema)
{
    nlohmann::json columns = nlohmann::json::array();
    for (const Column& column : schema.columns) {
        nlohmann::json entry{{"name", column.name}, {"type", typeName(column.type)}};
        if (column.type == ColumnType::Timestamp)
            entry["utc"] = column.utc;
        if (column.type == ColumnType::Decimal) {
            entry["precision"] = column.precision;
            entry["scale"] = column.scale;
        }
        columns.push_back(std::move(entry));
    }
    json = nlohmann::json{{"columns", std::move(columns)}};
}

void from_json(const nlohmann::json& json, Schema& schema)
{
    schema.columns.clear();
    for (const nlohmann::json& entry : json.at("columns")) {
        const auto& name = entry.at("type").get_ref<const std::string&>();
        const auto type = typeFromName(name);
        if (!type)
            throw base::Error(
                base::ErrorCode::Unsupported,
                "The table has a column of the type '" + name +
                    "', which this program does not know. A newer release made it; update the program.");
        schema.columns.push_back({entry.at("name").get<std::string>(), *type, entry.value("utc", false),
                                  entry.value("precision", 0), entry.value("scale", 0)});
    }
}

std::string formatCell(const Column& column, const CellValue& value)
{
    struct Visitor
    {
        const Column& column;
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(bool truth) const { return truth ? "true" : "false"; }
        std::string operator()(std::int64_t integer) const { return formatInteger(column, integer); }
        std::string operator()(double number) const { return formatDouble(number); }
        std::string operator()(const std::string& text) const { return text; }
    };
    return std::visit(Visitor{column}, value);
}

nlohmann::json cellToJson(const Column& column, const CellValue& value)
{
    if (const auto* number = std::get_if<double>(&value)) {
        if (std::isfinite(*number))
            return *number;
        return {{"float", formatDouble(*number)}};
    }
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        if (column.type == ColumnType::Int64)
            return *integer;
        return formatInteger(column, *integer);
    }
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth;
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    return nullptr;
}

} // namespace lepton::data
