// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/settings.h"

#include <cstdint>

namespace lepton::train {

/// Of an encoder, what its memory goes by.
struct EncoderSize
{
    std::int64_t layers = 0;
    std::int64_t hiddenSize = 0;
    std::int64_t intermediateSize = 0;
    std::int64_t heads = 0;
};

/// What a training holds in memory.
struct StepMemoryQuestion
{
    std::int64_t parameters = 0;        ///< all of the model
    std::int64_t trainedParameters = 0; ///< without the frozen ones
    std::int64_t frozenLayers = 0;      ///< whose activations are not kept
    std::int64_t rows = 0;              ///< of a batch
    std::int64_t length = 0;            ///< its longest row, in tokens
    Precision precision = Precision::Float32;
    bool packed = false; ///< by nn::packedLayer(), which keeps less than autograd
};

/// Bytes at the highest point of a step: weights, gradients, AdamW's moments, the best weights, and the
/// activations that the backward pass needs. An estimate, above rather than below what was measured. Without
/// the program itself.
std::int64_t stepMemory(const EncoderSize& encoder, const StepMemoryQuestion& question);

} // namespace lepton::train
