// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/event_list.h"

#include "ui/activity/event_model.h"

#include <algorithm>
#include <utility>

namespace lepton::ui {
namespace {

constexpr std::int64_t firstPage = 500;
constexpr std::int64_t atMost = 10000;       ///< rows
constexpr std::int64_t newerAtOnce = 500;    ///< events; where more have come, all are read again
constexpr std::int64_t newerThanSought = 50; ///< so that what came after it is seen, too

} // namespace

EventList::EventList(std::shared_ptr<ActivityBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
    , m_model(new EventModel(this))
    , m_finder(std::move(backend))
{
    connect(&m_finder, &EventFinder::found, this, &EventList::take);
    connect(&m_finder, &EventFinder::ended, this, &EventList::end);
    connect(&m_finder, &EventFinder::failed, this, [this](const base::Error& error) {
        Q_EMIT changed();
        Q_EMIT failed(error);
    });
}

void EventList::setQuery(const EventQuery& query)
{
    if (query == m_query)
        return;
    m_query = query;
    start(0, firstPage);
}

void EventList::start(std::int64_t before, std::int64_t wanted)
{
    const bool moves = before != m_before;
    m_before = before;
    m_isAnew = true;
    m_isStale = false;
    m_newer.cancel();
    m_finder.start(m_query, before, wanted);
    Q_EMIT changed();
    if (moves)
        Q_EMIT moved();
}

void EventList::refresh()
{
    if (m_finder.isLooking()) {
        m_isStale = true;
        return;
    }
    if (m_newest == 0 || m_isAnew) {
        start(m_before, firstPage);
        return;
    }
    // far back, the number of events alone is another
    const std::int64_t count = isAtNewest() ? newerAtOnce : 1;
    m_newer.run([backend = m_backend, count] { return backend->events(0, count); },
                [this](EventPage page) { takeNewer(std::move(page)); },
                [this](const base::Error& error) { Q_EMIT failed(error); });
}

void EventList::reload()
{
    start(m_before, std::clamp<std::int64_t>(m_model->rowCount(), firstPage, atMost));
}

void EventList::takeNewer(EventPage page)
{
    m_total = page.total;
    m_canSign = page.canSign;
    Q_EMIT read();
    if (!isAtNewest()) {
        Q_EMIT changed();
        return;
    }
    auto& events = page.events;
    const auto known =
        std::ranges::find_if(events, [this](const store::Event& event) { return event.seq <= m_newest; });
    if (known == events.end() || known->hash != m_newestHash) {
        reload();
        return;
    }
    events.erase(known, events.end());
    if (!events.empty()) {
        m_newest = events.front().seq;
        m_newestHash = events.front().hash;
    }
    std::erase_if(events, [&](const store::Event& event) { return !fits(m_query, event, page.names); });
    m_model->prepend(std::move(page));
    Q_EMIT changed();
}

void EventList::take(const EventPage& page)
{
    m_total = page.total;
    m_canSign = page.canSign;
    Q_EMIT read();
    if (std::exchange(m_isAnew, false)) {
        m_newest = m_finder.firstPlace();
        m_newestHash = m_finder.firstHash();
        m_model->setPage(page);
    } else {
        m_model->append(page);
    }
    Q_EMIT changed();
}

void EventList::end()
{
    if (const std::int64_t seq = std::exchange(m_sought, 0); seq > 0)
        Q_EMIT sought(seq);
    Q_EMIT changed();
    if (std::exchange(m_isStale, false))
        refresh();
}

void EventList::stop()
{
    m_finder.stop();
    m_sought = 0;
    Q_EMIT changed();
}

bool EventList::canShowOlder() const
{
    return !m_finder.isLooking() && !m_finder.isAtEnd() && m_finder.looked() > 0;
}

void EventList::showOlder()
{
    const std::int64_t rows = m_model->rowCount();
    if (rows >= atMost) { // as many as a table takes: those before them
        start(m_model->eventAt(int(rows) - 1).seq, atMost);
        return;
    }
    m_finder.more(std::min(std::max(rows * 3, firstPage), atMost - rows));
    Q_EMIT changed();
}

void EventList::showNewest()
{
    start(0, firstPage);
}

void EventList::seek(std::int64_t seq)
{
    m_query = {};
    m_sought = seq;
    start(seq + newerThanSought, std::clamp<std::int64_t>(m_model->rowCount(), firstPage, atMost));
}

} // namespace lepton::ui
