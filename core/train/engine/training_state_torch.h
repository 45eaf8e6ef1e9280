// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/bert_torch.h"
#include "train/api/engine.h"
#include "train/engine/checkpoint_torch.h"
#include "train/engine/optimizer_torch.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <torch/types.h>

namespace lepton::train::engine {

/// All that a training has come to: the model, its optimiser, the generator of dropout masks, the best
/// weights so far. It is what a checkpoint holds. One thread at a time.
class TrainingState
{
public:
    /// Loads the base model and moves it to the device. @throw base::Error
    TrainingState(const TrainerRequest& request, const DeviceFacts& device);

    nn::BertClassifier& model() noexcept { return *m_model; }
    const nn::BertClassifier& model() const noexcept { return *m_model; }
    nn::DropoutGenerator& dropout() noexcept { return m_dropout; }
    Optimizer& optimizer() noexcept { return *m_optimizer; }
    const std::vector<TrainedParameter>& trained() const noexcept { return m_trained; }
    /// Numbers in all weights.
    std::int64_t parameterCount() const noexcept { return m_parameterCount; }
    std::int64_t trainedCount() const noexcept { return m_trainedCount; }

    /// Optimiser steps done.
    std::int64_t step() const noexcept { return m_optimizer->steps(); }
    /// Whose weights are kept as the best; 0: none.
    std::int64_t bestStep() const noexcept { return m_bestStep; }
    /// Keeps a copy of the weights as they are, settled.
    void keepBest();
    /// Takes the best weights, where there are any, as the model's.
    void takeBest();
    /// After the weights have run away: takes the best ones, else those of the last checkpoint, else the base
    /// model's, and says so ("those of step 40").
    std::string takeLastGood();
    /// Brings the weights up to date that a batch with these ids reads; see Optimizer::settle().
    void settleWords(const torch::Tensor& ids);
    /// All weights: before anybody but a training step reads them.
    void settle() { m_optimizer->settle(); }
    /// Lets go of the gradients.
    void dropGradients();

    /// Writes everything, settled, into the new file @p path.
    void save(const std::filesystem::path& path, const std::string& batches);
    /// Takes everything from a checkpoint, and gives a sentence for each difference that ends bit-exactness.
    /// @throw base::Error BadCheckpoint also where it belongs to another training
    std::vector<std::string> restore(const std::filesystem::path& path, const std::string& batches);

private:
    void loadBase();
    std::vector<NamedTensor> weights() const;
    std::vector<NamedTensor> best() const;
    CheckpointFacts currentFacts(const std::string& batches) const;

    TrainerRequest m_request;
    DeviceFacts m_device;
    std::unique_ptr<nn::BertClassifier> m_model;
    nn::DropoutGenerator m_dropout;
    std::vector<TrainedParameter> m_trained;
    std::unique_ptr<Optimizer> m_optimizer;
    std::vector<torch::Tensor> m_best; ///< one a trained parameter, or empty
    std::int64_t m_bestStep = 0;
    std::filesystem::path m_lastCheckpoint;
    std::int64_t m_parameterCount = 0;
    std::int64_t m_trainedCount = 0;
};

} // namespace lepton::train::engine
