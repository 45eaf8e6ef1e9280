// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "train/engine/build_id.h"
#include "train/engine/device_torch.h"
#include "train/engine/settings_json.h"
#include "train/engine/training_state_torch.h"

#include <utility>

#include <torch/utils.h>

namespace lepton::train::engine {

namespace {

using base::ErrorCode;

constexpr const char* wordsName = "bert.embeddings.word_embeddings.weight";

/// As transformers' Trainer: biases and the scales of norms do not decay.
bool decays(const std::string& name)
{
    return !name.ends_with("bias") && name.find("LayerNorm") == std::string::npos;
}

std::unique_ptr<nn::BertClassifier> loadModel(const TrainerRequest& request)
{
    const nn::BertConfig config = nn::readBertConfig(request.model);
    if (request.settings.frozenLayers > config.layers)
        throw base::Error(ErrorCode::InvalidArgument,
                          "Cannot freeze " + std::to_string(request.settings.frozenLayers) +
                              " layers of a model that has " + std::to_string(config.layers) + ".");
    nn::LoadReport report;
    auto model = nn::BertClassifier::load(request.model, config, report);
    const auto classes = static_cast<std::int64_t>(request.labels.size());
    // A model that was fine-tuned on these classes goes on with the head that it has.
    if (model->classes() != classes || config.labels != request.labels || !model->hasPooler())
        model->initHead(classes, request.settings.seed);
    if (request.settings.dropout)
        model->setDropout(*request.settings.dropout);
    return model;
}

const char* precisionWord(Precision precision)
{
    return precision == Precision::BFloat16 ? "bf16" : "float32";
}

void note(std::vector<std::string>& notes, const char* what, const std::string& then, const std::string& now)
{
    if (then != now)
        notes.push_back(std::string("The checkpoint was written ") + what + " " + then +
                        ", and goes on with " + now + ": the numbers will not be equal to the last bit.");
}

} // namespace

TrainingState::TrainingState(const TrainerRequest& request, const DeviceFacts& device)
    : m_request(request)
    , m_device(device)
    , m_model(loadModel(request))
    , m_dropout(request.settings.seed)
{
    m_model->to(torchDevice(device));
    m_model->freeze(request.settings.frozenLayers);
    const bool sparse = !torchDevice(device).is_cuda();
    if (sparse)
        m_model->useSparseWordGradients();
    for (const auto& parameter : m_model->parameters()) {
        m_parameterCount += parameter.value.numel();
        if (!parameter.value.requires_grad())
            continue;
        m_trainedCount += parameter.value.numel();
        m_trained.push_back({parameter.name, parameter.value,
                             decays(parameter.name) ? request.settings.weightDecay : 0.0,
                             sparse && parameter.name == wordsName});
    }
    m_optimizer = makeAdamW(m_trained, {});
}

void TrainingState::settleWords(const torch::Tensor& ids)
{
    if (!m_trained.empty() && m_trained.front().sparse) // the first of the model's weights, or frozen
        m_optimizer->settle(0, ids);
}

void TrainingState::keepBest()
{
    const torch::NoGradGuard noGrad;
    settle();
    if (m_best.empty()) {
        for (const auto& parameter : m_trained)
            m_best.push_back(parameter.value.detach().clone());
    } else {
        for (std::size_t i = 0; i < m_best.size(); ++i)
            m_best[i].copy_(m_trained[i].value);
    }
    m_bestStep = step();
}

void TrainingState::takeBest()
{
    const torch::NoGradGuard noGrad;
    for (std::size_t i = 0; i < m_best.size(); ++i)
        m_trained[i].value.copy_(m_best[i]);
}

std::string TrainingState::takeLastGood()
{
    dropGradients();
    settle(); // so that no step that is still due moves what is put back
    if (m_bestStep > 0) {
        takeBest();
        return "the best so far, those of step " + std::to_string(m_bestStep);
    }
    if (!m_lastCheckpoint.empty()) {
        try {
            const Checkpoint checkpoint(m_lastCheckpoint);
            for (const auto& weight : weights())
                checkpoint.copyInto(weight);
            return "those of the checkpoint at step " + std::to_string(checkpoint.facts().step);
        } catch (const base::Error&) {
            // Whoever keeps checkpoints may have taken it away; the base model is always there.
        }
    }
    loadBase();
    return "those of the base model";
}

void TrainingState::loadBase()
{
    const torch::NoGradGuard noGrad;
    const auto base = loadModel(m_request);
    const auto from = base->parameters();
    const auto to = m_model->parameters();
    for (std::size_t i = 0; i < to.size(); ++i) {
        torch::Tensor value = to[i].value;
        value.copy_(from[i].value);
    }
}

void TrainingState::dropGradients()
{
    for (const auto& parameter : m_trained) {
        torch::Tensor value = parameter.value;
        value.mutable_grad().reset();
    }
}

std::vector<NamedTensor> TrainingState::weights() const
{
    std::vector<NamedTensor> tensors;
    for (const auto& parameter : m_model->parameters())
        tensors.push_back({"weights/" + parameter.name, parameter.value});
    return tensors;
}

std::vector<NamedTensor> TrainingState::best() const
{
    std::vector<NamedTensor> tensors;
    for (std::size_t i = 0; i < m_best.size(); ++i)
        tensors.push_back({"best/" + m_trained[i].name, m_best[i]});
    return tensors;
}

CheckpointFacts TrainingState::currentFacts(const std::string& batches) const
{
    CheckpointFacts facts;
    facts.step = step();
    facts.dropoutCounter = m_dropout.counter();
    facts.bestStep = m_bestStep;
    facts.identity = identityOf(m_request.settings, m_request.labels);
    facts.batches = batches;
    facts.build = buildId();
    facts.library = m_device.library;
    facts.processor = m_device.processor;
    facts.device = m_device.name;
    facts.precision = precisionWord(m_device.precision);
    facts.threads = m_device.threads;
    return facts;
}

void TrainingState::save(const std::filesystem::path& path, const std::string& batches)
{
    settle();
    std::vector<NamedTensor> tensors = weights();
    for (const auto& more : {m_optimizer->state(), best()})
        tensors.insert(tensors.end(), more.begin(), more.end());
    writeCheckpoint(path, currentFacts(batches), tensors);
    m_lastCheckpoint = path;
}

std::vector<std::string> TrainingState::restore(const std::filesystem::path& path, const std::string& batches)
{
    const Checkpoint checkpoint(path);
    const CheckpointFacts& then = checkpoint.facts();
    const CheckpointFacts now = currentFacts(batches);
    const std::string difference = firstDifference(then.identity, now.identity);
    if (!difference.empty())
        throw base::Error(ErrorCode::BadCheckpoint, "The checkpoint " + path.string() +
                                                        " belongs to another training: its " + difference +
                                                        " is another one.");
    if (then.batches != now.batches)
        throw base::Error(ErrorCode::BadCheckpoint, "The checkpoint " + path.string() +
                                                        " belongs to a training on other rows, or on rows in "
                                                        "another order.");

    for (const auto& weight : weights())
        checkpoint.copyInto(weight);
    for (const auto& moment : m_optimizer->state())
        checkpoint.copyInto(moment);
    m_best.clear();
    m_bestStep = then.bestStep;
    if (m_bestStep > 0) {
        for (const auto& parameter : m_trained)
            m_best.push_back(torch::empty_like(parameter.value).detach());
        for (const auto& weight : best())
            checkpoint.copyInto(weight);
    }
    m_optimizer->resumeAt(then.step);
    m_dropout.setCounter(then.dropoutCounter);
    m_lastCheckpoint = path;

    std::vector<std::string> notes;
    note(notes, "by the build", then.build, now.build);
    note(notes, "with", then.library, now.library);
    note(notes, "on the processor", then.processor, now.processor);
    note(notes, "on the device", then.device, now.device);
    note(notes, "in", then.precision, now.precision);
    note(notes, "with this number of threads:", std::to_string(then.threads), std::to_string(now.threads));
    return notes;
}

} // namespace lepton::train::engine
