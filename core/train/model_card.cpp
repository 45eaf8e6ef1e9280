// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/model_card.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lepton::train {
namespace {

/// A YAML scalar; JSON's strings are YAML's double-quoted ones.
std::string yaml(const std::string& text)
{
    return nlohmann::json(text).dump();
}

std::string frontMatter(const Run& run, const BaseModel& baseModel)
{
    std::string text = "---\npipeline_tag: text-classification\nlibrary_name: transformers\n";
    if (!baseModel.facts.license.empty())
        text += "license: " + yaml(baseModel.facts.license) + "\n";
    return text + "base_model: " + yaml(baseModel.name) + "\ndatasets:\n- " + yaml(run.datasetName) +
           "\n---\n\n";
}

/// A label in a line of Markdown: as code where it has nothing that would end it, else quoted as in JSON.
std::string markdown(const std::string& label)
{
    const bool plain = label.find_first_of("`\n\r") == std::string::npos;
    return plain ? "`" + label + "`" : nlohmann::json(label).dump();
}

std::string listed(const nlohmann::json& names)
{
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? "" : ", ") + markdown(name.get<std::string>());
    return text;
}

} // namespace

std::string modelCard(const Run& run, const BaseModel& baseModel, const RunResult& result)
{
    const Recipe& recipe = run.recipe;
    std::string text = frontMatter(run, baseModel);
    text += fmt::format("# {} on {}\n\n", baseModel.name, run.datasetName);
    text += fmt::format("Classifies a text as one of {} labels: {}.\n\n", run.data.at("classes").size(),
                        listed(run.data.at("classes")));
    text += "## Training\n\n| what | value |\n| --- | --- |\n";
    const auto row = [&text](std::string_view what, const std::string& value) {
        text += fmt::format("| {} | {} |\n", what, value);
    };
    row("run", fmt::format("{} ({})", run.name(), run.id.toString()));
    row("data", fmt::format("{} version {}, columns `{}` and `{}`", run.datasetName, run.datasetNumber,
                            recipe.textColumn, recipe.labelColumn));
    row("data hash", run.datasetHash);
    const auto& rows = run.data.at("rows");
    row("rows", fmt::format("{} train, {} validation, {} test", rows.at("train").get<std::int64_t>(),
                            rows.at("validation").get<std::int64_t>(), rows.at("test").get<std::int64_t>()));
    row("base model hash", baseModel.hash);
    row("recipe hash", run.recipeHash);
    row("optimiser", fmt::format("AdamW, learning rate {:g}, weight decay {:g}, {} schedule, warm-up {:g}",
                                 recipe.learningRate, recipe.weightDecay, scheduleName(recipe.schedule),
                                 recipe.warmupRatio));
    row("batch", fmt::format("{} rows of at most {} tokens", recipe.batchSize * recipe.gradientAccumulation,
                             recipe.maxLength));
    row("steps", fmt::format("{}, best at {}", run.totalSteps, result.bestStep));
    row("seed", std::to_string(recipe.seed));
    row("device", run.environment.value("device_name", "") + ", " + run.environment.value("precision", ""));
    text += "\n## Report on the test part\n\n```\n" + result.report.at("text").get<std::string>() + "```\n";
    return text;
}

} // namespace lepton::train
