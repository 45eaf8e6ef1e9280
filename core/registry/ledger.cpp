// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/ledger.h"

#include "base/error.h"

#include <algorithm>

namespace lepton::registry {
namespace {

using identity::Problem;

bool changesMembers(const store::RawEvent& event)
{
    const auto& kinds = identity::Membership::kinds();
    return std::ranges::find(kinds, event.kind) != kinds.end();
}

base::Error damaged(const Problem& problem)
{
    return {base::ErrorCode::Damaged, "Nothing can be decided in this workspace: " + problem.message +
                                          " Run lepton audit verify to see all that is wrong."};
}

} // namespace

store::RawEvent toRaw(const store::Event& event)
{
    return {event.seq,           event.time.milliseconds,
            event.id.toString(), event.member.toString(),
            event.key,           event.kind,
            event.object,        event.detail,
            event.prev,          event.hash,
            event.signature};
}

void Ledger::catchUp(SQLite::Database& database)
{
    store::EventStore events(database);
    if (m_head.seq > 0) {
        const auto last = events.find(m_head.seq);
        if (!last || last->hash != m_head.hash)
            *this = Ledger(m_workspace);
    }
    std::optional<Problem> wrong;
    events.forEach(m_head.seq, [&](const store::RawEvent& event) {
        wrong = take(event);
        return !wrong;
    });
    if (wrong)
        throw damaged(*wrong);
}

std::optional<Problem> Ledger::take(const store::RawEvent& event)
{
    const std::string name = "Event " + std::to_string(event.seq);
    if (event.seq != m_head.seq + 1)
        return Problem{m_head.seq + 1, "missing_event",
                       "Event " + std::to_string(m_head.seq + 1) + " is missing."};
    if (event.prev != m_head.hash)
        return Problem{event.seq, "broken_chain", name + " does not follow the event before it."};
    const bool hasSay = changesMembers(event) || RegistryState::isAbout(event.kind);
    if (auto wrong =
            hasSay ? identity::checkGenuine(m_workspace, event) : identity::checkHash(m_workspace, event))
        return wrong;
    if (hasSay) {
        auto wrong = m_members.apply(event);
        if (wrong && !wrong->refused)
            return wrong;
        if (!wrong)
            m_state.apply(event, m_members); // refused: it has no effect
    }
    m_head = {event.seq, event.hash};
    return std::nullopt;
}

void Ledger::add(const store::Event& event)
{
    const store::RawEvent raw = toRaw(event);
    if (const auto wrong = m_members.apply(raw))
        throw errorOf({wrong->kind, wrong->message});
    if (const auto refusal = m_state.apply(raw, m_members))
        throw errorOf(*refusal);
    m_head = {event.seq, event.hash};
}

} // namespace lepton::registry
