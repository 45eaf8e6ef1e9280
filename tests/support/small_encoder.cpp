// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_encoder.h"

#include "nn/safetensors.h"
#include "nn/safetensors_writer.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::testing {
namespace {

namespace fs = std::filesystem;

fs::path encoderFolder()
{
    const char* given = std::getenv("LEPTON_MINILM_DIR");
    return given && *given ? given : LEPTON_MINILM_DIR;
}

/// The layer that a tensor belongs to; -1 for none.
int layerOf(std::string_view name)
{
    constexpr std::string_view before = "encoder.layer.";
    const auto at = name.find(before);
    int layer = -1;
    if (at != std::string_view::npos)
        std::from_chars(name.data() + at + before.size(), name.data() + name.size(), layer);
    return layer;
}

} // namespace

bool makeSmallEncoder(const fs::path& target, int layers)
{
    const fs::path source = encoderFolder();
    std::error_code error;
    if (source.empty() || !fs::exists(source / "config.json", error))
        return false;
    fs::create_directories(target);
    for (const char* name :
         {"tokenizer.json", "tokenizer_config.json", "vocab.txt", "special_tokens_map.json"}) {
        if (fs::exists(source / name))
            fs::copy_file(source / name, target / name);
    }
    std::ifstream in(source / "config.json");
    nlohmann::json config = nlohmann::json::parse(in);
    config["num_hidden_layers"] = layers;
    std::ofstream(target / "config.json") << config.dump(2);

    const nn::SafetensorsFile weights(source / "model.safetensors");
    std::vector<nn::TensorView> kept;
    for (const nn::TensorView& tensor : weights.tensors()) {
        if (layerOf(tensor.name) < layers)
            kept.push_back(tensor);
    }
    nn::writeSafetensors(target / "model.safetensors", kept, weights.metadata());
    return true;
}

} // namespace lepton::testing
