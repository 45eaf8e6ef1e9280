// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/adam_rows.h"

#include "base/for_each_processor.h"

#include <cmath>

namespace lepton::nn {
namespace {

LEPTON_BODY void decay(const AdamRow& row, const AdamStep& step)
{
    float* const value = row.value;
#pragma omp simd
    for (std::size_t i = 0; i < row.width; ++i)
        value[i] *= step.kept;
}

LEPTON_BODY void moveAlong(const AdamRow& row, const AdamStep& step)
{
    float* const value = row.value;
    float* const moment1 = row.moment1;
    float* const moment2 = row.moment2;
#pragma omp simd
    for (std::size_t i = 0; i < row.width; ++i) {
        moment1[i] *= step.beta1;
        moment2[i] *= step.beta2;
        value[i] = value[i] * step.kept -
                   step.size * moment1[i] / (std::sqrt(moment2[i]) * step.spread + step.epsilon);
    }
}

LEPTON_BODY void moveAlong(const AdamRow& row, const AdamStep& step, const float* gradient)
{
    float* const value = row.value;
    float* const moment1 = row.moment1;
    float* const moment2 = row.moment2;
#pragma omp simd
    for (std::size_t i = 0; i < row.width; ++i) {
        moment1[i] = moment1[i] * step.beta1 + (1.0F - step.beta1) * gradient[i];
        moment2[i] = moment2[i] * step.beta2 + (1.0F - step.beta2) * gradient[i] * gradient[i];
        value[i] = value[i] * step.kept -
                   step.size * moment1[i] / (std::sqrt(moment2[i]) * step.spread + step.epsilon);
    }
}

LEPTON_BODY void adamRowBody(const AdamRow& row, std::span<const AdamStep> steps)
{
    const std::size_t still = row.gradient ? steps.size() - 1 : steps.size();
    for (std::size_t i = 0; i < still; ++i) {
        if (row.atRest)
            decay(row, steps[i]);
        else
            moveAlong(row, steps[i]);
    }
    if (row.gradient)
        moveAlong(row, steps.back(), row.gradient);
}

} // namespace

LEPTON_FOR_EACH_PROCESSOR(adamRow, (const AdamRow& row, std::span<const AdamStep> steps), (row, steps))

} // namespace lepton::nn
