// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/row_kernels.h"

#include "base/for_each_processor.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace lepton::nn {
namespace {

constexpr std::size_t widest = 4'096; ///< numbers of a row whose mask is made at once; a multiple of a group

/// e^x for x <= 88 to about 1e-7 of it: 2^n e^r with the polynomial of Cephes' expf (Moshier).
LEPTON_BODY float exponential(float x)
{
    constexpr float log2e = 1.44269504F, ln2High = 0.693359375F, ln2Low = -2.12194440e-4F;
    constexpr float toWhole = 12'582'912.0F; // 1.5 * 2^23: adding it rounds
    x = x < -87.0F ? -87.0F : x;
    const float n = (x * log2e + toWhole) - toWhole;
    const float r = x - n * ln2High - n * ln2Low;
    float p = 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    const auto power = static_cast<std::uint32_t>(static_cast<std::int32_t>(n) + 127) << 23;
    return (p * r * r + r + 1.0F) * std::bit_cast<float>(power);
}

/// The error function to a few units in the last place, by the rational function of Eigen's and XLA's erf.
LEPTON_BODY float errorFunction(float x)
{
    constexpr float beyond = 3.832506856900711F; // where it is 1 in float32
    x = x > beyond ? beyond : x;
    x = x < -beyond ? -beyond : x;
    const float square = x * x;
    float p = -2.72614225801306e-10F;
    p = p * square + 2.77068142495902e-08F;
    p = p * square - 2.10102402082508e-06F;
    p = p * square - 5.69250639462346e-05F;
    p = p * square - 7.34990630326855e-04F;
    p = p * square - 2.95459980854025e-03F;
    p = p * square - 1.60960333262415e-02F;
    float q = -1.45660718464996e-05F;
    q = q * square - 2.13374055278905e-04F;
    q = q * square - 1.68282697438203e-03F;
    q = q * square - 7.37332916720468e-03F;
    q = q * square - 1.42647390514189e-02F;
    return x * p / q;
}

/// The share of a normal distribution below x.
LEPTON_BODY float normalBelow(float x)
{
    constexpr float inverseRoot2 = 0.70710678F;
    return 0.5F * (1.0F + errorFunction(x * inverseRoot2));
}

/// Calls @p part(begin, end, mask) for stretches of the row of number @p row; mask is null without dropout.
template <class Part>
LEPTON_BODY void withMask(const std::optional<MaskRequest>& dropout, std::size_t row, std::size_t width,
                          Part&& part)
{
    if (!dropout) {
        part(std::size_t{0}, width, static_cast<const float*>(nullptr));
        return;
    }
    float mask[widest];
    MaskRequest request = *dropout;
    request.block += row * maskGroups(width) * maskGroupBlocks;
    for (std::size_t begin = 0; begin < width; begin += widest) {
        const std::size_t end = begin + widest < width ? begin + widest : width;
        fillMask(request, mask, 0, end - begin);
        part(begin, end, static_cast<const float*>(mask));
        request.block += widest / maskGroupNumbers * maskGroupBlocks;
    }
}

LEPTON_BODY void addNormBody(const AddNorm& work, std::size_t first, std::size_t last)
{
    const std::size_t width = work.width;
    const auto count = static_cast<float>(width);
    const float* const bias = work.bias;
    const float* const scale = work.scale;
    const float* const shift = work.shift;
    for (std::size_t row = first; row < last; ++row) {
        float* const sums = work.sum + row * width;
        const float* const residual = work.residual + row * width;
        float* const y = work.y + row * width;
        float total = 0;
        withMask(work.dropout, row, width, [&](std::size_t begin, std::size_t end, const float* mask) {
            float part = 0;
            if (mask) {
#pragma omp simd reduction(+ : part)
                for (std::size_t i = begin; i < end; ++i) {
                    sums[i] = (sums[i] + bias[i]) * mask[i - begin] + residual[i];
                    part += sums[i];
                }
            } else {
#pragma omp simd reduction(+ : part)
                for (std::size_t i = begin; i < end; ++i) {
                    sums[i] = sums[i] + bias[i] + residual[i];
                    part += sums[i];
                }
            }
            total += part;
        });
        const float mean = total / count;
        float squares = 0;
#pragma omp simd reduction(+ : squares)
        for (std::size_t i = 0; i < width; ++i)
            squares += (sums[i] - mean) * (sums[i] - mean);
        const float inverse = 1.0F / std::sqrt(squares / count + work.epsilon);
#pragma omp simd
        for (std::size_t i = 0; i < width; ++i)
            y[i] = (sums[i] - mean) * inverse * scale[i] + shift[i];
        work.mean[row] = mean;
        work.inverse[row] = inverse;
    }
}

LEPTON_BODY void addNormBackBody(const AddNormBack& work, std::size_t first, std::size_t last)
{
    const AddNorm& forward = work.forward;
    const std::size_t width = forward.width;
    const auto count = static_cast<float>(width);
    const float* const scale = forward.scale;
    float* const dScale = work.dScale;
    float* const dShift = work.dShift;
    float* const dBias = work.dBias;
    for (std::size_t row = first; row < last; ++row) {
        const float* const sums = forward.sum + row * width;
        const float* const dy = work.dy + row * width;
        float* const dResidual = work.dResidual + row * width;
        float* const dx = work.dx + row * width;
        const float mean = forward.mean[row];
        const float inverse = forward.inverse[row];
        float total = 0;
        float along = 0;
#pragma omp simd reduction(+ : total, along)
        for (std::size_t i = 0; i < width; ++i) {
            const float normed = (sums[i] - mean) * inverse;
            const float gradient = dy[i] * scale[i];
            dScale[i] += dy[i] * normed;
            dShift[i] += dy[i];
            total += gradient;
            along += gradient * normed;
        }
        total /= count;
        along /= count;
        withMask(forward.dropout, row, width, [&](std::size_t begin, std::size_t end, const float* mask) {
#pragma omp simd
            for (std::size_t i = begin; i < end; ++i) {
                const float normed = (sums[i] - mean) * inverse;
                dResidual[i] = inverse * (dy[i] * scale[i] - total - normed * along);
            }
            if (mask) {
#pragma omp simd
                for (std::size_t i = begin; i < end; ++i) {
                    dx[i] = dResidual[i] * mask[i - begin];
                    dBias[i] += dx[i];
                }
            } else {
#pragma omp simd
                for (std::size_t i = begin; i < end; ++i) {
                    dx[i] = dResidual[i];
                    dBias[i] += dx[i];
                }
            }
        });
    }
}

LEPTON_BODY void biasGeluBody(const BiasGelu& work, std::size_t first, std::size_t last)
{
    const float* const bias = work.bias;
    for (std::size_t row = first; row < last; ++row) {
        float* const x = work.x + row * work.width;
        float* const y = work.y + row * work.width;
#pragma omp simd
        for (std::size_t i = 0; i < work.width; ++i) {
            const float value = x[i] + bias[i];
            x[i] = value;
            y[i] = value * normalBelow(value);
        }
    }
}

LEPTON_BODY void biasGeluBackBody(const BiasGeluBack& work, std::size_t first, std::size_t last)
{
    constexpr float density = 0.39894228F; // of the normal distribution at 0
    float* const dBias = work.dBias;
    for (std::size_t row = first; row < last; ++row) {
        const float* const x = work.x + row * work.width;
        float* const dy = work.dy + row * work.width;
#pragma omp simd
        for (std::size_t i = 0; i < work.width; ++i) {
            const float value = x[i];
            const float slope = normalBelow(value) + value * density * exponential(-0.5F * value * value);
            const float gradient = dy[i] * slope;
            dy[i] = gradient;
            dBias[i] += gradient;
        }
    }
}

LEPTON_BODY void softmaxDropBody(const SoftmaxDrop& work, std::size_t rows)
{
    const std::size_t width = work.width;
    if (work.dropout)
        fillMask(*work.dropout, work.weights, 0, rows * width);
    for (std::size_t row = 0; row < rows; ++row) {
        float* const scores = work.scores + row * width;
        float* const weights = work.weights + row * width;
        float highest = -std::numeric_limits<float>::infinity();
        for (std::size_t i = 0; i < width; ++i)
            highest = highest > scores[i] ? highest : scores[i];
        float total = 0;
#pragma omp simd reduction(+ : total)
        for (std::size_t i = 0; i < width; ++i) {
            scores[i] = exponential(scores[i] - highest);
            total += scores[i];
        }
        const float factor = 1.0F / total;
        if (work.dropout) {
#pragma omp simd
            for (std::size_t i = 0; i < width; ++i) {
                const float weight = scores[i] * factor;
                const float mask = weights[i];
                weights[i] = weight * mask;
                scores[i] = mask == 0.0F ? -weight : weight;
            }
        } else {
#pragma omp simd
            for (std::size_t i = 0; i < width; ++i) {
                scores[i] *= factor;
                weights[i] = scores[i];
            }
        }
    }
}

LEPTON_BODY void softmaxDropBackBody(const SoftmaxDropBack& work, std::size_t rows)
{
    const std::size_t width = work.width;
    const float kept = work.kept;
    for (std::size_t row = 0; row < rows; ++row) {
        const float* const before = work.signedWeights + row * width;
        float* const gradient = work.gradient + row * width;
        float* const weights = work.weights + row * width;
        float along = 0;
#pragma omp simd reduction(+ : along)
        for (std::size_t i = 0; i < width; ++i) {
            weights[i] = before[i] > 0.0F ? before[i] * kept : 0.0F;
            along += gradient[i] * weights[i];
        }
#pragma omp simd
        for (std::size_t i = 0; i < width; ++i) {
            const float weight = before[i] > 0.0F ? before[i] : -before[i];
            gradient[i] = gradient[i] * weights[i] - along * weight;
        }
    }
}

} // namespace

LEPTON_FOR_EACH_PROCESSOR(addNorm, (const AddNorm& work, std::size_t first, std::size_t last),
                          (work, first, last))
LEPTON_FOR_EACH_PROCESSOR(addNormBack, (const AddNormBack& work, std::size_t first, std::size_t last),
                          (work, first, last))
LEPTON_FOR_EACH_PROCESSOR(biasGelu, (const BiasGelu& work, std::size_t first, std::size_t last),
                          (work, first, last))
LEPTON_FOR_EACH_PROCESSOR(biasGeluBack, (const BiasGeluBack& work, std::size_t first, std::size_t last),
                          (work, first, last))
LEPTON_FOR_EACH_PROCESSOR(softmaxDrop, (const SoftmaxDrop& work, std::size_t rows), (work, rows))
LEPTON_FOR_EACH_PROCESSOR(softmaxDropBack, (const SoftmaxDropBack& work, std::size_t rows), (work, rows))

} // namespace lepton::nn
