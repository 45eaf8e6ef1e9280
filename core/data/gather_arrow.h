// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/bitmap.h"

#include <arrow/type_fwd.h>

#include <memory>
#include <span>
#include <vector>

namespace lepton::data {

/// The rows of @p array that @p selected has.
std::shared_ptr<arrow::Array> selectRows(const std::shared_ptr<arrow::Array>& array, const Bitmap& selected);

/// The values of @p array at @p rows, in that order.
std::shared_ptr<arrow::Array> arrangeRows(const std::shared_ptr<arrow::Array>& array,
                                          std::span<const std::int64_t> rows);
/// One after the other; there is at least one, all of one type. Texts become large_utf8 where utf8 cannot
/// hold them.
std::shared_ptr<arrow::Array> joinArrays(std::vector<std::shared_ptr<arrow::Array>> arrays);

} // namespace lepton::data
