// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "store/catalog.h"
#include "store/connection.h"
#include "store/event_store.h"
#include "store/file_system.h"
#include "store/migration.h"
#include "store/migrator.h"
#include "store/sqlite_error.h"
#include "store/workspace.h"
#include "store/write_transaction.h"

#include <SQLiteCpp/Transaction.h>

#include <string>
#include <system_error>
#include <utility>

namespace lepton::store {
namespace {

using base::Error;
using base::ErrorCode;
using std::filesystem::path;

constexpr std::string_view unfinishedPrefix = "catalog.db.";

bool holdsNoFile(const path& folder)
{
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (!entry->is_directory())
            return false;
    }
    return !error;
}

/// What an init that was cut off left behind.
bool isUnfinished(const path& file)
{
    const std::string name = file.filename().string();
    if (name == "objects" || name == "backups")
        return std::filesystem::is_directory(file) && holdsNoFile(file);
    return name.starts_with(unfinishedPrefix);
}

void refuseUsedFolder(const path& folder)
{
    std::error_code error;
    const auto status = std::filesystem::status(folder, error);
    if (!std::filesystem::exists(status))
        return;
    if (!std::filesystem::is_directory(status))
        throw Error(ErrorCode::Exists, "Cannot make a workspace at " + folder.string() +
                                           ": there is a file of this name. Choose another folder.");
    if (std::filesystem::exists(catalogPath(folder)))
        throw Error(ErrorCode::Exists, folder.string() + " is a workspace already. Open it instead.");
    std::filesystem::directory_iterator entries(folder, error);
    if (error)
        throw base::errorFromErrno(error.value(), "open", folder.string());
    for (const auto& entry : entries) {
        if (!isUnfinished(entry.path()))
            throw Error(ErrorCode::Exists, "Cannot make a workspace in " + folder.string() +
                                               ": it is not empty (" + entry.path().filename().string() +
                                               " is in it). Choose a new or an empty folder.");
    }
}

/// Takes back what a failed create() made.
class Undo
{
public:
    void remove(path made) { m_made.push_back(std::move(made)); }
    void keep() { m_made.clear(); }
    ~Undo()
    {
        std::error_code ignored;
        for (auto made = m_made.rbegin(); made != m_made.rend(); ++made)
            std::filesystem::remove(*made, ignored); // a folder only when it is empty
    }

private:
    std::vector<path> m_made;
};

void makeFoldersWithUndo(const path& folder, Undo& undo)
{
    std::vector<path> missing;
    for (path above = folder; !std::filesystem::exists(above); above = above.parent_path())
        missing.push_back(above);
    for (auto made = missing.rbegin(); made != missing.rend(); ++made) {
        makeFolders(*made);
        undo.remove(*made);
    }
}

/// Makes the whole catalog under another name, so that a catalog.db is always complete.
WriteTransaction::AfterCommit makeCatalog(const path& file, const WorkspaceInfo& info,
                                          const std::shared_ptr<const Signer>& signer,
                                          const std::function<void(Transaction&)>& first,
                                          const base::Clock& clock)
{
    {
        SQLite::Database made(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    }
    Connection connection(file, Connection::Use::Alone, info.journalMode);
    SQLite::Database& database = connection.database();
    database.exec("PRAGMA application_id = " + std::to_string(catalogApplicationId));
    applyMigrations(database, migrations());
    switchJournal(database, info.journalMode, info.folder);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    insertMeta(database, info);
    WriteTransaction write(database, info, signer, clock);
    first(write);
    transaction.commit();
    return write.takeAfterCommit();
}

void removeUnfinished(const path& folder)
{
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (isUnfinished(entry.path()) && entry.path().extension() == ".tmp")
            removeCatalogFile(entry.path());
    }
}

} // namespace

std::unique_ptr<Workspace> Workspace::create(const path& givenFolder, const CreateOptions& options,
                                             std::shared_ptr<const Signer> signer,
                                             const std::function<void(Transaction&)>& first,
                                             const base::Clock& clock)
{
    const path folder = normalFolder(givenFolder);
    WorkspaceInfo info;
    info.id = base::WorkspaceId::generate(clock);
    info.name = base::checkedName(options.name, "workspace");
    info.journalMode = options.journalMode;
    info.created = clock.now();
    info.schemaVersion = migrations().back().version;
    info.folder = folder;

    refuseUsedFolder(folder);
    if (info.journalMode == JournalMode::Local && isOnNetwork(folder))
        throw Error(ErrorCode::WalOverNetwork,
                    folder.string() + " lies on a network folder, where a workspace for one machine "
                                      "would be damaged. Make it with --shared.");
    Undo undo;
    makeFoldersWithUndo(folder, undo);
    undo.remove(makeFolderLike(folder, "objects"));
    undo.remove(makeFolderLike(folder / "objects", "tmp"));
    undo.remove(makeFolderLike(folder, "backups"));

    const path unfinished = folder / (std::string(unfinishedPrefix) + info.id.toString() + ".tmp");
    WriteTransaction::AfterCommit afterCommit;
    try {
        afterCommit = makeCatalog(unfinished, info, signer, first, clock);
        takeRightsOfFolder(unfinished);
        base::File::openForReading(unfinished).sync();
        if (!renameIfAbsent(unfinished, catalogPath(folder)))
            throw Error(ErrorCode::Exists,
                        folder.string() + " has just become a workspace. Open it instead.");
    } catch (const SQLite::Exception& error) {
        removeCatalogFile(unfinished);
        throw errorFromSqlite(error, folder);
    } catch (...) {
        removeCatalogFile(unfinished);
        throw;
    }
    undo.keep();
    removeUnfinished(folder);
    base::syncFolder(folder);
    if (folder.has_parent_path())
        base::syncFolder(folder.parent_path());
    auto workspace = open(folder, clock);
    workspace->setSigner(std::move(signer));
    WriteTransaction::run(afterCommit, *workspace);
    return workspace;
}

} // namespace lepton::store
