// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lepton::train::engine {

/// The CPU of this machine, as far as it matters for training.
struct Processor
{
    std::string name;          ///< "Intel(R) Xeon(R) Platinum 8480+"
    std::string description;   ///< the name with family, model, stepping and the vector instructions
    bool fastBFloat16 = false; ///< multiplies bf16 matrices in hardware (AVX512-BF16 or AMX)
    int cores = 1;             ///< that this process may use
};

/// From /proc/cpuinfo; what is not there is "unknown".
Processor readProcessor();
/// The same from the text of such a file; cores stays 1.
Processor parseProcessor(std::string_view cpuinfo);

} // namespace lepton::train::engine
