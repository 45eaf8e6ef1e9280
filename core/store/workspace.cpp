// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workspace.h"

#include "base/error.h"
#include "store/catalog.h"
#include "store/catalog_workspace.h"
#include "store/connection.h"
#include "store/file_system.h"
#include "store/migrator.h"
#include "store/sqlite_error.h"

#include <sqlite3.h>

#include <utility>

#include <unistd.h>

namespace lepton::store {
namespace {

using base::Error;
using base::ErrorCode;

/// How long a conversion waits for others to close the workspace.
constexpr std::chrono::seconds conversionPatience{2};

void convertCatalog(const std::filesystem::path& folder, JournalMode mode, std::chrono::milliseconds patience)
{
    const CatalogHeader header = readCatalogHeader(folder);
    withExclusiveCatalog(folder, header.mode, patience, [&](SQLite::Database& database) {
        checkSchemaVersion(schemaVersion(database), folder);
        // First what is wanted: open() completes a conversion that is cut off here.
        updateMetaMode(database, mode);
        if (header.mode != mode)
            switchJournal(database, mode, folder);
    });
}

/// Completes a conversion that was cut off, as far as others allow it now.
void completeConversion(const std::filesystem::path& folder, JournalMode wanted) noexcept
{
    try {
        convertCatalog(folder, wanted, {});
    } catch (const std::exception&) {
        // Either mode is safe; it stays as it is.
    }
}

/// The connection that writes, or for a folder that this user cannot write to one that reads.
std::unique_ptr<Connection> openFirst(const std::filesystem::path& folder, JournalMode mode,
                                      Connection::Use& readUse)
{
    const std::filesystem::path catalog = catalogPath(folder);
    try {
        auto connection = std::make_unique<Connection>(catalog, Connection::Use::Write, mode);
        schemaVersion(connection->database());
        return connection;
    } catch (const SQLite::Exception& error) {
        const int code = error.getErrorCode() & 0xFF;
        const bool sideFilesMissing = code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
        if (!sideFilesMissing || ::access(folder.c_str(), W_OK) == 0)
            throw;
        // A WAL catalog wants its side files even for reading, and they cannot be made here.
        readUse = Connection::Use::Immutable;
        return std::make_unique<Connection>(catalog, readUse, mode);
    }
}

} // namespace

std::unique_ptr<Workspace> Workspace::open(const std::filesystem::path& folder, const base::Clock& clock)
{
    return open(folder, OpenOptions{}, clock);
}

std::unique_ptr<Workspace> Workspace::open(const std::filesystem::path& givenFolder,
                                           const OpenOptions& options, const base::Clock& clock)
{
    const std::filesystem::path folder = normalFolder(givenFolder);
    for (int attempt = 0;; ++attempt) {
        const CatalogHeader header = readCatalogHeader(folder);
        const bool network = options.onNetwork ? options.onNetwork(folder) : isOnNetwork(folder);
        if (header.mode == JournalMode::Local && network)
            throw Error(
                ErrorCode::WalOverNetwork,
                "The workspace " + folder.string() +
                    " was made for one machine and lies on a network folder, where its catalog would be "
                    "damaged. Close it everywhere and convert it with: lepton workspace convert --shared "
                    "--workspace \"" +
                    folder.string() + "\"");
        try {
            Connection::Use readUse = Connection::Use::Read;
            auto writer = openFirst(folder, header.mode, readUse);
            const int version = schemaVersion(writer->database());
            checkSchemaVersion(version, folder);
            if (version < migrations().back().version) {
                if (writer->isReadOnly())
                    throw Error(
                        ErrorCode::ReadOnly,
                        "The workspace " + folder.string() +
                            " is of an older version and must be brought up to date before you can open it, "
                            "but you cannot write to its folder. Ask someone who can to open it once.");
                writer.reset();
                migrate(folder, header.mode, migrations(), clock);
                continue;
            }
            WorkspaceInfo info = readMeta(writer->database(), folder);
            info.schemaVersion = version;
            info.readOnly = writer->isReadOnly();
            const JournalMode wanted = info.journalMode;
            if (wanted != header.mode && !info.readOnly && attempt == 0 &&
                !(wanted == JournalMode::Local && network)) {
                writer.reset();
                completeConversion(folder, wanted);
                continue;
            }
            info.journalMode = header.mode;
            return std::make_unique<CatalogWorkspace>(std::move(info), std::move(writer), readUse, clock);
        } catch (const SQLite::Exception& error) {
            throw errorFromSqlite(error, folder);
        }
    }
}

void Workspace::convert(const std::filesystem::path& givenFolder, JournalMode mode)
{
    convertCatalog(normalFolder(givenFolder), mode, conversionPatience);
}

bool holdsWorkspace(const std::filesystem::path& folder)
{
    std::error_code error;
    return std::filesystem::is_regular_file(catalogPath(folder), error);
}

JournalMode proposedJournalMode(const std::filesystem::path& folder)
{
    return isOnNetwork(folder) ? JournalMode::Shared : JournalMode::Local;
}

} // namespace lepton::store
