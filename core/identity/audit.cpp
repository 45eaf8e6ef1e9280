// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/audit.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "identity/member_store.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <span>
#include <thread>
#include <utility>

namespace lepton::identity {
namespace {

using store::RawEvent;

constexpr std::size_t mostProblems = 1000;
/// Events read at a time: enough work for every thread, little memory.
constexpr std::size_t batchSize = 2048;
constexpr unsigned mostThreads = 8;
/// Events that opening or closing a workspace may take the time to check.
constexpr std::int64_t mostNewest = 1000;

std::string name(std::int64_t seq)
{
    return "Event " + std::to_string(seq);
}

/// What is wrong with each event of a batch by itself, found on several threads.
std::vector<std::optional<Problem>> checkBatch(const base::WorkspaceId& workspace,
                                               std::span<const RawEvent> events)
{
    std::vector<std::optional<Problem>> found(events.size());
    const std::size_t threads = std::clamp(std::thread::hardware_concurrency(), 1U, mostThreads);
    const std::size_t share = (events.size() + threads - 1) / threads;
    const auto check = [&](std::size_t first) {
        for (std::size_t i = first; i < std::min(first + share, events.size()); ++i)
            found[i] = checkGenuine(workspace, events[i]);
    };
    std::vector<std::jthread> running;
    for (std::size_t first = share; first < events.size(); first += share)
        running.emplace_back(check, first);
    check(0);
    return found;
}

std::vector<RawEvent> eventsAfter(SQLite::Database& database, std::int64_t seq, std::size_t most)
{
    std::vector<RawEvent> events;
    store::EventStore(database).forEach(seq, [&](const RawEvent& event) {
        events.push_back(event);
        return events.size() < most;
    });
    return events;
}

/// Walks the log from its first event.
class Walk
{
public:
    Walk(const base::WorkspaceId& workspace, AuditResult& result)
        : m_workspace(workspace)
        , m_result(result)
    {}

    void add(std::span<const RawEvent> events)
    {
        const auto found = checkBatch(m_workspace, events);
        for (std::size_t i = 0; i < events.size(); ++i)
            add(events[i], found[i]);
    }

    void report(Problem problem)
    {
        if (m_result.problems.size() < mostProblems)
            m_result.problems.push_back(std::move(problem));
        else if (m_result.problems.size() == mostProblems)
            m_result.problems.push_back({0, "more", "There are more problems; the first ones are shown."});
    }

    const Membership& membership() const noexcept { return m_membership; }
    /// The event that was added last.
    Head head() const { return {m_last, m_result.head}; }

private:
    void add(const RawEvent& event, const std::optional<Problem>& ownProblem)
    {
        if (event.seq < 1) {
            report({event.seq, "bad_event", name(event.seq) + " stands before the first event."});
            return;
        }
        if (event.seq > m_last + 1)
            report({m_last + 1, "missing_event",
                    event.seq == m_last + 2 ? name(m_last + 1) + " is missing."
                                            : "Events " + std::to_string(m_last + 1) + " to " +
                                                  std::to_string(event.seq - 1) + " are missing."});
        if (event.prev != m_result.head)
            report({event.seq, "broken_chain", name(event.seq) + " does not follow the event before it."});
        if (ownProblem)
            report(*ownProblem);
        // What is not genuine has no say in who is a member, but without the first event nobody could be one.
        if (!ownProblem || m_result.events == 0)
            judge(event, ownProblem.has_value());
        if (m_result.events == 0)
            m_result.root = event.key;
        m_last = event.seq;
        m_result.head = event.hash;
        ++m_result.events;
    }

    void judge(const RawEvent& event, bool reported)
    {
        auto wrong = m_membership.apply(event);
        if (!wrong || reported)
            return;
        // As long as nobody is a member, every event is wrong in the same way: once is enough.
        if (m_membership.members().empty() && std::exchange(m_nobodyReported, true))
            return;
        report(*std::move(wrong));
    }

