// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/bert_trainer.h"

#include "base/error.h"
#include "train/engine/batch_torch.h"
#include "train/engine/device_torch.h"
#include "train/engine/failures.h"
#include "train/engine/loss_torch.h"
#include "train/engine/schedule.h"
#include "train/engine/settings_json.h"
#include "train/engine/step_figures_torch.h"
#include "train/engine/tensor_memory.h"
#include "train/engine/training_state_torch.h"
#include "train/step_memory.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include <torch/utils.h>

namespace lepton::train::engine {

namespace {

using base::ErrorCode;

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Probabilities of a batch of rows, on their way.
struct BatchAnswers
{
    std::int64_t index = 0; ///< of the batch
    std::size_t rows = 0;
    nn::HostCopy probabilities; ///< float32 [rows, classes]
};

class BertTrainer final : public Trainer
{
public:
    BertTrainer(const TrainerRequest& request, const DeviceFacts& device, std::size_t behind)
        : m_request(request)
        , m_device(device)
        , m_behind(behind)
        , m_state(request, device)
        , m_loss(request.settings.classWeights, request.settings.labelSmoothing)
    {}

    const DeviceFacts& device() const override { return m_device; }

    std::int64_t memoryEstimate(std::int64_t rows, std::int64_t length) const override
    {
        const nn::BertConfig& config = m_state.model().config();
        const bool packed = m_device.device == DeviceChoice::Cpu &&
                            m_device.precision == Precision::Float32 &&
                            config.activation == nn::Activation::Gelu;
        return stepMemory({config.layers, config.hiddenSize, config.intermediateSize, config.heads},
                          {m_state.parameterCount(), m_state.trainedCount(), m_request.settings.frozenLayers,
                           rows, length, m_device.precision, packed});
    }

    void restore(const std::filesystem::path& checkpoint, const BatchSource& batches) override;
    TrainingOutcome train(BatchSource& batches, EvaluationSource& validation, TrainingSink& sink) override;
    Predictions predict(EvaluationSource& rows) override;

    void save(const std::filesystem::path& folder) const override
    {
        withFailures(outOfMemorySentence(), [&] { m_state.model().save(folder, m_request.labels); });
    }

private:
    void trainStep(BatchSource& source);
    torch::Tensor backward(std::span<const Batch> batches);
    void clip(const torch::Tensor& norm);
    void hear(const StepReport& report, TrainingSink& sink);
    void hearDue(TrainingSink& sink);
    void hearAll(TrainingSink& sink);
    Predictions predictRows(EvaluationSource& rows);
    Verdict evaluate(EvaluationSource& validation, TrainingSink& sink);
    void writeCheckpoint(const BatchSource& batches, TrainingSink& sink);
    bool obeysStop(const BatchSource& batches, TrainingSink& sink);
    [[noreturn]] void refuseModel(const std::string& what);
    [[noreturn]] void diverged(std::int64_t step, const std::string& what);
    std::string outOfMemorySentence() const;

    std::int64_t classes() const { return static_cast<std::int64_t>(m_request.labels.size()); }

