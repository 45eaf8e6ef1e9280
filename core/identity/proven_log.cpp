// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/proven_log.h"

#include "base/error.h"
#include "identity/event_check.h"
#include "identity/event_sentence.h"
#include "identity/refusals.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace lepton::identity {
namespace {

using base::Error;
using base::ErrorCode;
using store::RawEvent;

/// Checking fewer signatures again takes no time that anybody notices.
constexpr std::int64_t manySignatures = 500;

/// Gives @p check the events from the one after @p first to the one at @p last, many at a time.
void checkAll(SQLite::Database& database, EventCheck& check, std::int64_t first, std::int64_t last)
{
    store::EventStore store(database);
    while (first < last) {
        auto events = store.rawAfter(first, EventCheck::batchSize);
        if (events.empty())
            break;
        first = events.back().seq;
        check.add(std::move(events));
    }
    check.finish();
}

} // namespace

ProvenLog::ProvenLog(const base::WorkspaceId& workspace, std::optional<Seal> known)
    : m_workspace(workspace)
    , m_known(std::move(known))
{}

void ProvenLog::catchUp(SQLite::Database& database, const Take& take)
{
    requireLast(database);
    const std::int64_t verified = m_known ? m_known->seq : 0;
    base::Sha256 sealHash;
    EventCheck check(m_workspace, verified, [&](const RawEvent& event, const std::optional<Problem>& wrong) {
        requireNext(event);
        if (wrong)
            throw damagedLog(wrong->message);
        take(event);
        m_head = {event.seq, event.hash};
        m_seal.add(event, sealHash);
        if (event.seq > verified)
            ++m_signaturesChecked;
        if (m_known && event.seq == m_known->seq && m_seal.digest == m_known->digest)
            m_known.reset();
    });
    checkAll(database, check, m_head.seq, std::numeric_limits<std::int64_t>::max());
    // The log is not what was sealed. Nobody has believed any of it yet: the signatures are checked now.
    if (m_known)
        proveSignatures(database, std::min(m_known->seq, m_head.seq));
    m_known.reset();
}

void ProvenLog::requireLast(SQLite::Database& database) const
{
    if (m_head.seq == 0)
        return;
    const auto last = store::EventStore(database).find(m_head.seq);
    if (!last || last->hash != m_head.hash)
        throw Error(ErrorCode::RolledBack,
                    replacedEvent(m_head.seq, last) +
                        " a moment ago: an older or a forged catalog was put in the place of this one. "
                        "Nothing is decided in it. Close the workspace, and run lepton audit verify.");
}

void ProvenLog::requireNext(const RawEvent& event) const
{
    if (event.seq != m_head.seq + 1)
        throw damagedLog(eventName(m_head.seq + 1) + " is missing.");
    if (event.prev != m_head.hash)
        throw damagedLog(eventName(event.seq) + " does not follow the event before it.");
}

void ProvenLog::proveSignatures(SQLite::Database& database, std::int64_t last)
{
    EventCheck check(m_workspace, 0, [&](const RawEvent&, const std::optional<Problem>& wrong) {
        if (wrong)
            throw damagedLog(wrong->message);
        ++m_signaturesChecked;
    });
    checkAll(database, check, 0, last);
}

void keepSeal(const ProvenLog& log, SealStore& seals, const std::filesystem::path& folder)
{
    if (log.signaturesChecked() >= manySignatures)
        seals.keep(folder, log.seal());
}

} // namespace lepton::identity
