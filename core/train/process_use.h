// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace lepton::train {

/// What this process has used up, and what it holds now.
struct ProcessReading
{
    std::chrono::steady_clock::time_point at;
    double processorSeconds = 0;
    std::int64_t residentBytes = 0; ///< 0 where the system does not tell
    std::int64_t machineBytes = 0;  ///< memory of the machine; 0 likewise
    int machineCores = 0;
};

/// How much this process uses of the machine.
struct ProcessUse
{
    double cores = 0; ///< busy ones, on average since the reading before
    int machineCores = 0;
    std::int64_t residentBytes = 0;
    std::int64_t machineBytes = 0;
};

/// Reads files of the system: for workers.
ProcessReading readProcess();
/// Nothing where no time passed between the two.
std::optional<ProcessUse> useBetween(const ProcessReading& before, const ProcessReading& now);

} // namespace lepton::train
