// SPDX-License-Identifier: GPL-3.0-or-later
// edit, trash, restore, empty-trash
#include "dataset.h"
#include "dataset_json.h"
#include "text_table.h"

#include "app/session/session.h"
#include "base/nearest_name.h"
#include "base/text.h"

#include <CLI/CLI.hpp>

namespace lepton::cli {
namespace {

/// The data set of @p name as it is now, in the words of the list.
void printDataset(const Context& context, app::Session& session, const base::DatasetId& id,
                  const std::string& sentence)
{
    const auto dataset = session.datasets().store().find(id);
    if (context.json && dataset)
        printJson(listEntry(*dataset));
    else
        print(sentence + "\n");
}

struct EditOptions
{
    std::string dataset;
    std::optional<std::string> name, description, sensitivity, department;
    std::vector<std::string> tags;
    bool noTags = false;
};

int editDataset(const Context& context, const EditOptions& options)
{
    data::DatasetEdit edit;
    edit.name = options.name;
    edit.description = options.description;
    edit.department = options.department;
    if (options.sensitivity)
        edit.sensitivity = data::sensitivityFromName(*options.sensitivity);
    if (!options.tags.empty() || options.noTags)
        edit.tags = options.tags;
    const auto session = context.openSession();
    const data::VersionRef ref = session->datasets().resolve(options.dataset);
    session->datasets().edit(ref.dataset.id, edit);
    printDataset(context, *session, ref.dataset.id, "Edited " + ref.dataset.name + ".");
    return 0;
}

int trashDataset(const Context& context, const std::string& name)
{
    const auto session = context.openSession();
    const data::VersionRef ref = session->datasets().resolve(name);
    session->datasets().trash(ref.dataset.id);
    printDataset(context, *session, ref.dataset.id,
                 "Moved " + ref.dataset.name + " to the trash. lepton dataset restore brings it back.");
    return 0;
}

/// The one of @p trashed that @p nameOrId means.
data::Dataset trashedDataset(const std::vector<data::Dataset>& trashed, const std::string& nameOrId)
{
    const auto id = base::DatasetId::parse(nameOrId);
    const std::string key = base::firstInvalidUtf8(nameOrId) ? std::string() : base::caseFoldKey(nameOrId);
    std::vector<data::Dataset> meant;
    std::vector<std::string> names;
    for (const data::Dataset& dataset : trashed) {
        names.push_back(dataset.name);
        if (id ? dataset.id == *id : base::caseFoldKey(dataset.name) == key)
            meant.push_back(dataset);
    }
    if (meant.size() == 1)
        return meant.front();
    if (meant.empty()) {
        throw base::Error(
            base::ErrorCode::NotFound,
            "There is no data set called \"" + nameOrId + "\" in the trash. " +
                base::didYouMean(nameOrId, names).value_or("lepton dataset list --trashed shows what is."));
    }
    std::string sentence =
        std::to_string(meant.size()) + " data sets called \"" + nameOrId + "\" are in the trash:";
    for (const data::Dataset& dataset : meant)
        sentence += "\n  " + dataset.id.toString() + "  trashed " + dataset.trashed->toString() +
                    ", updated " + dataset.updated.toString() + ", " + counted(dataset.rows, "row");
    throw base::Error(base::ErrorCode::InvalidArgument,
                      sentence + "\nGive the id of one in place of the name.");
}

int restoreDataset(const Context& context, const std::string& name, const std::string& newName)
{
    const auto session = context.openSession();
    data::DatasetQuery trashed;
    trashed.trashed = true;
    const data::Dataset dataset = trashedDataset(session->datasets().store().list(trashed), name);
    session->datasets().restore(dataset.id, newName);
    printDataset(context, *session, dataset.id,
                 "Restored " + (newName.empty() ? dataset.name : newName) + ".");
    return 0;
}

int emptyTrash(const Context& context)
{
    const auto session = context.openSession();
    const int removed = session->datasets().emptyTrash();
    if (context.json)
        printJson({{"removed", removed}});
    else
        print("Removed " + counted(removed, "data set") +
              " for good. lepton workspace gc frees the space.\n");
    return 0;
}

} // namespace

void addDatasetEdit(CLI::App& dataset, Context& context)
{
    auto options = std::make_shared<EditOptions>();
    CLI::App* edit =
        dataset.add_subcommand("edit", "Change name, description, tags, sensitivity or department");
    edit->add_option("DATASET", options->dataset, "NAME")->required();
    edit->add_option("--name", options->name, "A new name");
    edit->add_option("--description", options->description, "What it holds");
    edit->add_option("--tag", options->tags, "A tag; all of them, one option each")->allow_extra_args(false);
    edit->add_flag("--no-tags", options->noTags, "Take all tags away");
    edit->add_option("--sensitivity", options->sensitivity, "public, internal, confidential or restricted")
        ->check(CLI::IsMember({"public", "internal", "confidential", "restricted"}));
    edit->add_option("--department", options->department, "Who it belongs to");
    edit->footer(
        "Example:\n  lepton dataset edit loans --sensitivity confidential --tag credit --workspace team");
    context.whenChosen(*edit, [&context, options] { return editDataset(context, *options); });

    auto trashed = std::make_shared<std::string>();
    CLI::App* trash = dataset.add_subcommand("trash", "Move a data set to the trash");
    trash->add_option("DATASET", *trashed, "NAME")->required();
    trash->footer("Example:\n  lepton dataset trash loans --workspace team");
    context.whenChosen(*trash, [&context, trashed] { return trashDataset(context, *trashed); });

    auto restored = std::make_shared<std::string>();
    auto newName = std::make_shared<std::string>();
    CLI::App* restore = dataset.add_subcommand("restore", "Take a data set out of the trash");
    restore->add_option("DATASET", *restored, "NAME, or the id of one of several of that name")->required();
    restore->add_option("--name", *newName, "Another name, where the old one is taken");
    restore->footer("Example:\n  lepton dataset restore loans --workspace team");
    context.whenChosen(
        *restore, [&context, restored, newName] { return restoreDataset(context, *restored, *newName); });

    CLI::App* empty = dataset.add_subcommand("empty-trash", "Remove what is in the trash for good");
    empty->footer("Example:\n  lepton dataset empty-trash --workspace team");
    context.whenChosen(*empty, [&context] { return emptyTrash(context); });
}

} // namespace lepton::cli
