// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/event.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace SQLite {
class Database;
}

namespace lepton::store {

/// A row of the table event as it stands, before anyone has checked that its ids are ids.
struct RawEvent
{
    std::int64_t seq = 0;
    std::int64_t time = 0;
    std::string id, member, key, kind, object, detail, prev, hash, signature;
};

/// The checked form, or nothing when an id is not a UUID.
std::optional<Event> toEvent(const RawEvent& raw);

/// The table event. Each call works on the connection it is given, inside that connection's transaction.
class EventStore
{
public:
    explicit EventStore(SQLite::Database& database)
        : m_database(database)
    {}

    /// Signs and appends the next event of the chain. @throw Error, SQLite::Exception
    Event append(const base::WorkspaceId& workspace, const Signer& signer, const EventDraft& draft,
                 base::UtcTime now, const base::Clock& clock);

    /// Calls @p visit with each event after @p after in order of seq until it returns false.
    void forEach(std::int64_t after, const std::function<bool(const RawEvent&)>& visit);
    /// The events after @p after in order of seq, at most so many.
    std::vector<RawEvent> rawAfter(std::int64_t after, std::size_t most);
    /// As forEach() for the events of these kinds alone.
    void forEachOfKinds(const std::vector<std::string>& kinds,
                        const std::function<bool(const RawEvent&)>& visit);
    std::optional<RawEvent> find(std::int64_t seq);
    std::optional<RawEvent> findByHash(const std::string& hash);
    /// The newest event.
    std::optional<RawEvent> head();
    /// Oldest first.
    std::vector<Event> after(std::int64_t seq, std::int64_t limit);
    /// Newest first.
    std::vector<Event> latest(std::int64_t offset, std::int64_t limit);
    std::int64_t count();

private:
    SQLite::Database& m_database;
};

} // namespace lepton::store
