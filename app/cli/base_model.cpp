// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "progress_line.h"
#include "text_table.h"

#include "app/session/session.h"
#include "base/progress.h"
#include "train/base_model_service.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace lepton::cli {
namespace {

struct ImportModelOptions
{
    std::string folder, name;
};

nlohmann::json document(const train::BaseModel& model)
{
    const train::ModelFacts& facts = model.facts.model;
    return {{"basemodel", model.id.toString()},
            {"name", model.name},
            {"hash", model.hash},
            {"bytes", model.bytes},
            {"architecture", facts.architecture},
            {"layers", facts.layers},
            {"hidden_size", facts.hiddenSize},
            {"heads", facts.heads},
            {"vocabulary", facts.vocabularySize},
            {"max_length", facts.maxPositions},
            {"parameters", facts.parameters},
            {"tokenizer", model.facts.tokenizer},
            {"license", model.facts.license},
            {"created", model.created.toString()}};
}

int importModel(const Context& context, const ImportModelOptions& options)
{
    if (options.folder.empty())
        throw UsageError("Which folder holds the model? Name one behind import.");
    const auto session = context.openSession();
    ProgressLine line;
    base::Progress progress([&line](const base::ProgressState& state) { line.show(state); });
    const auto outcome = session->baseModels().import(std::filesystem::absolute(options.folder), options.name,
                                                      context.interrupted(), progress);
    line.clear();
    if (context.json) {
        nlohmann::json json = document(outcome.model);
        json["unchanged"] = outcome.unchanged;
        json["notices"] = outcome.notices;
        printJson(json);
        return 0;
    }
    const train::ModelFacts& facts = outcome.model.facts.model;
    print(outcome.unchanged ? "Unchanged: " + outcome.model.name + " has these files already.\n"
                            : "Imported " + outcome.model.name + ".\n");
    print("  " + facts.architecture + ", " + counted(facts.layers, "layer") + ", " +
          grouped(facts.parameters) + " parameters, at most " + grouped(facts.maxPositions) + " tokens, " +
          byteSize(outcome.model.bytes) + "\n");
    for (const train::Notice& notice : outcome.notices)
        print("  notice: " + notice.message + "\n");
    return 0;
}

int listBaseModels(const Context& context)
{
    const auto session = context.openSession();
    const auto models = session->baseModels().store().list();
    if (context.json) {
        nlohmann::json json{{"basemodels", nlohmann::json::array()}};
        for (const train::BaseModel& model : models)
            json["basemodels"].push_back(document(model));
        printJson(json);
        return 0;
    }
    TextTable table({{"name"},
                     {"kind"},
                     {"layers", TextTable::Align::Right},
                     {"parameters", TextTable::Align::Right},
                     {"tokens", TextTable::Align::Right},
                     {"size", TextTable::Align::Right},
                     {"licence"}});
    for (const train::BaseModel& model : models) {
        const train::ModelFacts& facts = model.facts.model;
        table.add({model.name, facts.architecture, std::to_string(facts.layers), grouped(facts.parameters),
                   grouped(facts.maxPositions), byteSize(model.bytes), model.facts.license});
    }
    print(table.empty() ? "There are no base models yet: lepton basemodel import DIR --name NAME\n"
                        : table.toString());
    return 0;
}

} // namespace

void addBaseModel(CLI::App& app, Context& context)
{
    CLI::App* parent = app.add_subcommand("basemodel", "Import and list pre-trained models");
    parent->require_subcommand(1);
    parent->footer("Example:\n  lepton basemodel import all-MiniLM-L6-v2 --name MiniLM --workspace team");
    auto options = std::make_shared<ImportModelOptions>();
    CLI::App* import = parent->add_subcommand("import", "Import a Hugging Face model folder");
    import->add_option("DIR", options->folder, "Folder with config.json, model.safetensors and a tokeniser")
        ->required();
    import->add_option("--name", options->name, "Name of the base model")->required();
    import->footer("Example:\n  lepton basemodel import all-MiniLM-L6-v2 --name MiniLM");
    context.whenChosen(*import, [options, &context] { return importModel(context, *options); });
    CLI::App* list = parent->add_subcommand("list", "List the base models of the workspace");
    list->footer("Example:\n  lepton basemodel list --json");
    context.whenChosen(*list, [&context] { return listBaseModels(context); });
}

} // namespace lepton::cli
