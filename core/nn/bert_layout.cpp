// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/bert_layout.h"

#include "base/error.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace lepton::nn {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::string_view prefix = "bert.";

void add(std::vector<WeightShape>& weights, const std::string& layer, std::int64_t outputs,
         std::int64_t inputs)
{
    weights.push_back({layer + ".weight", {outputs, inputs}});
    weights.push_back({layer + ".bias", {outputs}});
}

void addNorm(std::vector<WeightShape>& weights, const std::string& layer, std::int64_t size)
{
    weights.push_back({layer + ".weight", {size}});
    weights.push_back({layer + ".bias", {size}});
}

bool isHead(std::string_view name)
{
    return name.starts_with("classifier.");
}

bool isPooler(std::string_view name)
{
    return name.starts_with("bert.pooler.");
}

/// The name that transformers gives a weight now: with the prefix, and as old checkpoints' gamma and beta are
/// read there.
std::string currentName(std::string_view stored)
{
    std::string name(stored);
    for (const auto& [old, now] :
         {std::pair("LayerNorm.gamma", "LayerNorm.weight"), std::pair("LayerNorm.beta", "LayerNorm.bias")}) {
        if (name.ends_with(old))
            name.replace(name.size() - std::string_view(old).size(), std::string::npos, now);
    }
    for (const std::string_view part : {"embeddings.", "encoder.", "pooler."}) {
        if (name.starts_with(part))
            return std::string(prefix) + name;
    }
    return name;
}

/// Buffers that older versions of transformers stored beside the weights.
bool isBuffer(std::string_view name)
{
    return name == "bert.embeddings.position_ids" || name == "bert.embeddings.token_type_ids";
}

std::int64_t classesOf(const std::map<std::string, const TensorView*>& byName)
{
    const auto weight = byName.find("classifier.weight");
    if (weight == byName.end() || !byName.contains("classifier.bias"))
        return 0;
    const auto& shape = weight->second->shape;
    return shape.size() == 2 && shape[0] > 0 ? shape[0] : 1; // else the check of the shape refuses it
}

void checkWeight(const TensorView& tensor, const WeightShape& weight, const std::string& file)
{
    if (tensor.shape != weight.shape)
        throw Error(ErrorCode::BadModel, file + ": the tensor \"" + tensor.name + "\" has the shape " +
                                             shapeText(tensor.shape) + ", but config.json asks for " +
                                             shapeText(weight.shape) +
                                             ". The two files do not belong together.");
    const bool isFloat = tensor.type == TensorType::F64 || tensor.type == TensorType::F32 ||
                         tensor.type == TensorType::F16 || tensor.type == TensorType::BF16;
    if (!isFloat)
        throw Error(ErrorCode::BadModel, file + ": the tensor \"" + tensor.name + "\" holds " +
                                             std::string(typeName(tensor.type)) +
                                             ", and weights must be F32, F16, BF16 or F64. Save the model "
                                             "without quantisation.");
}

[[noreturn]] void refuseMissing(const std::vector<std::string>& missing, const LoadReport& report,
                                const std::string& file)
{
    std::string sentence = file + " lacks " + std::to_string(missing.size()) +
                           (missing.size() == 1 ? " weight" : " weights") + " that config.json asks for: \"" +
                           missing.front() + "\"" + (missing.size() == 1 ? "" : " and others") +
                           ". The two files do not belong together, or the model is not a BERT.";
    std::string detail = "missing:";
    for (const auto& name : missing)
        detail += " " + name;
    detail += "; unknown:";
    for (const auto& name : report.unknownKeys)
        detail += " " + name;
    throw Error(ErrorCode::BadModel, sentence, detail);
}

} // namespace

std::vector<WeightShape> bertWeights(const BertConfig& config, std::int64_t classes)
{
    const std::int64_t hidden = config.hiddenSize;
    std::vector<WeightShape> weights;
    weights.push_back({"bert.embeddings.word_embeddings.weight", {config.vocabularySize, hidden}});
    weights.push_back({"bert.embeddings.position_embeddings.weight", {config.maxPositions, hidden}});
    weights.push_back({"bert.embeddings.token_type_embeddings.weight", {config.typeVocabularySize, hidden}});
    addNorm(weights, "bert.embeddings.LayerNorm", hidden);
    for (std::int64_t i = 0; i < config.layers; ++i) {
        const std::string layer = "bert.encoder.layer." + std::to_string(i) + ".";
        for (const char* part : {"query", "key", "value"})
            add(weights, layer + "attention.self." + part, hidden, hidden);
        add(weights, layer + "attention.output.dense", hidden, hidden);
        addNorm(weights, layer + "attention.output.LayerNorm", hidden);
        add(weights, layer + "intermediate.dense", config.intermediateSize, hidden);
        add(weights, layer + "output.dense", hidden, config.intermediateSize);
        addNorm(weights, layer + "output.LayerNorm", hidden);
    }
    add(weights, "bert.pooler.dense", hidden, hidden);
    if (classes > 0)
        add(weights, "classifier", classes, hidden);
    return weights;
}

