// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/dropout_mask.h"

#include "nn/philox.h"

#include <algorithm>

namespace lepton::nn {
namespace {

// Whole numbers only, so that every instruction set gives the same mask. Sanitizers do not go with the
// resolver functions that this makes.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && defined(__OPTIMIZE__) &&              \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define LEPTON_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define LEPTON_CLONES
#endif

/// The mask of @p groups whole groups. The blocks of a group are the lanes of each loop.
LEPTON_CLONES void fillGroups(const MaskRequest& request, float* mask, std::size_t group, std::size_t groups)
{
    constexpr std::size_t lanes = maskGroupBlocks;
    for (std::size_t g = group; g < group + groups; ++g, mask += maskGroupNumbers) {
        const std::uint64_t block = request.block + g * lanes;
        std::uint32_t a[lanes], b[lanes], c[lanes], d[lanes];
        for (std::size_t i = 0; i < lanes; ++i) {
            a[i] = static_cast<std::uint32_t>(block + i);
            b[i] = static_cast<std::uint32_t>((block + i) >> 32);
            c[i] = 0;
            d[i] = 0;
        }
        auto key0 = static_cast<std::uint32_t>(request.seed);
        auto key1 = static_cast<std::uint32_t>(request.seed >> 32);
        for (int round = 0; round < 10; ++round) {
            for (std::size_t i = 0; i < lanes; ++i) {
                const std::uint64_t product0 = std::uint64_t{0xD2511F53} * a[i];
                const std::uint64_t product1 = std::uint64_t{0xCD9E8D57} * c[i];
                a[i] = static_cast<std::uint32_t>(product1 >> 32) ^ b[i] ^ key0;
                b[i] = static_cast<std::uint32_t>(product1);
                c[i] = static_cast<std::uint32_t>(product0 >> 32) ^ d[i] ^ key1;
                d[i] = static_cast<std::uint32_t>(product0);
            }
            key0 += 0x9E3779B9;
            key1 += 0xBB67AE85;
        }
        const std::uint32_t threshold = request.threshold;
        const float kept = request.kept;
        for (std::size_t i = 0; i < lanes; ++i) {
            mask[i] = a[i] < threshold ? 0.0F : kept;
            mask[lanes + i] = b[i] < threshold ? 0.0F : kept;
            mask[2 * lanes + i] = c[i] < threshold ? 0.0F : kept;
            mask[3 * lanes + i] = d[i] < threshold ? 0.0F : kept;
        }
    }
}

} // namespace

void fillMask(const MaskRequest& request, float* mask, std::size_t first, std::size_t last)
{
    const std::size_t group = first / maskGroupNumbers;
    const std::size_t whole = (last - first) / maskGroupNumbers;
    fillGroups(request, mask + first, group, whole);
    const std::size_t done = first + whole * maskGroupNumbers;
    if (done < last) {
        float rest[maskGroupNumbers];
        fillGroups(request, rest, group + whole, 1);
        std::copy_n(rest, last - done, mask + done);
    }
}

} // namespace lepton::nn
