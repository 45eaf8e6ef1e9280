// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lepton::train::engine {

/// While one of these lives, large blocks of memory that tensors let go of are kept for the next tensors:
/// every step needs the same ones again, and memory from the system costs a page fault and a zeroed page for
/// each 4 KiB. What is kept goes back to the system with the last of them. From any thread; trainings in
/// several threads share what is kept.
class TensorMemoryScope
{
public:
    TensorMemoryScope();
    ~TensorMemoryScope();
    TensorMemoryScope(const TensorMemoryScope&) = delete;
    TensorMemoryScope& operator=(const TensorMemoryScope&) = delete;
};

} // namespace lepton::train::engine
