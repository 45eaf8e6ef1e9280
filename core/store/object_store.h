// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::base {
class Cancellation;
class Progress;
} // namespace lepton::base

namespace lepton::store {

class Transaction;
class Workspace;

/// A file in the object store.
struct ObjectRef
{
    std::string hash;       ///< SHA-256 of the file, lower-case hex: its name
    std::int64_t bytes = 0; ///< its size
    /// The time that keep() gave the file, in nanoseconds since 1970: unlike any other keep() gives. Unset
    /// where the object is merely named.
    std::optional<std::int64_t> kept{};
};

/// A file being written below objects/tmp. Removed when it goes out of scope without having been kept.
class ObjectDraft
{
public:
    ~ObjectDraft();
    ObjectDraft(ObjectDraft&& other) noexcept;
    ObjectDraft& operator=(ObjectDraft&& other) noexcept;

    /// Where to write; no file is there yet.
    const std::filesystem::path& path() const noexcept { return m_path; }

private:
    friend class ObjectStore;
    explicit ObjectDraft(std::filesystem::path path);
    std::filesystem::path m_path;
};

/// What a collection removed.
struct CollectResult
{
    std::int64_t files = 0;
    std::int64_t bytes = 0;
};

/// One object that is not what its name says.
struct ObjectProblem
{
    std::string hash;
    std::string message; ///< a sentence: missing, or its content differs
};

/// Content-addressed files: objects/ab/cdef... by SHA-256. Thread-safe; many processes may use one folder.
///
/// Order of a safe write: draft -> write -> keep (fsync, hash, rename, folder fsync) -> link in a
/// transaction. A crash before the link leaves a file that collect() removes; never a row without its file.
class ObjectStore
{
public:
    explicit ObjectStore(std::filesystem::path folder);

    ObjectDraft newDraft();
    /// Syncs, hashes and renames the draft into place. An equal object that is there already is kept.
    ObjectRef keep(ObjectDraft draft, const base::Cancellation& cancellation);
    /// Where the object lies. @throw Error with ErrorCode::NotFound when the file is missing.
    std::filesystem::path path(std::string_view hash) const;

    /// Names the object, as keep() returned it, as used by @p owner (an id), in the transaction that records
    /// the owner.
    /// @throw Error with ErrorCode::NotFound when the file is missing: keep() it again, then.
    void link(Transaction& transaction, const ObjectRef& object, std::string_view owner);
    /// Takes all names of @p owner back; collect() removes the files that nobody names any more.
    void unlink(Transaction& transaction, std::string_view owner);
    /// Removes the object's file as soon as @p transaction is committed, if no row names it then: for large
    /// files that are superseded, without waiting for collect(). Call it in the transaction that unlinks the
    /// owner; after a rollback or a crash nothing is removed, and collect() takes what is left over.
    ///
    /// Never leaves a row without its file: the file goes in a write transaction of its own, in which nobody
    /// can link it, and whoever links later finds it missing, is told so, and keeps it again. That is rare:
    /// the file goes only while it has the time of the keep() that was linked last. Who keeps an equal object
    /// gives it another time, and who does so once it is gone puts a new file there.
    void discard(Transaction& transaction, std::string_view hash);

    /// Removes unfinished files and objects that no row names, both older than @p grace by the clock of the
    /// file system that holds them (a fresh file's time), so a wrong clock here cannot remove what another
    /// machine is about to link.
    CollectResult collect(Workspace& workspace, std::chrono::seconds grace,
                          const base::Cancellation& cancellation);
    /// Hashes every object that a row names.
    std::vector<ObjectProblem> verify(Workspace& workspace, const base::Cancellation& cancellation,
                                      base::Progress& progress) const;

private:
    void removeUnnamed(Workspace& workspace, const std::string& hash);

    std::filesystem::path m_folder;
};

} // namespace lepton::store
