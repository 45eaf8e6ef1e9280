// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/catalog.h"

#include "base/error.h"
#include "store/migration.h"
#include "store/sqlite_error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

#include <sys/stat.h>

namespace lepton::store {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr int headerBytes = 100;
constexpr std::size_t readVersionAt = 19; // 2: WAL
constexpr std::size_t applicationIdAt = 68;

std::string howToRestore()
{
    return " Put the newest file of its folder backups in the place of catalog.db.";
}

Error damaged(const std::filesystem::path& folder, const std::string& why)
{
    return {ErrorCode::Damaged,
            "The catalog of the workspace " + folder.string() + " is damaged: " + why + howToRestore()};
}

void checkFolder(const std::filesystem::path& folder)
{
    struct stat status
    {};
    if (::stat(folder.c_str(), &status) != 0)
        throw base::errorFromErrno(errno, "open the workspace", folder.string());
    if (!S_ISDIR(status.st_mode))
        throw Error(ErrorCode::NotAWorkspace, folder.string() +
                                                  " is a file. A workspace is a folder: choose the "
                                                  "folder that holds catalog.db.");
    const std::filesystem::path catalog = catalogPath(folder);
    if (::stat(catalog.c_str(), &status) != 0) {
        if (errno == ENOENT)
            throw Error(ErrorCode::NotAWorkspace, folder.string() +
                                                      " is not a workspace: it has no catalog.db. "
                                                      "Choose another folder, or make one here "
                                                      "with lepton init.");
        throw base::errorFromErrno(errno, "open the workspace", folder.string());
    }
    if (!S_ISREG(status.st_mode))
        throw Error(ErrorCode::NotAWorkspace,
                    folder.string() + " is not a workspace: its catalog.db is not a file.");
    if (status.st_size == 0)
        throw damaged(folder, "catalog.db is empty.");
}

std::uint32_t bigEndian(const std::array<unsigned char, headerBytes>& bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | bytes[at + i];
    return value;
}

CatalogHeader readHeader(SQLite::Database& database)
{
    sqlite3_file* file = nullptr;
    database.check(sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file));
    sqlite3_int64 size = 0;
    database.check(file->pMethods->xFileSize(file, &size));
    std::array<unsigned char, headerBytes> bytes{};
    const int result = file->pMethods->xRead(file, bytes.data(), headerBytes, 0);
    if (result != SQLITE_IOERR_SHORT_READ)
        database.check(result);
    CatalogHeader header;
    header.fileBytes = size;
    header.isSqlite = std::string_view(reinterpret_cast<const char*>(bytes.data()), magic.size()) == magic;
    header.mode = bytes[readVersionAt] == 2 ? JournalMode::Local : JournalMode::Shared;
    header.applicationId = bigEndian(bytes, applicationIdAt);
    return header;
}

const char* modeName(JournalMode mode)
{
    return mode == JournalMode::Local ? "local" : "shared";
}

} // namespace

std::filesystem::path catalogPath(const std::filesystem::path& folder)
{
    return folder / "catalog.db";
}

CatalogHeader readCatalogHeader(const std::filesystem::path& folder)
{
    checkFolder(folder);
    CatalogHeader header;
    try {
        SQLite::Database database(catalogPath(folder).string(), SQLite::OPEN_READWRITE);
        header = readHeader(database);
    } catch (const SQLite::Exception& error) {
        if ((error.getErrorCode() & 0xFF) == SQLITE_CANTOPEN)
            throw Error(ErrorCode::Permission,
                        "The workspace " + folder.string() +
                            " cannot be opened: you do not have the rights to read its catalog.db.",
                        error.what());
        throw errorFromSqlite(error, folder);
    }
    if (!header.isSqlite)
        throw Error(ErrorCode::NotAWorkspace,
                    folder.string() + " is not a workspace: its catalog.db is no SQLite file. If it was "
                                      "one, put the newest file of its folder backups in its place.");
    if (header.fileBytes < headerBytes)
        throw damaged(folder, "catalog.db ends after " + std::to_string(header.fileBytes) + " bytes.");
    if (header.applicationId != catalogApplicationId)
        throw Error(ErrorCode::NotAWorkspace,
                    folder.string() + " is not a workspace: its catalog.db belongs to another program.");
    return header;
}

int schemaVersion(SQLite::Database& database)
{
    SQLite::Statement row(database, "PRAGMA user_version");
    row.executeStep();
    return row.getColumn(0).getInt();
}

void checkSchemaVersion(int version, const std::filesystem::path& folder)
{
    const int known = migrations().back().version;
    if (version > known)
        throw Error(ErrorCode::NewerSchema, "The workspace " + folder.string() +
                                                " was made or changed by a newer version of Lepton Workbench "
                                                "(schema " +
                                                std::to_string(version) + ", this version knows up to " +
                                                std::to_string(known) +
                                                "). Install the newer version on this machine to open it.");
    if (version < 1)
        throw damaged(folder, "it has no schema.");
}

WorkspaceInfo readMeta(SQLite::Database& database, const std::filesystem::path& folder)
{
    SQLite::Statement row(database, "SELECT workspace, name, journal_mode, created FROM meta WHERE id = 1");
    if (!row.executeStep())
        throw damaged(folder, "it does not say which workspace it is.");
    const auto id = base::WorkspaceId::parse(row.getColumn(0).getString());
    if (!id)
        throw damaged(folder, "its workspace id is none.");
    WorkspaceInfo info;
    info.id = *id;
    info.name = row.getColumn(1).getString();
    info.journalMode = row.getColumn(2).getString() == "local" ? JournalMode::Local : JournalMode::Shared;
    info.created = {row.getColumn(3).getInt64()};
    info.folder = folder;
    return info;
}

void insertMeta(SQLite::Database& database, const WorkspaceInfo& info)
{
    SQLite::Statement insert(
        database, "INSERT INTO meta (id, workspace, name, journal_mode, created) VALUES (1, ?, ?, ?, ?)");
    insert.bind(1, info.id.toString());
    insert.bind(2, info.name);
    insert.bind(3, modeName(info.journalMode));
    insert.bind(4, info.created.milliseconds);
    insert.exec();
}

void updateMetaMode(SQLite::Database& database, JournalMode mode)
{
    SQLite::Statement update(database, "UPDATE meta SET journal_mode = ? WHERE id = 1");
    update.bind(1, modeName(mode));
    update.exec();
}

void switchJournal(SQLite::Database& database, JournalMode mode, const std::filesystem::path& folder)
{
    const std::string wanted = mode == JournalMode::Local ? "wal" : "delete";
    SQLite::Statement row(database, "PRAGMA journal_mode = " + wanted);
    row.executeStep();
    if (row.getColumn(0).getString() != wanted)
        throw Error(ErrorCode::Busy,
                    "The journal of the workspace " + folder.string() +
                        " cannot be changed now. Close the workspace everywhere and try again.");
}

void removeCatalogFile(const std::filesystem::path& file) noexcept
{
    std::error_code ignored;
    for (const char* suffix : {"-journal", "-wal", "-shm", ""}) {
        std::filesystem::path side = file;
        side += suffix;
        std::filesystem::remove(side, ignored);
    }
}

} // namespace lepton::store
