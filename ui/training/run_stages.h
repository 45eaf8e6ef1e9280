// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/stage_bar.h"

namespace lepton::ui {

class RunViewModel;

/// Queued, Prepare, Train, Evaluate, Save: where a run stands, how long each stage took as far as it can be
/// told, and how long the one that runs will take.
std::vector<Stage> stagesOf(const RunViewModel& viewModel);

} // namespace lepton::ui
