// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/nn.

#include "nn/bert_layers_torch.h"
#include "nn/packed_attention.h"
#include "nn/packed_layer_torch.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <torch/types.h>

namespace lepton::nn {

/// The weights in the order of EncoderLayer's members.
enum Weight : std::size_t
{
    QueryWeight,
    QueryBias,
    KeyWeight,
    KeyBias,
    ValueWeight,
    ValueBias,
    AttentionWeight,
    AttentionBias,
    AttentionScale,
    AttentionShift,
    InnerWeight,
    InnerBias,
    OutputWeight,
    OutputBias,
    OutputScale,
    OutputShift,
    WeightCount
};
using LayerTensors = std::array<torch::Tensor, WeightCount>;

/// What a pass keeps of what it computes.
enum class Keep
{
    ForTheWayBack,
    Nothing
};

/// A norm's results, which the way back needs.
struct Normed
{
    torch::Tensor sum;           ///< [rows, hidden], before the norm
    torch::Tensor mean, inverse; ///< [rows]
    torch::Tensor y;             ///< [rows, hidden]
};

/// One layer on one batch: the way there, and what the way back needs of it.
class LayerPass final : public torch::CustomClassHolder
{
public:
    LayerPass(const BertConfig& config, std::shared_ptr<const PackedTokens> tokens, OutputRows rows,
              DropoutGenerator* dropout);

    /// Gives [tokens, hidden], or [batch, hidden] for the first rows alone.
    torch::Tensor forward(const torch::Tensor& x, const LayerTensors& weights, Keep keep);
    /// The gradients of x (undefined where it needs none) and of the weights. Once.
    std::vector<torch::Tensor> backward(const torch::Tensor& x, const LayerTensors& weights,
                                        const torch::Tensor& dy, bool needsDx);

private:
    Normed addNormed(torch::Tensor x, const torch::Tensor& bias, const torch::Tensor& residual,
                     const std::optional<MaskRequest>& dropout, const torch::Tensor& scale,
                     const torch::Tensor& shift) const;
    /// Gives the gradients of the residual, of x, and [3, hidden]: those of bias, scale and shift.
    std::array<torch::Tensor, 3> addNormedBack(const Normed& normed,
                                               const std::optional<MaskRequest>& dropout,
                                               const torch::Tensor& scale, const torch::Tensor& dy) const;
    void projectInputs(const torch::Tensor& x, const LayerTensors& weights);
    PackedAttention::Forward attentionRows() const;
    torch::Tensor firstRows(const torch::Tensor& x) const;

    std::shared_ptr<const PackedTokens> m_tokens;
    PackedAttention m_attention;
    bool m_first;
    std::int64_t m_hidden;
    float m_epsilon;
    std::optional<MaskRequest> m_weightDropout, m_attentionDropout, m_outputDropout;

    torch::Tensor m_residual;  ///< x, or its first rows
    torch::Tensor m_joined;    ///< weights of query, key and value, or of key and value, one behind the other
    torch::Tensor m_projected; ///< [tokens, 3 or 2 times hidden]
    torch::Tensor m_firstQuery; ///< [batch, hidden]; undefined where all rows ask
    torch::Tensor m_attended;   ///< the weights of the attention
    torch::Tensor m_context;    ///< [rows, hidden]
    Normed m_middle;            ///< between attention and the inner layer
    torch::Tensor m_inner;      ///< [rows, inner], before the activation
    torch::Tensor m_active;     ///< after it
    Normed m_output;
};

} // namespace lepton::nn
