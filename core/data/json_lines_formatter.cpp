// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json_text.h"
#include "data/row_formatter.h"
#include "data/schema_arrow.h"

#include <arrow/array.h>
#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace lepton::data {
namespace {

bool isPlain(std::string_view text) noexcept
{
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte > 0x7E || c == '"' || c == '\\')
            return false;
    }
    return true;
}

void appendText(std::string_view value, std::string& text)
{
    if (!isPlain(value)) {
        text += base::jsonText(nlohmann::json(value));
        return;
    }
    text += '"';
    text += value;
    text += '"';
}

class JsonLinesFormatter final : public RowFormatter
{
public:
    explicit JsonLinesFormatter(const Schema& schema)
        : m_schema(schema)
    {
        for (const Column& column : schema.columns)
            m_keys.push_back((m_keys.empty() ? "" : ",") + base::jsonText(nlohmann::json(column.name)) + ":");
    }

    std::string header() const override { return {}; }

    void append(const RowBlock& block, std::string& text) const override
    {
        for (std::int64_t row = 0; row < block.count; ++row) {
            text += '{';
            for (std::size_t column = 0; column < block.columns.size(); ++column) {
                text += m_keys[column];
                appendCell(block, column, row, text);
            }
            text += "}\n";
        }
    }

    void appendCell(const RowBlock& block, std::size_t column, std::int64_t row,
                    std::string& text) const override
    {
        const arrow::Array& array = *block.columns[column];
        if (array.IsNull(row)) {
            text += "null";
            return;
        }
        switch (array.type_id()) {
        case arrow::Type::STRING:
            return appendText(static_cast<const arrow::StringArray&>(array).GetView(row), text);
        case arrow::Type::LARGE_STRING:
            return appendText(static_cast<const arrow::LargeStringArray&>(array).GetView(row), text);
        case arrow::Type::INT64: {
            std::array<char, 24> digits;
            const auto value = static_cast<const arrow::Int64Array&>(array).Value(row);
            text.append(digits.data(),
                        std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
            return;
        }
        default:
            text += base::jsonText(cellToJson(m_schema.columns[column], cellAt(array, row)));
        }
    }

private:
    const Schema& m_schema;
    std::vector<std::string> m_keys; ///< with what parts them: ,"name":
};

} // namespace

std::unique_ptr<RowFormatter> makeJsonLinesFormatter(const Schema& schema)
{
    return std::make_unique<JsonLinesFormatter>(schema);
}

} // namespace lepton::data
