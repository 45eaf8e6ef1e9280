// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/encoding.h"
#include "data/row_formatter.h"
#include "data/schema_arrow.h"
#include "data/time_spelling.h"

#include <arrow/array.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace lepton::data {
namespace {

class CsvFormatter final : public RowFormatter
{
public:
    CsvFormatter(const Schema& schema, const CsvStyle& style)
        : m_schema(schema)
        , m_style(style)
        , m_lineEnd(style.crlf ? "\r\n" : "\n")
    {
        m_style.quotedColumns.resize(schema.size(), false);
        m_style.decimals.resize(schema.size(), CsvStyle::shortest);
        m_style.spellings.resize(schema.size());
    }

    std::string header() const override
    {
        std::string text;
        for (std::size_t column = 0; column < m_schema.size(); ++column) {
            if (column > 0)
                text += m_style.delimiter;
            appendField(m_schema.columns[column].name, m_style.quotedHeader, text);
        }
        text += m_lineEnd;
        // A first name that begins with U+FEFF would lose it to a reader that looks for a mark.
        if (m_style.byteOrderMark || text.starts_with(utf8ByteOrderMark))
            text.insert(0, utf8ByteOrderMark);
        return text;
    }

    void append(const RowBlock& block, std::string& text) const override
    {
        for (std::int64_t row = 0; row < block.count; ++row) {
            for (std::size_t column = 0; column < block.columns.size(); ++column) {
                if (column > 0)
                    text += m_style.delimiter;
                appendCell(block, column, row, text);
            }
            text += m_lineEnd;
        }
    }

    void appendCell(const RowBlock& block, std::size_t column, std::int64_t row,
                    std::string& text) const override
    {
        const arrow::Array& array = *block.columns[column];
        const CellSpelling& spelling = m_style.spellings[column];
        if (array.IsNull(row)) {
            text += spelling.missing;
            return;
        }
        const bool quoted = m_style.quotedColumns[column];
        const auto quotedText = [&](std::string_view value) { return quoted && spelling.unquoted != value; };
        switch (array.type_id()) {
        case arrow::Type::STRING: {
            const auto value = static_cast<const arrow::StringArray&>(array).GetView(row);
            return appendField(value, quotedText(value), text);
        }
        case arrow::Type::LARGE_STRING: {
            const auto value = static_cast<const arrow::LargeStringArray&>(array).GetView(row);
            return appendField(value, quotedText(value), text);
        }
        case arrow::Type::INT64: {
            std::array<char, 24> digits;
            const auto value = static_cast<const arrow::Int64Array&>(array).Value(row);
            const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
            return appendField({digits.data(), static_cast<std::size_t>(end - digits.data())}, quoted, text);
        }
        case arrow::Type::DOUBLE: {
            const double value = static_cast<const arrow::DoubleArray&>(array).Value(row);
            std::string number = formatNumber(column, value);
            return appendNumber(std::move(number), quoted, text);
        }
        case arrow::Type::DECIMAL128:
            return appendNumber(std::get<std::string>(cellAt(array, row)), quoted, text);
        case arrow::Type::BOOL: {
            const bool truth = static_cast<const arrow::BooleanArray&>(array).Value(row);
            return appendField(truth ? spelling.truth : spelling.falsehood, quoted, text);
        }
        case arrow::Type::TIME64:
        case arrow::Type::TIMESTAMP:
            return appendField(
                spelledTime(m_schema.columns[column], std::get<std::int64_t>(cellAt(array, row)), spelling),
                quoted, text);
        default:
            return appendField(formatCell(m_schema.columns[column], cellAt(array, row)), quoted, text);
        }
    }

private:
    /// With a fixed number of digits behind the point, where that is the same double; else with as few as it
    /// takes.
    std::string formatNumber(std::size_t column, double value) const
    {
        const int decimals = m_style.decimals[column];
        if (std::isnan(value))
            return m_style.spellings[column].notANumber;
        if (std::isinf(value))
            return (value < 0 ? "-" : "") + m_style.spellings[column].infinity;
        if (decimals >= 0) {
            std::array<char, 512> digits;
            const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                               std::chars_format::fixed, decimals);
            double back = 0;
            if (written.ec == std::errc{} &&
                std::from_chars(digits.data(), written.ptr, back).ec == std::errc{} && back == value)
                return {digits.data(), written.ptr};
        }
        std::string text = formatCell(m_schema.columns[column], value);
        if (decimals == CsvStyle::shortestWithoutPoint && text.ends_with(".0"))
            text.resize(text.size() - 2);
        return text;
    }

    void appendNumber(std::string number, bool quoted, std::string& text) const
    {
        if (m_style.decimalMark != '.')
            std::replace(number.begin(), number.end(), '.', m_style.decimalMark);
        appendField(number, quoted, text);
    }

    void appendField(std::string_view field, bool quoted, std::string& text) const
    {
        // An empty field without quotes is a missing one.
        if (!quoted && !field.empty() && !needsQuotes(field)) {
            text += field;
            return;
        }
        text += '"';
        for (std::size_t quote = field.find('"'); quote != std::string_view::npos; quote = field.find('"')) {
            text += field.substr(0, quote + 1);
            text += '"';
            field.remove_prefix(quote + 1);
        }
        text += field;
        text += '"';
    }

    bool needsQuotes(std::string_view field) const
    {
        return std::any_of(field.begin(), field.end(), [this](char c) {
            return c == m_style.delimiter || c == '"' || c == '\n' || c == '\r';
        });
    }

    const Schema& m_schema;
    CsvStyle m_style;
    std::string_view m_lineEnd;
};

} // namespace

std::unique_ptr<RowFormatter> makeCsvFormatter(const Schema& schema, const CsvStyle& style)
{
    return std::make_unique<CsvFormatter>(schema, style);
}

} // namespace lepton::data
