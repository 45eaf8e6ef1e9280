// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/bert_config.h"

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "nn/config_json.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace lepton::nn {
namespace {

using base::Error;
using base::ErrorCode;
using Json = nlohmann::json;

// Beyond what any BERT has; smaller than what would overflow.
constexpr std::int64_t largestWidth = 65'536;
constexpr std::int64_t mostLayers = 1'000;
constexpr std::int64_t largestTable = 10'000'000;
constexpr std::int64_t mostTypes = 10'000;
constexpr std::int64_t mostLabels = 1'000'000;

constexpr std::array<std::pair<std::string_view, Activation>, 8> activations{
    {{"gelu", Activation::Gelu},
     {"gelu_python", Activation::Gelu},
     {"gelu_new", Activation::GeluTanh},
     {"gelu_pytorch_tanh", Activation::GeluTanh},
     {"gelu_fast", Activation::GeluTanh},
     {"relu", Activation::Relu},
     {"silu", Activation::Silu},
     {"swish", Activation::Silu}}};

/// Refuses by name what is another model, or a BERT that is computed in another way.
void checkKind(const ConfigJson& file)
{
    const std::string type = file.text("model_type", "");
    if (type.empty())
        throw Error(ErrorCode::Unsupported, file.name() + " names no model_type. Only models of the type "
                                                          "\"bert\" can be used.");
    if (type != "bert")
        throw Error(ErrorCode::Unsupported,
                    file.name() + " describes a model of the type \"" + type +
                        "\", and only \"bert\" can be used. Choose a BERT model, such "
                        "as all-MiniLM-L6-v2.");
    const std::string positions = file.text("position_embedding_type", "absolute");
    if (positions != "absolute")
        throw Error(ErrorCode::Unsupported, file.name() + " asks for position_embedding_type \"" + positions +
                                                "\", and only \"absolute\" can be used.");
    for (const char* key : {"is_decoder", "add_cross_attention"}) {
        if (file.flag(key))
            throw Error(ErrorCode::Unsupported, file.name() + " describes a decoder (\"" + std::string(key) +
                                                    "\": true), and only encoders can be used.");
    }
    if (file.has("quantization_config"))
        throw Error(ErrorCode::Unsupported, file.name() +
                                                " describes a quantised model (quantization_config), "
                                                "which cannot be used. Choose the model that it was "
                                                "made from.");
}

Activation activationOf(const ConfigJson& file)
{
    const std::string name = file.text("hidden_act", "gelu");
    const auto found = std::ranges::find(activations, name, [](const auto& entry) { return entry.first; });
    if (found == activations.end())
        throw Error(ErrorCode::Unsupported,
                    file.name() + " asks for the activation \"" + name +
                        "\" (hidden_act), which is not known here. Known are gelu, gelu_new, relu and silu.");
    return found->second;
}

std::vector<std::string> labelsOf(const ConfigJson& file)
{
    const Json* const byId = file.object("id2label");
    if (!byId)
        return {};
    const auto refuse = [&file](const std::string& why) {
        throw Error(ErrorCode::BadModel, file.name() + ": \"id2label\" " + why +
                                             ". It must name every class by its number from 0.");
    };
    if (static_cast<std::int64_t>(byId->size()) > mostLabels)
        refuse("names more than " + std::to_string(mostLabels) + " classes");
    std::vector<std::string> labels;
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < byId->size(); ++i) {
        const auto label = byId->find(std::to_string(i));
        if (label == byId->end())
            refuse("has " + std::to_string(byId->size()) + " entries, but none for the class " +
                   std::to_string(i));
        if (!label->is_string())
            refuse("has no text for the class " + std::to_string(i));
        const auto& text = label->get_ref<const std::string&>();
        if (!seen.insert(text).second)
            refuse("gives two classes the label \"" + text + "\"");
        labels.push_back(text);
    }
    return labels;
}

} // namespace

BertConfig parseBertConfig(const std::string& json, const std::string& file)
{
    const ConfigJson source(json, file);
    checkKind(source);
    BertConfig config;
    config.vocabularySize = source.integer("vocab_size", config.vocabularySize, 1, largestTable);
    config.hiddenSize = source.integer("hidden_size", config.hiddenSize, 1, largestWidth);
    config.layers = source.integer("num_hidden_layers", config.layers, 1, mostLayers);
    config.heads = source.integer("num_attention_heads", config.heads, 1, largestWidth);
    config.intermediateSize =
        source.integer("intermediate_size", config.intermediateSize, 1, 16 * largestWidth);
    config.maxPositions = source.integer("max_position_embeddings", config.maxPositions, 1, largestTable);
    config.typeVocabularySize = source.integer("type_vocab_size", config.typeVocabularySize, 1, mostTypes);
    if (config.hiddenSize % config.heads != 0)
        throw Error(ErrorCode::BadModel, file + ": the hidden_size " + std::to_string(config.hiddenSize) +
                                             " cannot be divided among num_attention_heads " +
                                             std::to_string(config.heads) + ".");
    config.paddingId = 0;
    if (source.isNull("pad_token_id"))
        config.paddingId.reset();
    else
        config.paddingId = source.integer("pad_token_id", 0, 0, config.vocabularySize - 1);
    config.activation = activationOf(source);
    config.layerNormEpsilon = source.real("layer_norm_eps", config.layerNormEpsilon, 0, 1);
    config.initializerRange = source.real("initializer_range", config.initializerRange, 0, 1000);
    config.hiddenDropout = source.dropout("hidden_dropout_prob", config.hiddenDropout);
    config.attentionDropout = source.dropout("attention_probs_dropout_prob", config.attentionDropout);
    if (source.has("classifier_dropout"))
        config.classifierDropout = source.dropout("classifier_dropout", 0);
    config.labels = labelsOf(source);
    config.problemType = source.text("problem_type", "");
    config.source = json;
    return config;
}

BertConfig readBertConfig(const std::filesystem::path& folder)
{
    const auto path = folder / "config.json";
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        throw Error(ErrorCode::NotFound,
                    folder.string() + " holds no model: config.json is missing. Choose the folder of a "
                                      "Hugging Face model.");
    constexpr std::int64_t largestConfig = std::int64_t{64} << 20;
    return parseBertConfig(base::readTextFile(path, largestConfig), path.string());
}

std::string classifierConfigJson(const BertConfig& config, std::span<const std::string> labels)
{
    Json json = Json::parse(config.source);
    json.erase("torch_dtype"); // the older name of dtype
    json.erase("num_labels");  // id2label says it
    json.erase("auto_map");    // programs that are not beside this file
    json["model_type"] = "bert";
    json["architectures"] = {"BertForSequenceClassification"};
    json["problem_type"] = "single_label_classification";
    json["dtype"] = "float32";
    json["hidden_dropout_prob"] = config.hiddenDropout;
    json["attention_probs_dropout_prob"] = config.attentionDropout;
    json["classifier_dropout"] = config.classifierDropout ? Json(*config.classifierDropout) : Json();
    Json byId = Json::object();
    Json byLabel = Json::object();
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (base::firstInvalidUtf8(labels[i]))
            throw Error(ErrorCode::InvalidArgument,
                        "The label of class " + std::to_string(i) + " is not UTF-8.");
        if (byLabel.contains(labels[i]))
            throw Error(ErrorCode::InvalidArgument, "Two classes have the label \"" + labels[i] + "\".");
        byId[std::to_string(i)] = labels[i];
        byLabel[labels[i]] = i;
    }
    json["id2label"] = std::move(byId);
    json["label2id"] = std::move(byLabel);
    return json.dump(2) + "\n";
}

} // namespace lepton::nn
