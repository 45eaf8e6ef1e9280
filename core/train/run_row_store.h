// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/run_store.h"

namespace SQLite {
class Statement;
}

namespace lepton::train {

/// Selects the columns that readRun() reads; a condition on r (run), j (its latest job) or e (its entry) may
/// follow.
extern const char* const selectRuns;

/// The row that @p query stands on. @throw base::Error Damaged where it holds what no program wrote
Run readRun(SQLite::Statement& query);

} // namespace lepton::train
