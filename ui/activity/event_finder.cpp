// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/event_finder.h"

#include "ui/activity/event_text.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace lepton::ui {
namespace {

constexpr std::int64_t stretchLength = 2000; ///< events; about 20 ms of reading
constexpr qint64 sliceTime = 4;              ///< ms on the GUI thread at a time

} // namespace

bool fits(const EventQuery& query, const store::Event& event, const EventNames& names)
{
    if (!query.group.isEmpty() && eventGroup(QString::fromStdString(event.kind)) != query.group)
        return false;
    if (query.text.isEmpty())
        return true;
    const auto holds = [&](const QString& text) { return text.contains(query.text, Qt::CaseInsensitive); };
    return holds(QString::fromStdString(event.hash)) || holds(eventAuthor(event, names)) ||
           holds(eventSentence(event, names));
}

EventFinder::EventFinder(std::shared_ptr<ActivityBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
{
    m_slice.setSingleShot(true);
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &EventFinder::look);
}

void EventFinder::start(const EventQuery& query, std::int64_t before, std::int64_t wanted)
{
    stop();
    m_query = query;
    m_before = before;
    m_next = 0;
    m_begin = 0;
    m_first = {};
    m_left = wanted;
    readNext();
}

void EventFinder::more(std::int64_t wanted)
{
    if (isLooking() || m_next <= 1)
        return;
    m_left = wanted;
    m_before = m_next;
    readNext();
}

void EventFinder::stop()
{
    m_read.cancel();
    m_slice.stop();
    m_fitting.clear();
}

EventFinder::Stretch EventFinder::read(ActivityBackend& backend, const QString& group, std::int64_t before,
                                       std::int64_t count)
{
    Stretch stretch;
    stretch.page = backend.events(before, count);
    auto& events = stretch.page.events;
    if (!events.empty()) {
        stretch.first = events.front();
        stretch.begin = events.front().seq + 1;
        stretch.next = std::max<std::int64_t>(events.back().seq, 1);
    } else if (before > count) { // events are missing here, and older ones may not be
        stretch.begin = before;
        stretch.next = before - count;
    }
    if (!group.isEmpty())
        std::erase_if(events, [&](const store::Event& event) {
            return eventGroup(QString::fromStdString(event.kind)) != group;
        });
    return stretch;
}

void EventFinder::readNext()
{
    const std::int64_t count = m_query.isEmpty() ? m_left : stretchLength;
    m_read.run([backend = m_backend, group = m_query.group, before = m_before,
                count] { return read(*backend, group, before, count); },
               [this](Stretch stretch) { take(std::move(stretch)); },
               [this](const base::Error& error) { Q_EMIT failed(error); });
}

void EventFinder::take(Stretch stretch)
{
    m_total = stretch.page.total;
    if (m_next == 0) {
        m_begin = stretch.begin;
        m_first = stretch.first;
    }
    m_stretch = std::move(stretch);
    m_position = 0;
    look();
}

void EventFinder::look()
{
    QElapsedTimer clock;
    clock.start();
    auto& events = m_stretch.page.events;
    while (m_position < events.size() && m_left > 0) {
        store::Event& event = events[m_position++];
        if (m_query.text.isEmpty() || fits(m_query, event, m_stretch.page.names)) {
            m_fitting.push_back(std::move(event));
            --m_left;
        }
        if (clock.elapsed() >= sliceTime) {
            m_slice.start();
            return;
        }
    }
    close();
}

void EventFinder::close()
{
    // Those after the last one that was wanted are looked at another time.
    const auto& events = m_stretch.page.events;
    m_next = m_position < events.size() ? events[m_position].seq + 1 : m_stretch.next;
    EventPage page = std::exchange(m_stretch, {}).page;
    page.events = std::exchange(m_fitting, {});
    const bool goesOn = m_left > 0 && m_next > 1;
    if (goesOn) {
        m_before = m_next;
        readNext();
    }
    Q_EMIT found(page);
    if (!goesOn && !isLooking()) // unless another search was begun at what was found
        Q_EMIT ended();
}

} // namespace lepton::ui
