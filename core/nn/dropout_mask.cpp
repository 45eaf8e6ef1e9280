// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/dropout_mask.h"

#include "nn/philox.h"

#include <algorithm>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace lepton::nn {
namespace {

// Whole numbers only, so that every instruction set gives the same mask. Sanitizers do not go with the
// resolver functions that this makes.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && defined(__OPTIMIZE__) &&              \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define LEPTON_CLONES __attribute__((target_clones("avx2", "default")))
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

#if defined(__x86_64__)
/// The same in instructions for eight blocks at once. A lane of 64 bits holds a word in its lower half; what
/// stands above it is ignored by the multiplication and goes away at the end.
__attribute__((target("avx512f"))) void fillGroups512(const MaskRequest& request, float* mask,
                                                      std::size_t group, std::size_t groups)
{
    const __m512i factor0 = _mm512_set1_epi64(0xD2511F53);
    const __m512i factor1 = _mm512_set1_epi64(0xCD9E8D57);
    const __m512i threshold = _mm512_set1_epi32(static_cast<int>(request.threshold));
    const __m512 kept = _mm512_set1_ps(request.kept);
    const __m512i first = _mm512_set_epi64(7, 6, 5, 4, 3, 2, 1, 0);
    for (std::size_t g = group; g < group + groups; ++g, mask += maskGroupNumbers) {
        __m512i words[4][2];
        for (std::size_t half = 0; half < 2; ++half) {
            const std::uint64_t block = request.block + g * maskGroupBlocks + 8 * half;
            const __m512i counter = _mm512_add_epi64(_mm512_set1_epi64(static_cast<long long>(block)), first);
            __m512i a = counter;
            __m512i b = _mm512_srli_epi64(counter, 32);
            __m512i c = _mm512_setzero_si512();
            __m512i d = _mm512_setzero_si512();
            auto key0 = static_cast<std::uint32_t>(request.seed);
            auto key1 = static_cast<std::uint32_t>(request.seed >> 32);
            for (int round = 0; round < 10; ++round) {
                const __m512i product0 = _mm512_mul_epu32(factor0, a);
                const __m512i product1 = _mm512_mul_epu32(factor1, c);
                a = _mm512_xor_si512(_mm512_xor_si512(_mm512_srli_epi64(product1, 32), b),
                                     _mm512_set1_epi64(key0));
                b = product1;
                c = _mm512_xor_si512(_mm512_xor_si512(_mm512_srli_epi64(product0, 32), d),
                                     _mm512_set1_epi64(key1));
                d = product0;
                key0 += 0x9E3779B9;
                key1 += 0xBB67AE85;
            }
            words[0][half] = a;
            words[1][half] = b;
            words[2][half] = c;
            words[3][half] = d;
        }
        for (std::size_t word = 0; word < 4; ++word) {
            const __m512i numbers =
                _mm512_inserti64x4(_mm512_castsi256_si512(_mm512_cvtepi64_epi32(words[word][0])),
                                   _mm512_cvtepi64_epi32(words[word][1]), 1);
            const __mmask16 stays = _mm512_cmpge_epu32_mask(numbers, threshold);
            _mm512_storeu_ps(mask + word * maskGroupBlocks, _mm512_maskz_mov_ps(stays, kept));
        }
    }
}
#endif

void fillWholeGroups(const MaskRequest& request, float* mask, std::size_t group, std::size_t groups)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f"))
        return fillGroups512(request, mask, group, groups);
#endif
    fillGroups(request, mask, group, groups);
}

} // namespace

void fillMask(const MaskRequest& request, float* mask, std::size_t first, std::size_t last)
{
    const std::size_t group = first / maskGroupNumbers;
    const std::size_t whole = (last - first) / maskGroupNumbers;
    fillWholeGroups(request, mask + first, group, whole);
    const std::size_t done = first + whole * maskGroupNumbers;
    if (done < last) {
        float rest[maskGroupNumbers];
        fillWholeGroups(request, rest, group + whole, 1);
        std::copy_n(rest, last - done, mask + done);
    }
}

} // namespace lepton::nn
