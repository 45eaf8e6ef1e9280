// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/dropout_mask.h"

#include <cstddef>
#include <cstdint>
#include <optional>

#include <torch/types.h>

namespace lepton::nn {

/// Masks for dropout from a counter: the same seed and counter give the same mask whatever else the process
/// computes, and LibTorch's generator of the CPU is left alone. On the CPU Philox4x32-10 (Salmon et al.,
/// "Parallel random numbers: as easy as 1, 2, 3", 2011), with the same result for any number of threads. On
/// CUDA the device's own generator, seeded anew for each kernel that draws its numbers from it: two trainings
/// at once on one device draw from each other's. One thread at a time.
class DropoutGenerator
{
public:
    explicit DropoutGenerator(std::uint64_t seed)
        : m_seed(seed)
    {}

    std::uint64_t seed() const noexcept { return m_seed; }
    /// The state, for checkpoints: blocks of four numbers drawn so far.
    std::uint64_t counter() const noexcept { return m_counter; }
    void setCounter(std::uint64_t counter) noexcept { m_counter = counter; }

    /// A mask with the type and shape of @p like, on the CPU: 0 with probability @p p (in [0, 1)), else
    /// 1 / (1 - p). Advances the counter.
    torch::Tensor mask(const torch::Tensor& like, double p);
    /// The same on the CPU for whoever makes it while using it: @p groups groups of maskGroupNumbers numbers
    /// (see fillMask()). Nothing where @p p is 0. Advances the counter.
    std::optional<MaskRequest> reserve(std::size_t groups, double p);
    /// Seeds the default generator of @p device, a GPU, for a kernel that draws @p numbers numbers from it
    /// next. Advances the counter as a mask of so many numbers would.
    void seedFor(torch::Device device, std::int64_t numbers);

private:
    /// The counter before @p numbers numbers, which it is advanced by.
    std::uint64_t advance(std::int64_t numbers);

    std::uint64_t m_seed;
    std::uint64_t m_counter = 0;
};

/// New weights of a layer, float32 on the CPU: N(0, @p deviation) by Box and Muller from Philox numbers.
/// @p stream tells apart the layers that share a seed.
torch::Tensor normalWeights(at::IntArrayRef shape, double deviation, std::uint64_t seed,
                            std::uint32_t stream);

} // namespace lepton::nn
