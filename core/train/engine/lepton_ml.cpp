// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/inspect.h"
#include "nn/text_predictor.h"
#include "train/api/engine.h"
#include "train/engine/bert_trainer.h"
#include "train/engine/device.h"
#include "train/engine/failures.h"
#include "train/engine/product_peak.h"

namespace lepton::train::engine {

namespace {

constexpr const char* modelTooLarge =
    "There is not enough memory for this model. Choose a smaller one, or close other programs.";

class LibTorchEngine final : public Engine
{
public:
    DeviceFacts device(DeviceChoice device, Precision precision, int threads) override
    {
        return chooseDevice(device, precision, threads, m_cuda, m_processor);
    }

    double productPeak(DeviceChoice device, Precision precision, int threads) override
    {
        return withFailures("There is not enough memory to measure the device.",
                            [&] { return engine::productPeak(this->device(device, precision, threads)); });
    }

    ModelFacts inspect(const std::filesystem::path& model) override
    {
        return withFailures(modelTooLarge, [&] { return nn::inspect(model); });
    }

    std::unique_ptr<Trainer> newTrainer(const TrainerRequest& request) override
    {
        const TrainerSettings& settings = request.settings;
        return makeBertTrainer(request, device(settings.device, settings.precision, settings.threads));
    }

    std::unique_ptr<Predictor> newPredictor(const std::filesystem::path& model,
                                            const PredictorOptions& options) override
    {
        return withFailures(modelTooLarge, [&] { return nn::newTextPredictor(model, options); });
    }

private:
    const CudaState m_cuda = loadCuda(); // before anything else of LibTorch
    const Processor m_processor = readProcessor();
};

} // namespace

} // namespace lepton::train::engine

extern "C" __attribute__((visibility("default"))) lepton::train::Engine* lepton_ml_engine()
{
    // Never destroyed: LibTorch's own objects may be gone when the process ends.
    static auto* const engine = new lepton::train::engine::LibTorchEngine;
    return engine;
}
