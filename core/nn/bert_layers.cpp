// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/bert_layers_torch.h"
#include "nn/packed_layer_torch.h"
#include "nn/product_weights_torch.h"

#include <cstddef>
#include <tuple>

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

/// [batch, heads, tokens, head size] each; of the queries perhaps one token.
struct Heads
{
    torch::Tensor query, key, value;
};

Heads project(const EncoderLayer& layer, const BertConfig& config, const torch::Tensor& x,
              const torch::Tensor& asking)
{
    const auto heads = [&config](const torch::Tensor& projected) {
        return projected.view({projected.size(0), projected.size(1), config.heads, config.headSize()})
            .transpose(1, 2);
    };
    return {heads(linear(asking, layer.query)), heads(linear(x, layer.key)), heads(linear(x, layer.value))};
}

/// The same in as few products as can be.
Heads projectTogether(const LayerWeights& projections, const BertConfig& config, const torch::Tensor& x,
                      const torch::Tensor& asking)
{
    const auto heads = [&config](const torch::Tensor& from, const torch::Tensor& weight,
                                 const torch::Tensor& bias) {
        return torch::linear(from, weight, bias)
            .view({from.size(0), from.size(1), -1, config.heads, config.headSize()})
            .permute({2, 0, 3, 1, 4})
            .unbind();
    };
    if (asking.size(1) == x.size(1)) {
        const auto all = heads(x, projections.weight, projections.bias);
        return {all[0], all[1], all[2]};
    }
    const std::int64_t hidden = config.hiddenSize;
    const auto weights = projections.weight.split_with_sizes({hidden, 2 * hidden});
    const auto biases = projections.bias.split_with_sizes({hidden, 2 * hidden});
    const auto others = heads(x, weights[1], biases[1]);
    return {heads(asking, weights[0], biases[0]).front(), others[0], others[1]};
}

/// One layer; @p bias of attentionBias(); @p rows First gives [batch, 1, hidden].
torch::Tensor encodeLayer(const EncoderLayer& layer, const BertConfig& config, const torch::Tensor& x,
                          const torch::Tensor& bias, OutputRows rows, DropoutGenerator* dropout)
{
    const bool together = x.is_cuda();
    const ProductWeights weights =
        together ? productWeights(layer, productType(x))
                 : ProductWeights{{}, layer.attentionOutput, layer.intermediate, layer.output};
    const auto residual = rows == OutputRows::First ? x.narrow(1, 0, 1) : x;
    const Heads heads = together ? projectTogether(weights.projections, config, x, residual)
                                 : project(layer, config, x, residual);
    const auto context = attend(heads.query, heads.key, heads.value, bias, dropout, config.attentionDropout)
                             .transpose(1, 2)
                             .reshape(residual.sizes());
    const auto attended =
        norm(dropped(linear(context, weights.attentionOutput), dropout, config.hiddenDropout) + residual,
             layer.attentionNorm, config);
    const auto inner = activated(linear(attended, weights.intermediate), config.activation);
    return norm(dropped(linear(inner, weights.output), dropout, config.hiddenDropout) + attended,
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
    const torch::Tensor bias = attentionBias(mask);
    for (std::size_t i = 0; i < bert.layers.size(); ++i) {
        const bool last = i + 1 == bert.layers.size();
        x = encodeLayer(bert.layers[i], config, x, bias, last ? rows : OutputRows::All, dropout);
    }
    return x;
}

torch::Tensor pool(const BertLayers& bert, const torch::Tensor& hidden)
{
    return torch::tanh(linear(hidden.select(1, 0), bert.pooler));
}

torch::Tensor dropped(const torch::Tensor& x, DropoutGenerator* dropout, double p)
{
    if (!dropout || p == 0)
        return x;
    if (x.is_cpu())
        return x * dropout->mask(x, p);
    dropout->seedFor(x.device(), x.numel());
    return std::get<0>(at::native_dropout(x, p, true)); // one kernel, which draws its numbers itself
}

} // namespace lepton::nn
