// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/bert_layout.h"
#include "nn/safetensors_writer.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace lepton::testing {

/// config.json of a BERT with two layers that is computed in no time.
inline nlohmann::json tinyBertConfig()
{
    return nlohmann::json::parse(R"({
      "architectures": ["BertModel"], "model_type": "bert", "vocab_size": 40, "hidden_size": 16,
      "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 24, "hidden_act": "gelu",
      "max_position_embeddings": 20, "type_vocab_size": 2, "layer_norm_eps": 1e-12, "pad_token_id": 0,
      "hidden_dropout_prob": 0.1, "attention_probs_dropout_prob": 0.1, "initializer_range": 0.02})");
}

/// 5 special tokens and 35 others.
inline std::string tinyVocabulary()
{
    std::string words = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n";
    for (char letter = 'a'; letter <= 'z'; ++letter)
        words += std::string{letter, '\n'};
    return words + "good\nbad\nfilm\nplot\n##ing\n##s\nnot\nvery\n.\n";
}

/// A tensor with the bytes that its view shows.
struct OwnedTensor
{
    nn::TensorView view;
    std::vector<float> numbers;
};

/// Weights for bertWeights(): always the same, of the size that trained ones have.
inline std::vector<OwnedTensor> tinyBertWeights(const nn::BertConfig& config, std::int64_t classes)
{
    std::vector<OwnedTensor> tensors;
    std::uint32_t state = 12345;
    for (const nn::WeightShape& weight : nn::bertWeights(config, classes)) {
        OwnedTensor tensor{{weight.name, nn::TensorType::F32, weight.shape}, {}};
        tensor.numbers.resize(static_cast<std::size_t>(tensor.view.elements()));
        const bool isScale = weight.name.ends_with("LayerNorm.weight");
        for (float& number : tensor.numbers) {
            state = state * 1664525 + 1013904223; // Numerical Recipes' generator
            number = (isScale ? 1.0F : 0.0F) + static_cast<float>(state >> 8) / (1 << 24) - 0.5F;
        }
        tensors.push_back(std::move(tensor));
    }
    for (OwnedTensor& tensor : tensors)
        tensor.view.data = std::as_bytes(std::span(tensor.numbers));
    return tensors;
}

inline void writeText(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

/// How a folder of a tiny BERT differs from the usual one.
struct TinyBertOptions
{
    std::int64_t classes = 0; ///< of a head; 0: none
    std::function<void(nlohmann::json&)> config = [](nlohmann::json&) {};
    std::function<void(std::vector<nn::TensorView>&)> tensors = [](std::vector<nn::TensorView>&) {};
};

/// Writes config.json, model.safetensors and vocab.txt of a tiny BERT into @p folder, which is made.
inline void writeTinyBert(const std::filesystem::path& folder, const TinyBertOptions& options = {})
{
    std::filesystem::create_directories(folder);
    nlohmann::json config = tinyBertConfig();
    const auto weights = tinyBertWeights(nn::parseBertConfig(config.dump(), "config.json"), options.classes);
    options.config(config);
    writeText(folder / "config.json", config.dump());
    writeText(folder / "vocab.txt", tinyVocabulary());
    std::vector<nn::TensorView> views;
    for (const OwnedTensor& weight : weights)
        views.push_back(weight.view);
    options.tensors(views);
    std::filesystem::remove(folder / "model.safetensors");
    nn::writeSafetensors(folder / "model.safetensors", views, {{"format", "pt"}});
}

} // namespace lepton::testing
