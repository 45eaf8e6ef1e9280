// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lepton::nn {

/// Between the two halves of a layer's feed-forward part.
enum class Activation
{
    Gelu,     ///< with the error function: "gelu"
    GeluTanh, ///< approximated by tanh: "gelu_new", "gelu_pytorch_tanh", "gelu_fast"
    Relu,
    Silu ///< "silu", "swish"
};

/// The config.json of a BERT model, checked: sizes are positive and of a sensible order, heads divide the
/// hidden size. Defaults are those of transformers' BertConfig.
struct BertConfig
{
    std::int64_t vocabularySize = 30522;
    std::int64_t hiddenSize = 768;
    std::int64_t layers = 12;
    std::int64_t heads = 12;
    std::int64_t intermediateSize = 3072;
    std::int64_t maxPositions = 512;
    std::int64_t typeVocabularySize = 2;
    std::optional<std::int64_t> paddingId = 0; ///< its embedding gets no gradient
    Activation activation = Activation::Gelu;
    double layerNormEpsilon = 1e-12;
    double initializerRange = 0.02; ///< standard deviation of new weights
    double hiddenDropout = 0.1;
    double attentionDropout = 0.1;
    std::optional<double> classifierDropout; ///< unset: as hiddenDropout
    std::vector<std::string> labels;         ///< id2label in order; empty where the file has none
    std::string problemType;                 ///< problem_type; empty where the file has none
    std::string source = "{}";               ///< the file as it was read

    std::int64_t headSize() const noexcept { return hiddenSize / heads; }
};

/// Reads config.json in @p folder.
/// @throw base::Error: NotFound without the file, BadJson, Unsupported for another kind of model (named) or a
/// variant of BERT that is computed otherwise, BadModel for values that cannot be
BertConfig readBertConfig(const std::filesystem::path& folder);
/// The same from the text of the file; @p file names it in messages.
BertConfig parseBertConfig(const std::string& json, const std::string& file);

/// The config.json of a classifier of these classes that transformers opens: all that the file held stays,
/// besides the keys about classes, architecture, dropout and number type.
/// @throw base::Error InvalidArgument for a label that is there twice or is not UTF-8
std::string classifierConfigJson(const BertConfig& config, std::span<const std::string> labels);

} // namespace lepton::nn
