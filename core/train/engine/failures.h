// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <string>

namespace lepton::train::engine {

/// Throws, inside a catch block, what the exception in flight means outside of this library: an Error and
/// what others threw as it is, a lack of memory as OutOfMemory with the sentence @p outOfMemory, any other
/// failure of LibTorch as Internal.
[[noreturn]] void rethrowFailure(const std::string& outOfMemory);

/// Runs @p work with its failures as rethrowFailure() has them.
template <class Work>
auto withFailures(const std::string& outOfMemory, Work&& work)
{
    try {
        return work();
    } catch (...) {
        rethrowFailure(outOfMemory);
    }
}

} // namespace lepton::train::engine
