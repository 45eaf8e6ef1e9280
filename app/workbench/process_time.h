// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lepton::app {

/// Milliseconds since this process was started, as the kernel counts (in steps of its clock tick, usually 10
/// ms). 0 when the kernel does not tell.
double millisecondsSinceStart();

} // namespace lepton::app
