// SPDX-License-Identifier: GPL-3.0-or-later
#include "run.h"

#include "context.h"
#include "run_json.h"
#include "train.h"

#include "app/session/session.h"
#include "base/file.h"
#include "train/report/earlier_report.h"
#include "train/report/report_html.h"
#include "train/required.h"
#include "train/training_service.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace lepton::cli {
namespace {

struct RunOptions
{
    std::string run;
    std::string html, language = "en";
    std::size_t samples = 100;
};

int showRun(const Context& context, const RunOptions& options)
{
    const auto session = context.openSession();
    endDeadRuns(*session);
    const train::Run run = session->training().runs().resolve(options.run);
    const nlohmann::json document = runDocument(*session, run);
    if (context.json) {
        printJson(document);
        return 0;
    }
    print(fmt::format("{} ({}), {}{}\n", run.name(), run.id.toString(), jobs::stateName(run.state),
                      run.trashed ? ", in the trash" : ""));
    if (!run.title.empty())
        print(fmt::format("  name        {}\n", run.title));
    if (!run.note.empty())
        print(fmt::format("  note        {}\n", run.note));
    if (!run.tags.empty())
        print(fmt::format("  tags        {}\n", fmt::join(run.tags, ", ")));
    print(fmt::format("  data set    {}@{}, columns {} and {}\n", run.datasetName, run.datasetNumber,
                      run.recipe.textColumn, run.recipe.labelColumn));
    print(fmt::format("  base model  {}\n", run.baseModelName));
    print(fmt::format("  by          {}, {}\n", run.memberName, run.created.toString()));
    print(fmt::format("  recipe      {}\n", run.recipeHash));
    if (!run.environment.is_null())
        print(fmt::format("  device      {}\n", run.environment.value("reason", "")));
    if (!run.errorMessage.empty())
        print(fmt::format("  error       {}\n", run.errorMessage));
    for (const auto& [key, value] : session->training().lists().metrics(run.number))
        print(fmt::format("  {:<30} {:.6g}\n", key, value));
    for (const auto& artifact : document.at("lineage").at("artifacts"))
        print(fmt::format("  {:<30} {}\n", artifact.at("name").get<std::string>(),
                          artifact.at("hash").get<std::string>()));
    for (const auto& line : document.value("log", nlohmann::json::array()))
        print(fmt::format("  log: {}\n", line.get<std::string>()));
    return 0;
}

/// The report as a file, compared with the newest earlier run on the same test rows as the window does.
int writeReport(const Context& context, app::Session& session, const train::Run& run,
                const RunOptions& options)
{
    const base::Cancellation interrupted = context.interrupted();
    train::TrainingService& training = session.training();
    const auto open = [&](const train::Run& one) { return training.report(one, interrupted); };
    const auto report = open(run);
    const auto earlier =
        train::newestOnSameRows(train::earlierRuns(training.runs(), run), *report, open, interrupted);
    train::ReportFile file{.run = run, .report = *report};
    if (earlier)
        file.earlier = {earlier->run.name(), earlier->report.get()};
    file.language = *train::reportLanguage(options.language);
    file.samples = options.samples;
    file.programVersion = LEPTON_VERSION;
    base::writeFileAtomically(options.html, train::reportHtml(file, interrupted));
    if (context.json)
        printJson({{"run", run.id.toString()}, {"file", options.html}});
    else
        print(fmt::format("The report of {} is in {}.\n", run.name(), options.html));
    return 0;
}

int reportRun(const Context& context, const RunOptions& options)
{
    const auto session = context.openSession();
    const train::Run run = session->training().runs().resolve(options.run);
    if (run.report.is_null())
        throw train::noReport(run);
    if (!options.html.empty())
        return writeReport(context, *session, run, options);
    if (context.json)
        printJson(run.report.at("dict"));
    else
        print(run.report.at("text").get<std::string>());
    return 0;
}

int resumeRun(const Context& context, const RunOptions& options)
{
    const auto session = context.openSession();
    session->jobs().recover();
    train::TrainingService& training = session->training();
    const train::Run run = training.runs().resolve(options.run);
    const bool hasCheckpoint =
        std::ranges::any_of(training.runs().artifacts(run.id), [](const auto& artifact) {
            return artifact.kind == train::ArtifactKind::Checkpoint;
        });
    return followTraining(context, *session, [&] {
        train::Run resumed = training.resume(session->jobs(), run.id);
        if (!hasCheckpoint && !context.json)
            print(fmt::format("There is no checkpoint: {} begins again at step 0\n", run.name()));
        return resumed;
    });
}

CLI::App* addVerb(CLI::App& parent, Context& context, const std::shared_ptr<RunOptions>& options,
                  const std::string& name, const std::string& what,
                  int (*action)(const Context&, const RunOptions&))
{
    CLI::App* verb = parent.add_subcommand(name, what);
    verb->add_option("RUN", options->run, "R-number or UUID of the run")->required();
    verb->footer("Example:\n  lepton run " + name + " R-1");
    context.whenChosen(*verb, [options, &context, action] { return action(context, *options); });
    return verb;
}

} // namespace

void addRun(CLI::App& app, Context& context)
{
    CLI::App* parent = app.add_subcommand("run", "List, read, export and resume trainings");
    parent->require_subcommand(1);
    parent->footer("Example:\n  lepton run list --workspace team");
    addRunList(*parent, context);
    addRunEdit(*parent, context);
    addRunCompare(*parent, context);

    auto options = std::make_shared<RunOptions>();
    addVerb(*parent, context, options, "show", "Show a run: recipe, metrics, lineage, log", showRun);
    CLI::App* report = addVerb(*parent, context, options, "report",
                               "Print the classification report of the test part", reportRun);
    report->add_option("--html", options->html, "Write the whole report into this one file instead")
        ->type_name("FILE");
    report->add_option("--language", options->language, "Of the file: en or zh")
        ->check(CLI::IsMember({"en", "zh"}));
    report->add_option("--samples", options->samples, "Texts of mispredicted rows in the file; 0 for none");
    addRunExport(*parent, context);
    addVerb(*parent, context, options, "resume", "Go on with a run that ended early", resumeRun);
}

} // namespace lepton::cli
