// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_view_model.h"

#include "ui/training/poll_time.h"
#include "ui/training/training_text.h"

#include <algorithm>

namespace lepton::ui {

using jobs::JobState;

namespace {

constexpr std::size_t pageSize = 100'000; // of MetricStore::after()
/// The order of the rows takes all of them to tell.
constexpr std::int64_t mostRowsForBatch = 200'000;
const std::string stepKey = "train/loss"; // has a point a step

void addTo(std::map<std::string, MetricLine>& lines, const std::vector<train::MetricPoint>& points)
{
    for (const auto& point : points)
        lines[point.key].set(point);
}

/// When its latest job began.
base::UtcTime startOf(const RunDetails& details)
{
    return details.job ? details.job->started.value_or(base::UtcTime{})
                       : details.run.started.value_or(base::UtcTime{});
}

/// Lets @p span reach to @p time, unless that is of a job before the one that began at @p since.
void extend(std::optional<RunViewModel::Span>& span, base::UtcTime time, base::UtcTime since)
{
    if (time < since)
        return;
    if (!span)
        span = {time, time};
    span->first = std::min(span->first, time);
    span->second = std::max(span->second, time);
}

bool isMadeHere(const RunDetails& details)
{
    return details.run.state == JobState::Running && details.job && details.job->own;
}

/// All rows of a run's parts; 0 where it was not prepared yet.
std::int64_t rowsOf(const train::Run& run)
{
    std::int64_t count = 0;
    if (run.data.is_object() && run.data.contains("rows")) {
        for (const auto& rows : run.data.at("rows"))
            count += rows.get<std::int64_t>();
    }
    return count;
}

/// Name of the graphics card that makes the run; empty: none does, or it is not known yet.
std::string cardOf(const train::Run& run)
{
    if (!run.environment.is_object() || run.environment.value("device", std::string()) != "cuda")
        return {};
    return run.environment.value("device_name", std::string());
}

} // namespace

/// The finished model as the worker that classifies holds it; one thread at a time.
struct RunViewModel::Model
{
    std::shared_ptr<train::Predictor> predictor;
};

RunViewModel::RunViewModel(std::shared_ptr<TrainingBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
    , m_rights(m_backend)
{
    m_poll.setInterval(pollTime);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!m_read.isRunning())
            read();
    });
    connect(&m_rights, &Rights::changed, this, &RunViewModel::changed);
}

void RunViewModel::open(const QString& name)
{
    if (m_state == State::Ready && (name == m_name || name == QString::fromStdString(run().id.toString()))) {
        refresh();
        return;
    }
    m_name = name;
    m_state = State::Loading;
    m_error.reset();
    m_details = {};
    m_lines.clear();
    m_hasLines = false;
    m_isGone = false;
    m_trained.reset();
    m_process.reset();
    m_use.reset();
    m_graphicsUse.reset();
    m_readBatch.cancel();
    m_firstBatch.reset();
    m_isBatchAsked = false;
    m_cursor = 0;
    m_model.reset();
    Q_EMIT linesReset();
    Q_EMIT firstBatchChanged();
    Q_EMIT changed();
    refresh();
}

void RunViewModel::refresh()
{
    m_rights.refresh();
    read();
}

void RunViewModel::read()
{
    m_read.run(
        [backend = m_backend, cards = m_cards, name = m_name.toStdString(), cursor = m_cursor,
         isFirst = !m_hasLines](const base::Cancellation& cancellation) {
            Answer answer;
            answer.details = backend->run(name);
            answer.process = train::readProcess();
            if (const auto card = cardOf(answer.details.run); isMadeHere(answer.details) && !card.empty())
                answer.graphics = cards->use(card);
            answer.cursor = cursor;
            answer.isWhole = isFirst;
            for (;;) {
                cancellation.throwIfRequested();
                auto page = backend->metrics(answer.details.run.number, answer.cursor);
                const bool isLast = page.points.size() < pageSize;
                answer.cursor = page.cursor;
                if (page.startsAnew) {
                    answer.isWhole = true;
                    answer.lines.clear();
                    answer.points.clear();
                }
                if (answer.isWhole) // of a long run these are many: the window does not wait for them
                    addTo(answer.lines, page.points);
                else
                    std::ranges::move(page.points, std::back_inserter(answer.points));
                if (isLast)
                    break;
            }
            for (const MetricSample& sample : answer.lines[stepKey])
                extend(answer.trained, sample.time, startOf(answer.details));
            return answer;
        },
        [this](Answer answer) { take(std::move(answer)); },
        [this](const base::Error& error) {
            m_isGone = m_isGone || (m_state == State::Ready && error.code() == base::ErrorCode::NotFound);
            m_error = error;
            m_state = State::Failed;
            m_poll.stop();
            Q_EMIT changed();
        });
}

void RunViewModel::take(Answer answer)
{
    m_details = std::move(answer.details);
    m_name = TrainingText::runName(run());
    m_cursor = answer.cursor;
    m_state = State::Ready;
    m_isGone = false;
    m_error.reset();
    takePoints(answer);
    takeUse(answer);
    readFirstBatch();
    if (isLive())
        m_poll.start();
    else
        m_poll.stop();
    Q_EMIT changed();
}

void RunViewModel::takePoints(Answer& answer)
{
    const bool isOtherJob = startOf(m_details) != m_trainedSince;
    m_trainedSince = startOf(m_details);
    if (answer.isWhole) {
        m_hasLines = true;
        m_lines = std::move(answer.lines);
        m_trained = answer.trained;
        Q_EMIT linesReset();
        return;
    }
    if (isOtherJob)
        m_trained.reset();
    if (answer.points.empty())
        return;
    for (const auto& point : answer.points) {
        if (point.key == stepKey)
            extend(m_trained, point.time, m_trainedSince);
    }
    addTo(m_lines, answer.points);
    Q_EMIT pointsAdded(answer.points);
}

