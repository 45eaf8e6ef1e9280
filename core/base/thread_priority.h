// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lepton::base {

/// Lets the calling thread, and threads that it starts from now on, yield the cores to the others of the
/// program, such as the one of the window. There is no way back. Where the system refuses it, nothing
/// changes.
void yieldToOthers() noexcept;

} // namespace lepton::base
