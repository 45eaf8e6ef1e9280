// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/event_store.h"

#include "base/error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace lepton::store {
namespace {

const std::string select =
    "SELECT seq, id, time, member, key, kind, object, detail, prev, hash, signature FROM event ";

RawEvent readRow(SQLite::Statement& row)
{
    RawEvent event;
    event.seq = row.getColumn(0).getInt64();
    event.id = row.getColumn(1).getString();
    event.time = row.getColumn(2).getInt64();
    event.member = row.getColumn(3).getString();
    event.key = row.getColumn(4).getString();
    event.kind = row.getColumn(5).getString();
    event.object = row.getColumn(6).getString();
    event.detail = row.getColumn(7).getString();
    event.prev = row.getColumn(8).getString();
    event.hash = row.getColumn(9).getString();
    event.signature = row.getColumn(10).getString();
    return event;
}

std::vector<Event> readAll(SQLite::Statement& rows)
{
    std::vector<Event> events;
    while (rows.executeStep()) {
        const RawEvent raw = readRow(rows);
        auto event = toEvent(raw);
        if (!event)
            throw base::Error(
                base::ErrorCode::Damaged,
                "Event " + std::to_string(raw.seq) +
                    " of the audit log is damaged: it has ids that are none. Run lepton audit verify.");
        events.push_back(*std::move(event));
    }
    return events;
}

std::string detailText(const nlohmann::json& detail)
{
    try {
        return detail.is_null() ? std::string("{}") : detail.dump();
    } catch (const nlohmann::json::type_error& error) {
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "This cannot be recorded: a text in it is not UTF-8.", error.what());
    }
}

} // namespace

std::optional<Event> toEvent(const RawEvent& raw)
{
    const auto id = base::EventId::parse(raw.id);
    const auto member = base::MemberId::parse(raw.member);
    if (!id || !member)
        return std::nullopt;
    return Event{raw.seq,    *id,        {raw.time}, *member,  raw.key,      raw.kind,
                 raw.object, raw.detail, raw.prev,   raw.hash, raw.signature};
}

Event EventStore::append(const base::WorkspaceId& workspace, const Signer& signer, const EventDraft& draft,
                         base::UtcTime now, const base::Clock& clock)
{
    Event event;
    SQLite::Statement last(m_database, "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1");
    event.seq = 1;
    if (last.executeStep()) {
        event.seq = last.getColumn(0).getInt64() + 1;
        event.prev = last.getColumn(1).getString();
    }
    last.reset();
    event.id = base::EventId::generate(clock);
    event.time = now;
    event.member = signer.member();
    event.key = signer.key();
    event.kind = draft.kind;
    event.object = draft.object;
    event.detail = detailText(draft.detail);
    const base::Sha256Digest hash = eventHash(workspace, event);
    event.hash = base::toHex(hash);
    event.signature = base::toHex(signer.sign(hash));

    SQLite::Statement insert(
        m_database, "INSERT INTO event (seq, id, time, member, key, kind, object, detail, prev, hash, "
                    "signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, event.seq);
    insert.bind(2, event.id.toString());
    insert.bind(3, event.time.milliseconds);
    insert.bind(4, event.member.toString());
    insert.bind(5, event.key);
    insert.bind(6, event.kind);
    insert.bind(7, event.object);
    insert.bind(8, event.detail);
    insert.bind(9, event.prev);
    insert.bind(10, event.hash);
    insert.bind(11, event.signature);
    insert.exec();
    return event;
}

void EventStore::forEach(std::int64_t after, const std::function<bool(const RawEvent&)>& visit)
{
    SQLite::Statement rows(m_database, select + "WHERE seq > ? ORDER BY seq");
    rows.bind(1, after);
    while (rows.executeStep()) {
        if (!visit(readRow(rows)))
            return;
    }
}

std::vector<RawEvent> EventStore::rawAfter(std::int64_t after, std::size_t most)
{
    SQLite::Statement rows(m_database, select + "WHERE seq > ? ORDER BY seq LIMIT ?");
    rows.bind(1, after);
    rows.bind(2, static_cast<std::int64_t>(std::min<std::size_t>(most, std::numeric_limits<int>::max())));
    std::vector<RawEvent> events;
    while (rows.executeStep())
        events.push_back(readRow(rows));
    return events;
}

void EventStore::forEachOfKinds(const std::vector<std::string>& kinds,
                                const std::function<bool(const RawEvent&)>& visit)
{
    std::string marks;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        marks += i == 0 ? "?" : ", ?";
    SQLite::Statement rows(m_database, select + "WHERE seq > 0 AND kind IN (" + marks + ") ORDER BY seq");
    int index = 0;
    for (const std::string& kind : kinds)
        rows.bind(++index, kind);
    while (rows.executeStep()) {
        if (!visit(readRow(rows)))
            return;
    }
}

std::optional<RawEvent> EventStore::find(std::int64_t seq)
{
    SQLite::Statement row(m_database, select + "WHERE seq = ?");
    row.bind(1, seq);
    return row.executeStep() ? std::optional(readRow(row)) : std::nullopt;
}

std::optional<RawEvent> EventStore::findByHash(const std::string& hash)
{
    SQLite::Statement row(m_database, select + "WHERE hash = ? ORDER BY seq LIMIT 1");
    row.bind(1, hash);
    return row.executeStep() ? std::optional(readRow(row)) : std::nullopt;
}

std::optional<RawEvent> EventStore::head()
{
    SQLite::Statement row(m_database, select + "ORDER BY seq DESC LIMIT 1");
    return row.executeStep() ? std::optional(readRow(row)) : std::nullopt;
}

std::vector<Event> EventStore::after(std::int64_t seq, std::int64_t limit)
{
    SQLite::Statement rows(m_database, select + "WHERE seq > ? ORDER BY seq LIMIT ?");
    rows.bind(1, seq);
    rows.bind(2, limit);
    return readAll(rows);
}

std::vector<Event> EventStore::latest(std::int64_t offset, std::int64_t limit)
{
    SQLite::Statement rows(m_database, select + "ORDER BY seq DESC LIMIT ? OFFSET ?");
    rows.bind(1, limit);
    rows.bind(2, offset);
    return readAll(rows);
}

std::int64_t EventStore::count()
{
    SQLite::Statement row(m_database, "SELECT count(*) FROM event");
    row.executeStep();
    return row.getColumn(0).getInt64();
}

} // namespace lepton::store
