// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/bert_layers_torch.h"

#include <cstdint>
#include <memory>
#include <vector>

#include <torch/types.h>

namespace lepton::nn {

/// The real tokens of a batch, one sequence behind the other: padding is not computed at all.
struct PackedTokens
{
    torch::Tensor ids;                 ///< int64 [tokens]
    torch::Tensor positions;           ///< int64 [tokens]
    std::vector<std::int64_t> offsets; ///< sequence s is the tokens [offsets[s], offsets[s + 1])

    /// Of ids [batch, tokens] and their mask, bool, which has the first of each row.
    static std::shared_ptr<const PackedTokens> of(const torch::Tensor& ids, const torch::Tensor& mask);
};

/// One encoder layer on packed tokens in float32 on the CPU, with the error function's GELU: the same numbers
/// as the layer of bert_layers.cpp but for rounding. Between its matrix products everything is fused into
/// passes of our own (row_kernels.h, packed_attention.h), and its gradients are written out: autograd sees
/// one step. @p x [tokens, hidden]; gives [tokens, hidden], or [batch, hidden] for OutputRows::First.
torch::Tensor packedLayer(const EncoderLayer& layer, const BertConfig& config, const torch::Tensor& x,
                          const std::shared_ptr<const PackedTokens>& tokens, OutputRows rows,
                          DropoutGenerator* dropout);

} // namespace lepton::nn
