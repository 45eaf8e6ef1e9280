// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/workspace.h"

#include <cstdint>
#include <filesystem>

namespace lepton::store {

class Connection;

/// PRAGMA application_id of a catalog: "LeWb".
inline constexpr std::uint32_t catalogApplicationId = 0x4C655762;

std::filesystem::path catalogPath(const std::filesystem::path& folder);

/// What the first bytes of catalog.db say, read through SQLite's own file handle without taking a lock: a
/// plain open and close of the file would drop the locks that this process holds on it.
struct CatalogHeader
{
    std::int64_t fileBytes = 0;
    bool isSqlite = false;
    JournalMode mode = JournalMode::Shared; ///< Local: the file is in WAL mode
    std::uint32_t applicationId = 0;
};

/// Reads and checks the header of the catalog in @p folder.
/// @throw Error: NotFound, NotAWorkspace, Damaged, Permission
CatalogHeader readCatalogHeader(const std::filesystem::path& folder);

/// PRAGMA user_version: the number of the newest migration that the catalog has. @throw SQLite::Exception
int schemaVersion(SQLite::Database& database);

/// @throw Error NewerSchema when @p version is more than this program knows, Damaged when it is none
void checkSchemaVersion(int version, const std::filesystem::path& folder);

/// The row of the table meta. @throw Error Damaged when it is not there
WorkspaceInfo readMeta(SQLite::Database& database, const std::filesystem::path& folder);
void insertMeta(SQLite::Database& database, const WorkspaceInfo& info);
void updateMetaMode(SQLite::Database& database, JournalMode mode);

/// Makes the file's journal mode @p mode; the connection must be the only one. @throw SQLite::Exception,
/// Error Busy
void switchJournal(SQLite::Database& database, JournalMode mode, const std::filesystem::path& folder);

/// Removes the side files that SQLite may have made beside @p file, and the file itself.
void removeCatalogFile(const std::filesystem::path& file) noexcept;

} // namespace lepton::store
