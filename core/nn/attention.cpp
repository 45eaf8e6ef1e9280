// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/attention_torch.h"
#include "nn/product_weights_torch.h"

#include <cmath>
#include <limits>
#include <optional>

namespace lepton::nn {

namespace {

constexpr std::int64_t rowAlignment =
    16; ///< numbers; other rows the fused kernels of a GPU copy in each layer

} // namespace

AttentionMask attentionMask(const torch::Tensor& mask)
{
    AttentionMask prepared;
    // On a GPU the question would wait for it.
    if (mask.is_cpu() && mask.all().item<bool>())
        return prepared;
    prepared.keys = mask.unsqueeze(1).unsqueeze(1);
    const std::int64_t tokens = mask.size(1);
    const std::int64_t width =
        mask.is_cpu() ? tokens : (tokens + rowAlignment - 1) / rowAlignment * rowAlignment;
    prepared.bias =
        torch::zeros({mask.size(0), 1, 1, width},
                     prepared.keys.options().dtype(mask.is_cpu() ? at::kFloat : productType(mask)))
            .narrow(3, 0, tokens)
            .masked_fill_(prepared.keys.logical_not(), -std::numeric_limits<float>::infinity());
    return prepared;
}

torch::Tensor attend(const torch::Tensor& query, const torch::Tensor& key, const torch::Tensor& value,
                     const AttentionMask& mask, DropoutGenerator* dropout, double p)
{
    const bool drops = dropout && p > 0;
    if (!drops || query.is_cuda()) {
        if (drops)
            dropout->seedFor(query.device(), query.size(0) * query.size(1) * query.size(2) * key.size(2));
        const torch::Tensor& allowed = query.is_cuda() ? mask.bias : mask.keys;
        return torch::scaled_dot_product_attention(
            query, key, value, allowed.defined() ? std::optional(allowed) : std::nullopt, drops ? p : 0);
    }
    const double scale = 1 / std::sqrt(static_cast<double>(query.size(3)));
    auto scores = torch::matmul(query * scale, key.transpose(2, 3));
    if (mask.bias.defined())
        scores.add_(mask.bias);
    const auto weights = torch::softmax(scores, 3);
    return torch::matmul(weights * dropout->mask(weights, p), value);
}

} // namespace lepton::nn