    const base::WorkspaceId& m_workspace;
    AuditResult& m_result;
    bool m_nobodyReported = false;
    Membership m_membership;
    std::int64_t m_last = 0;
};

std::string differingColumn(const Member& row, const Member& told)
{
    if (row.name != told.name)
        return "name";
    if (row.department != told.department)
        return "department";
    if (row.key != told.key)
        return "key";
    if (row.added != told.added)
        return "added";
    return row.revoked != told.revoked ? "revoked" : "";
}

/// The first row of the tables member and role that is not what the events tell.
std::optional<Problem> compareProjections(SQLite::Database& database, const Membership& membership)
{
    auto rows = MemberStore(database).all();
    std::ranges::sort(rows, {}, &Member::id);
    std::set<std::string> seen;
    for (const Member& row : rows) {
        const std::string id = row.id.toString();
        seen.insert(id);
        const Member* told = membership.find(id);
        if (!told)
            return Problem{0, "projection",
                           "The table member has a row " + row.name + " (" + id +
                               ") that no event tells of."};
        if (const std::string column = differingColumn(row, *told); !column.empty())
            return Problem{told->added, "projection",
                           "The table member differs from the events in the row " + told->name + " (" + id +
                               "), column " + column + "."};
        if (row.roles != told->roles)
            return Problem{told->added, "projection",
                           "The table role differs from the events in the rows of " + told->name + " (" + id +
                               ")."};
    }
    for (const auto& [id, told] : membership.members()) {
        if (!seen.contains(id))
            return Problem{told.added, "projection",
                           "The table member lacks the row " + told.name + " (" + id + "), which event " +
                               std::to_string(told.added) + " added."};
    }
    return std::nullopt;
}

std::optional<Problem> compareHead(SQLite::Database& database, const std::optional<Head>& remembered)
{
    if (!remembered)
        return std::nullopt;
    const auto there = store::EventStore(database).find(remembered->seq);
    if (there && there->hash == remembered->hash)
        return std::nullopt;
    return Problem{
        remembered->seq, "rolled_back",
        name(remembered->seq) + (there ? " is another one than" : " is not there any more, and was") +
            " when this machine last verified the workspace: an older or a forged catalog was put in its "
            "place. Who knows why says lepton workspace trust FINGERPRINT --head HASH."};
}

/// A workspace that this machine sees for the first time is pinned, unless something is wrong with it.
void comparePins(Walk& walk, const store::WorkspaceInfo& info, PinStore& pins, AuditResult& result)
{
    if (result.root.empty())
        return;
    try {
        if (result.problems.empty())
            pins.check(info.folder, info.id, result.root);
        else
            pins.compare(info.folder, info.id, result.root);
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::Untrusted)
            throw;
        walk.report({1, "untrusted", error.message()});
    }
    result.pinned = pins.isPinned(info.folder, info.id, result.root);
}

} // namespace

AuditResult verify(store::Workspace& workspace, PinStore& pins, const base::Cancellation& cancellation,
                   base::Progress& progress)
{
    const auto& info = workspace.info();
    const auto remembered = pins.head(info.folder);
    AuditResult result;
    Walk walk(info.id, result);
    progress.begin("verifying", workspace.eventCount());
    const auto take = [&](const std::vector<RawEvent>& events) {
        cancellation.throwIfRequested();
        walk.add(events);
        progress.advance(std::ssize(events));
    };
    // Most of the log in pieces, so that others can write meanwhile: what is there does not change any more.
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (;;) {
        std::vector<RawEvent> batch;
        workspace.read([&](SQLite::Database& database) { batch = eventsAfter(database, last, batchSize); });
        if (batch.size() < batchSize)
            break;
        take(batch);
        last = batch.back().seq;
    }
    // The last ones together with the tables, which must be of the same moment.
    workspace.read([&](SQLite::Database& database) {
        take(eventsAfter(database, last, std::numeric_limits<std::size_t>::max()));
        if (result.events == 0)
            walk.report({0, "missing_event", "The audit log is empty."});
        if (auto wrong = compareProjections(database, walk.membership()))
            walk.report(*std::move(wrong));
        if (auto wrong = compareHead(database, remembered))
            walk.report(*std::move(wrong));
    });
    comparePins(walk, info, pins, result);
    progress.flush();
    result.ok = result.problems.empty();
    if (result.ok)
        pins.advanceHead(info.folder, walk.head());
    return result;
}

bool verifyNewest(store::Workspace& workspace, PinStore& pins)
{
    const auto& info = workspace.info();
    const auto remembered = pins.head(info.folder);
    Head head = remembered.value_or(Head{});
    bool genuine = true;
    workspace.read([&](SQLite::Database& database) {
        store::EventStore events(database);
        const auto newest = events.head();
        if (!newest || newest->seq - head.seq > mostNewest || compareHead(database, remembered)) {
            genuine = false;
            return;
        }
        Membership membership;
        events.forEachOfKinds(Membership::kinds(), [&](const RawEvent& event) {
            if (event.seq > head.seq)
                return false;
            genuine = !checkGenuine(info.id, event) && !membership.apply(event);
            return genuine;
        });
        if (!genuine)
            return;
        events.forEach(head.seq, [&](const RawEvent& event) {
            genuine = event.seq == head.seq + 1 && event.prev == head.hash && !checkGenuine(info.id, event) &&
                      !membership.apply(event);
            head = {event.seq, event.hash};
            return genuine;
        });
        genuine = genuine && pins.isPinned(info.folder, info.id, membership.root());
    });
    if (genuine)
        pins.advanceHead(info.folder, head);
    return genuine;
}

} // namespace lepton::identity
