// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/event_finder.h"

namespace lepton::ui {

class EventModel;

/// The events that Activity shows: those of the log that fit a filter, newest first, as many as a table
/// takes, and what comes in front of them while one looks.
class EventList final : public QObject
{
    Q_OBJECT

public:
    explicit EventList(std::shared_ptr<ActivityBackend> backend, QObject* parent = nullptr);

    EventModel& model() const noexcept { return *m_model; }
    const EventQuery& query() const noexcept { return m_query; }
    /// Looks anew where it is another.
    void setQuery(const EventQuery& query);

    /// Takes what is new; reads all again where the log is another one.
    void refresh();
    /// Reads again what is shown: what was there may be another now.
    void reload();
    void showOlder();
    void showNewest();
    /// Shows all events round the place @p seq; sought() tells when they are there.
    void seek(std::int64_t seq);
    /// Looks no further; showOlder() goes on.
    void stop();

    bool isLooking() const noexcept { return m_finder.isLooking(); }
    bool isSettled() const noexcept { return !isLooking() && !m_newer.isRunning(); }
    bool canShowOlder() const;
    bool isAtNewest() const noexcept { return m_before == 0; }
    /// Events that were looked at, and those there are.
    std::int64_t looked() const noexcept { return m_finder.looked(); }
    std::int64_t total() const noexcept { return m_total; }
    bool canSign() const noexcept { return m_canSign; }

Q_SIGNALS:
    /// Rows, counts, or whether it is looking.
    void changed();
    /// Rows of another part of the log.
    void moved();
    void sought(std::int64_t seq);
    void failed(const lepton::base::Error& error);
    /// The log could be read.
    void read();

private:
    void start(std::int64_t before, std::int64_t wanted);
    void take(const EventPage& page);
    void takeNewer(EventPage page);
    void end();

    std::shared_ptr<ActivityBackend> m_backend;
    EventModel* m_model;
    EventFinder m_finder;
    EventQuery m_query;
    std::int64_t m_before = 0; ///< place in the chain that what is shown is before; 0: the newest
    std::int64_t m_sought = 0;
    std::int64_t m_total = 0;
    std::int64_t m_newest = 0; ///< place of the newest event that was looked at, and its hash
    std::string m_newestHash;
    bool m_canSign = false;
    bool m_isAnew = false;  ///< what is found next replaces what is shown
    bool m_isStale = false; ///< the catalog changed while it was looked through
    Async m_newer;
};

} // namespace lepton::ui
