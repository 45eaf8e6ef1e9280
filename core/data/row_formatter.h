// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: rows as the text of a file.

#include "data/importer.h"
#include "data/order_blocks_arrow.h"

#include <memory>
#include <string>

namespace lepton::data {

/// Thread-safe: what it is asked for depends on the arguments alone.
class RowFormatter
{
public:
    virtual ~RowFormatter() = default;
    /// What stands before the first row.
    virtual std::string header() const = 0;
    /// Appends the rows of @p block, in UTF-8.
    virtual void append(const RowBlock& block, std::string& text) const = 0;
    /// Appends one cell as append() writes it.
    virtual void appendCell(const RowBlock& block, std::size_t column, std::int64_t row,
                            std::string& text) const = 0;
};

/// CSV by RFC 4180, in the style of a file that came in. A missing value is an empty field, an empty text "".
std::unique_ptr<RowFormatter> makeCsvFormatter(const Schema& schema, const CsvStyle& style);
/// An object a line, in the order of the columns. Missing is null, NaN and infinities are {"float":"nan"} and
/// so on, as cellToJson() has them.
std::unique_ptr<RowFormatter> makeJsonLinesFormatter(const Schema& schema);

} // namespace lepton::data
