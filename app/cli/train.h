// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include <functional>

namespace lepton::train {
struct Run;
}

namespace lepton::cli {

/// Begins or resumes a run by @p begin, prints how it goes until it has ended, and returns the exit code.
/// Ctrl-C saves a checkpoint and ends the run as interrupted.
/// @throw base::Error what @p begin throws, and the one that ended the run
int followTraining(const Context& context, app::Session& session, const std::function<train::Run()>& begin);

} // namespace lepton::cli
