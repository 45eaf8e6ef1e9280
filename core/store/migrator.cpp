// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrator.h"

#include "base/error.h"
#include "base/file.h"
#include "store/backoff.h"
#include "store/catalog.h"
#include "store/connection.h"
#include "store/file_system.h"
#include "store/sqlite_error.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <string>

namespace lepton::store {
namespace {

/// How long another process may take to migrate, or to close what it has open.
constexpr std::chrono::seconds migrationPatience{10};

void lockAlone(SQLite::Database& database)
{
    // In exclusive locking mode the lock of this empty transaction stays.
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::EXCLUSIVE);
    transaction.commit();
}

std::filesystem::path backupName(const std::filesystem::path& folder, int version, base::UtcTime now)
{
    std::string time = now.toString();
    std::erase_if(time, [](char c) { return c == ':' || c == '-' || c == '.'; });
    return folder / "backups" / ("catalog-schema" + std::to_string(version) + "-" + time + ".db");
}

} // namespace

void withExclusiveCatalog(const std::filesystem::path& folder, JournalMode mode,
                          std::chrono::milliseconds patience,
                          const std::function<void(SQLite::Database&)>& work)
{
    Backoff backoff(patience);
    for (;;) {
        // A new connection for each attempt: one that waits would keep its own shared lock in the others'
        // way.
        try {
            Connection connection(catalogPath(folder), Connection::Use::Alone, mode);
            lockAlone(connection.database());
            work(connection.database());
            return;
        } catch (const SQLite::Exception& error) {
            if (!isBusy(error))
                throw errorFromSqlite(error, folder);
            if (!backoff.wait())
                throw base::Error(
                    base::ErrorCode::Busy,
                    "The workspace " + folder.string() +
                        " is open elsewhere, and this needs it alone. Close it everywhere and try again.",
                    error.what());
        }
    }
}

void applyMigrations(SQLite::Database& database, std::span<const Migration> steps)
{
    for (const Migration& step : steps) {
        if (step.version <= schemaVersion(database))
            continue;
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::EXCLUSIVE);
        database.exec(std::string(step.sql));
        database.exec("PRAGMA user_version = " + std::to_string(step.version));
        transaction.commit();
    }
}

void migrate(const std::filesystem::path& folder, JournalMode mode, std::span<const Migration> steps,
             const base::Clock& clock)
{
    withExclusiveCatalog(folder, mode, migrationPatience, [&](SQLite::Database& database) {
        const int version = schemaVersion(database);
        if (version >= steps.back().version)
            return;
        makeFolderLike(folder, "backups");
        copyCatalog(database, backupName(folder, version, clock.now()));
        applyMigrations(database, steps);
    });
}

void copyCatalog(SQLite::Database& source, const std::filesystem::path& file)
{
    const std::filesystem::path folder =
        file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    std::filesystem::path temporary = file;
    temporary += "." + base::Uuid::generate().toString() + ".tmp";
    try {
        {
            SQLite::Database copy(temporary.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            SQLite::Backup backup(copy, source);
            Backoff backoff(lockPatience);
            for (int result = backup.executeStep(); result != SQLITE_DONE; result = backup.executeStep()) {
                if (!backoff.wait())
                    throw SQLite::Exception("database is locked", result);
            }
        }
        base::File::openForReading(temporary).sync();
        if (!renameIfAbsent(temporary, file))
            throw base::Error(base::ErrorCode::Exists, "Cannot write the copy " + file.string() +
                                                           ": there is a file of this name already.");
        base::syncFolder(folder);
    } catch (const SQLite::Exception& error) {
        removeCatalogFile(temporary);
        if (isDamage(error))
            throw; // of the source, which callers know by its folder
        throw errorFromSqlite(error, folder);
    } catch (...) {
        removeCatalogFile(temporary);
        throw;
    }
}

} // namespace lepton::store
