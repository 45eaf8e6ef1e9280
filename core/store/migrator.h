// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/migration.h"
#include "store/workspace.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <span>

namespace SQLite {
class Database;
}

namespace lepton::store {

/// Runs @p work on a connection that holds an exclusive lock on the catalog in @p folder, with no transaction
/// open. Waits for others who have it open as long as @p patience.
/// @throw Error Busy with a sentence that asks to close it
void withExclusiveCatalog(const std::filesystem::path& folder, JournalMode mode,
                          std::chrono::milliseconds patience,
                          const std::function<void(SQLite::Database&)>& work);

/// Runs the steps newer than the catalog, each in one transaction with its version bump.
/// @throw SQLite::Exception
void applyMigrations(SQLite::Database& database, std::span<const Migration> steps);

/// Brings the catalog in @p folder up to the newest of @p steps under an exclusive lock, after a copy of it
/// into backups/. Does nothing when another process has done it meanwhile. @throw Error
void migrate(const std::filesystem::path& folder, JournalMode mode, std::span<const Migration> steps,
             const base::Clock& clock);

/// A consistent copy of @p source in the new file @p file, in rollback mode, synced. @throw Error
void copyCatalog(SQLite::Database& source, const std::filesystem::path& file);

} // namespace lepton::store
