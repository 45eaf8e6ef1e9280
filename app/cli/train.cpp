// SPDX-License-Identifier: GPL-3.0-or-later
#include "train.h"

#include "job_wait.h"
#include "progress_line.h"
#include "train_output.h"

#include "app/session/job_error.h"
#include "app/session/session.h"
#include "base/file.h"
#include "base/on_exit.h"
#include "base/progress.h"
#include "train/training_service.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <csignal>

namespace lepton::cli {
namespace {

struct TrainOptions
{
    std::string dataset, text, label, baseModel, recipe;
    std::vector<std::string> settings;
};

train::Recipe recipeOf(app::Session& session, const TrainOptions& options)
{
    train::Recipe recipe;
    if (!options.recipe.empty())
        recipe = train::recipeFromText(base::readTextFile(options.recipe));
    for (const std::string& assignment : options.settings)
        train::set(recipe, assignment);
    const auto overrides = [](const std::string& key, const std::string& stated, const std::string& used) {
        if (!stated.empty() && stated != used)
            std::fprintf(stderr, "notice: the recipe file's %s \"%s\" gives way to \"%s\".\n", key.c_str(),
                         stated.c_str(), used.c_str());
    };
    overrides("text_column", recipe.textColumn, options.text);
    overrides("label_column", recipe.labelColumn, options.label);
    recipe.datasetVersion = session.datasets().resolve(options.dataset).version.id;
    recipe.baseModel = session.baseModels().resolve(options.baseModel).id;
    recipe.textColumn = options.text;
    recipe.labelColumn = options.label;
    return recipe;
}

/// Says what the checks found; a failed one ends the program before anything is recorded.
void requireChecks(const Context& context, app::Session& session, const train::Recipe& recipe)
{
    ProgressLine line;
    base::Progress progress([&line](const base::ProgressState& state) { line.show(state); });
    const auto checks = session.training().check(recipe, context.interrupted(), progress);
    line.clear();
    for (const train::Check& check : checks) {
        if (check.state == train::CheckState::Caution)
            std::fprintf(stderr, "notice: %s\n", check.message.c_str());
    }
    if (const train::Check* failed = train::firstFailed(checks))
        throw train::errorOfCheck(*failed);
}

int train(const Context& context, const TrainOptions& options)
{
    const auto session = context.openSession();
    const train::Recipe recipe = recipeOf(*session, options);
    requireChecks(context, *session, recipe);
    return followTraining(context, *session,
                          [&] { return session->training().start(session->jobs(), recipe); });
}

} // namespace

int followTraining(const Context& context, app::Session& session, const std::function<train::Run()>& begin)
{
    // A reader that goes away is an error of the write, not the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    base::CancellationSource broken;
    TrainOutput output(context);
    output.onBroken([&broken] { broken.request(); });
    train::TrainingService& training = session.training();
    jobs::JobQueue& queue = session.jobs();
    training.setListener(
        [&output](const train::RunId&, const train::MetricPoint& point) { output.metric(point); });
    queue.setListener([&output](const jobs::JobInfo& job) { output.state(job); });
    const auto [run, job] = [&] {
        const base::OnExit quiet([&] {
            queue.setListener({});
            training.setListener({});
        });
        train::Run begun = begin();
        output.started(begun);
        jobs::JobInfo end =
            waitForJob(queue, begun.job, {context.interrupted(), broken.token()}, OnInterrupt::SaveAndEnd);
        return std::pair(std::move(begun), std::move(end));
    }();
    output.state(job);
    if (job.state != jobs::JobState::Completed)
        throw app::errorOfJob(
            job, fmt::format("{0} was interrupted. Go on with it by: lepton run resume {0}", run.name()),
            fmt::format("{} was cancelled.", run.name()));
    output.requireWhole();
    output.completed(*training.runs().find(run.id));
    return 0;
}

void addTrain(CLI::App& app, Context& context)
{
    auto options = std::make_shared<TrainOptions>();
    CLI::App* verb =
        app.add_subcommand("train", "Fine-tune a base model to classify texts; prints metrics as it goes");
    verb->add_option("--dataset", options->dataset, "The data set, or NAME@VERSION")->required();
    verb->add_option("--text", options->text, "Column of the texts")->type_name("COL")->required();
    verb->add_option("--label", options->label, "Column of the labels")->type_name("COL")->required();
    verb->add_option("--basemodel", options->baseModel, "The base model")->type_name("NAME")->required();
    verb->add_option("--recipe", options->recipe, "JSON file with settings")->type_name("FILE");
    std::string keys;
    for (const std::string_view key : train::recipeKeys())
        keys += (keys.empty() ? "" : ", ") + std::string(key);
    verb->add_option("--set", options->settings, "Settings, over those of the file: " + keys)
        ->type_name("key=value");
    verb->footer(
        "Example:\n  lepton train --dataset tweets --text text --label label --basemodel MiniLM "
        "--set epochs=3 --set learning_rate=3e-5\n\n"
        "The weights that are kept are those of the step with the best metric on the validation part;\n"
        "of equal scores, the earliest.");
    context.whenChosen(*verb, [options, &context] { return train(context, *options); });
}

} // namespace lepton::cli
