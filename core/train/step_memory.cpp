// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/step_memory.h"

#include <algorithm>

namespace lepton::train {
namespace {

/// Numbers that autograd keeps of the plain layers.
std::int64_t plainActivations(const EncoderSize& encoder, const StepMemoryQuestion& question)
{
    // A layer and token: its projections, masks, sums and norms; the inner width before and after its
    // activation. For each pair of tokens the weights of the attention and their mask.
    const std::int64_t tokens = question.rows * question.length;
    const std::int64_t perToken = 12 * encoder.hiddenSize + 2 * encoder.intermediateSize;
    const std::int64_t attention = 2 * encoder.heads * tokens * question.length;
    const std::int64_t trainedLayers = std::max<std::int64_t>(encoder.layers - question.frozenLayers, 0);
    // The pass back through the topmost layer needs gradients of the same size once.
    return (trainedLayers + 1) * (tokens * perToken + attention);
}

/// The same of nn::packedLayer(): no masks, and of the last layer only what its first tokens need.
std::int64_t packedActivations(const EncoderSize& encoder, const StepMemoryQuestion& question)
{
    const std::int64_t tokens = question.rows * question.length;
    const std::int64_t perToken = 8 * encoder.hiddenSize + 2 * encoder.intermediateSize;
    const std::int64_t attention = encoder.heads * tokens * question.length;
    const std::int64_t wholeLayers = std::max<std::int64_t>(encoder.layers - question.frozenLayers - 1, 0);
    const std::int64_t gradients = tokens * (12 * encoder.hiddenSize + 2 * encoder.intermediateSize);
    return wholeLayers * (tokens * perToken + attention) + gradients;
}

} // namespace

std::int64_t stepMemory(const EncoderSize& encoder, const StepMemoryQuestion& question)
{
    constexpr std::int64_t floatSize = 4;
    // Value; and where it is trained gradient, two moments and the best so far.
    const std::int64_t weights = floatSize * (question.parameters + 4 * question.trainedParameters);
    const std::int64_t numberSize = question.precision == Precision::BFloat16 ? 3 : floatSize;
    return weights + numberSize * (question.packed ? packedActivations(encoder, question)
                                                   : plainActivations(encoder, question));
}

} // namespace lepton::train
