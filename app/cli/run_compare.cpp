// SPDX-License-Identifier: GPL-3.0-or-later
#include "run.h"
#include "run_json.h"
#include "text_table.h"

#include "app/session/session.h"
#include "train/run_comparison.h"
#include "train/training_service.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <set>

namespace lepton::cli {
namespace {

/// So many classes of a text output; a document has all.
constexpr std::size_t classesShown = 12;

nlohmann::json valueJson(const train::ComparedValue& value)
{
    if (const auto* number = std::get_if<double>(&value))
        return metricValue(*number);
    const auto* text = std::get_if<std::string>(&value);
    return text ? nlohmann::json(*text) : nlohmann::json();
}

std::string valueText(const train::ComparedValue& value)
{
    if (const auto* number = std::get_if<double>(&value))
        return fmt::format("{:.6g}", *number);
    const auto* text = std::get_if<std::string>(&value);
    return text ? fitted(*text, longestCell) : std::string();
}

nlohmann::json comparableJson(const train::Comparability& comparability)
{
    return comparability.isKnown() ? nlohmann::json(comparability.isYes()) : nlohmann::json();
}

nlohmann::json document(const train::RunComparison& comparison)
{
    nlohmann::json json{{"runs", nlohmann::json::array()},
                        {"comparable", comparableJson(comparison.test)},
                        {"validation_comparable", comparableJson(comparison.validation)},
                        {"sentence", train::comparabilitySentence(comparison.runs)},
                        {"differences", nlohmann::json::array()},
                        {"equal", comparison.equalSettings},
                        {"classes", nlohmann::json::array()},
                        {"seed_groups", nlohmann::json::array()}};
    for (const train::Run& run : comparison.runs)
        json["runs"].push_back({{"run", run.id.toString()}, {"number", run.number}, {"name", run.title}});
    for (const train::Difference& difference : comparison.differences) {
        nlohmann::json values = nlohmann::json::array();
        for (const train::ComparedValue& value : difference.values)
            values.push_back(valueJson(value));
        json["differences"].push_back({{"kind", train::differenceKindName(difference.kind)},
                                       {"key", difference.key},
                                       {"values", std::move(values)},
                                       {"best", difference.best},
                                       {"unlike_first", difference.unlikeFirst}});
    }
    for (const train::ClassScores& one : comparison.classes) {
        nlohmann::json scores = nlohmann::json::array();
        for (const auto& score : one.scores)
            scores.push_back(score ? nlohmann::json(*score) : nlohmann::json());
        json["classes"].push_back({{"class", one.name}, {"f1", std::move(scores)}, {"spread", one.spread}});
    }
    for (const train::SeedGroup& group : comparison.seedGroups) {
        nlohmann::json numbers = nlohmann::json::array();
        for (const std::size_t position : group.runs)
            numbers.push_back(comparison.runs[position].number);
        nlohmann::json metrics = nlohmann::json::object();
        for (const auto& [key, spread] : group.metrics)
            metrics[key] = {{"mean", spread.mean}, {"deviation", spread.deviation}};
        json["seed_groups"].push_back({{"numbers", std::move(numbers)},
                                       {"same_test_rows", group.sameRows},
                                       {"metrics", std::move(metrics)}});
    }
    return json;
}

std::vector<TextTable::Heading> headings(const train::RunComparison& comparison, const std::string& first)
{
    std::vector<TextTable::Heading> list{{first}};
    for (const train::Run& run : comparison.runs)
        list.push_back({run.name(), TextTable::Align::Right});
    return list;
}

/// A star behind what is best, or unlike the first.
void printText(const train::RunComparison& comparison)
{
    print(train::comparabilitySentence(comparison.runs) + "\n\n");
    TextTable table(headings(comparison, "what differs"));
    for (const train::Difference& difference : comparison.differences) {
        std::vector<std::string> cells{difference.key};
        for (std::size_t i = 0; i < difference.values.size(); ++i) {
            const bool isBest = !difference.best.empty() && difference.best[i];
            cells.push_back(valueText(difference.values[i]) + (isBest ? " *" : ""));
        }
        table.add(std::move(cells));
    }
    print(table.toString());
    print(fmt::format("* best; {} equal settings are not shown\n", comparison.equalSettings));
    if (!comparison.classes.empty()) {
        TextTable classes(headings(comparison, "F1 of class"));
        for (std::size_t i = 0; i < std::min(classesShown, comparison.classes.size()); ++i) {
            std::vector<std::string> cells{fitted(comparison.classes[i].name, longestCell)};
            for (const auto& score : comparison.classes[i].scores)
                cells.push_back(score ? fmt::format("{:.4f}", *score) : std::string());
            classes.add(std::move(cells));
        }
        print("\n" + classes.toString());
    }
    for (const train::SeedGroup& group : comparison.seedGroups) {
        std::string names;
        for (const std::size_t position : group.runs)
            names += (names.empty() ? "" : ", ") + comparison.runs[position].name();
        print(fmt::format("\n{} differ only in seed{}:\n", names,
                          group.sameRows ? "" : ", which splits the rows, too"));
        for (const auto& [key, spread] : group.metrics)
            print(fmt::format("  {:<30} {:.4f} ± {:.4f}\n", key, spread.mean, spread.deviation));
    }
}

int compare(const Context& context, const std::vector<std::string>& texts)
{
    const auto session = context.openSession();
    endDeadRuns(*session);
    std::vector<train::ComparedRun> runs;
    std::set<std::int64_t> numbers;
    for (const std::string& text : texts) {
        train::Run run = session->training().runs().resolve(text);
        if (!numbers.insert(run.number).second)
            throw UsageError(run.name() + " is named twice. Name each run once.");
        auto metrics = session->training().lists().metrics(run.number);
        runs.push_back({std::move(run), std::move(metrics)});
    }
    const train::RunComparison comparison = train::compareRuns(runs);
    if (context.json)
        printJson(document(comparison));
    else
        printText(comparison);
    return 0;
}

} // namespace

void addRunCompare(CLI::App& run, Context& context)
{
    auto runs = std::make_shared<std::vector<std::string>>();
    CLI::App* verb =
        run.add_subcommand("compare", "Say what differs between runs, and whether their scores compare");
    verb->add_option("RUN", *runs, "R-numbers or UUIDs of two or more runs")->required()->expected(2, 100);
    verb->footer("Example:\n  lepton run compare R-1 R-2");
    context.whenChosen(*verb, [&context, runs] { return compare(context, *runs); });
}

} // namespace lepton::cli
