// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/training_backend.h"
#include "ui/widgets/async.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <string>

namespace lepton::ui {

class NewRunViewModel;

/// What the run that is being put together would see and take: labels, lengths, its first batch, and the time
/// by a few real steps. Follows the recipe; steps are measured once for settings that take the same time.
class RunPreviewViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        None,    ///< something is missing that it needs
        Waiting, ///< the last answer is of another recipe; a newer one is on its way
        Ready,
        Failed
    };

    RunPreviewViewModel(std::shared_ptr<TrainingBackend> backend, NewRunViewModel& newRun,
                        QObject* parent = nullptr);

    State previewState() const { return m_previewState; }
    /// Of the last answer; stays while a newer one is on its way.
    const std::optional<train::DataPreview>& preview() const { return m_preview; }

    State timesState() const { return m_timesState; }
    const std::optional<train::StepTimes>& times() const { return m_times; }
    const std::optional<base::Error>& timesError() const { return m_timesError; }
    /// Steps in all; unset while not known.
    std::optional<std::int64_t> steps() const;
    /// Seconds of the whole run; unset while not known.
    std::optional<double> seconds() const;

    /// Tokens at which texts are cut, of the recipe that is followed.
    std::int64_t maxLength() const { return m_followed ? m_followed->maxLength : 0; }

    bool isSettled() const;

Q_SIGNALS:
    void changed();

private:
    void follow();
    void readPreview();
    void considerMeasuring();
    void measure();

    std::shared_ptr<TrainingBackend> m_backend;
    NewRunViewModel& m_newRun;
    std::optional<train::Recipe> m_followed; ///< whose preview is shown or on its way
    State m_previewState = State::None;
    std::optional<train::DataPreview> m_preview;
    State m_timesState = State::None;
    std::optional<train::StepTimes> m_times;
    std::optional<base::Error> m_timesError;
    std::map<std::string, train::StepTimes> m_measured; ///< by what the time of a step depends on
    std::string m_measuring;                            ///< of that, what is measured now
    QTimer m_debounce;
    QTimer m_measureSoon;
    Async m_read;
    Async m_measure;
};

} // namespace lepton::ui
