// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lepton::ui {

/// As long as it lives, the pool that Async works on runs other work in place of this worker, which waits for
/// what another one finds: else a few that wait for the proof of a long log would stop all other reading.
class PoolBreak
{
public:
    PoolBreak();
    ~PoolBreak();
    PoolBreak(const PoolBreak&) = delete;
    PoolBreak& operator=(const PoolBreak&) = delete;
};

} // namespace lepton::ui
