// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset.h"
#include "dataset_json.h"
#include "progress_line.h"
#include "text_table.h"

#include "app/session/session.h"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace lepton::cli {
namespace {

struct ExportVerb
{
    std::string dataset, file, filter;
    bool force = false;
};

/// Nobody loses a file to a slip of the keyboard, nor one that comes up while the rows are written; an empty
/// one holds nothing, and a pipe nothing that stays.
data::IfThere refuseToReplace(const std::string& file)
{
    std::error_code ignored;
    const std::filesystem::path path(file);
    if (!std::filesystem::exists(path, ignored))
        return data::IfThere::Refuse;
    if (!std::filesystem::is_regular_file(path, ignored) || std::filesystem::file_size(path, ignored) == 0)
        return data::IfThere::Replace;
    throw base::Error(base::ErrorCode::Exists, "There is already a file " + file +
                                                   ". Choose another name, or replace it with --force.");
}

int exportDataset(const Context& context, const ExportVerb& verb)
{
    const auto session = context.openSession();
    const data::VersionRef ref = session->datasets().resolve(verb.dataset);
    data::ExportOptions options = data::exportOptionsFor(verb.file, ref.version.provenance.csvStyle);
    if (!verb.force)
        options.ifThere = refuseToReplace(verb.file);
    const std::shared_ptr<data::Table> table = session->datasets().open(ref.version);
    ProgressLine line;
    base::Progress progress([&line](const base::ProgressState& state) { line.show(state); });
    const data::RowOrder order = verb.filter.empty()
                                     ? data::RowOrder::all(table->rowCount())
                                     : table->filter(verb.filter, context.interrupted(), progress);
    const std::int64_t rows =
        data::exportTable(*table, order, verb.file, options, context.interrupted(), progress);
    line.clear();
    if (context.json)
        printJson({{"dataset", ref.dataset.name},
                   {"version", ref.version.number},
                   {"file", verb.file},
                   {"rows", rows}});
    else
        print("Exported " + counted(rows, "row") + " of " + ref.dataset.name + "@" +
              std::to_string(ref.version.number) + " to " + verb.file + ".\n");
    return 0;
}

} // namespace

void addDatasetExport(CLI::App& dataset, Context& context)
{
    auto exportVerb = std::make_shared<ExportVerb>();
    CLI::App* out = dataset.add_subcommand("export", "Write a version, or the filtered rows, to a file");
    out->add_option("DATASET", exportVerb->dataset, "NAME or NAME@VERSION")->required();
    out->add_option("FILE", exportVerb->file, ".csv, .tsv, .jsonl or .parquet")->required();
    out->add_option("--filter", exportVerb->filter, "Only rows for which this holds");
    out->add_flag("--force", exportVerb->force, "Replace a file that is there already");
    out->footer(
        "Example:\n  lepton dataset export loans big.parquet --filter \"amount >= 1000\" --workspace team");
    context.whenChosen(*out, [&context, exportVerb] { return exportDataset(context, *exportVerb); });
}

} // namespace lepton::cli
