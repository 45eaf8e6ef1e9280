// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/bert_layers_torch.h"

#include <torch/types.h>

namespace lepton::nn {

/// What the matrix products of a layer read on a GPU, where it is the number of kernels that counts.
struct ProductWeights
{
    LayerWeights projections; ///< query, key and value below each other: [3 hidden, hidden]
    LayerWeights attentionOutput, intermediate, output;
};

/// The type in which products on the device of @p x are computed here: float32, or what autocast says.
at::ScalarType productType(const torch::Tensor& x);

/// The weights of @p layer in @p type, made by one kernel; the gradients of all go back by another, in their
/// own type.
ProductWeights productWeights(const EncoderLayer& layer, at::ScalarType type);

} // namespace lepton::nn
