// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/identity.

#include "identity/audit.h"
#include "identity/event_check.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lepton::identity {

/// Adds @p problem to @p result, of which the first 1,000 are kept.
void addProblem(AuditResult& result, Problem problem);

/// Walks the log from its first event: hashes, chain, signatures, and the state that is rebuilt from it.
class AuditWalk
{
public:
    /// @p verified: the last event whose signature need not be checked again.
    AuditWalk(const base::WorkspaceId& workspace, const std::vector<AuditedPart*>& parts,
              std::int64_t verified, AuditResult& result);

    AuditWalk(const AuditWalk&) = delete;
    AuditWalk& operator=(const AuditWalk&) = delete;

    /// Takes the next events, as EventCheck does.
    void add(std::vector<store::RawEvent> events) { m_check.add(std::move(events)); }
    /// Waits until all of them have taken their place.
    void finish() { m_check.finish(); }
    void report(Problem problem);
    /// Tells of the refused events that nobody has acknowledged. The log has ended.
    void reportRefused();

    const Membership& membership() const noexcept { return m_membership; }
    /// The event that was added last.
    Head head() const { return {m_last, m_result.head}; }
    const Seal& seal() const noexcept { return m_seal; }
    /// The seal at the last event whose signature was not checked.
    const Seal& verifiedSeal() const noexcept { return m_verifiedSeal; }

private:
    struct Refused
    {
        Problem problem;
        std::string hash, author;
        bool acknowledged = false;
    };

    void add(const store::RawEvent& event, const std::optional<Problem>& ownProblem);
    void judge(const store::RawEvent& event, bool reported);
    void takeAcknowledgement(const store::RawEvent& event);

    const std::vector<AuditedPart*>& m_parts;
    std::int64_t m_verified;
    AuditResult& m_result;
    bool m_nobodyReported = false;
    std::map<std::int64_t, Refused> m_refused; ///< by seq
    Membership m_membership;
    std::int64_t m_last = 0;
    Seal m_seal, m_verifiedSeal;
    base::Sha256 m_sealHash;
    EventCheck m_check;
};

} // namespace lepton::identity
