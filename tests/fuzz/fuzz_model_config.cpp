// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are the config.json of a BERT whose sizes make sense, or a refusal with a sentence; and what is
// written for a classifier reads the same.
#include "base/error.h"
#include "nn/bert_layout.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

using namespace lepton;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkAgain(const nn::BertConfig& config)
{
    const std::vector<std::string> labels{"no", "yes"};
    const nn::BertConfig again = nn::parseBertConfig(classifierConfigJson(config, labels), "config.json");
    require(again.labels == labels);
    require(again.hiddenSize == config.hiddenSize && again.layers == config.layers);
    require(again.vocabularySize == config.vocabularySize && again.paddingId == config.paddingId);
    require(again.hiddenDropout == config.hiddenDropout && again.activation == config.activation);
    require(again.layerNormEpsilon == config.layerNormEpsilon);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const nn::BertConfig config =
            nn::parseBertConfig({reinterpret_cast<const char*>(data), size}, "config.json");
        require(config.heads > 0 && config.headSize() * config.heads == config.hiddenSize);
        for (const nn::WeightShape& weight : nn::bertWeights(config, 2)) {
            for (const std::int64_t length : weight.shape)
                require(length > 0);
        }
        checkAgain(config);
    } catch (const base::Error& error) {
        require(error.code() != base::ErrorCode::Internal && !error.message().empty());
    }
    return 0;
}
