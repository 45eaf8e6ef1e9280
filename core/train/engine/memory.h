// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/bert_config.h"
#include "train/api/settings.h"

#include <cstdint>

namespace lepton::train::engine {

/// What a training holds in memory.
struct MemoryQuestion
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
/// activations that the backward pass needs. An estimate, above rather than below what was measured.
std::int64_t estimateMemory(const nn::BertConfig& config, const MemoryQuestion& question);

} // namespace lepton::train::engine
