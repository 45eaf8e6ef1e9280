// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/event.h"
#include "ui/activity/event_names.h"

#include <filesystem>
#include <vector>

namespace lepton::ui {

/// Writes @p events as CSV, or, where the name ends in .jsonl or .ndjson, as JSON Lines of the form of
/// "lepton audit log --json". Worker. @throw base::Error InvalidArgument for another ending, and what writing
/// throws
void exportEvents(const std::filesystem::path& file, const std::vector<store::Event>& events,
                  const EventNames& names);

} // namespace lepton::ui
