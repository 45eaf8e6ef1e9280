// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset_json.h"

#include "base/error_json.h"

#include <fmt/format.h>

#include <utility>

namespace lepton::cli {
namespace {

nlohmann::json columnJson(const data::Column& column)
{
    nlohmann::json json{{"name", column.name}, {"type", data::typeName(column.type)}};
    if (column.type == data::ColumnType::Decimal) {
        json["precision"] = column.precision;
        json["scale"] = column.scale;
    }
    if (column.type == data::ColumnType::Timestamp)
        json["utc"] = column.utc;
    return json;
}

nlohmann::json columnsJson(const data::Schema& schema, const data::TableProfile& profile)
{
    nlohmann::json columns = nlohmann::json::array();
    for (std::size_t i = 0; i < schema.size(); ++i) {
        nlohmann::json column = columnJson(schema.columns[i]);
        column["nulls"] = i < profile.columns.size() ? profile.columns[i].missing : 0;
        columns.push_back(std::move(column));
    }
    return columns;
}

nlohmann::json detectedJson(const data::Detected& detected)
{
    switch (detected.format) {
    case data::FileFormat::Csv:
        return {{"format", "csv"},
                {"compression", detected.compression},
                {"encoding", detected.encoding},
                {"delimiter", std::string(1, detected.delimiter)}};
    case data::FileFormat::JsonLines:
        return {{"format", "jsonl"},
                {"compression", detected.compression},
                {"encoding", detected.encoding},
                {"delimiter", nullptr}};
    case data::FileFormat::Parquet:
        break;
    }
    return {{"format", "parquet"}, {"compression", ""}, {"encoding", nullptr}, {"delimiter", nullptr}};
}

nlohmann::json skippedJson(const data::Provenance& provenance)
{
    nlohmann::json rows = nlohmann::json::array();
    for (const data::BadRow& row : provenance.skippedRows) {
        nlohmann::json entry = row.place;
        // Present in every entry, known or not.
        for (const char* key : {"row", "byte"}) {
            if (!entry.contains(key))
                entry[key] = nullptr;
        }
        entry["kind"] = base::kindName(row.kind);
        entry["message"] = row.message;
        rows.push_back(std::move(entry));
    }
    return rows;
}

/// What import and show say alike.
nlohmann::json versionDocument(const data::Dataset& dataset, const data::DatasetVersion& version,
                               const data::TableProfile& profile)
{
    return {{"dataset", dataset.name},
            {"version", version.number},
            {"rows", version.rows},
            {"columns", columnsJson(version.schema, profile)},
            {"detected", detectedJson(version.provenance.detected)},
            {"skipped_rows", skippedJson(version.provenance)},
            {"skipped_row_count", version.provenance.skippedRowCount},
            {"hash", version.contentHash},
            {"notices", version.provenance.notices}};
}

nlohmann::json rowNumbers(const std::vector<std::int64_t>& rows)
{
    nlohmann::json numbers = nlohmann::json::array();
    for (const std::int64_t row : rows)
        numbers.push_back(row + 1);
    return numbers;
}

} // namespace

std::string shownType(const data::Column& column)
{
    std::string type(data::typeName(column.type));
    if (column.type == data::ColumnType::Decimal)
        type += fmt::format("({},{})", column.precision, column.scale);
    return type;
}

nlohmann::json importDocument(const data::ImportOutcome& outcome, const data::TableProfile& profile)
{
    nlohmann::json json = versionDocument(outcome.dataset, outcome.version, profile);
    if (outcome.unchanged)
        json["unchanged"] = true;
    return json;
}

nlohmann::json listEntry(const data::Dataset& dataset)
{
    nlohmann::json json{{"name", dataset.name},
                        {"version", dataset.latestVersion},
                        {"rows", dataset.rows},
                        {"columns", dataset.columns},
                        {"bytes", dataset.bytes},
                        {"department", dataset.department},
                        {"sensitivity", data::sensitivityName(dataset.sensitivity)},
                        {"owner", dataset.ownerName},
                        {"tags", dataset.tags},
                        {"updated", dataset.updated.toString()},
                        {"id", dataset.id.toString()}};
    if (dataset.trashed)
        json["trashed"] = dataset.trashed->toString();
    return json;
}

nlohmann::json showDocument(const data::VersionRef& ref, const data::TableProfile& profile,
                            const std::vector<data::DatasetVersion>& versions)
{
    nlohmann::json json = versionDocument(ref.dataset, ref.version, profile);
    for (std::size_t i = 0; i < profile.columns.size(); ++i)
        json["columns"][i]["profile"] = profile.columns[i];
    json["id"] = ref.dataset.id.toString();
    json["department"] = ref.dataset.department;
    json["sensitivity"] = data::sensitivityName(ref.dataset.sensitivity);
    json["description"] = ref.dataset.description;
    json["tags"] = ref.dataset.tags;
    json["owner"] = ref.dataset.ownerName;
    json["created"] = ref.version.created.toString();
    json["author"] = ref.version.authorName;
    json["note"] = ref.version.note;
    json["bytes"] = ref.version.bytes;
    json["object"] = ref.version.objectHash;
    json["source"] = {{"file", ref.version.provenance.fileName},
                      {"bytes", ref.version.provenance.fileBytes},
                      {"hash", ref.version.provenance.fileHash},
                      {"options", ref.version.provenance.options}};
    nlohmann::json& list = json["versions"] = nlohmann::json::array();
    for (const data::DatasetVersion& version : versions)
        list.push_back({{"version", version.number},
                        {"rows", version.rows},
                        {"columns", version.schema.size()},
                        {"bytes", version.bytes},
                        {"hash", version.contentHash},
                        {"created", version.created.toString()},
                        {"author", version.authorName},
                        {"note", version.note}});
    return json;
}

nlohmann::json headDocument(const data::Schema& schema, const data::Page& page, std::int64_t rowCount)
{
    nlohmann::json columns = nlohmann::json::array();
    for (const std::size_t column : page.columns)
        columns.push_back(columnJson(schema.columns[column]));
    nlohmann::json rows = nlohmann::json::array();
    for (const auto& cells : page.cells) {
        nlohmann::json row = nlohmann::json::array();
        for (std::size_t i = 0; i < cells.size(); ++i)
            row.push_back(data::cellToJson(schema.columns[page.columns[i]], cells[i]));
        rows.push_back(std::move(row));
    }
    return {{"columns", std::move(columns)},
            {"rows", std::move(rows)},
            {"row_count", rowCount},
            {"offset", page.first}};
}

nlohmann::json diffDocument(const data::VersionRef& before, const data::VersionRef& after,
                            const data::TableDiff& diff)
{
    nlohmann::json changed = nlohmann::json::array();
    for (const data::TypeChange& change : diff.changedTypes)
        changed.push_back({{"name", change.name},
                           {"before", data::typeName(change.before)},
                           {"after", data::typeName(change.after)}});
    return {{"before", {{"dataset", before.dataset.name}, {"version", before.version.number}}},
            {"after", {{"dataset", after.dataset.name}, {"version", after.version.number}}},
            {"columns",
             {{"added", diff.addedColumns},
              {"removed", diff.removedColumns},
              {"changed", std::move(changed)},
              {"reordered", diff.columnsReordered}}},
            {"rows",
             {{"before", diff.rowsBefore},
              {"after", diff.rowsAfter},
              {"kept", diff.rowsKept},
              {"added", diff.rowsAdded},
              {"removed", diff.rowsRemoved},
              {"changed_in_place", diff.rowsChangedInPlace}}},
            {"added_rows", rowNumbers(diff.addedRows)},
            {"removed_rows", rowNumbers(diff.removedRows)}};
}

} // namespace lepton::cli
