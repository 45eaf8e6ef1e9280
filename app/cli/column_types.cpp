// SPDX-License-Identifier: GPL-3.0-or-later
#include "column_types.h"

#include "context.h"

#include <array>
#include <charconv>
#include <utility>

namespace lepton::cli {
namespace {

constexpr int mostDigits = 38;

constexpr std::array<std::pair<std::string_view, char>, 5> namedDelimiters{{
    {"tab", '\t'},
    {"\\t", '\t'},
    {"comma", ','},
    {"semicolon", ';'},
    {"pipe", '|'},
}};

UsageError badType(const std::string& entry)
{
    return UsageError(
        "--types: \"" + entry +
        "\" does not say name=type. Types are int64, float64, decimal(DIGITS,BEHIND), text, bool, date, "
        "time and timestamp.");
}

bool number(std::string_view text, int& value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

/// "decimal(10,2)", or "decimal" for the widest there is.
data::Column parseType(const std::string& entry, const std::string& name, std::string_view text)
{
    data::Column column;
    column.name = name;
    const auto open = text.find('(');
    const auto type = data::typeFromName(text.substr(0, open));
    if (!type || *type == data::ColumnType::Null)
        throw badType(entry);
    column.type = *type;
    if (open == std::string_view::npos)
        return column;
    if (*type != data::ColumnType::Decimal || text.back() != ')')
        throw badType(entry);
    const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
    const auto comma = inside.find(',');
    const std::string_view behind = comma == std::string_view::npos ? "0" : inside.substr(comma + 1);
    if (!number(inside.substr(0, comma), column.precision) || !number(behind, column.scale))
        throw badType(entry);
    if (column.precision < 1 || column.precision > mostDigits || column.scale < 0 ||
        column.scale > column.precision)
        throw UsageError("--types: \"" + entry + "\": a decimal has 1 to " + std::to_string(mostDigits) +
                         " digits, and no more of them behind the point than there are.");
    return column;
}

} // namespace

std::vector<std::string> splitList(std::string_view list)
{
    std::vector<std::string> parts;
    if (list.empty())
        return parts;
    parts.emplace_back();
    bool quoted = false;
    int depth = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const char c = list[i];
        if (c == '"') {
            if (quoted && i + 1 < list.size() && list[i + 1] == '"') {
                parts.back().push_back('"');
                ++i;
            } else {
                quoted = !quoted;
            }
            continue;
        }
        if (!quoted && c == '(')
            ++depth;
        if (!quoted && c == ')')
            --depth;
        if (!quoted && depth <= 0 && c == ',')
            parts.emplace_back();
        else
            parts.back().push_back(c);
    }
    return parts;
}

std::map<std::string, data::Column> parseColumnTypes(const std::vector<std::string>& lists)
{
    std::map<std::string, data::Column> types;
    for (const std::string& list : lists) {
        for (const std::string& entry : splitList(list)) {
            const auto equals = entry.rfind('=');
            if (equals == std::string::npos || equals == 0)
                throw badType(entry);
            const std::string name = entry.substr(0, equals);
            if (!types.emplace(name, parseType(entry, name, std::string_view(entry).substr(equals + 1)))
                     .second)
                throw UsageError("--types: \"" + name + "\" is given two types. Give it one.");
        }
    }
    return types;
}

char parseDelimiter(std::string_view text)
{
    for (const auto& [name, delimiter] : namedDelimiters) {
        if (text == name)
            return delimiter;
    }
    const bool usable = text.size() == 1 && static_cast<unsigned char>(text.front()) < 0x80 &&
                        text.front() != '"' && text.front() != '\n' && text.front() != '\r' &&
                        text.front() != '\0';
    if (!usable)
        throw UsageError("--delimiter: \"" + std::string(text) +
                         "\" is not one character. Give a character such as ';', or tab.");
    return text.front();
}

} // namespace lepton::cli
