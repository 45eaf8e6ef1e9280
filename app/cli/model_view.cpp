// SPDX-License-Identifier: GPL-3.0-or-later
// list, show, history, card
#include "model_json.h"
#include "model_verbs.h"
#include "text_table.h"

#include "app/session/registry_of.h"
#include "data/filter_literal.h"
#include "registry/model_card.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

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
    const auto registry = app::registryOf(*session);
    const auto model = registry->resolveModel(options.name);
    const auto state = registry->state();
    const auto nameOf = memberNames(*registry);
    nlohmann::json versions = nlohmann::json::array();
    TextTable table({{"version", TextTable::Align::Right}, {"stage"}, {"source"}, {"registered"}, {"hash"}});
    for (const auto& id : model.versions) {
        const VersionRecord& version = state->version(id);
        versions.push_back(versionJson(version, nameOf));
        table.add(
            {std::to_string(version.number),
             std::string(registry::stageName(version.stage)) + (version.trashed ? " (in the trash)" : ""),
             version.source + (version.isImported() ? " (imported)" : ""), version.created.toString(),
             version.hash});
    }
    nlohmann::json promotions = nlohmann::json::array();
    for (const auto& [id, promotion] : state->promotions()) {
        if (state->version(promotion.version).model == model.id)
            promotions.push_back(promotionJson(*state, promotion, nameOf));
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
    for (const auto& [alias, number] : model.aliases)
        print(fmt::format("alias {}: version {}\n", alias, number));
    for (const auto& score : scores) {
        std::string sources;
        for (const auto& source : score.at("sources"))
            sources += fmt::format("{}{}@{} {:.4f}", sources.empty() ? "" : ", ",
                                   source.at("dataset").get<std::string>(), source.at("version").get<int>(),
                                   source.at("macro_f1").get<double>());
        print(fmt::format("performance of version {}: mean macro F1 {:.4f} ({})\n",
                          score.at("version").get<int>(), score.at("macro_f1").get<double>(), sources));
    }
    return 0;
}

/// "2026-11-25" is the end of that day, UTC; "2026-11-25T18:00+02:00" that moment.
base::UtcTime momentOf(const std::string& text)
{
    constexpr std::int64_t microsecondsPerMillisecond = 1'000;
    constexpr std::int64_t millisecondsPerDay = 86'400'000;
    const auto moment = data::parseMoment(text, true);
    if (!moment)
        throw UsageError("\"" + text + "\" is no date. Write 2026-11-25, or 2026-11-25T18:00:00Z.");
    const std::int64_t milliseconds = *moment / microsecondsPerMillisecond;
    return base::UtcTime{data::parseDay(text) ? milliseconds + millisecondsPerDay - 1 : milliseconds};
}

int history(const Context& context, const ModelOptions& options)
{
    const auto session = context.openSession();
    const auto registry = app::registryOf(*session);
    const auto model = registry->resolveModel(options.name);
    const auto state = registry->state();
    const auto nameOf = memberNames(*registry);
    if (!options.date.empty()) {
        const base::UtcTime moment = momentOf(options.date);
        const auto* version = state->inProductionAt(model, moment);
        if (context.json)
            printJson({{"model", model.name},
                       {"at", moment.toString()},
                       {"production", version ? versionJson(*version, nameOf) : nlohmann::json()}});
        else
            print(version ? fmt::format("{}@{} was in production.\n", model.name, version->number)
                          : std::string("No version was in production.\n"));
        return 0;
    }
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
    const auto registry = app::registryOf(*session);
    const ModelVersion found = registry->resolve(options.name);
    const std::string text = registry::modelCard(*registry->state(), found.version, memberNames(*registry));
    if (context.json)
        printJson({{"model", found.model.name}, {"version", found.version.number}, {"card", text}});
    else
        print(text);
    return 0;
}

} // namespace

void addModelViews(CLI::App& parent, Context& context, const std::shared_ptr<ModelOptions>& options)
{
    const auto add = [&](const char* name, const char* what, const char* example, ModelAction action) {
        return addModelVerb(parent, context, options, name, what, example, action);
    };
    CLI::App* list = parent.add_subcommand("list", "List the models");
    list->footer("Example:\n  lepton model list --json");
    context.whenChosen(*list, [&context] { return listModels(context); });

    add("show", "Show the versions, stages and promotions of a model", "show reviews", showModel)
        ->add_option("NAME", options->name, "The model")
        ->required();
    CLI::App* past = add("history", "Show which versions moved when, or what was in production on a day",
                         "history reviews --at 2026-11-25", history);
    past->add_option("NAME", options->name, "The model")->required();
    past->add_option("--at", options->date, "A day, or a moment such as 2026-11-25T18:00:00Z")
        ->type_name("DATE");

    add("card", "Print the model card in Markdown", "card reviews@1", card)
        ->add_option("VERSION", options->name, "NAME@VERSION")
        ->required();
}

} // namespace lepton::cli
