// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lepton::train {

/// How the learning rate goes on after warm-up (transformers.get_scheduler's functions of these names).
enum class Schedule
{
    Linear,  ///< falls to 0 at the last step
    Cosine,  ///< falls to 0 at the last step along half a cosine
    Constant ///< stays
};

/// In what numbers the forward and backward passes are computed; weights and optimiser are always float32.
enum class Precision
{
    Auto, ///< what the device does well: bf16 on CUDA from compute capability 8.0 on, float32 elsewhere
    Float32,
    BFloat16
};

/// Where tensors live.
enum class DeviceChoice
{
    Auto, ///< CUDA where it works, else the CPU
    Cpu,
    Cuda
};

/// Everything a trainer needs to know besides the data: a recipe with all defaults filled in and all ratios
/// turned into counts.
struct TrainerSettings
{
    // schedule, in optimiser steps
    std::int64_t totalSteps = 0;
    std::int64_t warmupSteps = 0;
    Schedule schedule = Schedule::Linear;
    double learningRate = 2e-5; ///< at its highest

    // AdamW (betas 0.9 and 0.999, epsilon 1e-8), as torch.optim.AdamW computes it
    double weightDecay = 0.01; ///< not of biases and LayerNorm
    double maxGradNorm = 1.0;  ///< 0: gradients are not clipped

    // loss: mean cross entropy
    std::vector<double> classWeights; ///< one a class; empty: all alike
    double labelSmoothing = 0;        ///< in [0, 1)

    // model
    std::optional<double> dropout; ///< in [0, 1); unset: as the model's config has it
    std::int64_t frozenLayers = 0; ///< embeddings and this many layers from the bottom keep their weights

    // work
    std::int64_t evaluateEvery = 0;   ///< steps between evaluations
    std::int64_t checkpointEvery = 0; ///< steps between checkpoints; 0: only where one is asked for
    Precision precision = Precision::Auto;
    DeviceChoice device = DeviceChoice::Auto;
    std::uint64_t seed = 1;
    int threads = 0; ///< 0: one a core
};

} // namespace lepton::train
