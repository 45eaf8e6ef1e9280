// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "store/event.h"
#include "store/object_store.h"
#include "store/workspace_info.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace lepton::store {

class Workspace;

/// A write in progress. Made by Workspace::write() alone; lives on one thread.
class Transaction
{
public:
    virtual ~Transaction() = default;
    /// For the *_store.cpp files.
    virtual SQLite::Database& database() = 0;
    /// Appends the next event of the chain, signed by the workspace's signer.
    /// @throw Error with ErrorCode::NoMember when no signer was set.
    virtual Event append(const EventDraft& draft) = 0;
    /// The workspace that is written to; complete also while it is being made.
    virtual const WorkspaceInfo& info() const = 0;
    /// The time of this transaction, the same for all its events.
    virtual base::UtcTime now() const = 0;
    /// Does @p work once this transaction is committed, on the same thread and outside of it; not at all
    /// after a rollback. The commit stands whatever @p work throws, so what it throws is dropped.
    virtual void afterCommit(std::function<void(Workspace&)> work) = 0;
};

/// A folder with catalog.db, objects/ and backups/. Thread-safe: one writer connection guarded by a lock, and
/// a read connection for each thread that asks.
class Workspace
{
public:
    struct CreateOptions
    {
        std::string name;
        JournalMode journalMode = JournalMode::Local;
    };

    /// Makes a workspace in @p folder (new or empty) with @p first as its first transaction, signed by
    /// @p signer. Nothing is left behind when it fails. @throw Error
    static std::unique_ptr<Workspace> create(const std::filesystem::path& folder,
                                             const CreateOptions& options,
                                             std::shared_ptr<const Signer> signer,
                                             const std::function<void(Transaction&)>& first,
                                             const base::Clock& clock = base::systemClock());

    struct OpenOptions
    {
        /// Whether a folder lies on a network file system; empty: statfs tells.
        std::function<bool(const std::filesystem::path&)> onNetwork;
    };

    /// Opens the workspace in @p folder, bringing an older schema up to date after a backup. A folder that
    /// this user cannot write to opens for reading.
    /// @throw Error: NotAWorkspace, NewerSchema, Damaged, WalOverNetwork, Permission, ReadOnly, ...
    static std::unique_ptr<Workspace> open(const std::filesystem::path& folder,
                                           const base::Clock& clock = base::systemClock());
    static std::unique_ptr<Workspace> open(const std::filesystem::path& folder, const OpenOptions& options,
                                           const base::Clock& clock = base::systemClock());

    /// Changes the journal mode of the workspace in @p folder, which nobody may have open. Also works where
    /// open() refuses a WAL catalog over a network. @throw Error Busy when someone has it open
    static void convert(const std::filesystem::path& folder, JournalMode mode);

    virtual ~Workspace() = default;

    virtual const WorkspaceInfo& info() const = 0;
    virtual ObjectStore& objects() = 0;
    /// Who signs the events of this process; until it is set, write() can append none.
    virtual void setSigner(std::shared_ptr<const Signer> signer) = 0;
    virtual std::shared_ptr<const Signer> signer() const = 0;

    /// Runs @p work in one BEGIN IMMEDIATE transaction and commits. Waits, with jitter, while others write;
    /// @p work may therefore run more than once. An exception rolls back. Not from within a read() or another
    /// write() of the same thread. @throw Error
    virtual void write(const std::function<void(Transaction&)>& work) = 0;
    /// Runs @p work on this thread's read connection in one read transaction; a read within a read sees the
    /// same state, a read within a write sees what was written so far. @throw Error
    virtual void read(const std::function<void(SQLite::Database&)>& work) = 0;

    /// A number that differs after each commit of anyone, this process included (PRAGMA data_version of a
    /// connection kept for it, so numbers got by different threads compare). Cheap: call it to know whether
    /// to read again.
    virtual std::int64_t dataVersion() = 0;

    /// A consistent copy by SQLite's backup API, while others go on. @p file must not exist.
    virtual void backup(const std::filesystem::path& file) = 0;

    /// Events with seq > @p after, oldest first, at most @p limit.
    virtual std::vector<Event> events(std::int64_t after, std::int64_t limit) = 0;
    /// Events newest first, from @p offset; for the activity page.
    virtual std::vector<Event> latestEvents(std::int64_t offset, std::int64_t limit) = 0;
    virtual std::int64_t eventCount() = 0;
};

/// Whether @p folder looks like a workspace: whether open() would try to open it.
bool holdsWorkspace(const std::filesystem::path& folder);

/// What statfs says of the folder: a network file system calls for JournalMode::Shared.
JournalMode proposedJournalMode(const std::filesystem::path& folder);

} // namespace lepton::store
