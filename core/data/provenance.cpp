// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_json.h"
#include "data/dataset_store.h"
#include "data/file_format_names.h"

#include <algorithm>

namespace lepton::data {
namespace {

/// The catalog keeps the cells of so many rows that could not be read; of the others it keeps where they are.
constexpr std::size_t rowsWithFields = 100;

nlohmann::json detectedJson(const Detected& detected)
{
    return {{"format", base::wordOf(fileFormatNames, detected.format)},
            {"compression", detected.compression},
            {"encoding", detected.encoding},
            {"delimiter", std::string(1, detected.delimiter)}};
}

Detected detectedFromJson(const nlohmann::json& json)
{
    Detected detected;
    detected.format = base::valueOf(fileFormatNames, json.value("format", "")).value_or(FileFormat::Csv);
    detected.compression = json.value("compression", "");
    detected.encoding = json.value("encoding", "");
    const std::string delimiter = json.value("delimiter", ",");
    detected.delimiter = delimiter.empty() ? ',' : delimiter.front();
    return detected;
}

constexpr std::pair<NoticeKind, std::string_view> noticeNames[] = {
    {NoticeKind::Other, "other"},
    {NoticeKind::GuessedEncoding, "guessed_encoding"},
    {NoticeKind::NamedColumn, "named_column"},
    {NoticeKind::RenamedColumn, "renamed_column"},
    {NoticeKind::DecimalComma, "decimal_comma"},
    {NoticeKind::EmptyColumnLeftOut, "empty_column_left_out"},
    {NoticeKind::MissingWords, "missing_words"},
    {NoticeKind::NestedAsJson, "nested_as_json"}};

NoticeKind noticeFromName(std::string_view name)
{
    const auto* found = std::find_if(std::begin(noticeNames), std::end(noticeNames),
                                     [name](const auto& entry) { return entry.second == name; });
    return found == std::end(noticeNames) ? NoticeKind::Other : found->first;
}

} // namespace

std::string_view kindName(NoticeKind kind) noexcept
{
    const auto* found = std::find_if(std::begin(noticeNames), std::end(noticeNames),
                                     [kind](const auto& entry) { return entry.first == kind; });
    return found->second;
}

void to_json(nlohmann::json& json, const Notice& notice)
{
    json = {{"kind", kindName(notice.kind)}, {"message", notice.message}};
    for (const auto& [key, text] : {std::pair{"column", &notice.column},
                                    {"original", &notice.original},
                                    {"encoding", &notice.encoding}}) {
        if (!text->empty())
            json[key] = *text;
    }
    if (notice.number > 0)
        json["number"] = notice.number;
}

void from_json(const nlohmann::json& json, Notice& notice)
{
    notice = {.kind = noticeFromName(json.value("kind", "")),
              .message = json.value("message", ""),
              .column = json.value("column", ""),
              .original = json.value("original", ""),
              .encoding = json.value("encoding", ""),
              .number = json.value("number", std::int64_t{0})};
}

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
        if (!row.cell.empty())
            entry["cell"] = row.cell;
        rows.push_back(std::move(entry));
    }
    json["notices"] = provenance.notices;
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
        row.cell = entry.value("cell", "");
        provenance.skippedRows.push_back(std::move(row));
    }
    if (const auto notices = json.find("notices"); notices != json.end())
        notices->get_to(provenance.notices);
}

} // namespace lepton::data
