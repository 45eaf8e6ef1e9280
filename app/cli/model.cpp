// SPDX-License-Identifier: GPL-3.0-or-later
// register, list, show, history, card, describe, alias, trash, restore, score
#include "model_json.h"
#include "model_verbs.h"
#include "progress_line.h"
#include "text_table.h"

#include "app/session/registry_of.h"
#include "base/progress.h"
#include "data/table.h"
#include "registry/model_card.h"
#include "train/training_data.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <ctime>

namespace lepton::cli {
namespace {

using registry::ModelVersion;
using registry::Stage;
using registry::VersionRecord;

std::string numberOf(const VersionRecord* version)
{
    return version ? std::to_string(version->number) : std::string();
}

nlohmann::json numberJson(const VersionRecord* version)
{
    return version ? nlohmann::json(version->number) : nlohmann::json();
}

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
        nlohmann::json document = versionJson(*session, made.version);
        document["model"] = made.model.name;
        document["department"] = made.model.department;
        printJson(document);
        return 0;
    }
    print(fmt::format("{} is version {} of {} ({}) now.\n", made.version.source, made.version.number,
                      made.model.name, made.model.department));
    return 0;
}

int listModels(const Context& context)
{
    const auto session = context.openSession();
    const auto state = app::registryOf(*session)->state();
    nlohmann::json json{{"models", nlohmann::json::array()}};
    TextTable table({{"model"},
                     {"department"},
                     {"versions", TextTable::Align::Right},
                     {"production", TextTable::Align::Right},
                     {"staging", TextTable::Align::Right}});
    for (const auto& [id, model] : state->models()) {
        const auto* production = state->inStage(model, Stage::Production);
        const auto* staging = state->inStage(model, Stage::Staging);
        json["models"].push_back({{"model", model.name},
                                  {"id", id.toString()},
                                  {"department", model.department},
                                  {"task", model.task},
                                  {"versions", model.versions.size()},
                                  {"production", numberJson(production)},
                                  {"staging", numberJson(staging)},
                                  {"created", model.created.toString()}});
        table.add({model.name, model.department, std::to_string(model.versions.size()), numberOf(production),
                   numberOf(staging)});
    }
    if (context.json)
        printJson(json);
    else
        print(table.empty() ? "There are no models yet: lepton model register RUN --name NAME\n"
                            : table.toString());
    return 0;
}

int showModel(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    const auto model = app::registryOf(*session)->resolveModel(options.name);
    const auto state = app::registryOf(*session)->state();
    nlohmann::json versions = nlohmann::json::array();
    TextTable table({{"version", TextTable::Align::Right}, {"stage"}, {"source"}, {"registered"}, {"hash"}});
    for (const auto& id : model.versions) {
        const VersionRecord& version = state->version(id);
        versions.push_back(versionJson(*session, version));
        table.add(
            {std::to_string(version.number),
             std::string(registry::stageName(version.stage)) + (version.trashed ? " (in the trash)" : ""),
             version.source, version.created.toString(), version.hash});
    }
    nlohmann::json promotions = nlohmann::json::array();
    for (const auto& [id, promotion] : state->promotions()) {
        if (state->version(promotion.version).model == model.id)
            promotions.push_back(promotionJson(*session, promotion));
    }
    nlohmann::json scores = nlohmann::json::array();
    for (const auto& score : state->scores()) {
        if (state->version(score.version).model == model.id)
            scores.push_back({{"version", state->version(score.version).number},
                              {"sources", score.sources},
                              {"macro_f1", score.macroF1},
                              {"accuracy", score.accuracy},
                              {"time", score.time.toString()}});
    }
    if (context.json) {
        printJson({{"model", model.name},
                   {"id", model.id.toString()},
                   {"department", model.department},
                   {"task", model.task},
                   {"intended_use", model.intendedUse},
                   {"limits", model.limits},
                   {"aliases", model.aliases},
                   {"standard", state->standardFor(model).standard.name},
                   {"versions", std::move(versions)},
                   {"promotions", std::move(promotions)},
                   {"scores", std::move(scores)}});
        return 0;
    }
    print(fmt::format("{}, {}, of {}\n", model.name, model.task, model.department));
    print(table.toString());
    for (const auto& promotion : promotions)
        print(fmt::format("{}: version {} to {}, {}\n", promotion.at("promotion").get<std::string>(),
                          promotion.at("version").get<int>(), promotion.at("target").get<std::string>(),
                          promotion.at("state").get<std::string>()));
    return 0;
}

/// "2026-11-25" is the end of that day, UTC; "2026-11-25T18:00" and "...:30" that moment.
base::UtcTime momentOf(const std::string& text)
{
    std::tm parts{};
    int seconds = 0;
    char zone = 'Z';
    constexpr int baseYear = 1900;
    constexpr std::int64_t second = 1000;
    const int found = std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d%c", &parts.tm_year, &parts.tm_mon,
                                  &parts.tm_mday, &parts.tm_hour, &parts.tm_min, &seconds, &zone);
    const bool day = found == 3 && text.size() == 10;
    if (!day && found < 5)
        throw UsageError("\"" + text + "\" is no date. Write 2026-11-25 or 2026-11-25T18:00:00Z, in UTC.");
    parts.tm_year -= baseYear;
    parts.tm_mon -= 1;
    parts.tm_sec = seconds;
    if (day) {
        parts.tm_hour = 23;
        parts.tm_min = 59;
        parts.tm_sec = 59;
    }
    return base::UtcTime{static_cast<std::int64_t>(::timegm(&parts)) * second + second - 1};
}

