// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_preview_view_model.h"

#include "ui/training/new_run_view_model.h"

#include <nlohmann/json.hpp>

namespace lepton::ui {

namespace {

/// After the last key, as the checks.
constexpr std::chrono::milliseconds previewDelay{500};
/// Measuring takes all cores for a moment: only once a person pauses.
constexpr std::chrono::milliseconds measureDelay{1000};

/// What the time of a token depends on, as a text.
std::string keyOf(const train::Recipe& recipe, const train::DataPreview& preview, train::DeviceChoice device)
{
    return nlohmann::json{recipe.baseModel.toString(),
                          recipe.batchSize,
                          recipe.gradientAccumulation,
                          recipe.maxLength,
                          recipe.freezeLayers,
                          recipe.dropout.value_or(-1),
                          int(recipe.precision),
                          recipe.threads,
                          int(device),
                          preview.labels.size(),
                          recipe.datasetVersion.toString(),
                          recipe.textColumn}
        .dump();
}

} // namespace

RunPreviewViewModel::RunPreviewViewModel(std::shared_ptr<TrainingBackend> backend, NewRunViewModel& newRun,
                                         QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
    , m_newRun(newRun)
{
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(previewDelay);
    m_measureSoon.setSingleShot(true);
    m_measureSoon.setInterval(measureDelay);
    connect(&m_debounce, &QTimer::timeout, this, &RunPreviewViewModel::readPreview);
    connect(&m_measureSoon, &QTimer::timeout, this, &RunPreviewViewModel::measure);
    connect(&m_newRun, &NewRunViewModel::changed, this, &RunPreviewViewModel::follow);
    connect(&m_newRun, &NewRunViewModel::checksChanged, this, &RunPreviewViewModel::considerMeasuring);
}

bool RunPreviewViewModel::isSettled() const
{
    return !m_debounce.isActive() && !m_read.isRunning() && !m_measureSoon.isActive() &&
           !m_measure.isRunning();
}

std::optional<std::int64_t> RunPreviewViewModel::steps() const
{
    if (m_previewState != State::Ready || !m_preview->work)
        return std::nullopt;
    return m_preview->work->steps;
}

std::optional<double> RunPreviewViewModel::seconds() const
{
    if (m_timesState != State::Ready || m_previewState != State::Ready || !m_preview->work)
        return std::nullopt;
    return m_times->secondsOf(*m_preview->work);
}

void RunPreviewViewModel::follow()
{
    if (!m_newRun.hasColumns()) {
        m_debounce.stop();
        m_measureSoon.stop();
        m_read.cancel();
        m_measure.cancel();
        m_followed.reset();
        m_preview.reset();
        m_times.reset();
        m_previewState = m_timesState = State::None;
        Q_EMIT changed();
        return;
    }
    if (m_followed == m_newRun.recipe())
        return;
    m_followed = m_newRun.recipe();
    m_previewState = State::Waiting;
    m_read.cancel();
    m_measureSoon.stop();
    m_debounce.start();
    // what is measured goes on where the change does not touch it: that shows once the preview is there
    Q_EMIT changed();
}

void RunPreviewViewModel::readPreview()
{
    m_read.run([backend = m_backend, recipe = *m_followed](
                   const base::Cancellation& cancellation) { return backend->preview(recipe, cancellation); },
               [this](train::DataPreview preview) {
                   m_preview = std::move(preview);
                   m_previewState = State::Ready;
                   Q_EMIT changed();
                   considerMeasuring();
               },
               [this](const base::Error&) { // the checks say what is wrong
                   m_preview.reset();
                   m_previewState = State::Failed;
                   m_measureSoon.stop();
                   m_measure.cancel();
                   m_timesState = State::None;
                   Q_EMIT changed();
               });
}

void RunPreviewViewModel::considerMeasuring()
{
    const bool isWanted = m_previewState == State::Ready && m_preview->work &&
                          m_newRun.checksState() == NewRunViewModel::Checks::Ready &&
                          m_newRun.obstacle().isEmpty();
    if (!isWanted) {
        const bool isStopped =
            m_previewState == State::Ready && m_newRun.checksState() != NewRunViewModel::Checks::Running;
        if (isStopped && m_timesState != State::None) {
            m_measureSoon.stop();
            m_measure.cancel();
            m_timesState = State::None;
            Q_EMIT changed();
        }
        return;
    }
    const std::string key = keyOf(*m_followed, *m_preview, m_backend->preferences().device);
    if (const auto known = m_measured.find(key); known != m_measured.end()) {
        m_measureSoon.stop();
        m_measure.cancel();
        m_times = known->second;
        m_timesState = State::Ready;
        Q_EMIT changed();
        return;
    }
    const bool isOnItsWay = m_measuring == key && (m_measureSoon.isActive() || m_measure.isRunning());
    if (isOnItsWay || (m_measuring == key && m_timesState == State::Failed))
        return;
    m_measuring = key;
    m_measure.cancel();
    m_timesState = State::Waiting;
    m_measureSoon.start();
    Q_EMIT changed();
}

void RunPreviewViewModel::measure()
{
    m_measure.run(
        [backend = m_backend, recipe = *m_followed](const base::Cancellation& cancellation) {
            return backend->measure(recipe, cancellation);
        },
        [this, key = m_measuring](train::StepTimes times) {
            m_measured[key] = times;
            m_times = std::move(times);
            m_timesError.reset();
            m_timesState = State::Ready;
            Q_EMIT changed();
        },
        [this](const base::Error& error) {
            m_times.reset();
            m_timesError = error;
            m_timesState = State::Failed;
            Q_EMIT changed();
        });
}

} // namespace lepton::ui
