// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/dropout_torch.h"

#include <torch/types.h>

namespace lepton::nn {

/// What is added to the scores of all queries of a batch, made once for all layers: 0 for a key, -infinity
/// where there is none; [batch, 1, 1, tokens] in the precision of products. Undefined where that is 0
/// everywhere. @p mask bool [batch, tokens].
torch::Tensor attentionBias(const torch::Tensor& mask);

/// softmax(q k' / sqrt(head size) + bias) v with dropout of the weights: all tensors [batch, heads, tokens,
/// head size]. LibTorch's fused attention; but with dropout on the CPU softmax and a mask of our own, since
/// the fused one draws from the global generator. On CUDA that one is seeded for it.
torch::Tensor attend(const torch::Tensor& query, const torch::Tensor& key, const torch::Tensor& value,
                     const torch::Tensor& bias, DropoutGenerator* dropout, double p);

} // namespace lepton::nn
