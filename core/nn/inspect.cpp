// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/inspect.h"

#include "base/error.h"
#include "nn/bert_config.h"
#include "nn/bert_layout.h"
#include "nn/finite_weights.h"

namespace lepton::nn {
namespace {

void requireFinite(const TensorView& tensor, const std::string& file)
{
    if (const auto place = firstNotFinite(tensor))
        throw base::Error(base::ErrorCode::BadModel,
                          file + ": the tensor \"" + tensor.name +
                              "\" has a number that is not finite, at place " + std::to_string(*place) +
                              ". A model with such a weight computes nothing but NaN. Download it again, or "
                              "take a checkpoint from before its training broke.");
}

} // namespace

train::ModelFacts inspect(const std::filesystem::path& folder)
{
    const BertConfig config = readBertConfig(folder);
    const SafetensorsFile file = openWeights(folder);
    const WeightPlan plan = planWeights(config, file);
    train::ModelFacts facts;
    facts.architecture = "bert";
    facts.layers = config.layers;
    facts.hiddenSize = config.hiddenSize;
    facts.heads = config.heads;
    facts.intermediateSize = config.intermediateSize;
    facts.vocabularySize = config.vocabularySize;
    facts.maxPositions = config.maxPositions;
    facts.dropout = config.hiddenDropout;
    for (const TensorView* tensor : plan.tensors) {
        if (!tensor)
            continue;
        requireFinite(*tensor, file.path().string());
        facts.parameters += tensor->elements();
    }
    facts.weightType = typeName(plan.report.type);
    facts.labels = headLabels(config, plan.classes, file.path().string());
    facts.missingKeys = plan.report.missingKeys;
    facts.unknownKeys = plan.report.unknownKeys;
    return facts;
}

} // namespace lepton::nn
