// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/memory.h"

#include <algorithm>

namespace lepton::train::engine {

std::int64_t estimateMemory(const nn::BertConfig& config, const MemoryQuestion& question)
{
    constexpr std::int64_t floatSize = 4;
    // Value; and where it is trained gradient, two moments and the best so far.
    const std::int64_t weights = floatSize * (question.parameters + 4 * question.trainedParameters);

    // Numbers a layer keeps for each token: its projections, masks, sums and norms; the inner width before
    // and after its activation. For each pair of tokens the weights of the attention and their mask.
    const std::int64_t tokens = question.rows * question.length;
    const std::int64_t perToken = 12 * config.hiddenSize + 2 * config.intermediateSize;
    const std::int64_t attention = 2 * config.heads * question.rows * question.length * question.length;
    const std::int64_t trainedLayers = std::max<std::int64_t>(config.layers - question.frozenLayers, 0);
    std::int64_t activations = trainedLayers * (tokens * perToken + attention);
    // The pass back through the topmost layer needs gradients of the same size once.
    activations += tokens * perToken + attention;

    const std::int64_t numberSize = question.precision == Precision::BFloat16 ? 3 : floatSize;
    return weights + numberSize * activations;
}

} // namespace lepton::train::engine
