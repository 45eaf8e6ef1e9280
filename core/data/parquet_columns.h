// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: how the types of other programs' Parquet files become ours.

#include "data/importer.h"

#include <arrow/type_fwd.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace lepton::data {

/// Positions of columns of unsigned integers that hold more than int64 does.
using UnsignedColumns = std::set<std::size_t>;

/// Thrown when a column of unsigned integers turns out to hold more than int64 does.
struct UnsignedOverflow
{
    std::size_t column = 0;
};

/// Our type for a column @p name of @p type; nothing is lost by it.
///
/// Integers become int64 (unsigned ones of 64 bits decimal(20, 0) where a value needs it), floats float64,
/// decimals of up to 38 digits decimal, dictionaries and texts text, dates, times and timestamps ours. Lists,
/// structures and maps become their JSON text, with a notice. Bytes without a meaning, durations and
/// intervals are refused.
/// @throw Error with ErrorCode::Unsupported and a sentence that names the column
Column columnForArrow(const std::string& name, const arrow::DataType& type, bool beyondInt64);
bool isNested(const arrow::DataType& type);

/// @p array as an array of arrowType(@p column). @p firstRow is its first row in the table, from 1.
/// @throw Error when a value cannot be kept exactly (a timestamp finer than microseconds, text that is not
/// UTF-8)
std::shared_ptr<arrow::Array> convertToColumn(const std::shared_ptr<arrow::Array>& array,
                                              const Column& column, std::size_t index, std::int64_t firstRow);

} // namespace lepton::data
