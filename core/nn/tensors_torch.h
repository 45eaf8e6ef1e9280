// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/safetensors.h"

#include <string>

#include <torch/types.h>

namespace lepton::nn {

/// A copy of @p view as a tensor of its type on the CPU.
torch::Tensor tensorOf(const TensorView& view);
/// A view of @p tensor, which must be contiguous and on the CPU and must outlive it.
/// @throw base::Error InvalidArgument for a type that safetensors files here do not hold
TensorView viewOf(std::string name, const torch::Tensor& tensor);

} // namespace lepton::nn
