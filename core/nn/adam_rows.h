// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace lepton::nn {

/// One step of AdamW, in the numbers that its formula takes.
struct AdamStep
{
    float kept = 1;   ///< 1 - learning rate * weight decay
    float size = 0;   ///< learning rate / (1 - beta1^step)
    float spread = 1; ///< 1 / sqrt(1 - beta2^step)
    float epsilon = 1e-8F;
    float beta1 = 0.9F;
    float beta2 = 0.999F;
};

/// A row of a parameter with its moments, each [width].
struct AdamRow
{
    std::size_t width = 0;
    float* value = nullptr;
    float* moment1 = nullptr;
    float* moment2 = nullptr;
    const float* gradient = nullptr; ///< of the last step; null: 0, as in all steps before
    bool atRest = false;             ///< both moments are 0, so that without a gradient decay alone moves it
};

/// Takes the row through @p steps, one after the other: the same bits however they are cut into calls.
void adamRow(const AdamRow& row, std::span<const AdamStep> steps);

} // namespace lepton::nn
