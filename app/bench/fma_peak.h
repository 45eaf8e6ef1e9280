// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace lepton::bench {

struct FmaPeak
{
    double gigaflops = 0;     ///< multiplications and additions a second of all threads together, in 1e9
    std::string instructions; ///< "AVX-512"
};

/// What @p threads threads of this processor compute at most in float32: multiply-adds of its widest vectors
/// on numbers that stay in registers. The best of several short bursts, so that other work on the machine
/// hardly lowers it.
FmaPeak measureFmaPeak(unsigned threads);

} // namespace lepton::bench
