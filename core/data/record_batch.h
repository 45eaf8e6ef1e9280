// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/decoded_text.h"
#include "data/importer.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::data {

/// One cell in the text of a batch: where it begins, how long it is, and how it was written.
struct Field
{
    static constexpr std::uint32_t quotedBit = std::uint32_t{1}
                                               << 31; ///< in quotes; the text is without them
    static constexpr std::uint32_t escapedBit = std::uint32_t{1} << 30; ///< holds doubled quotes
    static constexpr std::uint32_t lengthMask = escapedBit - 1;

    std::uint32_t at = 0;
    std::uint32_t bits = 0; ///< length and the two marks

    std::uint32_t length() const noexcept { return bits & lengthMask; }
    bool quoted() const noexcept { return (bits & quotedBit) != 0; }
    bool escaped() const noexcept { return (bits & escapedBit) != 0; }
    /// Nothing stands there: missing, whatever the type of the column.
    bool empty() const noexcept { return bits == 0; }
};

/// Where a record begins.
struct RecordPlace
{
    std::uint32_t at = 0;     ///< in the text of the batch
    std::uint32_t record = 0; ///< number of the record, less RecordBatch::firstRecord
    std::uint32_t line = 0;   ///< number of its first line, less RecordBatch::firstLine
};

/// Some records of a file, cut into fields; nothing is interpreted yet.
struct RecordBatch
{
    DecodedText text;
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::vector<Field> fields; ///< [row][column]
    std::vector<RecordPlace> places;
    std::int64_t firstRecord = 0; ///< the header is record 1
    std::int64_t firstLine = 0;
    /// Quoted fields are texts whatever they look like (JSON strings), but for days and times.
    bool strictTexts = false;

    const Field& field(std::size_t row, std::size_t column) const noexcept
    {
        return fields[row * columns + column];
    }
    std::string_view raw(const Field& f) const noexcept { return {text.bytes.data() + f.at, f.length()}; }
    /// The text of a field, in @p scratch where quotes have to be undoubled.
    std::string_view value(const Field& f, char quote, std::string& scratch) const;
};

/// How large a batch may become: a row group holds one.
struct BatchLimits
{
    std::size_t rows = 16'384;
    std::size_t bytes = std::size_t{16} << 20; ///< of text
    std::size_t cells = std::size_t{4} << 20;
};

/// A cell or record larger than this is refused.
inline constexpr std::size_t longestRecord = (std::size_t{1} << 30) - (std::size_t{1} << 20);
inline constexpr std::size_t mostColumns = 100'000;

/// Is told of every record that cannot be read; throws where the import stops at the first one.
using BadRowSink = std::function<void(BadRow)>;

/// Gives the records of a file batch by batch.
class RecordSource
{
public:
    virtual ~RecordSource() = default;
    /// The names as they stand in the file; empty where it has none.
    virtual const std::vector<std::string>& names() const = 0;
    /// The next records; false at the end.
    virtual bool next(RecordBatch& batch) = 0;
};

/// @p text cut for display: at most 200 code points, valid UTF-8.
std::string shownCell(std::string_view text);

} // namespace lepton::data
