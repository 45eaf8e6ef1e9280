// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "base/sha256.h"
#include "data/schema.h"

#include <arrow/type_fwd.h>

#include <cstdint>
#include <string>
#include <vector>

namespace lepton::data {

/// The digest of one column, fed array by array. It depends on the values alone, not on how they come.
///
/// Rows are taken in blocks of 65,536 (the last one may be shorter). The digest of a block is SHA-256 over
///   - the number of its rows, 8 bytes little-endian,
///   - SHA-256 over its validity: one bit a row, 1 for a value, the first row in the lowest bit, the last
///   byte filled
///     up with zeros,
///   - SHA-256 over its values, missing ones as zeros: bool 1 byte; int64, float64, time, timestamp 8 bytes;
///   date 4;
///     decimal 16; all little-endian, every NaN as 0x7ff8000000000000; text: the length of each in bytes (4);
///     nothing for the type null,
///   - text alone: SHA-256 over the bytes of all its texts, one after the other.
/// The digest of the column is SHA-256 over the digests of its blocks.
class ColumnHash
{
public:
    static constexpr std::int64_t blockRows = 65'536;

    explicit ColumnHash(ColumnType type);

    void add(const arrow::Array& array);
    /// Ends the column.
    base::Sha256Digest finish();

private:
    void addSlice(const arrow::Array& array);
    void addValidity(const arrow::Array& array);
    void addValues(const arrow::Array& array);
    void endBlock();

    ColumnType m_type;
    base::Sha256 m_blocks;
    base::Sha256 m_validity;
    base::Sha256 m_values;
    base::Sha256 m_texts;
    std::int64_t m_rows = 0; ///< of the block at hand
    std::uint8_t m_bits = 0; ///< validity bits that do not fill a byte yet
    std::string m_scratch;
};

/// The content hash of a table: SHA-256 over the 14 bytes "lepton-table-1", the length of
/// canonicalSchemaJson() in bytes (8 bytes little-endian) and that text, the number of rows (8 bytes
/// little-endian), and the digests of the columns in order. Lower-case hex.
std::string contentHash(const Schema& schema, std::int64_t rows, std::vector<ColumnHash>& columns);

} // namespace lepton::data
