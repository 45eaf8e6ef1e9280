// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/export/run_documents.h"

#include "train/metric_store.h"
#include "train/recipe.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace lepton::train {
namespace {

/// A cell of a Markdown table: nothing in it ends the cell, the line or the table.
std::string cell(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '|':
            out += "\\|";
            break;
        case '\n':
            out += "<br>";
            break;
        case '\r':
            break;
        case '<':
            out += "&lt;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace

std::vector<std::pair<std::string, nlohmann::json>> recipeValues(const Run& run)
{
    const nlohmann::json recipe = run.recipe;
    std::vector<std::pair<std::string, nlohmann::json>> values;
    for (const std::string_view key : recipeKeys())
        values.emplace_back(key, recipe.at(std::string(key)));
    return values;
}

std::string recipeText(const nlohmann::json& value)
{
    if (value.is_null())
        return "model";
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::vector<std::pair<std::string, std::string>> originOf(const Run& run)
{
    std::vector<std::pair<std::string, std::string>> origin{
        {"run", fmt::format("{} ({})", run.name(), run.id.toString())},
        {"state", std::string(jobs::stateName(run.state))},
        {"by", run.memberName},
        {"created", run.created.toString()},
        {"data set", fmt::format("{}@{}", run.datasetName, run.datasetNumber)},
        {"data hash", run.datasetHash},
        {"text column", run.recipe.textColumn},
        {"label column", run.recipe.labelColumn},
        {"base model", run.baseModelName},
        {"base model hash", run.baseModelHash},
        {"recipe hash", run.recipeHash}};
    if (!run.title.empty())
        origin.emplace_back("name", run.title);
    if (!run.tags.empty())
        origin.emplace_back("tags", fmt::format("{}", fmt::join(run.tags, ", ")));
    if (run.environment.is_object()) {
        for (const char* key : {"program", "library", "device", "device_name", "processor", "precision"}) {
            if (run.environment.contains(key))
                origin.emplace_back(key, recipeText(run.environment.at(key)));
        }
    }
    if (!run.errorMessage.empty())
        origin.emplace_back("error", run.errorMessage);
    return origin;
}

base::UtcTime startOf(const Run& run)
{
    return run.started.value_or(run.created);
}

base::UtcTime endOf(const Run& run)
{
    return run.finished.value_or(startOf(run));
}

std::vector<MetricPoint> closingPoints(const Run& run, const std::vector<std::string>& keysWithPoints)
{
    std::vector<MetricPoint> points;
    const auto steps = run.metrics.find("steps");
    for (const auto& [key, value] : run.metrics) {
        if (!std::ranges::binary_search(keysWithPoints, key))
            points.push_back({.key = key,
                              .step = steps == run.metrics.end() ? run.totalSteps
                                                                 : static_cast<std::int64_t>(steps->second),
                              .time = endOf(run),
                              .value = value});
    }
    return points;
}

std::string reportMarkdown(const Run& run)
{
    if (!run.report.is_object() || !run.report.contains("text"))
        return {};
    // Indented lines are code, whatever a label holds.
    std::string markdown = "Report on the test part\n\n    ";
    for (const char c : run.report.at("text").get<std::string>()) {
        markdown += c;
        if (c == '\n')
            markdown += "    ";
    }
    return markdown;
}

std::string markdownTable(const std::string& first, const std::string& second,
                          const std::vector<std::pair<std::string, std::string>>& rows)
{
    std::string table = fmt::format("| {} | {} |\n| --- | --- |\n", first, second);
    for (const auto& [name, value] : rows)
        table += fmt::format("| {} | {} |\n", cell(name), cell(value));
    return table;
}

} // namespace lepton::train
