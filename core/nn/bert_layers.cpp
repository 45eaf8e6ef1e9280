// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/bert_layers_torch.h"
#include "nn/packed_layer_torch.h"

#include <cstddef>

#include <ATen/autocast_mode.h>

namespace lepton::nn {
namespace {

torch::Tensor linear(const torch::Tensor& x, const LayerWeights& layer)
{
    return torch::linear(x, layer.weight, layer.bias);
}

torch::Tensor norm(const torch::Tensor& x, const LayerWeights& layer, const BertConfig& config)
{
    return torch::layer_norm(x, {config.hiddenSize}, layer.weight, layer.bias, config.layerNormEpsilon);
}

torch::Tensor activated(const torch::Tensor& x, Activation activation)
{
    switch (activation) {
    case Activation::Gelu:
        return torch::gelu(x);
    case Activation::GeluTanh:
        return torch::gelu(x, "tanh");
    case Activation::Relu:
        return torch::relu(x);
    case Activation::Silu:
        return torch::silu(x);
    }
    return x;
}

/// @p positions [tokens, hidden], those of the ids.
torch::Tensor embed(const BertLayers& bert, const BertConfig& config, const torch::Tensor& ids,
                    const torch::Tensor& typeIds, const torch::Tensor& positions, DropoutGenerator* dropout)
{
    auto x = torch::embedding(bert.words, ids, config.paddingId.value_or(-1), false, bert.sparseWords);
    x = x + (typeIds.defined() ? torch::embedding(bert.types, typeIds) : bert.types.select(0, 0));
    x = x + positions;
    return dropped(norm(x, bert.embeddingNorm, config), dropout, config.hiddenDropout);
}

/// One layer; @p rows First gives [batch, 1, hidden].
torch::Tensor encodeLayer(const EncoderLayer& layer, const BertConfig& config, const torch::Tensor& x,
                          const AttentionMask& mask, OutputRows rows, DropoutGenerator* dropout)
{
    const auto heads = [&config](const torch::Tensor& projected) {
        return projected.view({projected.size(0), projected.size(1), config.heads, config.headSize()})
            .transpose(1, 2);
    };
    const auto residual = rows == OutputRows::First ? x.narrow(1, 0, 1) : x;
    const auto context = attend(heads(linear(residual, layer.query)), heads(linear(x, layer.key)),
                                heads(linear(x, layer.value)), mask, dropout, config.attentionDropout)
                             .transpose(1, 2)
                             .reshape(residual.sizes());
    const auto attended =
        norm(dropped(linear(context, layer.attentionOutput), dropout, config.hiddenDropout) + residual,
             layer.attentionNorm, config);
    const auto inner = activated(linear(attended, layer.intermediate), config.activation);
    return norm(dropped(linear(inner, layer.output), dropout, config.hiddenDropout) + attended,
                layer.outputNorm, config);
}

/// Whether packedLayer() can do it.
bool canPack(const BertLayers& bert, const BertConfig& config, const torch::Tensor& ids, OutputRows rows)
{
    return rows == OutputRows::First && ids.is_cpu() && config.activation == Activation::Gelu &&
           bert.words.scalar_type() == torch::kFloat32 && !at::autocast::is_autocast_enabled(at::kCPU);
}

/// The first rows alone: [batch, 1, hidden].
torch::Tensor encodePacked(const BertLayers& bert, const BertConfig& config, const torch::Tensor& ids,
                           const torch::Tensor& mask, DropoutGenerator* dropout)
{
    const auto tokens = PackedTokens::of(ids, mask);
    auto x =
        embed(bert, config, tokens->ids, {}, torch::embedding(bert.positions, tokens->positions), dropout);
    for (std::size_t i = 0; i < bert.layers.size(); ++i) {
        const bool last = i + 1 == bert.layers.size();
        x = packedLayer(bert.layers[i], config, x, tokens, last ? OutputRows::First : OutputRows::All,
                        dropout);
    }
    return x.unsqueeze(1);
}

} // namespace

BertLayers BertLayers::bind(const BertConfig& config, std::span<const torch::Tensor> weights)
{
    std::size_t at = 0;
    const auto next = [&] { return at < weights.size() ? weights[at++] : torch::Tensor(); };
    const auto pair = [&] {
        auto weight = next();
        return LayerWeights{std::move(weight), next()};
    };
    BertLayers bert;
    bert.words = next();
    bert.positions = next();
    bert.types = next();
    bert.embeddingNorm = pair();
    for (std::int64_t i = 0; i < config.layers; ++i) {
        EncoderLayer layer;
        for (LayerWeights* part :
             {&layer.query, &layer.key, &layer.value, &layer.attentionOutput, &layer.attentionNorm,
              &layer.intermediate, &layer.output, &layer.outputNorm})
            *part = pair();
        bert.layers.push_back(std::move(layer));
    }
    bert.pooler = pair();
    bert.head = pair();
    return bert;
}

torch::Tensor encode(const BertLayers& bert, const BertConfig& config, const torch::Tensor& ids,
                     const torch::Tensor& mask, const torch::Tensor& typeIds, OutputRows rows,
                     DropoutGenerator* dropout)
{
    if (!typeIds.defined() && canPack(bert, config, ids, rows))
        return encodePacked(bert, config, ids, mask, dropout);
    auto x = embed(bert, config, ids, typeIds, bert.positions.narrow(0, 0, ids.size(1)), dropout);
    const AttentionMask prepared = attentionMask(mask);
    for (std::size_t i = 0; i < bert.layers.size(); ++i) {
        const bool last = i + 1 == bert.layers.size();
        x = encodeLayer(bert.layers[i], config, x, prepared, last ? rows : OutputRows::All, dropout);
    }
    return x;
}

torch::Tensor pool(const BertLayers& bert, const torch::Tensor& hidden)
{
    return torch::tanh(linear(hidden.select(1, 0), bert.pooler));
}

torch::Tensor dropped(const torch::Tensor& x, DropoutGenerator* dropout, double p)
{
    return dropout && p > 0 ? x * dropout->mask(x, p) : x;
}

} // namespace lepton::nn
