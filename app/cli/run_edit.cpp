// SPDX-License-Identifier: GPL-3.0-or-later
// rename, note, tag, untag, trash, restore
#include "run.h"
#include "run_json.h"

#include "app/session/session.h"
#include "train/training_service.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace lepton::cli {
namespace {

struct RunEditOptions
{
    std::vector<std::string> runs;
    std::string run, name, note;
    std::vector<std::string> tags;
};

std::vector<train::Run> resolved(app::Session& session, const std::vector<std::string>& texts)
{
    std::vector<train::Run> runs;
    for (const std::string& text : texts)
        runs.push_back(session.training().runs().resolve(text));
    return runs;
}

std::vector<train::RunId> idsOf(const std::vector<train::Run>& runs)
{
    std::vector<train::RunId> ids;
    for (const train::Run& run : runs)
        ids.push_back(run.id);
    return ids;
}

/// The runs as they are now, in the words of the list; or the sentence.
void printRuns(const Context& context, app::Session& session, const std::vector<train::Run>& runs,
               const std::string& sentence)
{
    if (!context.json) {
        print(sentence + "\n");
        return;
    }
    nlohmann::json json{{"runs", nlohmann::json::array()}};
    for (const train::Run& run : runs)
        json["runs"].push_back(listEntry(session, rowOf(session, run.number)));
    printJson(json);
}

std::string namesOf(const std::vector<train::Run>& runs)
{
    std::string names;
    for (const train::Run& run : runs)
        names += (names.empty() ? "" : ", ") + run.name();
    return names;
}

int renameRun(const Context& context, const RunEditOptions& options)
{
    const auto session = context.openSession();
    const auto runs = resolved(*session, {options.run});
    session->training().editor().rename(runs.front().id, options.name);
    printRuns(context, *session, runs,
              options.name.empty() ? fmt::format("{} has no name of its own any more.", runs.front().name())
                                   : fmt::format("{} is called {}.", runs.front().name(), options.name));
    return 0;
}

int noteRun(const Context& context, const RunEditOptions& options)
{
    const auto session = context.openSession();
    const auto runs = resolved(*session, {options.run});
    session->training().editor().setNote(runs.front().id, options.note);
    printRuns(context, *session, runs,
              options.note.empty() ? fmt::format("{} has no note any more.", runs.front().name())
                                   : fmt::format("The note on {} is saved.", runs.front().name()));
    return 0;
}

int tagRun(const Context& context, const RunEditOptions& options)
{
    const auto session = context.openSession();
    const auto runs = resolved(*session, {options.run});
    session->training().editor().tag(idsOf(runs), {options.tags, {}});
    printRuns(context, *session, runs, fmt::format("Tagged {}.", runs.front().name()));
    return 0;
}

int untagRun(const Context& context, const RunEditOptions& options)
{
    const auto session = context.openSession();
    const auto runs = resolved(*session, {options.run});
    session->training().editor().tag(idsOf(runs), {{}, options.tags});
    printRuns(context, *session, runs, fmt::format("Took the tags from {}.", runs.front().name()));
    return 0;
}

int trashRuns(const Context& context, const RunEditOptions& options)
{
    const auto session = context.openSession();
    endDeadRuns(*session);
    const auto runs = resolved(*session, options.runs);
    session->training().editor().trash(idsOf(runs));
    printRuns(context, *session, runs,
              fmt::format("Moved {} to the trash. lepton run restore brings it back.", namesOf(runs)));
    return 0;
}

int restoreRuns(const Context& context, const RunEditOptions& options)
{
    const auto session = context.openSession();
    const auto runs = resolved(*session, options.runs);
    session->training().editor().restore(idsOf(runs));
    printRuns(context, *session, runs, fmt::format("Restored {}.", namesOf(runs)));
    return 0;
}

} // namespace

void addRunEdit(CLI::App& run, Context& context)
{
    auto options = std::make_shared<RunEditOptions>();
    const auto add = [&](const std::string& name, const std::string& what, const std::string& example,
                         int (*action)(const Context&, const RunEditOptions&)) {
        CLI::App* verb = run.add_subcommand(name, what);
        verb->footer("Example:\n  lepton run " + example);
        context.whenChosen(*verb, [&context, options, action] { return action(context, *options); });
        return verb;
    };
    const char* const oneRun = "R-number or UUID of the run";
    CLI::App* rename =
        add("rename", "Give a run a name of its own", "rename R-1 \"More dropout\"", renameRun);
    rename->add_option("RUN", options->run, oneRun)->required();
    rename->add_option("NAME", options->name, "The name; \"\" takes it away")->required();
    CLI::App* note =
        add("note", "Write a note on a run", "note R-1 \"Diverges above 1e-4; see R-2\"", noteRun);
    note->add_option("RUN", options->run, oneRun)->required();
    note->add_option("TEXT", options->note, "The note, in Markdown; \"\" takes it away")->required();
    CLI::App* tag = add("tag", "Add tags to a run", "tag R-1 baseline", tagRun);
    tag->add_option("RUN", options->run, oneRun)->required();
    tag->add_option("TAG", options->tags, "The tags")->required();
    CLI::App* untag = add("untag", "Take tags from a run", "untag R-1 baseline", untagRun);
    untag->add_option("RUN", options->run, oneRun)->required();
    untag->add_option("TAG", options->tags, "The tags")->required();
    add("trash", "Move runs to the trash", "trash R-1 R-2", trashRuns)
        ->add_option("RUN", options->runs, "R-numbers or UUIDs of runs")
        ->required();
    add("restore", "Take runs out of the trash", "restore R-1", restoreRuns)
        ->add_option("RUN", options->runs, "R-numbers or UUIDs of runs")
        ->required();
}

} // namespace lepton::cli
