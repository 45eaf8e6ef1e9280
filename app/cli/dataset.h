// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

#include <functional>
#include <memory>

namespace lepton::cli {

// The verbs below `lepton dataset`, by file.
void addDatasetImport(CLI::App& dataset, Context& context);
void addDatasetView(CLI::App& dataset, Context& context);
void addDatasetDiff(CLI::App& dataset, Context& context);
void addDatasetExport(CLI::App& dataset, Context& context);
void addDatasetEdit(CLI::App& dataset, Context& context);

} // namespace lepton::cli
