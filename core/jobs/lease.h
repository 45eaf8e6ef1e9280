// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace lepton::jobs {

/// Who holds a lease: one process on one machine, told apart from any later process with the same number.
struct LeaseHolder
{
    std::string machine;           ///< 32 hex digits; the same for every process of a machine
    std::string boot;              ///< the kernel's boot id: another one after each start of the machine
    std::int64_t processSpace = 0; ///< the pid namespace: containers on one machine have their own numbers
    std::int64_t pid = 0;
    std::int64_t processStart = 0; ///< clock ticks after the boot

    friend bool operator==(const LeaseHolder&, const LeaseHolder&) = default;

    /// This process. @throw Error when neither the machine nor a file in the configuration folder has an id.
    static LeaseHolder thisProcess();
};

/// What an observer can say of a holder without waiting.
enum class HolderState
{
    Alive,
    Gone,
    Unknown ///< runs, or ran, where the observer cannot look: only its counter tells
};

HolderState holderState(const LeaseHolder& holder, const LeaseHolder& observer);

} // namespace lepton::jobs
