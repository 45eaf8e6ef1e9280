// SPDX-License-Identifier: GPL-3.0-or-later
#include "left_out_rows.h"

#include "context.h"
#include "text_table.h"

#include "base/text.h"
#include "data/rows_by_kind.h"

#include <algorithm>

namespace lepton::cli {
namespace {

/// So many rows are listed for a person.
constexpr std::size_t rowsShown = 10;
constexpr std::size_t longestText = 60;

std::string faultOf(base::ErrorCode kind)
{
    using base::ErrorCode;
    switch (kind) {
    case ErrorCode::RaggedRow:
        return "More or fewer fields than columns. Mend the rows, or put quotes around text that holds the "
               "delimiter.";
    case ErrorCode::BadEncoding:
        return "Bytes that are no text. Choose the encoding that the file has (--encoding), or mend the "
               "places.";
    case ErrorCode::NulByte:
        return "A NUL character, which no text holds. The file is damaged, binary, or in another encoding "
               "such as UTF-16 (--encoding).";
    case ErrorCode::UnclosedQuote:
        return "A quote that is never closed. Close it, or double it if it belongs to the text.";
    case ErrorCode::TextAfterQuote:
        return "Text after a closing quote. Double the quotes that belong to the text.";
    case ErrorCode::BadJson:
        return "No JSON object in one line. Mend the lines.";
    case ErrorCode::BadValue:
        return "A value that does not fit its column. Mend the cells, or choose another type (--types).";
    case ErrorCode::NumberOutOfRange:
        return "A number too large for its column. Mend the cells, or choose another type (--types).";
    default:
        return "They cannot be read.";
    }
}

std::string lineOf(const data::BadRow& row, bool compressed)
{
    const base::ErrorPlace& place = row.place;
    std::string line = place.row ? "row " + std::to_string(*place.row) : std::string("the file");
    if (place.line)
        line += " (line " + std::to_string(*place.line) + ")";
    if (place.column)
        line += ", column '" + *place.column + "'";
    if (place.byte)
        line += ", byte " + std::to_string(*place.byte) + (compressed ? " of the decompressed file" : "");
    if (place.fields && place.expected)
        line += ", " + counted(*place.fields, "field") + " of " + std::to_string(*place.expected);
    std::string text = row.cell;
    if (text.empty()) {
        for (const std::string& field : row.fields)
            text += (text.empty() ? "" : ", ") + field;
    }
    return text.empty() ? line : line + ": " + std::string(base::firstCodePoints(text, longestText));
}

} // namespace

void printLeftOutRows(const data::Provenance& provenance)
{
    print("  " + counted(provenance.skippedRowCount, "row was", "rows were") + " left out:\n");
    std::size_t shown = 0;
    for (const data::RowsOfKind& kind : data::rowsByKind(provenance.skippedRows)) {
        if (shown == rowsShown)
            break;
        print("    " + faultOf(kind.kind) + "\n");
        const std::size_t here = std::min(rowsShown - shown, kind.rows.size());
        for (std::size_t i = 0; i < here; ++i)
            print("      " + lineOf(*kind.rows[i], !provenance.detected.compression.empty()) + "\n");
        shown += here;
    }
    const auto more = provenance.skippedRowCount - static_cast<std::int64_t>(shown);
    if (more > 0)
        print("    and " + grouped(more) + " more\n");
}

} // namespace lepton::cli
