// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "data/file_format_names.h"
#include "data/importer.h"

#include <nlohmann/json.hpp>

namespace lepton::data {

namespace {

FileFormat formatFrom(const std::string& name)
{
    if (const auto format = base::valueOf(fileFormatNames, name))
        return *format;
    throw base::Error(base::ErrorCode::InvalidArgument,
                      "There is no file format '" + name + "': it is csv, jsonl or parquet.");
}

/// A character as a text of one, "" for none.
std::string charText(char c)
{
    return c == '\0' ? std::string() : std::string(1, c);
}

char charFrom(const nlohmann::json& json)
{
    const auto text = json.get<std::string>();
    return text.empty() ? '\0' : text[0];
}

template <class Value>
void read(const nlohmann::json& json, const char* key, std::optional<Value>& value)
{
    value.reset();
    if (const auto it = json.find(key); it != json.end() && !it->is_null())
        value = it->get<Value>();
}

} // namespace

void to_json(nlohmann::json& json, const ReadOptions& options)
{
    json = nlohmann::json::object();
    if (options.format)
        json["format"] = base::wordOf(fileFormatNames, *options.format);
    if (options.encoding)
        json["encoding"] = *options.encoding;
    if (options.delimiter)
        json["delimiter"] = charText(*options.delimiter);
    json["quote"] = charText(options.quote);
    if (options.decimalMark)
        json["decimal_mark"] = charText(*options.decimalMark);
    json["has_header"] = options.hasHeader;
    if (options.nulls)
        json["nulls"] = *options.nulls;
    json["bad_rows"] = options.badRows == BadRows::Skip ? "skip" : "fail";
    // A schema is a list of columns; here the name under which a type is stated is the key of it.
    Schema stated;
    for (const auto& [name, column] : options.types) {
        stated.columns.push_back(column);
        stated.columns.back().name = name;
    }
    json["types"] = nlohmann::json(stated).at("columns");
}

void from_json(const nlohmann::json& json, ReadOptions& options)
{
    options = {};
    if (const auto it = json.find("format"); it != json.end() && !it->is_null())
        options.format = formatFrom(it->get<std::string>());
    read(json, "encoding", options.encoding);
    if (const auto it = json.find("delimiter"); it != json.end() && !it->is_null())
        options.delimiter = charFrom(*it);
    if (const auto it = json.find("quote"); it != json.end())
        options.quote = charFrom(*it);
    if (const auto it = json.find("decimal_mark"); it != json.end() && !it->is_null())
        options.decimalMark = charFrom(*it);
    options.hasHeader = json.value("has_header", true);
    read(json, "nulls", options.nulls);
    options.badRows = json.value("bad_rows", "fail") == "skip" ? BadRows::Skip : BadRows::Fail;
    if (const auto it = json.find("types"); it != json.end()) {
        for (const Column& column : nlohmann::json{{"columns", *it}}.get<Schema>().columns)
            options.types[column.name] = column;
    }
}

void to_json(nlohmann::json& json, const CellSpelling& spelling)
{
    const CellSpelling usual;
    json = nlohmann::json::object();
    const auto write = [&json](const char* key, const auto& value, const auto& usualValue) {
        if (value != usualValue)
            json[key] = value;
    };
    write("missing", spelling.missing, usual.missing);
    if (spelling.unquoted)
        json["unquoted"] = *spelling.unquoted;
    write("truth", spelling.truth, usual.truth);
    write("falsehood", spelling.falsehood, usual.falsehood);
    write("nan", spelling.notANumber, usual.notANumber);
    write("infinity", spelling.infinity, usual.infinity);
    write("time_separator", charText(spelling.timeSeparator), charText(usual.timeSeparator));
    write("second_decimals", spelling.secondDecimals, usual.secondDecimals);
    write("zone", spelling.zone, usual.zone);
}

void from_json(const nlohmann::json& json, CellSpelling& spelling)
{
    const CellSpelling usual;
    spelling.missing = json.value("missing", usual.missing);
    read(json, "unquoted", spelling.unquoted);
    spelling.truth = json.value("truth", usual.truth);
    spelling.falsehood = json.value("falsehood", usual.falsehood);
    spelling.notANumber = json.value("nan", usual.notANumber);
    spelling.infinity = json.value("infinity", usual.infinity);
    spelling.timeSeparator = json.contains("time_separator") ? charFrom(json.at("time_separator")) : 'T';
    spelling.secondDecimals = json.value("second_decimals", usual.secondDecimals);
    spelling.zone = json.value("zone", usual.zone);
}

void to_json(nlohmann::json& json, const CsvStyle& style)
{
    json = {{"delimiter", charText(style.delimiter)}, {"encoding", style.encoding},
            {"byte_order_mark", style.byteOrderMark}, {"crlf", style.crlf},
            {"final_newline", style.finalNewline},    {"quoted_header", style.quotedHeader},
            {"quoted_columns", style.quotedColumns},  {"decimals", style.decimals},
            {"spellings", style.spellings},           {"decimal_mark", charText(style.decimalMark)}};
}

void from_json(const nlohmann::json& json, CsvStyle& style)
{
    style = {};
    style.delimiter = charFrom(json.at("delimiter"));
    json.at("encoding").get_to(style.encoding);
    json.at("byte_order_mark").get_to(style.byteOrderMark);
    json.at("crlf").get_to(style.crlf);
    json.at("final_newline").get_to(style.finalNewline);
    json.at("quoted_header").get_to(style.quotedHeader);
    json.at("quoted_columns").get_to(style.quotedColumns);
    json.at("decimals").get_to(style.decimals);
    if (const auto it = json.find("spellings"); it != json.end())
        it->get_to(style.spellings);
    style.decimalMark = charFrom(json.at("decimal_mark"));
}

} // namespace lepton::data
