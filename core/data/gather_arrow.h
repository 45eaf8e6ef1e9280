// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "data/bitmap.h"

#include <arrow/type_fwd.h>

#include <memory>

namespace lepton::data {

/// The rows of @p array that @p selected has.
std::shared_ptr<arrow::Array> selectRows(const std::shared_ptr<arrow::Array>& array, const Bitmap& selected);

} // namespace lepton::data
