// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::cli {

/// Cells that may be long are cut to so many columns of a terminal.
inline constexpr std::size_t longestCell = 40;

/// Columns of a terminal that @p text takes: wide characters count two, combining ones none.
std::size_t displayWidth(std::string_view text);
/// @p text on one line of at most @p width columns: control characters become blanks, and what is cut off an
/// ellipsis.
std::string fitted(std::string_view text, std::size_t width);
/// 1234567 as "1,234,567".
std::string grouped(std::int64_t number);
/// "1 row", "1,234 rows"; @p many where an s at the end is not enough.
std::string counted(std::int64_t number, std::string_view one, std::string_view many = {});
/// Bytes as "12.3 MB".
std::string byteSize(std::int64_t bytes);

/// Text in aligned columns.
class TextTable
{
public:
    enum class Align
    {
        Left,
        Right
    };
    struct Heading
    {
        std::string text;
        Align align = Align::Left;
    };

    explicit TextTable(std::vector<Heading> headings);
    void add(std::vector<std::string> cells);
    bool empty() const noexcept { return m_rows.empty(); }
    std::string toString() const;

private:
    std::vector<Heading> m_headings;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace lepton::cli
