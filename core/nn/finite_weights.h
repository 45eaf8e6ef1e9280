// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/safetensors.h"

#include <cstdint>
#include <optional>

namespace lepton::nn {

/// The place, counted from 0 in the order of the data, of the first number of @p tensor that is NaN or
/// infinite; nothing for whole numbers and for tensors without such a number.
std::optional<std::int64_t> firstNotFinite(const TensorView& tensor) noexcept;

} // namespace lepton::nn
