// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/batch.h"

#include <span>

#include <torch/types.h>

namespace lepton::train::engine {

/// Mean cross entropy with class weights and label smoothing, with the numbers of
/// torch.nn.functional.cross_entropy, also where the rows of a step come in several batches.
class Loss
{
public:
    /// @p classWeights one a class, or empty; @p smoothing in [0, 1).
    Loss(std::span<const double> classWeights, double smoothing);

    /// What the mean over the rows of @p step divides by: their number, or the sum of their classes' weights.
    double divisor(std::span<const Batch> step) const;
    /// The part [] of the step's loss that comes from one batch: @p logits [rows, classes] in any float type,
    /// @p labels [rows] int64. The parts of a step add up to its loss.
    torch::Tensor part(const torch::Tensor& logits, const torch::Tensor& labels, double divisor);

private:
    torch::Tensor m_weights; ///< [classes] float64, undefined: all alike
    torch::Tensor m_placed;  ///< the same where the logits are, in their type; copied there once
    double m_smoothing;
};

} // namespace lepton::train::engine
