// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/scratch_folder.h"
#include "store/workspace.h"

#include <memory>

namespace lepton::bench {

/// A workspace of its own for one measurement, with a run whose number is 1; gone with this object. Whoever
/// works here is not touched: it has a member and a key of its own.
class BenchWorkspace
{
public:
    /// @throw base::Error
    explicit BenchWorkspace(store::JournalMode mode);

    store::Workspace& workspace() noexcept { return *m_workspace; }

private:
    base::ScratchFolder m_folder;
    std::unique_ptr<store::Workspace> m_workspace;
};

} // namespace lepton::bench
