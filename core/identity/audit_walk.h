// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/identity.

#include "identity/audit.h"

#include <cstdint>
#include <future>
#include <map>
#include <optional>
#include <string>
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

    /// Takes the next events. What is wrong with each by itself is found on several threads, while those of
    /// the call before take their place.
    void add(std::vector<store::RawEvent> events);
    /// Waits until all of them have.
    void finish();
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
    struct Batch
    {
        std::vector<store::RawEvent> events;
        std::future<std::vector<std::optional<Problem>>> found;
    };
    struct Refused
    {
        Problem problem;
        std::string hash, author;
        bool acknowledged = false;
    };

    void add(const store::RawEvent& event, const std::optional<Problem>& ownProblem);
    void judge(const store::RawEvent& event, bool reported);
    void takeAcknowledgement(const store::RawEvent& event);

    const base::WorkspaceId& m_workspace;
    const std::vector<AuditedPart*>& m_parts;
    std::int64_t m_verified;
    AuditResult& m_result;
    bool m_nobodyReported = false;
    std::map<std::int64_t, Refused> m_refused; ///< by seq
    Membership m_membership;
    std::int64_t m_last = 0;
    Seal m_seal, m_verifiedSeal;
    base::Sha256 m_sealHash;
    std::optional<Batch> m_batch; ///< the last, while it is checked
};

} // namespace lepton::identity
