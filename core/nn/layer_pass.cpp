// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/layer_pass_torch.h"
#include "nn/row_kernels.h"
#include "nn/row_work_torch.h"

#include <utility>

namespace lepton::nn {

using torch::Tensor;

LayerPass::LayerPass(const BertConfig& config, std::shared_ptr<const PackedTokens> tokens, OutputRows rows,
                     DropoutGenerator* dropout)
    : m_tokens(std::move(tokens))
    , m_attention(m_tokens->offsets, static_cast<std::size_t>(config.heads),
                  static_cast<std::size_t>(config.headSize()), rows == OutputRows::First)
    , m_first(rows == OutputRows::First)
    , m_hidden(config.hiddenSize)
    , m_epsilon(static_cast<float>(config.layerNormEpsilon))
{
    if (!dropout)
        return;
    const std::int64_t outputs = m_first ? std::ssize(m_tokens->offsets) - 1 : m_tokens->offsets.back();
    const std::size_t groups =
        static_cast<std::size_t>(outputs) * maskGroups(static_cast<std::size_t>(m_hidden));
    m_weightDropout = dropout->reserve(m_attention.maskGroupCount(), config.attentionDropout);
    m_attentionDropout = dropout->reserve(groups, config.hiddenDropout);
    m_outputDropout = dropout->reserve(groups, config.hiddenDropout);
}

Tensor LayerPass::firstRows(const Tensor& x) const
{
    const auto& offsets = m_tokens->offsets;
    Tensor rows = torch::empty({std::ssize(offsets) - 1, m_hidden});
    for (std::int64_t i = 0; i < rows.size(0); ++i)
        std::copy_n(numbersOf(x) + offsets[static_cast<std::size_t>(i)] * m_hidden, m_hidden,
                    numbersOf(rows) + i * m_hidden);
    return rows;
}

void LayerPass::projectInputs(const Tensor& x, const LayerTensors& w)
{
    std::vector<Tensor> joined{w[KeyWeight], w[ValueWeight]};
    std::vector<Tensor> biases{w[KeyBias], w[ValueBias]};
    if (m_first) {
        m_residual = firstRows(x);
        m_firstQuery = torch::addmm(w[QueryBias], m_residual, w[QueryWeight].t());
    } else {
        m_residual = x;
        joined.insert(joined.begin(), w[QueryWeight]);
        biases.insert(biases.begin(), w[QueryBias]);
    }
    m_joined = torch::cat(joined);
    m_projected = torch::addmm(torch::cat(biases), x, m_joined.t());
}

PackedAttention::Forward LayerPass::attentionRows() const
{
    const std::int64_t key = m_first ? 0 : m_hidden;
    PackedAttention::Forward rows;
    rows.query = readOnly(columns(m_first ? m_firstQuery : m_projected));
    rows.key = readOnly(columns(m_projected, key));
    rows.value = readOnly(columns(m_projected, key + m_hidden));
    rows.weights = numbersOf(m_attended);
    rows.context = columns(m_context);
    rows.dropout = m_weightDropout;
    return rows;
}

Normed LayerPass::addNormed(Tensor x, const Tensor& bias, const Tensor& residual,
                            const std::optional<MaskRequest>& dropout, const Tensor& scale,
                            const Tensor& shift) const
{
    const std::int64_t rows = x.size(0);
    const Tensor facts = torch::empty({2, rows});
    Normed normed{std::move(x), facts[0], facts[1], torch::empty({rows, m_hidden})};
    const AddNorm work{static_cast<std::size_t>(m_hidden),
                       numbersOf(normed.sum),
                       numbersOf(bias),
                       numbersOf(residual),
                       dropout,
                       numbersOf(scale),
                       numbersOf(shift),
                       m_epsilon,
                       numbersOf(normed.y),
                       numbersOf(normed.mean),
                       numbersOf(normed.inverse)};
    overRows(rows, [&](std::size_t first, std::size_t last) { addNorm(work, first, last); });
    return normed;
}

std::array<Tensor, 3> LayerPass::addNormedBack(const Normed& normed,
                                               const std::optional<MaskRequest>& dropout, const Tensor& scale,
                                               const Tensor& dy) const
{
    const Tensor dResidual = torch::empty_like(dy);
    const Tensor dx = torch::empty_like(dy);
    AddNormBack work;
    work.forward.width = static_cast<std::size_t>(m_hidden);
    work.forward.sum = numbersOf(normed.sum);
    work.forward.dropout = dropout;
    work.forward.scale = numbersOf(scale);
    work.forward.mean = numbersOf(normed.mean);
    work.forward.inverse = numbersOf(normed.inverse);
    work.dy = numbersOf(dy);
    work.dResidual = numbersOf(dResidual);
    work.dx = numbersOf(dx);
    const Tensor sums =
        summedOverRows(dy.size(0), 3, m_hidden, [&](std::size_t first, std::size_t last, float* numbers) {
            AddNormBack part = work;
            part.dBias = numbers;
            part.dScale = numbers + m_hidden;
            part.dShift = numbers + 2 * m_hidden;
            addNormBack(part, first, last);
        });
    return {dResidual, dx, sums};
}

Tensor LayerPass::forward(const Tensor& x, const LayerTensors& w, Keep keep)
{
    const auto done = [keep](auto&... tensors) {
        if (keep == Keep::Nothing)
            (tensors.reset(), ...);
    };
    projectInputs(x, w);
    m_attended = torch::empty({static_cast<std::int64_t>(m_attention.weightCount())});
    m_context = torch::empty_like(m_residual);
    const PackedAttention::Forward rows = attentionRows();
    dealtOut(m_attention.items(), [&](std::size_t item, std::vector<float>& scratch) {
        m_attention.forward(rows, item, scratch);
    });
    done(m_joined, m_projected, m_firstQuery, m_attended);
    m_middle = addNormed(torch::mm(m_context, w[AttentionWeight].t()), w[AttentionBias], m_residual,
                         m_attentionDropout, w[AttentionScale], w[AttentionShift]);
    done(m_residual, m_context, m_middle.sum);
    m_inner = torch::mm(m_middle.y, w[InnerWeight].t());
    m_active = keep == Keep::Nothing ? m_inner : torch::empty_like(m_inner);
    const BiasGelu gelu{static_cast<std::size_t>(m_inner.size(1)), numbersOf(m_inner),
                        numbersOf(w[InnerBias]), numbersOf(m_active)};
    overRows(m_inner.size(0), [&](std::size_t first, std::size_t last) { biasGelu(gelu, first, last); });
    m_output = addNormed(torch::mm(m_active, w[OutputWeight].t()), w[OutputBias], m_middle.y, m_outputDropout,
                         w[OutputScale], w[OutputShift]);
    done(m_inner, m_active, m_middle.y, m_output.sum);
    return std::exchange(m_output.y, Tensor()); // which the way back does not need
}

std::vector<Tensor> LayerPass::backward(const Tensor& x, const LayerTensors& w, const Tensor& dy,
                                        bool needsDx)
{
    LayerTensors d;
    auto [dMiddle, dOutput, outputSums] = addNormedBack(m_output, m_outputDropout, w[OutputScale], dy);
    m_output = {};
    d[OutputBias] = outputSums[0];
    d[OutputScale] = outputSums[1];
    d[OutputShift] = outputSums[2];
    d[OutputWeight] = torch::mm(dOutput.t(), m_active);
    m_active = torch::mm_out(m_active, dOutput, w[OutputWeight]); // now its gradient
    d[InnerBias] = summedOverRows(m_inner.size(0), 1, m_inner.size(1),
                                  [&](std::size_t first, std::size_t last, float* numbers) {
                                      biasGeluBack({static_cast<std::size_t>(m_inner.size(1)),
                                                    numbersOf(m_inner), numbersOf(m_active), numbers},
                                                   first, last);
                                  })[0];
    m_inner.reset();
    d[InnerWeight] = torch::mm(m_active.t(), m_middle.y);
    dMiddle.addmm_(m_active, w[InnerWeight]);
    m_active.reset();

    auto [dResidual, dAttended, middleSums] =
        addNormedBack(m_middle, m_attentionDropout, w[AttentionScale], dMiddle);
    m_middle = {};
    d[AttentionBias] = middleSums[0];
    d[AttentionScale] = middleSums[1];
    d[AttentionShift] = middleSums[2];
    d[AttentionWeight] = torch::mm(dAttended.t(), m_context);
    const Tensor dContext = torch::mm_out(m_context, dAttended, w[AttentionWeight]);

    const Tensor dProjected = torch::empty_like(m_projected);
    const Tensor dQuery = m_first ? torch::empty_like(m_firstQuery) : dProjected;
    const PackedAttention::Forward rows = attentionRows();
    PackedAttention::Backward back{
        rows.query, rows.key, rows.value, rows.weights, readOnly(columns(dContext)), columns(dQuery), {}, {}};
    const std::int64_t key = m_first ? 0 : m_hidden;
    back.dKey = columns(dProjected, key);
    back.dValue = columns(dProjected, key + m_hidden);
    back.kept = m_weightDropout ? m_weightDropout->kept : 1.0F;
    dealtOut(m_attention.items(), [&](std::size_t item, std::vector<float>& scratch) {
        m_attention.backward(back, item, scratch);
    });

    const Tensor dJoined = torch::mm(dProjected.t(), x);
    const Tensor dBiases = dProjected.sum(0);
    const auto part = [this](const Tensor& joined, std::int64_t number) {
        return joined.narrow(0, number * m_hidden, m_hidden);
    };
    const std::int64_t first = m_first ? 0 : 1;
    d[QueryWeight] = m_first ? torch::mm(dQuery.t(), m_residual) : part(dJoined, 0);
    d[QueryBias] = m_first ? dQuery.sum(0) : part(dBiases, 0);
    d[KeyWeight] = part(dJoined, first);
    d[KeyBias] = part(dBiases, first);
    d[ValueWeight] = part(dJoined, first + 1);
    d[ValueBias] = part(dBiases, first + 1);

    Tensor dx;
    if (needsDx && !m_first) {
        dx = dResidual.addmm_(dProjected, m_joined);
    } else if (needsDx) {
        dx = torch::mm(dProjected, m_joined);
        dResidual.addmm_(dQuery, w[QueryWeight]);
        const auto places =
            torch::tensor(at::ArrayRef(m_tokens->offsets).slice(0, m_tokens->offsets.size() - 1));
        dx.index_add_(0, places, dResidual);
    }
    std::vector<Tensor> gradients{dx};
    gradients.insert(gradients.end(), d.begin(), d.end());
    return gradients;
}

} // namespace lepton::nn