    TrainerRequest m_request;
    DeviceFacts m_device;
    std::size_t m_behind; ///< steps whose figures may stand unread while the next one is computed
    TrainingState m_state;
    Loss m_loss;
    StepFigures m_figures{m_behind};
    TrainingOutcome m_outcome;        ///< of the training in work
    std::vector<std::string> m_notes; ///< for the log of the next training
    std::int64_t m_rows = 0;          ///< of the batch in work, for the sentence about memory
    std::int64_t m_length = 0;
    bool m_ended = false;
};

void BertTrainer::restore(const std::filesystem::path& checkpoint, const BatchSource& batches)
{
    useThreads(m_device);
    withFailures(outOfMemorySentence(),
                 [&] { m_notes = m_state.restore(checkpoint, std::string(batches.fingerprint())); });
    m_ended = false;
}

TrainingOutcome BertTrainer::train(BatchSource& batches, EvaluationSource& validation, TrainingSink& sink)
{
    if (m_ended)
        throw base::Error(ErrorCode::InvalidArgument,
                          "This training has ended. Restore a checkpoint to go on from there.");
    useThreads(m_device);
    const TensorMemoryScope memory;
    sink.log(m_device.reason);
    for (const auto& line : std::exchange(m_notes, {}))
        sink.log(line);

    const TrainerSettings& settings = m_request.settings;
    m_outcome = {};
    m_figures = StepFigures(m_behind);
    while (m_state.step() < settings.totalSteps) {
        trainStep(batches);
        hearDue(sink);

        const std::int64_t step = m_state.step();
        const bool last = step == settings.totalSteps;
        const bool due = last || (settings.evaluateEvery > 0 && step % settings.evaluateEvery == 0);
        if (due && validation.rows() > 0 && evaluate(validation, sink).stop && !last) {
            m_outcome.end = TrainingEnd::EarlyStopped;
            break;
        }
        if (settings.checkpointEvery > 0 && step % settings.checkpointEvery == 0)
            writeCheckpoint(batches, sink);
        if (obeysStop(batches, sink) && !last) {
            m_outcome.end = TrainingEnd::Stopped;
            break;
        }
    }
    hearAll(sink);
    m_ended = true;
    m_state.settle();
    m_state.takeBest();
    m_outcome.steps = m_state.step();
    m_outcome.bestStep = m_state.bestStep();
    return m_outcome;
}

/// Asks the device for a step; its figures are read later.
void BertTrainer::trainStep(BatchSource& source)
{
    const auto start = std::chrono::steady_clock::now();
    const TrainerSettings& settings = m_request.settings;
    const std::int64_t step = m_state.step();
    StepReport report;
    report.step = step + 1;
    report.learningRate = learningRate(settings, step);

    const auto batches = source.batches(step);
    if (batches.empty())
        throw base::Error(ErrorCode::InvalidArgument, "A training step has no rows.");
    for (const Batch& batch : batches)
        report.tokens += static_cast<std::int64_t>(batch.ids.size());
    try {
        const torch::Tensor loss = backward(batches);
        joinGradients(m_state.trained());
        const torch::Tensor norm = gradientNorm(m_state.trained());
        clip(norm);
        m_state.optimizer().step(report.learningRate);
        m_state.dropGradients();
        report.seconds = secondsSince(start);
        m_figures.add(report, loss, norm);
    } catch (...) {
        m_state.dropGradients();
        rethrowFailure(outOfMemorySentence());
    }
}

void BertTrainer::clip(const torch::Tensor& norm)
{
    const double most = m_request.settings.maxGradNorm;
    if (!(most > 0))
        return;
    if (m_behind > 0)
        clipGradients(m_state.trained(), norm, most);
    else
        clipGradients(m_state.trained(), norm.item<double>(), most);
}

void BertTrainer::hear(const StepReport& report, TrainingSink& sink)
{
    const char* wrong = !std::isfinite(report.loss)           ? "The loss is no longer a number"
                        : !std::isfinite(report.gradientNorm) ? "The gradient is no longer finite"
                                                              : nullptr;
    if (wrong && report.step == 1)
        refuseModel(wrong);
    if (wrong)
        diverged(report.step, wrong);
    m_outcome.trainingSeconds += report.seconds;
    m_outcome.tokens += report.tokens;
    sink.step(report);
}

void BertTrainer::hearDue(TrainingSink& sink)
{
    while (const auto report = withFailures(outOfMemorySentence(), [&] { return m_figures.due(); }))
        hear(*report, sink);
}

/// Before anybody takes the weights as they are: so that they are those of a step that is known to be good.
void BertTrainer::hearAll(TrainingSink& sink)
{
    while (const auto report = withFailures(outOfMemorySentence(), [&] { return m_figures.next(); }))
        hear(*report, sink);
}

/// Leaves the gradients of the step's loss in the parameters and returns the loss [], on the device.
torch::Tensor BertTrainer::backward(std::span<const Batch> batches)
{
    const double divisor = m_loss.divisor(batches);
    torch::Tensor sum;
    for (const Batch& batch : batches) {
        m_rows = static_cast<std::int64_t>(batch.rows());
        m_length = longestRow(batch);
        const BatchTensors tensors =
            toTensors(batch, m_state.model().config(), classes(), torchDevice(m_device));
        if (!tensors.labels.defined())
            throw base::Error(ErrorCode::InvalidArgument, "The rows to train on have no labels.");
        m_state.settleWords(tensors.ids);
        torch::Tensor part;
        {
            const AutocastScope autocast(m_device);
            part = m_loss.part(m_state.model().forward(tensors.ids, tensors.mask, &m_state.dropout()),
                               tensors.labels, divisor);
        }
        part.backward();
        sum = sum.defined() ? sum + part.detach() : part.detach();
    }
    return sum;
}

Predictions BertTrainer::predict(EvaluationSource& rows)
{
    useThreads(m_device);
    const TensorMemoryScope memory;
    return withFailures(outOfMemorySentence(), [&] { return predictRows(rows); });
}

Predictions BertTrainer::predictRows(EvaluationSource& rows)
{
    const torch::NoGradGuard noGrad;
    m_state.settle();
    const auto width = static_cast<std::size_t>(classes());
    Predictions predictions;
    predictions.probabilities.resize(static_cast<std::size_t>(rows.rows()) * width);
    torch::Tensor loss = torch::zeros({}, torch::dtype(torch::kFloat64).device(torchDevice(m_device)));
    std::int64_t labelled = 0;
    const auto take = [&](const BatchAnswers& answers) {
        const auto numbers = rows.rowNumbers(answers.index);
        const float* from = answers.probabilities.wait().const_data_ptr<float>();
        for (std::size_t row = 0; row < answers.rows; ++row) {
            const auto place = static_cast<std::size_t>(numbers[row]) * width;
            std::copy_n(from + row * width, width,
                        predictions.probabilities.begin() + static_cast<long>(place));
        }
    };
    // One batch is on its way to the host while the device has the next one to do.
    std::optional<BatchAnswers> before;
    for (std::int64_t index = 0; index < rows.batchCount(); ++index) {
        const Batch batch = rows.batch(index);
        m_rows = static_cast<std::int64_t>(batch.rows());
        m_length = longestRow(batch);
        const BatchTensors tensors =
            toTensors(batch, m_state.model().config(), classes(), torchDevice(m_device));
        torch::Tensor logits;
        {
            const AutocastScope autocast(m_device);
            logits = m_state.model().forward(tensors.ids, tensors.mask, nullptr);
        }
        const torch::Tensor logs = torch::log_softmax(logits.to(torch::kFloat32), 1);
        if (tensors.labels.defined()) {
            loss -= logs.gather(1, tensors.labels.unsqueeze(1)).sum(torch::kFloat64);
            labelled += m_rows;
        }
        BatchAnswers now{index, batch.rows(), nn::HostCopy(logs.exp())};
        if (before)
            take(*before);
        before = std::move(now);
    }
    if (before)
        take(*before);
    predictions.loss = labelled > 0 ? loss.item<double>() / static_cast<double>(labelled) : std::nan("");
    return predictions;
}

Verdict BertTrainer::evaluate(EvaluationSource& validation, TrainingSink& sink)
{
    hearAll(sink);
    const Predictions predictions =
        withFailures(outOfMemorySentence(), [&] { return predictRows(validation); });
    for (const float probability : predictions.probabilities) {
        if (!std::isfinite(probability))
            diverged(m_state.step(), "The model's answers to the validation rows are no longer numbers");
    }
    const Verdict verdict = sink.evaluated(m_state.step(), predictions);
    if (verdict.best)
        m_state.keepBest();
    return verdict;
}

void BertTrainer::writeCheckpoint(const BatchSource& batches, TrainingSink& sink)
{
    hearAll(sink);
    const std::filesystem::path file = sink.newCheckpoint();
    withFailures(outOfMemorySentence(), [&] { m_state.save(file, std::string(batches.fingerprint())); });
    sink.checkpointWritten(m_state.step(), file);
}

bool BertTrainer::obeysStop(const BatchSource& batches, TrainingSink& sink)
{
    for (;;) {
        switch (sink.command()) {
        case TrainerCommand::Continue:
            return false;
        case TrainerCommand::Stop:
            return true;
        case TrainerCommand::SaveAndContinue:
            writeCheckpoint(batches, sink);
            break;
        }
    }
}

/// Nothing has been learnt before the first step, so no setting can be at fault.
void BertTrainer::refuseModel(const std::string& what)
{
    m_ended = true;
    throw base::Error(ErrorCode::BadModel, what +
                                               " at step 1, before anything was learnt: weights of the base "
                                               "model are not finite or far too large. Import another copy "
                                               "of it.");
}

void BertTrainer::diverged(std::int64_t step, const std::string& what)
{
    const std::string good = m_state.takeLastGood();
    m_ended = true;
    throw base::Error(ErrorCode::Diverged,
                      what + " at step " + std::to_string(step) +
                          ": the weights have run away. The model went back to good ones, " + good +
                          ". Start again with a lower learning rate (a tenth is a good first try), a longer "
                          "warm-up, or clipping at a lower gradient norm.");
}

std::string BertTrainer::outOfMemorySentence() const
{
    std::string at = m_rows > 0 ? " at a batch of " + std::to_string(m_rows) + " rows of up to " +
                                      std::to_string(m_length) + " tokens"
                                : std::string();
    return "The memory of " + m_device.name + " is not enough" + at +
           ". Halve batch_size and double gradient_accumulation, which trains the same, or lower max_length.";
}

} // namespace

std::unique_ptr<Trainer> makeBertTrainer(const TrainerRequest& request, const DeviceFacts& device,
                                         std::optional<std::size_t> behind)
{
    checkSettings(request.settings, request.labels);
    useThreads(device);
    const TensorMemoryScope memory;
    return withFailures(
        "The memory of " + device.name + " is not enough for this model. Choose a smaller one.", [&] {
            return std::make_unique<BertTrainer>(
                request, device, behind.value_or(device.device == DeviceChoice::Cuda ? 1 : 0));
        });
}

} // namespace lepton::train::engine
