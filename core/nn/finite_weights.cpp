// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/finite_weights.h"

#include <algorithm>
#include <concepts>
#include <cstring>

namespace lepton::nn {
namespace {

/// Numbers whose exponent has all bits set are NaN or infinite, in each of the IEEE 754 formats and bfloat16.
template <std::unsigned_integral Bits>
std::optional<std::int64_t> firstWithExponent(std::span<const std::byte> data, Bits exponent) noexcept
{
    // Blocks without a branch a number: the compiler makes vector instructions of the inner loop.
    constexpr std::size_t block = 4'096;
    const std::size_t count = data.size() / sizeof(Bits);
    const auto number = [&](std::size_t i) {
        Bits bits;
        std::memcpy(&bits, data.data() + i * sizeof(Bits), sizeof(Bits)); // the data need not be aligned
        return bits;
    };
    for (std::size_t begin = 0; begin < count; begin += block) {
        const std::size_t end = std::min(begin + block, count);
        bool found = false;
        for (std::size_t i = begin; i < end; ++i)
            found |= (number(i) & exponent) == exponent;
        for (std::size_t i = begin; found && i < end; ++i) {
            if ((number(i) & exponent) == exponent)
                return static_cast<std::int64_t>(i);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::int64_t> firstNotFinite(const TensorView& tensor) noexcept
{
    switch (tensor.type) {
    case TensorType::F64:
        return firstWithExponent<std::uint64_t>(tensor.data, 0x7FF0'0000'0000'0000U);
    case TensorType::F32:
        return firstWithExponent<std::uint32_t>(tensor.data, 0x7F80'0000U);
    case TensorType::F16:
        return firstWithExponent<std::uint16_t>(tensor.data, std::uint16_t{0x7C00});
    case TensorType::BF16:
        return firstWithExponent<std::uint16_t>(tensor.data, std::uint16_t{0x7F80});
    case TensorType::I64:
    case TensorType::I32:
    case TensorType::U8:
    case TensorType::Bool:
        break;
    }
    return std::nullopt;
}

} // namespace lepton::nn
