// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/batch.h"
#include "train/api/settings.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lepton::train {

/// What stands between this process and CUDA.
enum class CudaLack
{
    None,
    NoDriver,  ///< there is no NVIDIA driver on this machine
    NotLoaded, ///< LibTorch's CUDA libraries cannot be loaded here
    NoDevice   ///< CUDA finds no device that it can use
};

/// Why a device and a precision were taken, for those who say it in their own words.
struct DeviceReason
{
    bool asked = false; ///< the device was asked for by name
    CudaLack lack = CudaLack::None;
    std::string lackDetail;    ///< what the loader said
    bool fastBFloat16 = false; ///< the device multiplies bf16 in hardware
    std::string capability;    ///< of a CUDA device whose precision was left to the program: "8.0"
};

/// The machine part of a run, as chosen.
struct DeviceFacts
{
    DeviceChoice device = DeviceChoice::Cpu;
    std::string name; ///< "NVIDIA H100 80GB HBM3", or the processor's model name
    Precision precision = Precision::Float32;
    std::string reason;    ///< one sentence: why this device and this precision
    DeviceReason why;      ///< the same as facts
    int threads = 0;       ///< of the CPU
    std::string library;   ///< "LibTorch 2.15.0"
    std::string processor; ///< model name and vector instructions: bit-exact resume holds on the same one
};

/// What one optimiser step came to.
struct StepReport
{
    std::int64_t step = 0;   ///< from 1: the steps done so far
    double loss = 0;         ///< mean over the rows of the step
    double learningRate = 0; ///< used in this step
    double gradientNorm = 0; ///< before clipping
    std::int64_t tokens = 0; ///< real ones, padding not counted
    double seconds = 0;      ///< of this step alone
};

/// What a model says of rows.
struct Predictions
{
    std::vector<float> probabilities; ///< [rows, classes], row by row, in the order of the data
    double loss = 0;                  ///< mean cross entropy without weights or smoothing; NaN without labels
};

/// Said by the sink after an evaluation.
struct Verdict
{
    bool best = false; ///< better than all before: keep these weights
    bool stop = false; ///< no better for long enough: end the training
};

/// What the trainer shall do between two steps.
enum class TrainerCommand
{
    Continue,
    SaveAndContinue, ///< write a checkpoint, then ask again
    Stop             ///< end here without another checkpoint
};

/// Hears of a training as it goes, and steers it. All calls come on the thread that trains; any may throw to
/// end the training with that error.
class TrainingSink
{
public:
    virtual ~TrainingSink() = default;

    virtual void step(const StepReport& report) = 0;
    /// After the validation rows were predicted at @p step.
    virtual Verdict evaluated(std::int64_t step, const Predictions& predictions) = 0;
    /// Where the next checkpoint shall be written; no file is there yet.
    virtual std::filesystem::path newCheckpoint() = 0;
    /// The file from newCheckpoint() is complete (synced by whoever keeps it); @p step steps are in it.
    virtual void checkpointWritten(std::int64_t step, const std::filesystem::path& file) = 0;
    /// Asked after each step; may block while the run is paused.
    virtual TrainerCommand command() = 0;
    /// A line for the run's log.
    virtual void log(const std::string& line) = 0;
};

/// Why a training ended.
enum class TrainingEnd
{
    Finished,     ///< all steps done
    EarlyStopped, ///< the sink's verdict said so
    Stopped       ///< the sink's command said so
};

struct TrainingOutcome
{
    TrainingEnd end = TrainingEnd::Finished;
    std::int64_t steps = 0;
    std::int64_t bestStep = 0;  ///< whose weights are the model now; 0: none was marked as best, so the last
    double trainingSeconds = 0; ///< over the steps of this process alone
    std::int64_t tokens = 0;    ///< real ones of these steps
};

/// Fine-tunes one encoder for text classification (BertForSequenceClassification of transformers). One thread
/// at a time.
class Trainer
{
public:
    virtual ~Trainer() = default;

    virtual const DeviceFacts& device() const = 0;
    /// Bytes of memory that the training will take at @p rows rows of @p length tokens, estimated.
    virtual std::int64_t memoryEstimate(std::int64_t rows, std::int64_t length) const = 0;

    /// Goes on from a checkpoint instead of the base model: weights, optimiser, generator, best weights so
    /// far. Says in the log where bit-exactness cannot hold (another build, processor, number of threads).
    /// @throw base::Error BadCheckpoint for a file that is none, is damaged, or belongs to another training
    virtual void restore(const std::filesystem::path& checkpoint, const BatchSource& batches) = 0;
    /// Trains up to settings.totalSteps; afterwards the model holds the best weights. A loss that is not
    /// finite ends it with base::Error Diverged after the model went back to the last good weights. Once for
    /// a trainer, or once for each restore().
    /// @throw base::Error: OutOfMemory with advice, what the sink throws, ...
    virtual TrainingOutcome train(BatchSource& batches, EvaluationSource& validation, TrainingSink& sink) = 0;
    /// The model's answers, without dropout.
    virtual Predictions predict(EvaluationSource& rows) = 0;
    /// Writes config.json (labels in id2label and label2id) and model.safetensors as transformers names them
    /// into @p folder, which must exist.
    virtual void save(const std::filesystem::path& folder) const = 0;
};

} // namespace lepton::train
