// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/membership.h"
#include "identity/pin_store.h"
#include "store/workspace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lepton::base {
class Cancellation;
class Progress;
} // namespace lepton::base

namespace lepton::identity {

/// What a verification found.
struct AuditResult
{
    bool ok = false;
    std::int64_t events = 0;
    std::string head;    ///< hash of the newest event, lower-case hex
    std::string root;    ///< key of the first member, lower-case hex
    bool pinned = false; ///< root is what this machine remembers
    /// Of the events in their order, then of the tables and pins; at most 1,000, then one of kind "more".
    std::vector<Problem> problems;
};

/// Proves the audit log without trusting the file: every hash, the chain without gaps, every signature, that
/// each key belonged to its author at that place, the projections rebuilt from the events, the pinned root,
/// and that the head that this machine last verified is still there. A log without a problem becomes the last
/// verified head. Signatures are checked on several threads, and others may write meanwhile. @throw Error
/// when the catalog cannot be read, or cancelled
AuditResult verify(store::Workspace& workspace, PinStore& pins, const base::Cancellation& cancellation,
                   base::Progress& progress);

/// Proves the events after the last verified head and takes the newest as verified. Does nothing when they
/// are many (the whole audit is for that), when the last verified head is gone, or when one of them is not
/// genuine. Cheap: called when a workspace is opened and closed. @return whether the newest event is verified
/// now
bool verifyNewest(store::Workspace& workspace, PinStore& pins);

} // namespace lepton::identity
