// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/importer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lepton::data {

/// A spelling that all cells share, as long as they do.
class SharedSpelling
{
public:
    void see(std::string_view text)
    {
        if (!m_text)
            m_text = text;
        else if (*m_text != text)
            m_varies = true;
    }
    void merge(const SharedSpelling& later);
    bool shared() const noexcept { return m_text && !m_varies; }
    /// The spelling, or @p usual where there is none or several.
    std::string value(const std::string& usual) const { return m_text && !m_varies ? *m_text : usual; }

private:
    std::optional<std::string> m_text;
    bool m_varies = false;
};

/// What was seen of how the cells of a column are written.
struct ColumnStyle
{
    bool anyValue = false;
    bool allQuoted = true;         ///< of the cells that hold something
    std::int64_t missingWords = 0; ///< cells like NA that were taken as missing
    std::optional<int> decimals;   ///< Float64: of every value; see CsvStyle::decimals
    bool decimalsVary = false;
    bool wholePlain = false;   ///< Float64: a whole number stood without a point
    bool wholePointed = false; ///< Float64: a whole number stood as "2.0"
    bool anyQuoted = false;    ///< Text
    SharedSpelling unquoted;   ///< Text: of the cells without quotes
    SharedSpelling missing, truth, falsehood, notANumber, infinity;
    SharedSpelling time; ///< separator, decimals of the second as a letter ('a' none, '-' no seconds), zone

    /// Notes how the time or timestamp @p text is written, whose time of day begins at @p timeAt.
    void seeTime(std::string_view text, std::size_t timeAt);
    void merge(const ColumnStyle& later);
    CellSpelling spelling() const;
    /// The cells of the column stand in quotes, all but those that say so.
    bool quoted() const;
};

} // namespace lepton::data
