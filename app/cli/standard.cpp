// SPDX-License-Identifier: GPL-3.0-or-later
// show, publish, check, schema, example
#include "context.h"
#include "model_json.h"
#include "model_verbs.h"
#include "progress_line.h"
#include "text_table.h"

#include "app/session/registry_of.h"
#include "base/file.h"
#include "base/progress.h"
#include "base/text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace lepton::cli {
namespace {

constexpr std::int64_t largestFile = 1 << 20;

struct StandardOptions
{
    std::string name, file;
};

nlohmann::json document(const registry::StandardRecord& record, const std::string& author)
{
    nlohmann::json json{{"standard", record.standard.name},
                        {"version", record.standard.version},
                        {"department", record.standard.department},
                        {"task", record.standard.task},
                        {"hash", record.hash},
                        {"built_in", record.event == 0},
                        {"text", nlohmann::json::parse(record.text)}};
    if (record.event > 0) {
        json["published_by"] = author;
        json["published"] = record.time.toString();
        json["event"] = record.event;
    }
    return json;
}

std::vector<registry::StandardRecord> standardsOf(registry::RegistryService& registry)
{
    const registry::Standard& builtIn = registry::builtInStandard();
    std::vector<registry::StandardRecord> all{
        {builtIn, registry::standardText(builtIn), registry::standardHash(builtIn), {}, {}, 0}};
    const auto state = registry.state();
    for (const auto& [name, record] : state->standards())
        all.push_back(record);
    return all;
}

int show(const Context& context, const StandardOptions& options)
{
    const auto session = context.openSession();
    const auto registry = app::registryOf(*session);
    const auto nameOf = memberNames(*registry);
    std::vector<registry::StandardRecord> standards = standardsOf(*registry);
    if (!options.name.empty())
        std::erase_if(standards, [&](const auto& record) {
            return base::caseFoldKey(record.standard.name) != base::caseFoldKey(options.name);
        });
    if (standards.empty())
        throw base::Error(base::ErrorCode::NotFound, "There is no standard called \"" + options.name +
                                                         "\". lepton standard show lists all.");
    if (context.json) {
        nlohmann::json list = nlohmann::json::array();
        for (const auto& record : standards)
            list.push_back(document(record, nameOf(record.author)));
        printJson({{"standards", std::move(list)}});
        return 0;
    }
    if (!options.name.empty()) {
        print(nlohmann::json::parse(standards.back().text).dump(2) + "\n");
        return 0;
    }
    TextTable table(
        {{"standard"}, {"version", TextTable::Align::Right}, {"department"}, {"task"}, {"published"}});
    for (const auto& record : standards)
        table.add({record.standard.name, std::to_string(record.standard.version),
                   record.standard.department.empty() ? "all" : record.standard.department,
                   record.standard.task.empty() ? "all" : record.standard.task,
                   record.event == 0 ? "built in" : record.time.toString() + ", " + nameOf(record.author)});
    print(table.toString());
    return 0;
}

int publish(const Context& context, const StandardOptions& options)
{
    const std::string text = base::readTextFile(options.file, largestFile);
    const auto session = context.openSession();
    const auto record = app::registryOf(*session)->publish(text);
    if (context.json)
        printJson(document(record, session->member()->name));
    else
        print(fmt::format("Published the standard {} version {}.\n", record.standard.name,
                          record.standard.version));
    return 0;
}

int check(const Context& context, const StandardOptions& options)
{
    const std::string text = base::readTextFile(options.file, largestFile);
    const auto session = context.openSession();
    ProgressLine line;
    base::Progress progress([&line](const base::ProgressState& state) { line.show(state); });
    const auto checks = app::registryOf(*session)->check(text, context.interrupted(), progress);
    line.clear();
    const auto passed = [](const registry::StandardCheck& one) {
        return std::ranges::all_of(one.gates, &registry::GateResult::passed);
    };
    const registry::Standard standard = registry::parseStandard(text);
    if (context.json) {
        nlohmann::json list = nlohmann::json::array();
        for (const auto& one : checks)
            list.push_back({{"model", one.version.model.name},
                            {"version", one.version.version.number},
                            {"target", registry::stageName(one.target)},
                            {"passed", passed(one)},
                            {"gates", gatesJson(one.gates)}});
        printJson(
            {{"standard", standard.name}, {"version", standard.version}, {"versions", std::move(list)}});
        return 0;
    }
    print(fmt::format("The standard {} version {} reads well; nothing was published.\n", standard.name,
                      standard.version));
    for (const auto& one : checks) {
        print(fmt::format("{}@{} to {}: {}\n", one.version.model.name, one.version.version.number,
                          registry::stageName(one.target),
                          passed(one) ? "every gate passes" : "a gate fails"));
        for (const auto& gate : one.gates)
            print(fmt::format("  {:<6} {}. {}\n", gate.passed ? "passed" : "FAILED", gate.name, gate.why));
    }
    return 0;
}

int schema(const Context&, const StandardOptions&)
{
    print(std::string(registry::standardSchema()));
    return 0;
}

int example(const Context&, const StandardOptions&)
{
    print(std::string(registry::exampleStandard()));
    return 0;
}

} // namespace

void addStandard(CLI::App& app, Context& context)
{
    CLI::App* parent = app.add_subcommand("standard", "Read, try and publish what a promotion takes");
    parent->require_subcommand(1);
    parent->footer("Example:\n  lepton standard check risk.json --workspace team");
    auto options = std::make_shared<StandardOptions>();
    const auto add = [&](const char* name, const char* what, const char* example,
                         int (*action)(const Context&, const StandardOptions&)) {
        CLI::App* verb = parent->add_subcommand(name, what);
        verb->footer(std::string("Example:\n  lepton standard ") + example);
        context.whenChosen(*verb, [options, &context, action] { return action(context, *options); });
        return verb;
    };
    add("show", "List the standards, or print one", "show risk-text", show)
        ->add_option("NAME", options->name, "Name of a standard; without it, all are listed");
    add("publish", "Put a standard into force (admins)", "publish risk.json", publish)
        ->add_option("FILE", options->file, "The standard as JSON")
        ->required();
    add("check", "Try a standard on the versions at hand, without publishing it", "check risk.json", check)
        ->add_option("FILE", options->file, "The standard as JSON")
        ->required();
    add("schema", "Print the JSON Schema of a standard, for editors", "schema > standard.schema.json",
        schema);
    add("example", "Print a standard with every kind of gate, to begin with", "example > risk.json", example);
}

} // namespace lepton::cli
