// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace lepton::train {

/// Does @p work on a thread of its own at low priority, and waits for it: a training then leaves the cores to
/// the window whenever it asks for them. Threads that @p work starts inherit the priority, and the caller's
/// stays as it was. Throws what @p work throws.
void runInBackground(const std::function<void()>& work);

} // namespace lepton::train