WeightPlan planWeights(const BertConfig& config, const SafetensorsFile& file)
{
    WeightPlan plan;
    const std::string name = file.path().string();
    std::map<std::string, const TensorView*> byName;
    for (const TensorView& tensor : file.tensors()) {
        std::string current = currentName(tensor.name);
        if (isBuffer(current))
            continue;
        const auto [place, isNew] = byName.emplace(std::move(current), &tensor);
        if (!isNew)
            throw Error(ErrorCode::BadModel, name + " holds the same weight twice, as \"" +
                                                 place->second->name + "\" and as \"" + tensor.name + "\".");
    }

    plan.classes = classesOf(byName);
    plan.weights = bertWeights(config, plan.classes);
    plan.tensors.resize(plan.weights.size());
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < plan.weights.size(); ++i) {
        const auto found = byName.find(plan.weights[i].name);
        if (found == byName.end()) {
            (isPooler(plan.weights[i].name) ? plan.report.missingKeys : missing)
                .push_back(plan.weights[i].name);
            continue;
        }
        plan.tensors[i] = found->second;
        byName.erase(found);
    }
    // Half a pooler or half a head is made anew as a whole.
    plan.hasPooler = plan.report.missingKeys.empty();
    for (std::size_t i = 0; i < plan.weights.size(); ++i) {
        if (!plan.hasPooler && isPooler(plan.weights[i].name))
            plan.tensors[i] = nullptr;
    }
    if (plan.classes == 0) {
        const bool hasWeight = byName.contains("classifier.weight");
        if (hasWeight || byName.contains("classifier.bias"))
            plan.report.missingKeys.emplace_back(hasWeight ? "classifier.bias" : "classifier.weight");
    }
    for (const auto& [key, tensor] : byName) {
        if (!isHead(key))
            plan.report.unknownKeys.push_back(tensor->name);
    }
    if (!missing.empty())
        refuseMissing(missing, plan.report, name);
    for (std::size_t i = 0; i < plan.weights.size(); ++i) {
        if (plan.tensors[i])
            checkWeight(*plan.tensors[i], plan.weights[i], name);
    }
    plan.report.type = plan.tensors.front()->type;
    return plan;
}

std::vector<std::string> headLabels(const BertConfig& config, std::int64_t classes, const std::string& file)
{
    if (classes == 0)
        return {};
    if (config.labels.empty()) {
        std::vector<std::string> labels;
        for (std::int64_t i = 0; i < classes; ++i)
            labels.push_back("LABEL_" + std::to_string(i));
        return labels;
    }
    if (static_cast<std::int64_t>(config.labels.size()) != classes)
        throw Error(ErrorCode::BadModel,
                    file + " has a head for " + std::to_string(classes) + " classes, but config.json names " +
                        std::to_string(config.labels.size()) + ". The two files do not belong together.");
    return config.labels;
}

SafetensorsFile openWeights(const std::filesystem::path& folder)
{
    const auto path = folder / "model.safetensors";
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored))
        return SafetensorsFile(path);
    if (std::filesystem::exists(folder / "model.safetensors.index.json", ignored))
        throw Error(ErrorCode::Unsupported,
                    folder.string() +
                        " holds its weights in several files, and only one can be read. Open the "
                        "model in transformers and save it by save_pretrained(folder, "
                        "max_shard_size=\"100GB\").");
    for (const char* pickle : {"pytorch_model.bin", "pytorch_model.bin.index.json"}) {
        if (std::filesystem::exists(folder / pickle, ignored))
            throw Error(
                ErrorCode::Unsupported,
                folder.string() + " holds its weights as a PyTorch pickle (" + pickle +
                    "), which can run any program when it is opened and is not read here. Open the "
                    "model in transformers where you trust it and save it by save_pretrained(folder), "
                    "which writes model.safetensors.");
    }
    for (const char* other : {"tf_model.h5", "flax_model.msgpack"}) {
        if (std::filesystem::exists(folder / other, ignored))
            throw Error(ErrorCode::Unsupported,
                        folder.string() + " holds its weights as " + other +
                            ", which is not read here. Save the model as model.safetensors.");
    }
    throw Error(ErrorCode::NotFound, folder.string() +
                                         " holds no weights: model.safetensors is missing. Choose the folder "
                                         "of a Hugging Face model.");
}

} // namespace lepton::nn
