// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/attention_torch.h"

#include <cmath>
#include <limits>

namespace lepton::nn {

AttentionMask attentionMask(const torch::Tensor& mask)
{
    AttentionMask prepared;
    // On a GPU the question would wait for it.
    if (mask.is_cpu() && mask.all().item<bool>())
        return prepared;
    prepared.keys = mask.unsqueeze(1).unsqueeze(1);
    if (mask.is_cpu())
        prepared.bias =
            torch::zeros(prepared.keys.sizes(), prepared.keys.options().dtype(torch::kFloat32))
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
        const auto keys = mask.keys.defined() ? std::optional(mask.keys) : std::nullopt;
        return torch::scaled_dot_product_attention(query, key, value, keys, drops ? p : 0);
    }
    const double scale = 1 / std::sqrt(static_cast<double>(query.size(3)));
    auto scores = torch::matmul(query * scale, key.transpose(2, 3));
    if (mask.bias.defined())
        scores.add_(mask.bias);
    const auto weights = torch::softmax(scores, 3);
    return torch::matmul(weights * dropout->mask(weights, p), value);
}

} // namespace lepton::nn
