// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/dropout_mask.h"

#include <cstddef>
#include <optional>

namespace lepton::nn {

/// The parts of an encoder layer between its matrix products, each in one pass over its rows of float32, in
/// the widest vectors that the processor has. Those that are given rows [first, last) touch nothing else, so
/// that threads can share the rows; a sum over rows is then the sum over these rows alone.

/// y = LayerNorm(dropout(x + bias) + residual): Ba, Kiros and Hinton, "Layer Normalization", 2016.
struct AddNorm
{
    std::size_t width = 0;
    float* sum = nullptr;            ///< [rows, width]: x going in, dropout(x + bias) + residual coming out
    const float* bias = nullptr;     ///< [width]
    const float* residual = nullptr; ///< [rows, width]
    std::optional<MaskRequest> dropout; ///< a row begins at the multiple of maskGroups() of its number
    const float* scale = nullptr;       ///< [width]
    const float* shift = nullptr;       ///< [width]
    float epsilon = 0;
    float* y = nullptr;       ///< [rows, width]
    float* mean = nullptr;    ///< [rows], of the sum
    float* inverse = nullptr; ///< [rows], 1 / sqrt(variance + epsilon)
};
void addNorm(const AddNorm& work, std::size_t first, std::size_t last);

/// The way back through AddNorm.
struct AddNormBack
{
    AddNorm forward;            ///< its sum, mean and inverse as they came out; y is not read
    const float* dy = nullptr;  ///< [rows, width]
    float* dResidual = nullptr; ///< [rows, width]
    float* dx = nullptr;        ///< [rows, width]; may be dResidual where there is no dropout
    float* dBias = nullptr;     ///< [width], as the two below: added to
    float* dScale = nullptr;
    float* dShift = nullptr;
};
void addNormBack(const AddNormBack& work, std::size_t first, std::size_t last);

/// y = gelu(x + bias), with the error function: Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016.
struct BiasGelu
{
    std::size_t width = 0;
    float* x = nullptr;          ///< [rows, width]: x going in, x + bias coming out
    const float* bias = nullptr; ///< [width]
    float* y = nullptr;          ///< [rows, width]; may be x, which is then lost
};
void biasGelu(const BiasGelu& work, std::size_t first, std::size_t last);

/// The way back through BiasGelu.
struct BiasGeluBack
{
    std::size_t width = 0;
    const float* x = nullptr; ///< [rows, width], x + bias
    float* dy = nullptr;      ///< [rows, width]: the gradient of y going in, that of x coming out
    float* dBias = nullptr;   ///< [width]: added to
};
void biasGeluBack(const BiasGeluBack& work, std::size_t first, std::size_t last);

/// Softmax of the rows of scores and dropout of the weights that it gives.
struct SoftmaxDrop
{
    std::size_t width = 0;
    /// [rows, width]: scores going in; coming out the weights before dropout, negative where it drops them,
    /// which tells the way back both.
    float* scores = nullptr;
    float* weights = nullptr;           ///< [rows, width]: after dropout
    std::optional<MaskRequest> dropout; ///< of all rows in one, from the first number on
};
void softmaxDrop(const SoftmaxDrop& work, std::size_t rows);

/// The way back through SoftmaxDrop.
struct SoftmaxDropBack
{
    std::size_t width = 0;
    const float* signedWeights = nullptr; ///< [rows, width]: what came out of scores
    float kept = 1;                       ///< the factor of the weights that dropout left
    float* gradient = nullptr; ///< [rows, width]: of the weights going in, of the scores coming out
    float* weights = nullptr;  ///< [rows, width]: gets the weights after dropout again
};
void softmaxDropBack(const SoftmaxDropBack& work, std::size_t rows);

/// Groups of dropout numbers that a row of @p width numbers takes.
constexpr std::size_t maskGroups(std::size_t width)
{
    return (width + maskGroupNumbers - 1) / maskGroupNumbers;
}

} // namespace lepton::nn
