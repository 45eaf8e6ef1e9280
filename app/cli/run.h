// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace lepton::cli {

// The verbs below `lepton run`, by file.
void addRunList(CLI::App& run, Context& context);
void addRunEdit(CLI::App& run, Context& context);
void addRunCompare(CLI::App& run, Context& context);
void addRunExport(CLI::App& run, Context& context);

/// Ends the runs whose process is gone, so that nothing dead is shown as running. Who may only read sees them
/// as the catalog has them.
void endDeadRuns(app::Session& session);

} // namespace lepton::cli
