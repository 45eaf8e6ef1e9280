// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/audit.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "identity/audit_walk.h"
#include "identity/event_check.h"
#include "identity/event_sentence.h"
#include "identity/member_store.h"

#include <algorithm>
#include <functional>
#include <future>
#include <iterator>
#include <limits>
#include <set>
#include <utility>

namespace lepton::identity {
namespace {

using store::RawEvent;

/// Events that opening or closing a workspace may take the time to check.
constexpr std::int64_t mostNewest = 1000;

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
        replacedEvent(remembered->seq, there) +
            " when this machine last verified the workspace: an older or a forged catalog was put in its "
            "place. Who knows why says lepton workspace trust FINGERPRINT --head HASH."};
}

/// A workspace that this machine sees for the first time is pinned, unless something is wrong with it.
void comparePins(const std::function<void(Problem)>& report, const store::WorkspaceInfo& info, PinStore& pins,
                 AuditResult& result)
{
    if (result.root.empty())
        return;
    try {
        if (result.whole)
            pins.check(info.folder, info.id, result.root);
        else
            pins.compare(info.folder, info.id, result.root);
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::Untrusted)
            throw;
        report({1, "untrusted", error.message()});
    }
    result.pinned = pins.isPinned(info.folder, info.id, result.root);
}

/// Most of the log in pieces, so that others can write meanwhile: what is there does not change any more. The
/// next piece is read while the threads are at one. @return the last event taken; the rest is less than a
/// piece
std::int64_t takePieces(store::Workspace& workspace, const std::function<void(std::vector<RawEvent>)>& take)
{
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    const auto readAfter = [&workspace](std::int64_t after) {
        std::vector<RawEvent> batch;
        workspace.read([&](SQLite::Database& database) {
            batch = store::EventStore(database).rawAfter(after, EventCheck::batchSize);
        });
        return batch;
    };
    std::vector<RawEvent> batch = readAfter(last);
    while (batch.size() == EventCheck::batchSize) {
        last = batch.back().seq;
        auto next = std::async(std::launch::async, readAfter, last);
        take(std::move(batch));
        batch = next.get();
    }
    return last;
}

void compareCheckpoint(AuditWalk& walk, SQLite::Database& database, const store::WorkspaceInfo& info,
                       const Checkpoint& checkpoint, const std::string& root)
{
    const std::int64_t seq = checkpoint.head.seq;
    if (!checkpoint.isGenuine()) {
        walk.report({0, "bad_signature", "The checkpoint was changed after it was signed."});
    } else if (checkpoint.workspace != info.id.toString() || checkpoint.root != root) {
        walk.report({0, "untrusted", "The checkpoint is of another workspace, or of one with another root."});
    } else if (!walk.membership().wasUsed(checkpoint.key)) {
        walk.report({0, "unknown_key", "The checkpoint was signed by nobody who is a member here."});
    } else if (const auto there = store::EventStore(database).find(seq);
               !there || there->hash != checkpoint.head.hash) {
        walk.report(
            {seq, "rolled_back",
             replacedEvent(seq, there) +
                 " when the checkpoint was signed: an older or a forged catalog was put in its place."});
    }
}

bool breaks(const std::optional<Problem>& problem)
{
    return problem && !problem->refused;
}

struct Pass
{
    AuditResult result;
    Head head;
    Seal seal, verifiedSeal;
};

/// One way through the log; signatures up to @p verified are not checked.
Pass passThrough(store::Workspace& workspace, PinStore& pins, const AuditOptions& options,
                 std::int64_t verified, const base::Cancellation& cancellation, base::Progress& progress)
{
    const auto& info = workspace.info();
    const auto remembered = pins.head(info.folder);
    Pass pass;
    AuditResult& result = pass.result;
    result.whole = true;
    for (AuditedPart* part : options.parts)
        part->begin();
    AuditWalk walk(info.id, options.parts, verified, result);
    progress.begin("verifying", workspace.eventCount());
    const auto take = [&](std::vector<RawEvent> events) {
        cancellation.throwIfRequested();
        const auto count = std::ssize(events);
        walk.add(std::move(events));
        progress.advance(count);
    };
    const std::int64_t last = takePieces(workspace, take);
    // The last ones together with the tables, which must be of the same moment.
    workspace.read([&](SQLite::Database& database) {
        take(store::EventStore(database).rawAfter(last, std::numeric_limits<std::size_t>::max()));
        walk.finish();
        walk.reportRefused();
        if (result.events == 0)
            walk.report({0, "missing_event", "The audit log is empty."});
        if (auto wrong = compareProjections(database, walk.membership()))
            walk.report(*std::move(wrong));
        for (AuditedPart* part : options.parts) {
            if (auto wrong = part->compare(database))
                walk.report(*std::move(wrong));
        }
        if (auto wrong = compareHead(database, remembered))
            walk.report(*std::move(wrong));
        if (options.checkpoint)
            compareCheckpoint(walk, database, info, *options.checkpoint, result.root);
    });
    pass.head = walk.head();
    pass.seal = walk.seal();
    pass.verifiedSeal = walk.verifiedSeal();
    return pass;
}

} // namespace

AuditResult verify(store::Workspace& workspace, PinStore& pins, const AuditOptions& options,
                   const base::Cancellation& cancellation, base::Progress& progress)
{
    const auto& info = workspace.info();
    const auto seal = options.full || !options.seals ? std::nullopt : options.seals->find(info.folder);
    Pass pass = passThrough(workspace, pins, options, seal ? seal->seq : 0, cancellation, progress);
    // What is wrong is told by an audit that believes nothing.
    if (seal && (!pass.result.whole || pass.verifiedSeal.digest != seal->digest))
        pass = passThrough(workspace, pins, options, 0, cancellation, progress);
    AuditResult& result = pass.result;
    const auto report = [&result](Problem problem) { addProblem(result, std::move(problem)); };
    for (AuditedPart* part : options.parts) {
        for (Problem& problem : part->checkObjects(cancellation, progress))
            report(std::move(problem));
    }
    comparePins(report, info, pins, result);
    progress.flush();
    result.ok = result.problems.empty();
    if (result.whole) {
        pins.advanceHead(info.folder, pass.head);
        if (options.seals)
            options.seals->keep(info.folder, pass.seal);
    }
    return std::move(pass.result);
}

AuditResult verify(store::Workspace& workspace, PinStore& pins, const base::Cancellation& cancellation,
                   base::Progress& progress)
{
    return verify(workspace, pins, {.full = true}, cancellation, progress);
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
        const auto there = events.find(head.seq);
        if (!newest || newest->seq - head.seq > mostNewest || compareHead(database, remembered) ||
            (there && checkGenuine(info.id, *there))) {
            genuine = false;
            return;
        }
        Membership membership;
        events.forEachOfKinds(Membership::kinds(), [&](const RawEvent& event) {
            if (event.seq > head.seq)
                return false;
            genuine = !checkGenuine(info.id, event) && !breaks(membership.apply(event));
            return genuine;
        });
        if (!genuine)
            return;
        events.forEach(head.seq, [&](const RawEvent& event) {
            genuine = event.seq == head.seq + 1 && event.prev == head.hash && !checkGenuine(info.id, event) &&
                      !breaks(membership.apply(event));
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
