// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include <arrow/memory_pool.h>

namespace lepton::data {

/// Where columns are decoded into: the system's own allocator keeps what was freed for the next column.
/// Arrow's choice hands it back after some milliseconds, and to claim it anew takes longer than to decode.
arrow::MemoryPool* columnMemory();

/// Has what is free in it handed back to the system, once nothing more was freed for some seconds and by a
/// thread of its own: that takes tens of milliseconds. For when much was freed.
void releaseColumnMemory();

} // namespace lepton::data
