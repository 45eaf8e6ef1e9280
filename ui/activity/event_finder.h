// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activity/activity_backend.h"
#include "ui/widgets/async.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

namespace lepton::ui {

/// Which events of the log.
struct EventQuery
{
    QString text{};  ///< in what happened, the author's name or the hash, in any case; empty: all
    QString group{}; ///< of eventGroup(); empty: all kinds

    bool isEmpty() const { return text.isEmpty() && group.isEmpty(); }
    bool operator==(const EventQuery&) const = default;
};

/// Whether @p event fits; in the language of the moment. GUI thread.
bool fits(const EventQuery& query, const store::Event& event, const EventNames& names);

/// Looks through a log of any length, newest first, a stretch at a time. A worker reads; the text is held
/// against what a person reads of an event, which is in the language of the moment, so that is done on this
/// thread, a few milliseconds at a time.
class EventFinder final : public QObject
{
    Q_OBJECT

public:
    explicit EventFinder(std::shared_ptr<ActivityBackend> backend, QObject* parent = nullptr);

    /// Begins at the newest of the events before the place @p before (0: of all) and goes on until @p wanted
    /// of them fit.
    void start(const EventQuery& query, std::int64_t before, std::int64_t wanted);
    /// Goes on until so many more fit.
    void more(std::int64_t wanted);
    void stop();

    const EventQuery& query() const noexcept { return m_query; }
    bool isLooking() const noexcept { return m_read.isRunning() || m_slice.isActive(); }
    /// The oldest event there is was looked at.
    bool isAtEnd() const noexcept { return m_next == 1; }
    /// Events that were looked at since start().
    std::int64_t looked() const noexcept { return m_next == 0 ? 0 : m_begin - m_next; }
    std::int64_t total() const noexcept { return m_total; }
    /// The first event that start() came upon, fitting or not; place 0 and no hash where there was none.
    std::int64_t firstPlace() const noexcept { return m_first.seq; }
    const std::string& firstHash() const noexcept { return m_first.hash; }

Q_SIGNALS:
    /// What fits of the stretch just looked at, perhaps nothing.
    void found(const lepton::ui::EventPage& page);
    /// Enough fit, or there are none left. Not after stop().
    void ended();
    void failed(const lepton::base::Error& error);

private:
    struct Stretch
    {
        EventPage page;         ///< of the kinds that are wanted
        store::Event first;     ///< of any kind
        std::int64_t next = 1;  ///< the events before this place come next
        std::int64_t begin = 1; ///< one after the place of the newest that was read
    };

    static Stretch read(ActivityBackend& backend, const QString& group, std::int64_t before,
                        std::int64_t count);
    void readNext();
    void take(Stretch stretch);
    /// Looks at the stretch for as long as the window may wait.
    void look();
    void close();

    std::shared_ptr<ActivityBackend> m_backend;
    EventQuery m_query;
    std::int64_t m_before = 0; ///< place that the next stretch is before; 0: the newest
    std::int64_t m_next = 0;   ///< place that all looked at so far are not before; 0: nothing yet
    std::int64_t m_begin = 0;
    std::int64_t m_left = 0; ///< still wanted
    std::int64_t m_total = 0;
    store::Event m_first;
    Stretch m_stretch;
    std::size_t m_position = 0; ///< in m_stretch
    std::vector<store::Event> m_fitting;
    QTimer m_slice;
    Async m_read;
};

} // namespace lepton::ui
