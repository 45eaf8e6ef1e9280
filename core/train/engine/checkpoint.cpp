// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/sha256.h"
#include "nn/safetensors_writer.h"
#include "nn/tensors_torch.h"
#include "train/engine/checkpoint_torch.h"

#include <torch/utils.h>

namespace lepton::train::engine {

namespace {

using base::ErrorCode;
using nlohmann::json;

constexpr const char* factsKey = "lepton_checkpoint";
constexpr const char* digestKey = "sha256";
constexpr int formatVersion = 1;

base::Error badCheckpoint(const std::filesystem::path& path, const std::string& what, std::string detail = {})
{
    return {ErrorCode::BadCheckpoint, "The checkpoint " + path.string() + " cannot be used: " + what,
            std::move(detail)};
}

/// Over all that the file says, so that a flipped bit anywhere is noticed.
std::string digestOf(const std::string& facts, const std::vector<nn::TensorView>& tensors)
{
    base::Sha256 sha;
    sha.update(facts);
    for (const auto& tensor : tensors) {
        sha.update(tensor.name);
        sha.update(nn::shapeText(tensor.shape));
        sha.update(tensor.data);
    }
    return base::toHex(sha.finish());
}

json toJson(const CheckpointFacts& facts)
{
    return {{"format", formatVersion},
            {"step", facts.step},
            {"dropout_counter", facts.dropoutCounter},
            {"best_step", facts.bestStep},
            {"identity", facts.identity},
            {"batches", facts.batches},
            {"build", facts.build},
            {"library", facts.library},
            {"processor", facts.processor},
            {"device", facts.device},
            {"precision", facts.precision},
            {"threads", facts.threads}};
}

CheckpointFacts fromJson(const json& values)
{
    CheckpointFacts facts;
    values.at("step").get_to(facts.step);
    values.at("dropout_counter").get_to(facts.dropoutCounter);
    values.at("best_step").get_to(facts.bestStep);
    facts.identity = values.at("identity");
    values.at("batches").get_to(facts.batches);
    values.at("build").get_to(facts.build);
    values.at("library").get_to(facts.library);
    values.at("processor").get_to(facts.processor);
    values.at("device").get_to(facts.device);
    values.at("precision").get_to(facts.precision);
    values.at("threads").get_to(facts.threads);
    return facts;
}

nn::SafetensorsFile open(const std::filesystem::path& path)
{
    try {
        return nn::SafetensorsFile(path);
    } catch (const base::Error& error) {
        if (error.code() != ErrorCode::BadModel)
            throw;
        throw badCheckpoint(path,
                            "it is damaged, or was not written to its end. Resume from an earlier one, or "
                            "start the training anew.",
                            error.message());
    }
}

} // namespace

void writeCheckpoint(const std::filesystem::path& path, const CheckpointFacts& facts,
                     const std::vector<NamedTensor>& tensors)
{
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> kept; // what is not in memory, or not in one piece
    std::vector<nn::TensorView> views;
    for (const auto& tensor : tensors) {
        kept.push_back(tensor.value.detach().cpu().contiguous());
        views.push_back(nn::viewOf(tensor.name, kept.back()));
    }
    const std::string text = toJson(facts).dump();
    nn::writeSafetensors(path, views, {{factsKey, text}, {digestKey, digestOf(text, views)}});
}

Checkpoint::Checkpoint(const std::filesystem::path& path)
    : m_file(open(path))
{
    const auto& metadata = m_file.metadata();
    const auto text = metadata.find(factsKey);
    const auto digest = metadata.find(digestKey);
    if (text == metadata.end() || digest == metadata.end())
        throw badCheckpoint(path, "it is a file of weights, not a checkpoint of a training.");

    const json values = json::parse(text->second, nullptr, false);
    const bool readable = values.is_object() && values.contains("format");
    if (readable && values["format"] != formatVersion)
        throw badCheckpoint(path,
                            "it was written by another version of this program. Resume the training with "
                            "that version.");
    try {
        m_facts = fromJson(values);
    } catch (const json::exception& error) {
        throw badCheckpoint(path, "what it says of its training cannot be read. Resume from an earlier one.",
                            error.what());
    }
    if (digestOf(text->second, m_file.tensors()) != digest->second)
        throw badCheckpoint(path,
                            "its numbers are not those that were written; the disk may be failing. Resume "
                            "from an earlier one.");
}

void Checkpoint::copyInto(const NamedTensor& target) const
{
    const nn::TensorView* stored = m_file.find(target.name);
    if (!stored)
        throw badCheckpoint(m_file.path(),
                            "it has no tensor " + target.name + ". It belongs to another base model.");
    const auto sizes = target.value.sizes();
    if (stored->shape != std::vector<std::int64_t>(sizes.begin(), sizes.end()) ||
        stored->type != nn::TensorType::F32)
        throw badCheckpoint(m_file.path(),
                            "its tensor " + target.name + " is " + std::string(nn::typeName(stored->type)) +
                                " " + nn::shapeText(stored->shape) + ", where float32 " +
                                nn::shapeText(sizes) + " is expected. It belongs to another base model.");
    const torch::NoGradGuard noGrad;
    torch::Tensor value = target.value;
    value.copy_(nn::tensorOf(*stored));
}

} // namespace lepton::train::engine
