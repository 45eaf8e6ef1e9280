// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/backoff.h"
#include "store/workspace.h"

#include <SQLiteCpp/Database.h>

#include <filesystem>

namespace lepton::store {

/// One SQLite connection to a catalog with the house's settings. Waits with jitter for other people's locks.
/// One thread at a time.
class Connection
{
public:
    enum class Use
    {
        Write,
        Read,  ///< refuses to write
        Alone, ///< keeps an exclusive lock from its first access on and never waits; needs no shared memory
        Immutable, ///< a folder that nobody can write to: no locks, no side files
    };

    /// @throw SQLite::Exception
    Connection(const std::filesystem::path& catalog, Use use, JournalMode mode);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    SQLite::Database& database() noexcept { return m_database; }
    /// Whether SQLite could open the file for reading alone.
    bool isReadOnly() const;

private:
    static int onBusy(void* self, int attempt);

    Backoff m_backoff;
    SQLite::Database m_database;
};

/// How long anyone waits for locks before giving up with a sentence.
inline constexpr std::chrono::seconds lockPatience{60};

} // namespace lepton::store
