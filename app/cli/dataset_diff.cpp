// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset.h"
#include "dataset_json.h"
#include "progress_line.h"
#include "text_table.h"

#include "app/session/session.h"

#include <CLI/CLI.hpp>

namespace lepton::cli {
namespace {

struct DiffVerb
{
    std::string before, after;
};

void printDiff(const data::VersionRef& before, const data::VersionRef& after, const data::TableDiff& diff)
{
    print(before.dataset.name + "@" + std::to_string(before.version.number) + " -> " + after.dataset.name +
          "@" + std::to_string(after.version.number) + "\n");
    for (const std::string& name : diff.addedColumns)
        print("  + column " + name + "\n");
    for (const std::string& name : diff.removedColumns)
        print("  - column " + name + "\n");
    for (const data::TypeChange& change : diff.changedTypes)
        print("  ~ column " + change.name + ": " + std::string(data::typeName(change.before)) + " -> " +
              std::string(data::typeName(change.after)) + "\n");
    if (diff.columnsReordered)
        print("  ~ columns stand in another order\n");
    print("  rows " + grouped(diff.rowsBefore) + " -> " + grouped(diff.rowsAfter) + ": " +
          grouped(diff.rowsKept) + " kept, " + grouped(diff.rowsAdded) + " added, " +
          grouped(diff.rowsRemoved) + " removed (" + grouped(diff.rowsChangedInPlace) +
          " changed in place)\n");
}

int diffDatasets(const Context& context, const DiffVerb& verb)
{
    const auto session = context.openSession();
    data::DatasetService& datasets = session->datasets();
    const data::VersionRef before = datasets.resolve(verb.before);
    const data::VersionRef after = datasets.resolve(verb.after);
    const auto tableBefore = datasets.open(before.version);
    const auto tableAfter = datasets.open(after.version);
    ProgressLine line;
    base::Progress progress([&line](const base::ProgressState& state) { line.show(state); });
    const data::TableDiff diff = data::diffTables(*tableBefore, *tableAfter, context.interrupted(), progress);
    line.clear();
    if (context.json)
        printJson(diffDocument(before, after, diff));
    else
        printDiff(before, after, diff);
    return 0;
}

} // namespace

void addDatasetDiff(CLI::App& dataset, Context& context)
{
    auto diffVerb = std::make_shared<DiffVerb>();
    CLI::App* diff = dataset.add_subcommand("diff", "Compare two versions: columns and rows");
    diff->add_option("BEFORE", diffVerb->before, "NAME@VERSION")->required();
    diff->add_option("AFTER", diffVerb->after, "NAME@VERSION")->required();
    diff->footer("Example:\n  lepton dataset diff loans@1 loans@2 --workspace team");
    context.whenChosen(*diff, [&context, diffVerb] { return diffDatasets(context, *diffVerb); });
}

} // namespace lepton::cli
