// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/export/run_export.h"

#include "context.h"
#include "progress_line.h"
#include "run.h"

#include "app/session/session.h"
#include "base/progress.h"
#include "train/training_service.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lepton::cli {
namespace {

struct RunExportOptions
{
    std::string run, folder;
    std::string format = "hf";
};

train::RunFormat formatOf(const std::string& word)
{
    return word == "mlflow"        ? train::RunFormat::Mlflow
           : word == "tensorboard" ? train::RunFormat::TensorBoard
                                   : train::RunFormat::HuggingFace;
}

/// What was made, and how it is looked at.
std::string told(const RunExportOptions& options, const train::Run& run, const std::filesystem::path& folder)
{
    if (options.format == "mlflow")
        return fmt::format("{} is a run of the MLflow store in {}. Look at it:\n"
                           "  MLFLOW_ALLOW_FILE_STORE=true mlflow ui --backend-store-uri \"{}\"\n"
                           "or take the store over into a database of yours by mlflow migrate-filestore.\n",
                           run.name(), options.folder, folder.string());
    if (options.format == "tensorboard")
        return fmt::format("{} is an event file in {}. Look at it:\n  tensorboard --logdir \"{}\"\n",
                           run.name(), options.folder, folder.string());
    return fmt::format("The model of {} is in {}.\n", run.name(), options.folder);
}

int exportRun(const Context& context, const RunExportOptions& options)
{
    const auto session = context.openSession();
    train::TrainingService& training = session->training();
    const train::Run run = training.runs().resolve(options.run);
    if (options.folder.empty())
        throw UsageError("Which folder shall it be written to? Name one behind the run.");
    const auto folder = std::filesystem::absolute(options.folder);
    ProgressLine line;
    base::Progress progress([&line](const base::ProgressState& state) { line.show(state); });
    train::exportRun(training, run, formatOf(options.format), folder, context.interrupted(), progress);
    line.clear();
    if (context.json)
        printJson({{"run", run.id.toString()}, {"folder", folder.string()}, {"format", options.format}});
    else
        print(told(options, run, folder));
    return 0;
}

} // namespace

void addRunExport(CLI::App& run, Context& context)
{
    auto options = std::make_shared<RunExportOptions>();
    CLI::App* verb =
        run.add_subcommand("export", "Write the finished model, or the whole run, into a folder");
    verb->add_option("RUN", options->run, "R-number or UUID of the run")->required();
    verb->add_option("DIR", options->folder, "Where to; made where it is not there")->required();
    verb->add_option(
            "--format", options->format,
            "hf: the model as a Hugging Face folder; mlflow: a store of MLflow with the run, or one more "
            "run in such a store; tensorboard: an event file, for a folder of its own")
        ->check(CLI::IsMember({"hf", "mlflow", "tensorboard"}));
    verb->footer("Example:\n  lepton run export R-1 model\n"
                 "  lepton run export R-1 mlruns --format mlflow\n"
                 "  lepton run export R-1 logs/R-1 --format tensorboard");
    context.whenChosen(*verb, [options, &context] { return exportRun(context, *options); });
}

} // namespace lepton::cli
