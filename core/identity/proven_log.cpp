// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/proven_log.h"

#include "base/error.h"
#include "identity/event_check.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace lepton::identity {
namespace {

using base::Error;
using base::ErrorCode;
using store::RawEvent;

/// Events checked at a time: enough work for every thread, little memory.
constexpr std::size_t batchSize = 2048;
/// Checking fewer signatures again takes no time that anybody notices.
constexpr std::int64_t manySignatures = 500;

Error damaged(const std::string& what)
{
    return {ErrorCode::Damaged, "Nothing can be decided in this workspace: " + what +
                                    " Run lepton audit verify to see all that is wrong."};
}

std::string name(std::int64_t seq)
{
    return "Event " + std::to_string(seq);
}

/// Gives the events after @p last to @p work, many at a time.
template <class Work>
void inBatches(SQLite::Database& database, std::int64_t last, Work work)
{
    std::vector<RawEvent> batch;
    store::EventStore(database).forEach(last, [&](const RawEvent& event) {
        batch.push_back(event);
        if (batch.size() < batchSize)
            return true;
        const bool more = work(batch);
        batch.clear();
        return more;
    });
    if (!batch.empty())
        work(batch);
}

} // namespace

ProvenLog::ProvenLog(const base::WorkspaceId& workspace, std::optional<Seal> known)
    : m_workspace(workspace)
    , m_known(std::move(known))
{}

void ProvenLog::catchUp(SQLite::Database& database, const Take& take)
{
    requireLast(database);
    inBatches(database, m_head.seq, [&](const std::vector<RawEvent>& batch) {
        proveBatch(batch, take);
        return true;
    });
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
                    name(m_head.seq) + (last ? " is another one than" : " is not there any more, and was") +
                        " a moment ago: an older or a forged catalog was put in the place of this one. "
                        "Nothing is decided in it. Close the workspace, and run lepton audit verify.");
}

void ProvenLog::proveBatch(std::span<const RawEvent> events, const Take& take)
{
    const std::int64_t verified = m_known ? m_known->seq : 0;
    const auto found = checkEach(m_workspace, events, verified);
    base::Sha256 sealHash;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const RawEvent& event = events[i];
        if (event.seq != m_head.seq + 1)
            throw damaged(name(m_head.seq + 1) + " is missing.");
        if (event.prev != m_head.hash)
            throw damaged(name(event.seq) + " does not follow the event before it.");
        if (found[i])
            throw damaged(found[i]->message);
        take(event);
        m_head = {event.seq, event.hash};
        m_seal.add(event, sealHash);
        if (event.seq > verified)
            ++m_signaturesChecked;
        if (m_known && event.seq == m_known->seq && m_seal.digest == m_known->digest)
            m_known.reset();
    }
}

void ProvenLog::proveSignatures(SQLite::Database& database, std::int64_t last)
{
    inBatches(database, 0, [&](const std::vector<RawEvent>& batch) {
        for (const auto& wrong : checkEach(m_workspace, batch, 0)) {
            if (wrong)
                throw damaged(wrong->message);
        }
        m_signaturesChecked += std::ssize(batch);
        return batch.back().seq < last;
    });
}

void keepSeal(const ProvenLog& log, SealStore& seals, const std::filesystem::path& folder)
{
    if (log.signaturesChecked() >= manySignatures)
        seals.keep(folder, log.seal());
}

} // namespace lepton::identity
