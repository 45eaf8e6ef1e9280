// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "base/error.h"

#include <arrow/array/array_base.h>
#include <arrow/array/data.h>
#include <arrow/buffer.h>
#include <arrow/result.h>
#include <arrow/status.h>

#include <cstdint>
#include <memory>
#include <utility>

namespace lepton::data {

/// The Error for a failed status: @p sentence says what could not be done, Arrow's own words become the
/// detail.
base::Error errorFromArrow(const arrow::Status& status, base::ErrorCode code, const std::string& sentence);

/// Throws unless @p status is fine; a failure here means lack of memory or a fault of ours.
void check(const arrow::Status& status);

template <class Value>
Value checked(arrow::Result<Value> result)
{
    check(result.status());
    return std::move(result).ValueUnsafe();
}

/// The values of an array of int64, time64 or timestamps, which are stored alike.
inline const std::int64_t* storedIntegers(const arrow::Array& array)
{
    return array.data()->GetValues<std::int64_t>(1);
}

/// A writable buffer of @p size bytes, not cleared.
std::shared_ptr<arrow::Buffer> allocateBuffer(std::int64_t size);

} // namespace lepton::data
