// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/bad_row.h"

#include <fmt/format.h>

namespace lepton::data {

namespace {

/// "Row 4 (line 5), column 'text', byte 33"
std::string where(const base::ErrorPlace& place, const StoredAs& stored)
{
    std::string text = place.row ? fmt::format("Row {}", *place.row) : std::string("The file");
    if (place.line)
        text += fmt::format(" (line {})", *place.line);
    if (place.column)
        text += fmt::format(", column '{}'", *place.column);
    if (place.byte)
        text += fmt::format(", byte {}{}", *place.byte,
                            stored.compression.empty() ? "" : " of the decompressed file");
    return text;
}

std::string fieldCount(std::int64_t count)
{
    return fmt::format("{} {}", count, count == 1 ? "field" : "fields");
}

} // namespace

std::string badRowMessage(base::ErrorCode kind, const base::ErrorPlace& place, const StoredAs& stored)
{
    const std::string at = where(place, stored);
    using base::ErrorCode;
    switch (kind) {
    case ErrorCode::RaggedRow:
        return fmt::format(
            "{}: there {} {} where the table has {} {}. Mend the row, put quotes around text that "
            "holds the delimiter, or import without the rows that cannot be read.",
            at, place.fields == 1 ? "is" : "are", fieldCount(place.fields.value_or(0)),
            place.expected.value_or(0), place.expected == 1 ? "column" : "columns");
    case ErrorCode::BadEncoding:
        return fmt::format(
            "{}: this is not valid {}. Choose the encoding that the file has, or mend this place.", at,
            stored.encoding);
    case ErrorCode::NulByte:
        return fmt::format(
            "{}: there is a NUL character, which no text holds. The file is damaged, binary, or in "
            "another encoding such as UTF-16.",
            at);
    case ErrorCode::UnclosedQuote:
        return fmt::format(
            "{}: the quote that opens here is never closed. Close it, double it if it belongs to the "
            "text, or import without quoting.",
            at);
    case ErrorCode::TextAfterQuote:
        return fmt::format("{}: text follows a closing quote. Double the quotes that belong to the text.",
                           at);
    case ErrorCode::BadJson:
        return fmt::format(
            "{}: this is not a JSON object in one line. Mend the line, or import without the rows that "
            "cannot be read.",
            at);
    default:
        return fmt::format("{}: this cannot be read.", at);
    }
}

base::Error errorFor(const BadRow& row)
{
    return {row.kind, row.message, row.place};
}

} // namespace lepton::data
