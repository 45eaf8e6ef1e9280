// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/audit_walk.h"

#include "identity/acknowledgement.h"
#include "identity/event_sentence.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace lepton::identity {
namespace {

using store::RawEvent;

constexpr std::size_t mostProblems = 1000;
constexpr const char* moreKind = "more";

} // namespace

void addProblem(AuditResult& result, Problem problem)
{
    result.whole = result.whole && problem.refused;
    if (result.problems.size() < mostProblems)
        result.problems.push_back(std::move(problem));
    else if (result.problems.size() == mostProblems)
        result.problems.push_back({0, moreKind, "There are more problems; the first ones are shown."});
}

AuditWalk::AuditWalk(const base::WorkspaceId& workspace, const std::vector<AuditedPart*>& parts,
                     std::int64_t verified, AuditResult& result)
    : m_parts(parts)
    , m_verified(verified)
    , m_result(result)
    , m_check(workspace, verified,
              [this](const RawEvent& event, const std::optional<Problem>& wrong) { add(event, wrong); })
{}

void AuditWalk::report(Problem problem)
{
    addProblem(m_result, std::move(problem));
}

void AuditWalk::reportRefused()
{
    for (auto& [seq, refused] : m_refused) {
        if (refused.acknowledged)
            m_result.acknowledged.push_back(std::move(refused.problem));
        else
            report(std::move(refused.problem));
    }
    m_refused.clear();
    std::ranges::stable_sort(m_result.problems, {}, [](const Problem& problem) {
        return problem.kind == moreKind ? std::numeric_limits<std::int64_t>::max() : problem.event;
    });
}

void AuditWalk::add(const RawEvent& event, const std::optional<Problem>& ownProblem)
{
    if (event.seq < 1) {
        report({event.seq, "bad_event", eventName(event.seq) + " stands before the first event."});
        return;
    }
    if (event.seq > m_last + 1)
        report({m_last + 1, "missing_event",
                event.seq == m_last + 2 ? eventName(m_last + 1) + " is missing."
                                        : "Events " + std::to_string(m_last + 1) + " to " +
                                              std::to_string(event.seq - 1) + " are missing."});
    if (event.prev != m_result.head)
        report({event.seq, "broken_chain", eventName(event.seq) + " does not follow the event before it."});
    if (ownProblem)
        report(*ownProblem);
    // What is not genuine has no say in who is a member, but without the first event nobody could be one.
    if (!ownProblem || m_result.events == 0)
        judge(event, ownProblem.has_value());
    if (m_result.events == 0)
        m_result.root = event.key;
    m_last = event.seq;
    m_seal.add(event, m_sealHash);
    if (event.seq == m_verified)
        m_verifiedSeal = m_seal;
    m_result.head = event.hash;
    ++m_result.events;
}

void AuditWalk::judge(const RawEvent& event, bool reported)
{
    auto wrong = m_membership.apply(event);
    for (AuditedPart* part : m_parts) {
        if (!wrong && !reported)
            wrong = part->apply(event, m_membership);
    }
    if (!wrong && !reported)
        takeAcknowledgement(event);
    if (!wrong || reported)
        return;
    if (wrong->refused) {
        m_refused.try_emplace(event.seq, Refused{*std::move(wrong), event.hash, event.member});
        return;
    }
    // As long as nobody is a member, every event is wrong in the same way: once is enough.
    if (m_membership.members().empty() && std::exchange(m_nobodyReported, true))
        return;
    report(*std::move(wrong));
}

void AuditWalk::takeAcknowledgement(const RawEvent& event)
{
    for (const Acknowledged& named : acknowledgedBy(event)) {
        const auto found = m_refused.find(named.event);
        if (found != m_refused.end() && found->second.hash == named.hash &&
            found->second.author != event.member)
            found->second.acknowledged = true;
    }
}

} // namespace lepton::identity
