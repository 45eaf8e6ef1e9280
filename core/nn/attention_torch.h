// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/dropout_torch.h"

#include <torch/types.h>

namespace lepton::nn {

/// Which keys the queries of a batch may look at, prepared once for all layers.
struct AttentionMask
{
    torch::Tensor keys; ///< bool [batch, 1, 1, tokens]; undefined: all of them
    torch::Tensor bias; ///< the same as 0 and -infinity, on a GPU in the precision of its products
};

/// @p mask bool [batch, tokens].
AttentionMask attentionMask(const torch::Tensor& mask);

/// softmax(q k' / sqrt(head size)) v with dropout of the weights: all tensors [batch, heads, tokens, head
/// size]. LibTorch's fused attention; but with dropout on the CPU softmax and a mask of our own, since the
/// fused one draws from the global generator. On CUDA that one is seeded for it.
torch::Tensor attend(const torch::Tensor& query, const torch::Tensor& key, const torch::Tensor& value,
                     const AttentionMask& mask, DropoutGenerator* dropout, double p);

} // namespace lepton::nn
