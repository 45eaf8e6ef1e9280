// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <cerrno>
#include <string>

namespace lepton::store {
namespace {

/// What the operating system said of the file behind @p control; 0 when it is closed.
int lastErrno(sqlite3* handle, int control)
{
    sqlite3_file* file = nullptr;
    int error = 0;
    if (sqlite3_file_control(handle, "main", control, &file) == SQLITE_OK && file && file->pMethods)
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
    return error;
}

bool isKnownErrno(int error)
{
    return error == ENOSPC || error == EDQUOT || error == EFBIG || error == EROFS || error == EACCES ||
           error == EPERM;
}

/// SQLite's own note of errno comes after its clean-up, which may have changed it: the files know better.
int knownReason(const SQLite::Database* database)
{
    if (!database)
        return 0;
    sqlite3* const handle = database->getHandle();
    for (const int reason : {lastErrno(handle, SQLITE_FCNTL_FILE_POINTER),
                             lastErrno(handle, SQLITE_FCNTL_JOURNAL_POINTER), sqlite3_system_errno(handle)}) {
        if (isKnownErrno(reason))
            return reason;
    }
    return 0;
}

} // namespace

bool isBusy(const SQLite::Exception& error) noexcept
{
    const int code = error.getErrorCode() & 0xFF;
    return code == SQLITE_BUSY || code == SQLITE_LOCKED || code == SQLITE_PROTOCOL;
}

bool isDamage(const SQLite::Exception& error) noexcept
{
    const int code = error.getErrorCode() & 0xFF;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

base::Error errorFromSqlite(const SQLite::Exception& error, const std::filesystem::path& folder,
                            const SQLite::Database* database)
{
    using base::ErrorCode;
    const std::string where = "the workspace " + folder.string();
    const std::string detail =
        std::string(error.what()) + " (SQLite " + std::to_string(error.getExtendedErrorCode()) + ")";
    if (isBusy(error))
        return {ErrorCode::Busy,
                "Others have been writing to " + where + " all the time. Nothing was changed; try again.",
                detail};
    // The side file that a write-ahead log needs could not be made as long as it has to be.
    const bool noRoom = error.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE;
    switch (noRoom ? SQLITE_FULL : error.getErrorCode() & 0xFF) {
    case SQLITE_FULL:
        return {ErrorCode::NoSpace,
                "The disk that holds " + where +
                    " is full. Nothing was changed; free some space and try again.",
                detail};
    case SQLITE_READONLY:
        return {ErrorCode::ReadOnly,
                "You can read " + where + " but not change it: it is write-protected for you.", detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Damaged,
                "The catalog of " + where +
                    " is damaged. Put the newest file of its folder backups in the place of catalog.db.",
                detail};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        if (const int reason = knownReason(database); reason != 0)
            return base::errorFromErrno(reason, "write to", folder.string());
        return {ErrorCode::Io,
                "The catalog of " + where +
                    " cannot be reached. Check that its disk or share is connected and try again.",
                detail};
    default:
        return {ErrorCode::Internal,
                "The catalog of " + where + " refused an operation: " + error.what() + ".", detail};
    }
}

} // namespace lepton::store
