// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/predictor.h"
#include "train/api/trainer.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace lepton::train {

/// What a model folder holds, found without computing anything.
struct ModelFacts
{
    std::string architecture; ///< model_type of config.json: "bert"
    std::int64_t layers = 0;
    std::int64_t hiddenSize = 0;
    std::int64_t heads = 0;
    std::int64_t intermediateSize = 0;
    std::int64_t vocabularySize = 0;
    std::int64_t maxPositions = 0; ///< the longest sequence, in tokens
    double dropout = 0;            ///< of the hidden states
    std::int64_t parameters = 0;
    std::string weightType;               ///< "F32", "F16", "BF16"
    std::vector<std::string> labels;      ///< of a classification head; empty: none
    std::vector<std::string> missingKeys; ///< weights that the architecture has and the file lacks
    std::vector<std::string> unknownKeys; ///< weights of the file that the architecture lacks
};

/// What stands at the beginning of a trainer.
struct TrainerRequest
{
    std::filesystem::path model;     ///< folder of the base model: config.json, model.safetensors
    std::vector<std::string> labels; ///< classes in order; their number makes the head
    TrainerSettings settings;
};

/// What lepton-ml offers. Thread-safe; each Trainer and Predictor is for one thread at a time.
class Engine
{
public:
    virtual ~Engine() = default;

    /// Which device and precision settings of this kind would get, and why.
    virtual DeviceFacts device(DeviceChoice device, Precision precision, int threads) = 0;
    /// Multiplications and additions a second, in 1e9, that products of large square matrices reach there:
    /// what a share of a GPU's peak is a share of. Takes a second or so, all of the device, and three
    /// matrices' memory.
    /// @throw as device(), OutOfMemory
    virtual double productPeak(DeviceChoice device, Precision precision, int threads) = 0;
    /// Reads config.json and the header of the weights, checking every offset and shape.
    /// @throw base::Error that names the file and what is wrong with it
    virtual ModelFacts inspect(const std::filesystem::path& model) = 0;
    /// @throw as inspect(), and for settings that the model cannot take
    virtual std::unique_ptr<Trainer> newTrainer(const TrainerRequest& request) = 0;
    /// @throw as inspect(), InvalidArgument for a model without a classification head
    virtual std::unique_ptr<Predictor> newPredictor(const std::filesystem::path& model,
                                                    const PredictorOptions& options) = 0;
};

/// The one function that lepton-ml exports, by the name engineFactoryName. The library keeps the engine for
/// the life of the process.
using EngineFactory = Engine* (*)();
inline constexpr const char* engineFactoryName = "lepton_ml_engine";

} // namespace lepton::train
