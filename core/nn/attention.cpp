// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/attention_torch.h"
#include "nn/product_weights_torch.h"

#include <cmath>
#include <limits>
#include <optional>

namespace lepton::nn {
namespace {

/// Numbers; a GPU's fused kernels would copy rows of other lengths in each layer.
constexpr std::int64_t rowAlignment = 16;

} // namespace

torch::Tensor attentionBias(const torch::Tensor& mask)
{
    // On a GPU the question would wait for it.
    if (mask.is_cpu() && mask.all().item<bool>())
        return {};
    const std::int64_t tokens = mask.size(1);
    const std::int64_t width = (tokens + rowAlignment - 1) / rowAlignment * rowAlignment;
    return torch::zeros({mask.size(0), 1, 1, width}, mask.options().dtype(productType(mask)))
        .narrow(3, 0, tokens)
        .masked_fill_(mask.logical_not().unsqueeze(1).unsqueeze(1), -std::numeric_limits<float>::infinity());
}

torch::Tensor attend(const torch::Tensor& query, const torch::Tensor& key, const torch::Tensor& value,
                     const torch::Tensor& bias, DropoutGenerator* dropout, double p)
{
    const bool drops = dropout && p > 0;
    if (!drops || query.is_cuda()) {
        if (drops)
            dropout->seedFor(query.device(), query.size(0) * query.size(1) * query.size(2) * key.size(2));
        return torch::scaled_dot_product_attention(
            query, key, value, bias.defined() ? std::optional(bias) : std::nullopt, drops ? p : 0);
    }
    const double scale = 1 / std::sqrt(static_cast<double>(query.size(3)));
    auto scores = torch::matmul(query * scale, key.transpose(2, 3));
    if (bias.defined())
        scores.add_(bias);
    const auto weights = torch::softmax(scores, 3);
    return torch::matmul(weights * dropout->mask(weights, p), value);
}

} // namespace lepton::nn
