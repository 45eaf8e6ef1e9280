// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/export/mlflow_model.h"

#include "base/file.h"
#include "store/object_store.h"
#include "train/export/run_documents.h"
#include "train/model_folder.h"
#include "train/object_files.h"
#include "train/staged_folder.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace lepton::train {
namespace {

namespace fs = std::filesystem;

/// "2026-11-25 18:00:00.000", as MLflow writes times in texts.
std::string timeText(base::UtcTime time)
{
    std::string text = time.toString();
    text[text.find('T')] = ' ';
    text.pop_back();
    return text;
}

std::string architecture(const fs::path& config)
{
    const auto json = nlohmann::json::parse(base::readTextFile(config), nullptr, false);
    if (json.is_object() && json.contains("architectures") && json.at("architectures").is_array() &&
        !json.at("architectures").empty() && json.at("architectures")[0].is_string())
        return json.at("architectures")[0].get<std::string>();
    return "AutoModelForSequenceClassification";
}

/// The class of transformers that reads the tokeniser's files: the general one needs tokenizer.json, without
/// which the words are in vocab.txt as BERT has them.
std::string tokeniserType(const fs::path& folder)
{
    return fs::exists(folder / "tokenizer.json") ? "PreTrainedTokenizerFast" : "BertTokenizerFast";
}

nlohmann::json flavours(const std::string& modelType, const std::string& tokeniserType)
{
    return {{"python_function",
             {{"env", {{"virtualenv", "python_env.yaml"}}}, {"loader_module", "mlflow.transformers"}}},
            {"transformers",
             {{"code", nullptr},
              {"components", {"tokenizer"}},
              {"framework", "pt"},
              {"instance_type", "TextClassificationPipeline"},
              {"model_binary", "model"},
              {"pipeline_model_type", modelType},
              {"task", "text-classification"},
              {"tokenizer_type", tokeniserType}}}};
}

} // namespace

nlohmann::json writeMlflowModel(const RunSource& source, const std::vector<RunArtifact>& files,
                                const std::string& runId, const fs::path& folder,
                                const base::Cancellation& cancellation, base::Progress& progress)
{
    const fs::path model = folder / "model";
    const fs::path tokenizer = folder / "components" / "tokenizer";
    makeFolders(model);
    makeFolders(tokenizer);
    for (const RunArtifact& file : files) {
        const fs::path object = verifiedObject(source.objects, {file.hash, file.bytes, {}}, cancellation);
        copyFile(object, model / file.name, cancellation, progress);
        if (belongsToTokeniser(file.name))
            copyFile(object, tokenizer / file.name, cancellation, progress);
    }
    // JSON is YAML: no writer is needed, and no text has to be quoted by other rules.
    const nlohmann::json entry{
        {"artifact_path", "model"},
        {"run_id", runId},
        {"model_uuid", runId},
        {"utc_time_created", timeText(endOf(source.run))},
        {"flavors", flavours(architecture(model / "config.json"), tokeniserType(tokenizer))}};
    writeNewFile(folder / "MLmodel", entry.dump(2) + "\n");
    writeNewFile(folder / "requirements.txt", "mlflow\ntorch\ntransformers\n");
    writeNewFile(folder / "python_env.yaml", "dependencies:\n- -r requirements.txt\n");
    return entry;
}

} // namespace lepton::train
