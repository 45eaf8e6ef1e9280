// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/graphics_use.h"
#include "train/process_use.h"
#include "ui/datasets/command_queue.h"
#include "ui/training/metric_line.h"
#include "ui/training/training_rights.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace lepton::ui {

/// One run: reads it and its new metric points on a worker, again and again while it runs, and steers it.
class RunViewModel final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Loading,
        Ready,
        Failed
    };

    explicit RunViewModel(std::shared_ptr<TrainingBackend> backend, QObject* parent = nullptr);

    /// @p name is "R-12" or an id.
    void open(const QString& name);
    void refresh();

    State state() const { return m_state; }
    const std::optional<base::Error>& error() const { return m_error; }
    bool isSettled() const
    {
        return !m_read.isRunning() && !m_readBatch.isRunning() && !m_commands.isRunning() &&
               !m_classify.isRunning() && !m_rights.isAsking();
    }
    /// Why the person may not; empty: may.
    QString whyNot(train::TrainAction action) const { return m_rights.whyNot(action); }
    /// What was asked for, until the run is read; then its name.
    const QString& name() const { return m_name; }

    // Valid while Ready.
    const RunDetails& details() const { return m_details; }
    const train::Run& run() const { return m_details.run; }
    /// The points of a metric such as "train/loss"; empty where there are none.
    const MetricLine& line(const std::string& key) const;
    /// The points of all metrics that have some.
    const std::map<std::string, MetricLine>& lines() const { return m_lines; }
    /// From the first to the last of something.
    using Span = std::pair<base::UtcTime, base::UtcTime>;
    /// When the latest job made its first and its last training step; nothing before the first.
    const std::optional<Span>& trained() const { return m_trained; }
    /// What this process uses while it trains this run; nothing for a run of another process.
    const std::optional<train::ProcessUse>& use() const { return m_use; }
    /// The first batch as the model reads it; unset while it is being read, and where it cannot be.
    const std::optional<train::BatchPreview>& firstBatch() const { return m_firstBatch; }
    /// Likewise of the graphics card, where the run is made on one.
    const std::optional<train::GraphicsUse>& graphicsUse() const { return m_graphicsUse; }
    /// The run was there, and is not any more: someone deleted it.
    bool isGone() const { return m_isGone; }

    bool isLive() const;
    bool canPause() const;
    bool canGoOn() const; ///< it is paused, or a pause is asked for
    bool canStop() const;
    bool canResume() const;
    bool hasModel() const;
    /// A pause or stop was asked for and is not done yet.
    bool isAsked() const;

    void pause();
    void goOn();
    void stop(train::RunStop how); ///< a checkpoint is kept
    void resume();
    /// Writes @p note in place of the one there is; an empty one takes it away.
    void setNote(const QString& note);
    /// The finished model, or the run in another program's form, with what it has so far.
    void exportRun(train::RunFormat format, const QString& folder);

    /// Classifies a text by the finished model; loads the model when it is first asked.
    void classify(const QString& text);
    bool isClassifying() const { return m_classify.isRunning(); }

Q_SIGNALS:
    /// State, run or points are others now. Comes after linesReset() and pointsAdded().
    void changed();
    /// The lines are those of another run, or read for the first time.
    void linesReset();
    /// The lines have these points now, too.
    void pointsAdded(const std::vector<lepton::train::MetricPoint>& points);
    void firstBatchChanged();
    void commandFailed(const QString& title, const lepton::base::Error& error);
    void exported(const QString& folder);
    /// Labels with their probabilities, likeliest first.
    void classified(const QString& text, const QList<std::pair<QString, double>>& scores);
    void classifyFailed(const lepton::base::Error& error);

private:
    struct Answer
    {
        RunDetails details;
        std::vector<train::MetricPoint> points;  ///< since the cursor that was given
        std::map<std::string, MetricLine> lines; ///< instead of them, where all were read
        std::optional<Span> trained;             ///< of lines
        bool isWhole = false;                    ///< lines are all there is
        std::int64_t cursor = 0;
        train::ProcessReading process;
        std::optional<train::GraphicsUse> graphics; ///< where it is made on a card, by this process
    };

    void read();
    void take(Answer answer);
    void takePoints(Answer& answer);
    void takeUse(const Answer& answer);
    void readFirstBatch();

    std::shared_ptr<TrainingBackend> m_backend;
    TrainingRights m_rights;
    State m_state = State::Loading;
    std::optional<base::Error> m_error;
    QString m_name;
    RunDetails m_details;
    std::map<std::string, MetricLine> m_lines;
    std::int64_t m_cursor = 0;
    bool m_hasLines = false;
    bool m_isGone = false;
    std::optional<Span> m_trained;
    base::UtcTime m_trainedSince{}; ///< the start of the job that m_trained speaks of
    std::optional<train::ProcessReading> m_process;
    std::optional<train::ProcessUse> m_use;
    std::optional<train::BatchPreview> m_firstBatch;
    bool m_isBatchAsked = false;
    std::optional<train::GraphicsUse> m_graphicsUse;
    std::shared_ptr<train::GraphicsCards> m_cards = std::make_shared<train::GraphicsCards>();
    QTimer m_poll;
    Async m_read;
    Async m_readBatch;
    CommandQueue m_commands;
    struct Model;
    std::shared_ptr<Model> m_model; ///< made with the first text that is tried
    CommandQueue m_classify;
};

} // namespace lepton::ui
