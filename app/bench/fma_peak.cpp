// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/fma_peak.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace lepton::bench {
namespace {

/// More than the latency of a multiply-add times the units that a core has.
constexpr int chains = 12;
constexpr int turns = 500'000;
constexpr int bursts = 12;

/// Each gives the lanes of its vectors. What is computed tends to 1 and stays there.
#if defined(__x86_64__)
__attribute__((target("avx512f"))) int burstAvx512(float& sink)
{
    __m512 sums[chains];
    for (int i = 0; i < chains; ++i)
        sums[i] = _mm512_set1_ps(static_cast<float>(i));
    const __m512 factor = _mm512_set1_ps(0.5F);
    for (int turn = 0; turn < turns; ++turn) {
#pragma GCC unroll 12
        for (int i = 0; i < chains; ++i)
            sums[i] = _mm512_fmadd_ps(sums[i], factor, factor);
    }
    for (int i = 0; i < chains; ++i)
        sink += _mm512_cvtss_f32(sums[i]);
    return 16;
}

__attribute__((target("avx2,fma"))) int burstAvx2(float& sink)
{
    __m256 sums[chains];
    for (int i = 0; i < chains; ++i)
        sums[i] = _mm256_set1_ps(static_cast<float>(i));
    const __m256 factor = _mm256_set1_ps(0.5F);
    for (int turn = 0; turn < turns; ++turn) {
#pragma GCC unroll 12
        for (int i = 0; i < chains; ++i)
            sums[i] = _mm256_fmadd_ps(sums[i], factor, factor);
    }
    for (int i = 0; i < chains; ++i)
        sink += _mm256_cvtss_f32(sums[i]);
    return 8;
}
#endif

int burstPlain(float& sink)
{
    constexpr int lanes = 4;
    float sums[chains][lanes];
    for (int i = 0; i < chains; ++i)
        std::fill_n(sums[i], lanes, static_cast<float>(i));
    for (int turn = 0; turn < turns; ++turn) {
#pragma GCC unroll 12
        for (int i = 0; i < chains; ++i) {
#pragma GCC unroll 4
            for (int lane = 0; lane < lanes; ++lane)
                sums[i][lane] = sums[i][lane] * 0.5F + 0.5F;
        }
    }
    for (int i = 0; i < chains; ++i)
        sink += sums[i][0];
    return lanes;
}

using Burst = int (*)(float&);

/// Of one thread.
double gigaflopsOf(Burst burst)
{
    volatile float kept = 0;
    double best = 0;
    for (int i = 0; i < bursts; ++i) {
        float sink = 0;
        const auto start = std::chrono::steady_clock::now();
        const int lanes = burst(sink);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        kept = sink;
        best = std::max(best, 2.0 * chains * turns * lanes / took.count() / 1e9);
    }
    static_cast<void>(kept);
    return best;
}

} // namespace

FmaPeak measureFmaPeak(unsigned threads)
{
    FmaPeak peak{0, "vectors of 4"};
    Burst burst = burstPlain;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f")) {
        peak.instructions = "AVX-512";
        burst = burstAvx512;
    } else if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        peak.instructions = "AVX2";
        burst = burstAvx2;
    }
#endif
    std::vector<double> of(threads);
    {
        std::vector<std::jthread> team;
        for (double& one : of)
            team.emplace_back([&one, burst] { one = gigaflopsOf(burst); });
    }
    for (const double one : of)
        peak.gigaflops += one;
    return peak;
}

} // namespace lepton::bench
