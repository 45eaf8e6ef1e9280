// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_json.h"
#include "data/dataset_store.h"

#include <algorithm>

namespace lepton::data {
namespace {

/// The catalog keeps the cells of so many rows that could not be read; of the others it keeps where they are.
constexpr std::size_t rowsWithFields = 100;

constexpr std::pair<FileFormat, std::string_view> formatNames[] = {
    {FileFormat::Csv, "csv"}, {FileFormat::JsonLines, "jsonl"}, {FileFormat::Parquet, "parquet"}};

std::string_view formatName(FileFormat format)
{
    const auto* found = std::find_if(std::begin(formatNames), std::end(formatNames),
                                     [format](const auto& entry) { return entry.first == format; });
    return found->second;
}

FileFormat formatFromName(std::string_view name)
{
    const auto* found = std::find_if(std::begin(formatNames), std::end(formatNames),
                                     [name](const auto& entry) { return entry.second == name; });
    return found == std::end(formatNames) ? FileFormat::Csv : found->first;
}

nlohmann::json detectedJson(const Detected& detected)
{
    return {{"format", formatName(detected.format)},
            {"compression", detected.compression},
            {"encoding", detected.encoding},
            {"delimiter", std::string(1, detected.delimiter)}};
}

Detected detectedFromJson(const nlohmann::json& json)
{
    Detected detected;
    detected.format = formatFromName(json.value("format", ""));
    detected.compression = json.value("compression", "");
    detected.encoding = json.value("encoding", "");
    const std::string delimiter = json.value("delimiter", ",");
    detected.delimiter = delimiter.empty() ? ',' : delimiter.front();
    return detected;
}

} // namespace

void to_json(nlohmann::json& json, const Provenance& provenance)
{
    json = {{"file", provenance.fileName},
            {"file_bytes", provenance.fileBytes},
            {"file_hash", provenance.fileHash},
            {"options", provenance.options},
            {"detected", detectedJson(provenance.detected)},
            {"skipped_row_count", provenance.skippedRowCount}};
    if (provenance.csvStyle)
        json["csv_style"] = *provenance.csvStyle;
    nlohmann::json& rows = json["skipped_rows"] = nlohmann::json::array();
    for (const BadRow& row : provenance.skippedRows) {
        nlohmann::json entry = row.place;
        entry["kind"] = base::kindName(row.kind);
        entry["message"] = row.message;
        if (rows.size() < rowsWithFields)
            entry["cells"] = row.fields;
        rows.push_back(std::move(entry));
    }
    nlohmann::json& notices = json["notices"] = nlohmann::json::array();
    for (const Notice& notice : provenance.notices)
        notices.push_back({{"kind", notice.kind}, {"message", notice.message}});
}

void from_json(const nlohmann::json& json, Provenance& provenance)
{
    provenance = {};
    provenance.fileName = json.value("file", "");
    provenance.fileBytes = json.value("file_bytes", std::int64_t{0});
    provenance.fileHash = json.value("file_hash", "");
    if (const auto options = json.find("options"); options != json.end())
        options->get_to(provenance.options);
    if (const auto detected = json.find("detected"); detected != json.end())
        provenance.detected = detectedFromJson(*detected);
    if (const auto style = json.find("csv_style"); style != json.end())
        provenance.csvStyle = style->get<CsvStyle>();
    provenance.skippedRowCount = json.value("skipped_row_count", std::int64_t{0});
    for (const nlohmann::json& entry : json.value("skipped_rows", nlohmann::json::array())) {
        BadRow row;
        row.kind = base::codeFromKind(entry.value("kind", ""));
        row.place = entry.get<base::ErrorPlace>();
        row.message = entry.value("message", "");
        row.fields = entry.value("cells", std::vector<std::string>());
        provenance.skippedRows.push_back(std::move(row));
    }
    for (const nlohmann::json& entry : json.value("notices", nlohmann::json::array()))
        provenance.notices.push_back({entry.value("kind", ""), entry.value("message", "")});
}

} // namespace lepton::data
