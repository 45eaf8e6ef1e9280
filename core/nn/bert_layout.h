// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/bert_config.h"
#include "nn/safetensors.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lepton::nn {

/// A weight of BertForSequenceClassification.
struct WeightShape
{
    std::string name; ///< as transformers writes it: bert.embeddings.word_embeddings.weight
    std::vector<std::int64_t> shape;
};

/// All weights in transformers' order: embeddings, layers, pooler and, with classes, the head.
std::vector<WeightShape> bertWeights(const BertConfig& config, std::int64_t classes);

/// What loading found besides what it needed.
struct LoadReport
{
    std::vector<std::string> missingKeys; ///< pooler and head, where the file lacks them: made anew
    std::vector<std::string> unknownKeys; ///< of the file, that BERT for classification lacks
    TensorType type = TensorType::F32;    ///< of the word embeddings as stored
};

/// Which tensor of a file is which weight.
struct WeightPlan
{
    std::vector<WeightShape> weights;       ///< bertWeights(), with as many classes as the file's head has
    std::vector<const TensorView*> tensors; ///< one a weight; null: missing, for pooler and head alone
    std::int64_t classes = 0;               ///< of the file's head; 0: it has none
    bool hasPooler = false;
    LoadReport report;
};

/// Finds the weights, with or without the prefix "bert.", and checks their types and shapes.
/// @throw base::Error BadModel that names the tensor, the expected and the actual shape, or the weights of
/// the encoder that are missing
WeightPlan planWeights(const BertConfig& config, const SafetensorsFile& file);

/// The labels of a head of @p classes classes: of config.json, or LABEL_0, ... where it has none; empty for
/// 0.
/// @throw base::Error BadModel when config.json has another number; @p file names the weights
std::vector<std::string> headLabels(const BertConfig& config, std::int64_t classes, const std::string& file);

/// The file model.safetensors in @p folder.
/// @throw base::Error Unsupported for weights as a PyTorch pickle or in several files, with a sentence that
/// says how to convert them; NotFound where there are none; as SafetensorsFile
SafetensorsFile openWeights(const std::filesystem::path& folder);

} // namespace lepton::nn
