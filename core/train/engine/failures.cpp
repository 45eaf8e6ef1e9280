// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/failures.h"

#include <new>
#include <string_view>

#include <c10/util/Exception.h>

namespace lepton::train::engine {

namespace {

/// LibTorch tells a lack of memory apart by type on CUDA alone.
bool speaksOfMemory(std::string_view text)
{
    for (const char* words : {"DefaultCPUAllocator", "not enough memory", "out of memory", "ALLOC_FAILED"}) {
        if (text.find(words) != std::string_view::npos)
            return true;
    }
    return false;
}

} // namespace

void rethrowFailure(const std::string& outOfMemory)
{
    try {
        throw;
    } catch (const c10::OutOfMemoryError& error) {
        throw base::Error(base::ErrorCode::OutOfMemory, outOfMemory, error.what_without_backtrace());
    } catch (const c10::Error& error) {
        const std::string detail = error.what_without_backtrace();
        if (speaksOfMemory(detail))
            throw base::Error(base::ErrorCode::OutOfMemory, outOfMemory, detail);
        throw base::Error(base::ErrorCode::Internal, "The training library failed: " + detail, error.what());
    } catch (const std::bad_alloc&) {
        throw base::Error(base::ErrorCode::OutOfMemory, outOfMemory, "std::bad_alloc");
    }
}

} // namespace lepton::train::engine
