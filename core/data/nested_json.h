// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include <arrow/type_fwd.h>

#include <cstdint>
#include <string>

namespace lepton::data {

/// The value at @p row of @p array as JSON text: lists as arrays, structures as objects in the order of their
/// fields, maps as arrays of [key, value] pairs, bytes as hexadecimal digits, everything else as cellToJson()
/// writes it.
std::string nestedJson(const arrow::Array& array, std::int64_t row);

} // namespace lepton::data
