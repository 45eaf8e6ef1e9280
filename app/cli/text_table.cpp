// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_table.h"

#include "base/text.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace lepton::cli {
namespace {

constexpr std::string_view gap = "  ";
constexpr std::string_view ellipsis = "\u2026";

std::size_t widthOf(UChar32 c)
{
    const auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
        return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// The code point that @p text begins with and its length in bytes; negative for a broken one.
std::pair<UChar32, std::size_t> firstCodePoint(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 1)
        return {lead, 1};
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length || base::firstInvalidUtf8(text.substr(0, length)))
        return {-1, 1};
    UChar32 c = lead & (0x7F >> length);
    for (const char byte : text.substr(1, length - 1))
        c = c << 6 | (static_cast<unsigned char>(byte) & 0x3F);
    return {c, length};
}

/// Calls @p visit with each code point (negative for a broken one) and its bytes.
template <class Visit>
void forEachCodePoint(std::string_view text, Visit visit)
{
    while (!text.empty()) {
        const auto [c, length] = firstCodePoint(text);
        visit(c, text.substr(0, length));
        text.remove_prefix(length);
    }
}

} // namespace

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    forEachCodePoint(text, [&](UChar32 c, std::string_view) { width += c < 0 ? 1 : widthOf(c); });
    return width;
}

std::string fitted(std::string_view text, std::size_t width)
{
    std::string result;
    std::string cut; // as long as there is still room for the ellipsis
    std::size_t used = 0;
    forEachCodePoint(text, [&](UChar32 c, std::string_view bytes) {
        const bool control = c >= 0 && (u_iscntrl(c) || c == 0x2028 || c == 0x2029);
        const std::size_t columns = c < 0 || control ? 1 : widthOf(c);
        if (used + columns <= width)
            result += c < 0 ? "?" : control ? " " : bytes;
        used += columns;
        if (used + 1 <= width)
            cut = result;
    });
    return used <= width ? result : cut + std::string(ellipsis);
}

std::string grouped(std::int64_t number)
{
    const std::string digits = fmt::format("{}", number);
    const std::size_t sign = number < 0 ? 1 : 0;
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > sign && (digits.size() - i) % 3 == 0)
            text += ',';
        text += digits[i];
    }
    return text;
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many)
{
    const std::string word = number == 1    ? std::string(one)
                             : many.empty() ? std::string(one) + "s"
                                            : std::string(many);
    return grouped(number) + " " + word;
}

std::string byteSize(std::int64_t bytes)
{
    constexpr std::array<const char*, 5> units{"B", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 999.95 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    return text.data();
}

TextTable::TextTable(std::vector<Heading> headings)
    : m_headings(std::move(headings))
{}

void TextTable::add(std::vector<std::string> cells)
{
    cells.resize(m_headings.size());
    m_rows.push_back(std::move(cells));
}

std::string TextTable::toString() const
{
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < m_headings.size(); ++i) {
        std::size_t width = displayWidth(m_headings[i].text);
        for (const auto& row : m_rows)
            width = std::max(width, displayWidth(row[i]));
        widths.push_back(width);
    }
    std::string text;
    const auto line = [&](const auto& cellAt) {
        std::string cells;
        for (std::size_t i = 0; i < m_headings.size(); ++i) {
            const std::string& cell = cellAt(i);
            const std::string pad(widths[i] - displayWidth(cell), ' ');
            cells += m_headings[i].align == Align::Right ? pad + cell : cell + pad;
            cells += gap;
        }
        cells.erase(cells.find_last_not_of(' ') + 1);
        text += cells + "\n";
    };
    line([&](std::size_t i) -> const std::string& { return m_headings[i].text; });
    for (const auto& row : m_rows)
        line([&](std::size_t i) -> const std::string& { return row[i]; });
    return text;
}

} // namespace lepton::cli
