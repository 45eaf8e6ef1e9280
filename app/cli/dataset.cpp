// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset.h"

#include <CLI/CLI.hpp>

namespace lepton::cli {

void addDataset(CLI::App& app, Context& context)
{
    CLI::App* dataset = app.add_subcommand("dataset", "Import, read, compare and export data sets");
    dataset->require_subcommand(1);
    dataset->footer("A data set is named by its name, one of its versions by NAME@VERSION.\n"
                    "Example:\n  lepton dataset list --workspace team");
    addDatasetImport(*dataset, context);
    addDatasetView(*dataset, context);
    addDatasetDiff(*dataset, context);
    addDatasetExport(*dataset, context);
    addDatasetEdit(*dataset, context);
}

} // namespace lepton::cli
