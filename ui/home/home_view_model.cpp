// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_view_model.h"

#include <algorithm>
#include <utility>

namespace lepton::ui {

namespace {

constexpr std::chrono::milliseconds pollTime{500};

} // namespace

HomeViewModel::HomeViewModel(std::shared_ptr<HomeBackend> backend,
                             std::vector<std::shared_ptr<HomeSource>> sources, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
    , m_sources(std::move(sources))
{
    m_poll.setSingleShot(true);
    m_poll.setInterval(pollTime);
    connect(&m_poll, &QTimer::timeout, this, &HomeViewModel::readRunning);
}

bool HomeViewModel::isSettled() const
{
    return !m_read.isRunning() && !m_readDecisions.isRunning() && !m_readRunning.isRunning() &&
           !m_commands.isRunning();
}

void HomeViewModel::refresh()
{
    m_read.run(
        [backend = m_backend] {
            return Answer{backend->facts(), backend->running()};
        },
        [this](Answer answer) { take(std::move(answer)); },
        [this](const base::Error& error) { fail(error); });
}

void HomeViewModel::take(Answer answer)
{
    std::swap(answer.facts.promotions, m_facts.promotions); // until those of now are there
    m_facts = std::move(answer.facts);
    m_running = std::move(answer.running);
    pollWhileRunning();
    Q_EMIT changed();
    Q_EMIT runningChanged();
    readDecisions();
}

/// By itself: the rest does not wait for the proof of a long log.
void HomeViewModel::readDecisions()
{
    m_readDecisions.run(
        [backend = m_backend, sources = m_sources](const base::Cancellation& cancellation) {
            Decisions decisions{backend->promotions(), {}};
            for (const auto& source : sources)
                decisions.findings.push_back(source->find(cancellation));
            return decisions;
        },
        [this](Decisions decisions) {
            m_facts.promotions = std::move(decisions.promotions);
            m_findings = std::move(decisions.findings);
            m_state = State::Ready;
            m_error.reset();
            Q_EMIT changed();
        },
        [this](const base::Error& error) { fail(error); });
}

void HomeViewModel::fail(const base::Error& error)
{
    m_state = State::Failed; // what was read before stays to be seen
    m_error = error;
    Q_EMIT changed();
}

void HomeViewModel::setLive(bool live)
{
    m_live = live;
    pollWhileRunning();
}

void HomeViewModel::pollWhileRunning()
{
    if (m_live && !m_running.empty())
        m_poll.start();
    else
        m_poll.stop();
}

void HomeViewModel::readRunning()
{
    m_readRunning.run([backend = m_backend] { return backend->running(); },
                      [this](std::vector<RunningJob> running) {
                          m_running = std::move(running);
                          pollWhileRunning();
                          Q_EMIT runningChanged();
                      },
                      [this](const base::Error&) { pollWhileRunning(); }); // the next full read tells
}

HomeViewModel::NextStep HomeViewModel::nextStep() const
{
    if (!m_facts.runs.empty())
        return NextStep::None;
    if (m_facts.datasetCount == 0)
        return NextStep::ImportData;
    return m_facts.baseModelCount == 0 ? NextStep::ImportModel : NextStep::StartRun;
}

std::vector<HomeViewModel::Segment> HomeViewModel::segments() const
{
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        segments.push_back(
            {m_sources[i]->id(), m_sources[i]->title(), i < m_findings.size() ? int(itemsOf(i).size()) : 0});
    return segments;
}

std::vector<HomeItem> HomeViewModel::itemsOf(std::size_t index) const
{
    auto items = m_findings[index]->items();
    if (m_dismissals)
        m_dismissals->apply(items);
    return items;
}

std::vector<HomeItem> HomeViewModel::waiting(const QString& segment) const
{
    std::vector<HomeItem> items;
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        if (segment.isEmpty() || m_sources[i]->id() == segment)
            std::ranges::move(itemsOf(i), std::back_inserter(items));
    }
    std::ranges::stable_sort(items, std::ranges::greater(),
                             [](const HomeItem& item) { return item.time.milliseconds; });
    return items;
}

void HomeViewModel::dismiss(const HomeItem& item)
{
    m_dismissals->add(item);
    Q_EMIT changed();
}

void HomeViewModel::undoDismissal(const HomeItem& item)
{
    m_dismissals->remove(item);
    Q_EMIT changed();
}

void HomeViewModel::perform(const HomeAction& action)
{
    if (!action.work) {
        Q_EMIT performed(action.route);
        return;
    }
    m_commands.run(
        action.work,
        [this, route = action.route] {
            refresh();
            Q_EMIT performed(route);
        },
        [this](const base::Error& error) { Q_EMIT performFailed(error); });
}

} // namespace lepton::ui
