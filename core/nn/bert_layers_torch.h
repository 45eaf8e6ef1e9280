// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/attention_torch.h"
#include "nn/bert_config.h"
#include "nn/dropout_torch.h"

#include <span>
#include <vector>

#include <torch/types.h>

namespace lepton::nn {

/// A linear layer: weight [outputs, inputs]. Also the two vectors of a LayerNorm.
struct LayerWeights
{
    torch::Tensor weight;
    torch::Tensor bias;
};

struct EncoderLayer
{
    LayerWeights query, key, value;
    LayerWeights attentionOutput;
    LayerWeights attentionNorm;
    LayerWeights intermediate;
    LayerWeights output;
    LayerWeights outputNorm;
};

/// The weights of a BertForSequenceClassification by their roles; they share storage with whoever bound them.
struct BertLayers
{
    torch::Tensor words, positions, types;
    bool sparseWords = false; ///< the gradient of words has the rows alone that were read
    LayerWeights embeddingNorm;
    std::vector<EncoderLayer> layers;
    LayerWeights pooler;
    LayerWeights head;

    /// @p weights in the order of bertWeights(); undefined where pooler or head are missing.
    static BertLayers bind(const BertConfig& config, std::span<const torch::Tensor> weights);
};

/// Which rows of the last layer are wanted.
enum class OutputRows
{
    All,
    First ///< of each sequence: what the pooler reads
};

/// The encoder's output [batch, tokens or 1, hidden]. @p ids and @p typeIds int64, @p mask bool, all [batch,
/// tokens]; @p typeIds may be undefined, @p dropout null.
torch::Tensor encode(const BertLayers& bert, const BertConfig& config, const torch::Tensor& ids,
                     const torch::Tensor& mask, const torch::Tensor& typeIds, OutputRows rows,
                     DropoutGenerator* dropout);

/// The pooler's output [batch, hidden] of [batch, tokens or 1, hidden].
torch::Tensor pool(const BertLayers& bert, const torch::Tensor& hidden);

/// @p x with dropout of probability @p p; as it is for p = 0 or without a generator.
torch::Tensor dropped(const torch::Tensor& x, DropoutGenerator* dropout, double p);

} // namespace lepton::nn