void RunViewModel::takeUse(const Answer& answer)
{
    const bool isHere = isMadeHere(m_details);
    m_use = isHere && m_process ? train::useBetween(*m_process, answer.process) : std::nullopt;
    m_process = isHere ? std::optional(answer.process) : std::nullopt;
    m_graphicsUse = answer.graphics;
}

void RunViewModel::readFirstBatch()
{
    const std::int64_t rows = rowsOf(run());
    if (m_isBatchAsked || rows == 0 || rows > mostRowsForBatch)
        return;
    m_isBatchAsked = true;
    m_readBatch.run(
        [backend = m_backend, recipe = run().recipe](const base::Cancellation& cancellation) {
            return backend->preview(recipe, cancellation).firstBatch;
        },
        [this](std::optional<train::BatchPreview> batch) {
            m_firstBatch = std::move(batch);
            Q_EMIT firstBatchChanged();
        },
        [](const base::Error&) {}); // the data set or the base model is gone: there is nothing to show
}

const MetricLine& RunViewModel::line(const std::string& key) const
{
    static const MetricLine none;
    const auto found = m_lines.find(key);
    return found == m_lines.end() ? none : found->second;
}

bool RunViewModel::isLive() const
{
    return m_state == State::Ready && !jobs::isFinal(run().state);
}

bool RunViewModel::canPause() const
{
    return canStop() && m_details.job->pausable && run().state != JobState::Paused &&
           m_details.job->stop == jobs::StopRequest::None;
}

bool RunViewModel::canGoOn() const
{
    return isLive() && m_details.job && m_details.job->own &&
           (run().state == JobState::Paused || m_details.job->stop == jobs::StopRequest::Pause);
}

bool RunViewModel::canStop() const
{
    return isLive() && m_details.job && m_details.job->own && run().state != JobState::Cancelling &&
           m_details.job->stop < jobs::StopRequest::Interrupt;
}

bool RunViewModel::canResume() const
{
    return m_state == State::Ready && jobs::isFinal(run().state) && run().state != JobState::Completed &&
           !run().trashed;
}

bool RunViewModel::hasModel() const
{
    return m_state == State::Ready && m_details.hasModel();
}

bool RunViewModel::isAsked() const
{
    return isLive() && m_details.job && m_details.job->stop != jobs::StopRequest::None &&
           run().state != JobState::Paused;
}

void RunViewModel::pause()
{
    if (!canPause())
        return;
    m_backend->pause(m_details.run.job);
    refresh();
}

void RunViewModel::goOn()
{
    if (!canGoOn())
        return;
    m_backend->goOn(m_details.run.job);
    refresh();
}

void RunViewModel::stop(train::RunStop how)
{
    if (!canStop())
        return;
    m_commands.run(
        [backend = m_backend, run = run(), how] { backend->stop(run, how); }, [this] { refresh(); },
        [this](const base::Error& error) { Q_EMIT commandFailed(tr("The run was not stopped."), error); });
}

void RunViewModel::resume()
{
    if (!canResume() || m_commands.isRunning())
        return;
    m_commands.run(
        [backend = m_backend, id = run().id] { backend->resume(id); }, [this] { refresh(); },
        [this](const base::Error& error) { Q_EMIT commandFailed(tr("The run was not resumed."), error); });
}

void RunViewModel::setNote(const QString& note)
{
    if (m_state != State::Ready)
        return;
    m_commands.run(
        [backend = m_backend, id = run().id, note = note.toStdString()] { backend->noteRun(id, note); },
        [this] { refresh(); },
        [this](const base::Error& error) { Q_EMIT commandFailed(tr("The note was not saved."), error); });
}

void RunViewModel::exportRun(train::RunFormat format, const QString& folder)
{
    if (m_state != State::Ready || (format == train::RunFormat::HuggingFace && !hasModel()))
        return;
    m_commands.run(
        [backend = m_backend, run = run(), format, folder](const base::Cancellation& cancellation) {
            backend->exportRun(run, format, std::filesystem::path(folder.toStdString()), cancellation);
        },
        [this, folder] {
            Q_EMIT exported(folder);
            Q_EMIT changed();
        },
        [this](const base::Error& error) { Q_EMIT commandFailed(tr("The run was not exported."), error); });
}

void RunViewModel::classify(const QString& text)
{
    if (!hasModel() || text.trimmed().isEmpty())
        return;
    if (!m_model)
        m_model = std::make_shared<Model>();
    using Scores = QList<std::pair<QString, double>>;
    m_classify.run(
        [backend = m_backend, model = m_model, run = run(), text] {
            if (!model->predictor)
                model->predictor = backend->predictor(run);
            const std::string utf8 = text.toStdString();
            const std::string_view view = utf8;
            const auto values = model->predictor->predict({&view, 1});
            const auto& labels = model->predictor->labels();
            Scores scores;
            for (std::size_t i = 0; i < labels.size() && i < values.size(); ++i)
                scores.emplace_back(QString::fromStdString(labels[i]), double(values[i]));
            std::ranges::stable_sort(scores, std::greater{}, &std::pair<QString, double>::second);
            return scores;
        },
        [this, model = m_model, text](const Scores& scores) {
            if (model == m_model)
                Q_EMIT classified(text, scores);
        },
        [this, model = m_model](const base::Error& error) {
            if (model == m_model)
                Q_EMIT classifyFailed(error);
        });
}

} // namespace lepton::ui
