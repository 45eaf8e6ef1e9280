// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/loss_torch.h"

namespace lepton::train::engine {

Loss::Loss(std::span<const double> classWeights, double smoothing)
    : m_smoothing(smoothing)
{
    if (!classWeights.empty())
        m_weights = torch::tensor(at::ArrayRef<double>(classWeights.data(), classWeights.size()),
                                  torch::dtype(torch::kFloat64));
}

double Loss::divisor(std::span<const Batch> step) const
{
    double sum = 0;
    for (const Batch& batch : step) {
        if (!m_weights.defined()) {
            sum += static_cast<double>(batch.rows());
            continue;
        }
        for (const std::int32_t label : batch.labels)
            sum += m_weights.const_data_ptr<double>()[label];
    }
    return sum;
}

torch::Tensor Loss::part(const torch::Tensor& logits, const torch::Tensor& labels, double divisor)
{
    // Half precision is good enough for matrix products, not for logarithms of sums.
    const auto precise = logits.scalar_type() == torch::kFloat64 ? logits : logits.to(torch::kFloat32);
    std::optional<torch::Tensor> weights;
    if (m_weights.defined()) {
        if (!m_placed.defined() || m_placed.device() != precise.device() ||
            m_placed.scalar_type() != precise.scalar_type())
            m_placed = m_weights.to(precise.options());
        weights = m_placed;
    }
    return at::cross_entropy_loss(precise, labels, weights, at::Reduction::Sum, -100, m_smoothing) / divisor;
}

} // namespace lepton::train::engine