int history(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    const auto model = app::registryOf(*session)->resolveModel(options.name);
    const auto state = app::registryOf(*session)->state();
    if (!options.date.empty()) {
        const base::UtcTime moment = momentOf(options.date);
        const auto* version = state->inProductionAt(model, moment);
        if (context.json)
            printJson({{"model", model.name},
                       {"at", moment.toString()},
                       {"production", version ? versionJson(*session, *version) : nlohmann::json()}});
        else
            print(version ? fmt::format("{}@{} was in production.\n", model.name, version->number)
                          : std::string("No version was in production.\n"));
        return 0;
    }
    const auto nameOf = memberNames(*session);
    nlohmann::json list = nlohmann::json::array();
    TextTable table(
        {{"time"}, {"version", TextTable::Align::Right}, {"from"}, {"to"}, {"promotion"}, {"asked by"}});
    const auto changes = state->history().find(model.id);
    for (const auto& change :
         changes == state->history().end() ? std::vector<registry::StageChange>() : changes->second) {
        const auto& promotion = state->promotions().at(change.promotion);
        const std::string from(registry::stageName(change.from)), to(registry::stageName(change.to));
        list.push_back({{"time", change.time.toString()},
                        {"version", state->version(change.version).number},
                        {"from", from},
                        {"to", to},
                        {"promotion", promotion.name()},
                        {"event", change.event}});
        table.add({change.time.toString(), std::to_string(state->version(change.version).number), from, to,
                   promotion.name(), nameOf(promotion.requester)});
    }
    if (context.json)
        printJson({{"model", model.name}, {"history", std::move(list)}});
    else
        print(table.empty() ? "No version of " + model.name + " has moved yet.\n" : table.toString());
    return 0;
}

int card(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    const ModelVersion found = app::registryOf(*session)->resolve(options.name);
    const std::string text =
        registry::modelCard(*app::registryOf(*session)->state(), found.version, memberNames(*session));
    if (context.json)
        printJson({{"model", found.model.name}, {"version", found.version.number}, {"card", text}});
    else
        print(text);
    return 0;
}

int describe(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    auto model = app::registryOf(*session)->resolveModel(options.name);
    if (!options.intendedUse.empty())
        model.intendedUse = options.intendedUse;
    if (!options.limits.empty())
        model.limits = options.limits;
    app::registryOf(*session)->describe(model.id, model.intendedUse, model.limits);
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
    const ModelVersion found = app::registryOf(*session)->resolve(options.name);
    app::registryOf(*session)->setTrashed(found.version.id, trashed);
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
    const ModelVersion found = app::registryOf(*session)->resolve(options.name);
    ProgressLine line;
    base::Progress progress([&line](const base::ProgressState& state) { line.show(state); });
    std::vector<registry::TestRows> sources;
    for (const std::string& name : options.datasets)
        sources.push_back(wholeDataset(*session, name, options, context, progress));
    const auto record =
        app::registryOf(*session)->score(found.version.id, sources, context.interrupted(), progress);
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
        print(fmt::format("{}@{}: macro F1 {:.4f}, accuracy {:.4f}, {} rows\n",
                          source.at("dataset").get<std::string>(), source.at("version").get<int>(),
                          source.at("macro_f1").get<double>(), source.at("accuracy").get<double>(),
                          source.at("rows").get<std::int64_t>()));
    print(fmt::format("mean: macro F1 {:.4f}, accuracy {:.4f}\n", record.macroF1, record.accuracy));
    return 0;
}

} // namespace

CLI::App* addModelVerb(CLI::App& parent, Context& context, const std::shared_ptr<ModelOptions>& options,
                       const std::string& name, const std::string& what, const std::string& example,
                       ModelAction action)
{
    CLI::App* verb = parent.add_subcommand(name, what);
    verb->footer("Example:\n  lepton model " + example);
    context.whenChosen(*verb, [options, &context, action] { return action(context, *options); });
    return verb;
}

void addModel(CLI::App& app, Context& context)
{
    CLI::App* parent = app.add_subcommand("model", "Register models, and decide what goes into production");
    parent->require_subcommand(1);
    parent->footer("Example:\n  lepton model register R-1 --name reviews --workspace team\n"
                   "  lepton model promote reviews@1 --to production --reason \"first version\"");
    auto options = std::make_shared<ModelOptions>();
    const auto add = [&](const char* name, const char* what, const char* example, ModelAction action) {
        return addModelVerb(*parent, context, options, name, what, example, action);
    };

    CLI::App* make = add("register", "Make the model of a run, or of a folder, a version of a model",
                         "register R-1 --name reviews", registerVersion);
    make->add_option("RUN", options->source, "R-number or UUID of a completed run, or a Hugging Face folder")
        ->required();
    make->add_option("--name", options->name, "Name of the model; made where it is not there")->required();
    make->add_option("--department", options->department, "Of a new model (default: yours)");

    CLI::App* list = parent->add_subcommand("list", "List the models");
    list->footer("Example:\n  lepton model list --json");
    context.whenChosen(*list, [&context] { return listModels(context); });

    add("show", "Show the versions, stages and promotions of a model", "show reviews", showModel)
        ->add_option("NAME", options->name, "The model")
        ->required();
    addModelDecisions(*parent, context, options);
    CLI::App* past = add("history", "Show which versions moved when, or what was in production on a day",
                         "history reviews --at 2026-11-25", history);
    past->add_option("NAME", options->name, "The model")->required();
    past->add_option("--at", options->date, "A day, or a moment such as 2026-11-25T18:00:00Z")
        ->type_name("DATE");

    add("card", "Print the model card in Markdown", "card reviews@1", card)
        ->add_option("VERSION", options->name, "NAME@VERSION")
        ->required();
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
