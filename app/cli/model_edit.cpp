// SPDX-License-Identifier: GPL-3.0-or-later
// register, describe, alias, trash, restore, score
#include "model_json.h"
#include "model_verbs.h"
#include "progress_line.h"
#include "text_table.h"

#include "app/session/registry_of.h"
#include "base/progress.h"
#include "data/table.h"
#include "train/training_data.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lepton::cli {
namespace {

using registry::ModelVersion;

int registerVersion(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    ProgressLine line;
    base::Progress progress([&line](const base::ProgressState& state) { line.show(state); });
    const auto registry = app::registryOf(*session);
    std::error_code ignored;
    const ModelVersion made =
        std::filesystem::is_directory(options.source, ignored)
            ? registry->registerFolder(std::filesystem::absolute(options.source), options.name,
                                       options.department, context.interrupted(), progress)
            : registry->registerRun(session->training().runs().resolve(options.source), options.name,
                                    options.department);
    line.clear();
    if (context.json) {
        nlohmann::json document = versionJson(made.version, memberNames(*registry));
        document["model"] = made.model.name;
        document["department"] = made.model.department;
        printJson(document);
        return 0;
    }
    print(fmt::format("{} is version {} of {} ({}) now.\n", made.version.source, made.version.number,
                      made.model.name, made.model.department));
    return 0;
}

int describe(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    const auto registry = app::registryOf(*session);
    auto model = registry->resolveModel(options.name);
    if (!options.intendedUse.empty())
        model.intendedUse = options.intendedUse;
    if (!options.limits.empty())
        model.limits = options.limits;
    registry->describe(model.id, model.intendedUse, model.limits);
    if (context.json)
        printJson({{"model", model.name}, {"intended_use", model.intendedUse}, {"limits", model.limits}});
    else
        print("The card of " + model.name + " says so now.\n");
    return 0;
}

int alias(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    const auto registry = app::registryOf(*session);
    if (!options.remove.empty()) {
        registry->removeAlias(registry->resolveModel(options.name).id, options.remove);
    } else {
        if (options.alias.empty())
            throw UsageError("Which alias? Give one behind the version, or --remove ALIAS.");
        const ModelVersion version = registry->resolve(options.name);
        registry->setAlias(version.model.id, options.alias, version.version.number);
    }
    const auto model = registry->resolveModel(options.name.substr(0, options.name.rfind('@')));
    if (context.json)
        printJson({{"model", model.name}, {"aliases", model.aliases}});
    for (const auto& [name, number] : model.aliases) {
        if (!context.json)
            print(fmt::format("{}@{} is version {}\n", model.name, name, number));
    }
    return 0;
}

int setTrashed(const Context& context, const ModelOptions& options, bool trashed)
{
    const auto session = context.openSession();
    if (options.name.find('@') == std::string::npos)
        throw UsageError("Which version? Name one, such as " + options.name + "@1.");
    const auto registry = app::registryOf(*session);
    const ModelVersion found = registry->resolve(options.name);
    registry->setTrashed(found.version.id, trashed);
    if (context.json)
        printJson({{"model", found.model.name}, {"version", found.version.number}, {"trashed", trashed}});
    else
        print(fmt::format("{}@{} is {} the trash.\n", found.model.name, found.version.number,
                          trashed ? "in" : "out of"));
    return 0;
}

int trash(const Context& context, const ModelOptions& options)
{
    return setTrashed(context, options, true);
}

int restore(const Context& context, const ModelOptions& options)
{
    return setTrashed(context, options, false);
}

registry::TestRows wholeDataset(app::Session& session, const std::string& name, const ModelOptions& options,
                                const Context& context, base::Progress& progress)
{
    const data::VersionRef source = session.datasets().resolve(name);
    const auto table = session.datasets().open(source.version);
    const auto data =
        train::readTrainingData(*table, {options.text, options.label, {}}, context.interrupted(), progress);
    return {source.dataset.name,
            source.version.number,
            source.version.contentHash,
            data.classes,
            data.texts,
            data.labels,
            0};
}

int score(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    const auto registry = app::registryOf(*session);
    const ModelVersion found = registry->resolve(options.name);
    ProgressLine line;
    base::Progress progress([&line](const base::ProgressState& state) { line.show(state); });
    std::vector<registry::TestRows> sources;
    for (const std::string& name : options.datasets)
        sources.push_back(wholeDataset(*session, name, options, context, progress));
    const auto record = registry->score(found.version.id, sources, context.interrupted(), progress);
    line.clear();
    if (context.json) {
        printJson({{"model", found.model.name},
                   {"version", found.version.number},
                   {"sources", record.sources},
                   {"macro_f1", record.macroF1},
                   {"accuracy", record.accuracy}});
        return 0;
    }
    for (const auto& source : record.sources)
        print(fmt::format("{}@{}: macro F1 {:.4f}, accuracy {:.4f}, {}\n",
                          source.at("dataset").get<std::string>(), source.at("version").get<int>(),
                          source.at("macro_f1").get<double>(), source.at("accuracy").get<double>(),
                          counted(source.at("rows").get<std::int64_t>(), "row")));
    print(fmt::format("mean: macro F1 {:.4f}, accuracy {:.4f}\n", record.macroF1, record.accuracy));
    return 0;
}

} // namespace

void addModelEdits(CLI::App& parent, Context& context, const std::shared_ptr<ModelOptions>& options)
{
    const auto add = [&](const char* name, const char* what, const char* example, ModelAction action) {
        return addModelVerb(parent, context, options, name, what, example, action);
    };
    CLI::App* make = add("register", "Make the model of a run, or of a folder, a version of a model",
                         "register R-1 --name reviews", registerVersion);
    make->add_option("RUN", options->source, "R-number or UUID of a completed run, or a Hugging Face folder")
        ->required();
    make->add_option("--name", options->name, "Name of the model; made where it is not there")->required();
    make->add_option("--department", options->department, "Of a new model (default: yours)");

    CLI::App* words = add("describe", "Write down what a model is for, and its limits",
                          "describe reviews --intended-use \"routing of complaints\"", describe);
    words->add_option("NAME", options->name, "The model")->required();
    words->add_option("--intended-use", options->intendedUse, "What it is for; Markdown");
    words->add_option("--limits", options->limits, "What it is not for; Markdown");

    CLI::App* also = add("alias", "Give a version another name", "alias reviews@2 champion", alias);
    also->add_option("VERSION", options->name, "NAME@VERSION, or NAME with --remove")->required();
    also->add_option("ALIAS", options->alias, "The other name");
    also->add_option("--remove", options->remove, "Take this alias away")->type_name("ALIAS");

    add("trash", "Put a version into the trash", "trash reviews@1", trash)
        ->add_option("VERSION", options->name, "NAME@VERSION")
        ->required();
    add("restore", "Take a version out of the trash", "restore reviews@1", restore)
        ->add_option("VERSION", options->name, "NAME@VERSION")
        ->required();

    CLI::App* measure = add("score", "Score a version on whole data sets, and keep the mean",
                            "score reviews@1 --dataset tweets@2 --text text --label label", score);
    measure->add_option("VERSION", options->name, "NAME@VERSION")->required();
    measure->add_option("--dataset", options->datasets, "NAME[@VERSION]; may be given several times")
        ->required()
        ->allow_extra_args(false);
    measure->add_option("--text", options->text, "Column of the texts")->required();
    measure->add_option("--label", options->label, "Column of the labels")->required();
}

} // namespace lepton::cli
