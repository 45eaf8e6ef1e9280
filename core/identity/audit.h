// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/checkpoint.h"
#include "identity/membership.h"
#include "identity/pin_store.h"
#include "identity/seal_store.h"
#include "store/workspace.h"

#include <cstdint>
#include <optional>
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
    bool ok = false; ///< no problem at all
    /// Nobody changed the log or the tables: what is wrong are at most events that were refused.
    bool whole = false;
    std::int64_t events = 0;
    std::string head;    ///< hash of the newest event, lower-case hex
    std::string root;    ///< key of the first member, lower-case hex
    bool pinned = false; ///< root is what this machine remembers
    /// Of the events in their order, then of the tables and pins; at most 1,000, then one of kind "more".
    std::vector<Problem> problems;
    /// Refused events that an admin who did not write them has acknowledged; in their order.
    std::vector<Problem> acknowledged{};
};

/// A part of the state above the members that is rebuilt from the events, too.
class AuditedPart
{
public:
    virtual ~AuditedPart() = default;
    /// Forgets everything: the log is read from its beginning.
    virtual void begin() = 0;
    /// Takes the next event, which is genuine and whose author was a member. @return what is wrong with it
    virtual std::optional<Problem> apply(const store::RawEvent& event, const Membership& members) = 0;
    /// The first row of its tables that is not what the events tell.
    virtual std::optional<Problem> compare(SQLite::Database& database) = 0;
    /// Reads the objects that decisions name.
    virtual std::vector<Problem> checkObjects(const base::Cancellation& cancellation,
                                              base::Progress& progress) = 0;
};

struct AuditOptions
{
    /// Also check the signatures that this machine has checked before. Without it, those whose seal is the
    /// same are not checked again; their hashes are. Where anything is wrong, everything is checked after
    /// all.
    bool full = false;
    SealStore* seals = nullptr; ///< none: as full
    std::vector<AuditedPart*> parts{};
    std::optional<Checkpoint> checkpoint{}; ///< must be in the log
};

/// Proves the audit log without trusting the file: every hash, the chain without gaps, every signature, that
/// each key belonged to its author at that place, the projections rebuilt from the events, the pinned root,
/// and that the head that this machine last verified is still there. The head of a log that is whole becomes
/// the last verified one. Signatures are checked on several threads, and others may write meanwhile. @throw
/// Error when the catalog cannot be read, or cancelled
AuditResult verify(store::Workspace& workspace, PinStore& pins, const AuditOptions& options,
                   const base::Cancellation& cancellation, base::Progress& progress);
/// In full, of the members alone.
AuditResult verify(store::Workspace& workspace, PinStore& pins, const base::Cancellation& cancellation,
                   base::Progress& progress);

/// Proves that the last verified head is the event that it was, and the events after it, and takes the newest
/// as verified. Does nothing when they are many (a whole walk is for that), when that head is gone, or when
/// one of them is not genuine. Cheap: called when a workspace is opened and closed.
///
/// The log below the last verified head is not read again, but for what says who is a member. It need not be:
/// the head is remembered to notice an older catalog, and nothing is decided by it. Whatever is decided or
/// audited walks the log from its first event, hash by hash, and each byte below the head is bound by the
/// head's hash. Who takes the revocation of a key out of the log can at worst have an event of that key
/// remembered here: which the next walk refuses, and which is told as rolled_back once the true log is there.
/// @return whether the newest event is verified now
bool verifyNewest(store::Workspace& workspace, PinStore& pins);

} // namespace lepton::identity
