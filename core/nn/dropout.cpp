// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "nn/dropout_mask.h"
#include "nn/dropout_torch.h"
#include "nn/philox.h"

#include <cmath>
#include <mutex>
#include <numbers>
#include <utility>

#include <ATen/Parallel.h>

namespace lepton::nn {
namespace {

constexpr std::int64_t groupsAThread = 512; ///< 32,768 numbers: less is not worth a thread

/// A seed for the mask that begins at @p counter (the finaliser of splitmix64 over both).
std::uint64_t mixed(std::uint64_t seed, std::uint64_t counter)
{
    std::uint64_t value = seed + (counter + 1) * 0x9E3779B97F4A7C15;
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
    value = (value ^ value >> 27) * 0x94D049BB133111EB;
    return value ^ value >> 31;
}

/// Groups that hold @p numbers numbers.
std::int64_t groupsOf(std::int64_t numbers)
{
    return (numbers + std::int64_t{maskGroupNumbers} - 1) / std::int64_t{maskGroupNumbers};
}

void checkProbability(double p)
{
    if (!(p >= 0 && p < 1))
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "A dropout of " + std::to_string(p) + " is outside 0 (included) to 1 (excluded).");
}

} // namespace

std::optional<MaskRequest> DropoutGenerator::reserve(std::size_t groups, double p)
{
    checkProbability(p);
    if (p == 0)
        return std::nullopt;
    MaskRequest request{.seed = m_seed, .block = m_counter};
    request.threshold = static_cast<std::uint32_t>(std::lround(p * 0x1p32));
    request.kept = static_cast<float>(1 / (1 - p));
    m_counter += groups * maskGroupBlocks;
    return request;
}

torch::Tensor DropoutGenerator::mask(const torch::Tensor& like, double p)
{
    checkProbability(p);
    const std::int64_t count = like.numel();
    const std::uint64_t block = advance(count);

    auto mask = torch::empty(like.sizes(), torch::kFloat32);
    MaskRequest request{.seed = m_seed, .block = block};
    request.threshold = static_cast<std::uint32_t>(std::lround(p * 0x1p32));
    request.kept = static_cast<float>(1 / (1 - p));
    auto* const numbers = mask.data_ptr<float>();
    at::parallel_for(0, groupsOf(count), groupsAThread, [&](std::int64_t first, std::int64_t last) {
        const auto end = std::min(last * std::int64_t{maskGroupNumbers}, count);
        fillMask(request, numbers, static_cast<std::size_t>(first) * maskGroupNumbers,
                 static_cast<std::size_t>(end));
    });
    return mask.to(like.scalar_type());
}

void DropoutGenerator::seedFor(torch::Device device, std::int64_t numbers)
{
    at::Generator generator = at::globalContext().defaultGenerator(device);
    const std::lock_guard lock(generator.mutex());
    generator.set_current_seed(mixed(m_seed, advance(numbers)));
}

std::uint64_t DropoutGenerator::advance(std::int64_t numbers)
{
    return std::exchange(m_counter,
                         m_counter + static_cast<std::uint64_t>(groupsOf(numbers)) * maskGroupBlocks);
}

torch::Tensor normalWeights(at::IntArrayRef shape, double deviation, std::uint64_t seed, std::uint32_t stream)
{
    auto weights = torch::empty(shape, torch::kFloat32);
    auto* const numbers = weights.data_ptr<float>();
    const std::int64_t count = weights.numel();
    const auto wide = [](std::uint32_t high, std::uint32_t low) {
        return static_cast<double>((std::uint64_t{high} << 32 | low) >> 11) * 0x1p-53; // [0, 1)
    };
    for (std::int64_t i = 0; i < count; i += 2) {
        const PhiloxBlock random = philoxAt(static_cast<std::uint64_t>(i / 2), stream, seed);
        const double radius = deviation * std::sqrt(-2 * std::log(1 - wide(random[0], random[1])));
        const double angle = 2 * std::numbers::pi * wide(random[2], random[3]);
        numbers[i] = static_cast<float>(radius * std::cos(angle));
        if (i + 1 < count)
            numbers[i + 1] = static_cast<float>(radius * std::sin(angle));
    }
    return weights;
}

} // namespace lepton::nn
