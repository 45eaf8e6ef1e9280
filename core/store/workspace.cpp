// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workspace.h"

#include "base/error.h"
#include "store/backoff.h"
#include "store/catalog.h"
#include "store/connection.h"
#include "store/connection_pool.h"
#include "store/event_store.h"
#include "store/file_system.h"
#include "store/migrator.h"
#include "store/sqlite_error.h"
#include "store/write_transaction.h"

#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <mutex>
#include <optional>
#include <shared_mutex>
#include <thread>
#include <unordered_map>
#include <utility>

namespace lepton::store {
namespace {

using base::Error;
using base::ErrorCode;

void rollback(SQLite::Database& database) noexcept
{
    // SQLite has rolled back by itself after some failures.
    if (sqlite3_get_autocommit(database.getHandle()) == 0)
        sqlite3_exec(database.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

/// Tries @p work again while others hold locks.
template <class Work>
void untilNotBusy(Work work)
{
    Backoff backoff(lockPatience);
    for (;;) {
        try {
            return work();
        } catch (const SQLite::Exception& error) {
            if (!isBusy(error) || !backoff.wait())
                throw;
        }
    }
}

class CatalogWorkspace final : public Workspace
{
public:
    CatalogWorkspace(WorkspaceInfo info, std::unique_ptr<Connection> writer, Connection::Use readUse,
                     const base::Clock& clock)
        : m_info(std::move(info))
        , m_clock(clock)
        , m_objects(m_info.folder / "objects")
        , m_readUse(readUse)
        , m_writer(std::move(writer))
        , m_readers(catalogPath(m_info.folder), readUse)
    {}

    ~CatalogWorkspace() override { closeConnections(); }

    const WorkspaceInfo& info() const override { return m_info; }
    ObjectStore& objects() override { return m_objects; }

    void setSigner(std::shared_ptr<const Signer> signer) override
    {
        const std::lock_guard lock(m_signerMutex);
        m_signer = std::move(signer);
    }

    std::shared_ptr<const Signer> signer() const override
    {
        const std::lock_guard lock(m_signerMutex);
        return m_signer;
    }

    void write(const std::function<void(Transaction&)>& work) override;
    void read(const std::function<void(SQLite::Database&)>& work) override;
    std::int64_t dataVersion() override;
    void backup(const std::filesystem::path& file) override;
    void convert(JournalMode mode) override;

    std::vector<Event> events(std::int64_t after, std::int64_t limit) override
    {
        std::vector<Event> events;
        read([&](SQLite::Database& database) { events = EventStore(database).after(after, limit); });
        return events;
    }

    std::vector<Event> latestEvents(std::int64_t offset, std::int64_t limit) override
    {
        std::vector<Event> events;
        read([&](SQLite::Database& database) { events = EventStore(database).latest(offset, limit); });
        return events;
    }

    std::int64_t eventCount() override
    {
        std::int64_t count = 0;
        read([&](SQLite::Database& database) { count = EventStore(database).count(); });
        return count;
    }

private:
    /// The connection that this thread is inside of.
    struct Inside
    {
        SQLite::Database* database;
        bool writing;
    };
    class Visit;

    std::optional<Inside> inside() const;
    void writeOnce(const std::function<void(Transaction&)>& work);
    void closeConnections() noexcept;

    WorkspaceInfo m_info;
    const base::Clock& m_clock;
    ObjectStore m_objects;
    Connection::Use m_readUse;

    /// Held shared while a thread uses a connection, alone while all of them are closed.
    std::shared_mutex m_connectionsMutex;
    std::mutex m_writerMutex;
    std::unique_ptr<Connection> m_writer;
    ConnectionPool m_readers;
    std::mutex m_watchMutex;
    std::unique_ptr<Connection> m_watch; ///< for dataVersion()

    mutable std::mutex m_insideMutex;
    std::unordered_map<std::thread::id, Inside> m_inside;
    mutable std::mutex m_signerMutex;
    std::shared_ptr<const Signer> m_signer;
};

/// Notes while it lives that this thread is inside a read or a write.
class CatalogWorkspace::Visit
{
public:
    Visit(CatalogWorkspace& workspace, Inside inside)
        : m_workspace(workspace)
    {
        const std::lock_guard lock(m_workspace.m_insideMutex);
        m_workspace.m_inside.emplace(std::this_thread::get_id(), inside);
    }

    ~Visit()
    {
        const std::lock_guard lock(m_workspace.m_insideMutex);
        m_workspace.m_inside.erase(std::this_thread::get_id());
    }

    Visit(const Visit&) = delete;
    Visit& operator=(const Visit&) = delete;

private:
    CatalogWorkspace& m_workspace;
};

std::optional<CatalogWorkspace::Inside> CatalogWorkspace::inside() const
{
    const std::lock_guard lock(m_insideMutex);
    const auto found = m_inside.find(std::this_thread::get_id());
    return found == m_inside.end() ? std::nullopt : std::optional(found->second);
}

void CatalogWorkspace::write(const std::function<void(Transaction&)>& work)
{
    if (const auto outer = inside())
        throw Error(ErrorCode::Internal, outer->writing ? "A write was begun inside a write."
                                                        : "A write was begun inside a read.");
    if (m_info.readOnly)
        throw Error(ErrorCode::ReadOnly,
                    "You can read the workspace " + m_info.folder.string() +
                        " but not change it: its folder is write-protected for you. Ask its "
                        "owner for the right to write.");
    const std::shared_lock use(m_connectionsMutex);
    const std::lock_guard lock(m_writerMutex);
    Backoff backoff(lockPatience);
    for (;;) {
        try {
            writeOnce(work);
            return;
        } catch (const SQLite::Exception& error) {
            const Error translated = errorFromSqlite(error, m_info.folder, &m_writer->database());
            rollback(m_writer->database());
            if (!isBusy(error) || !backoff.wait())
                throw translated;
        } catch (...) {
            rollback(m_writer->database());
            throw;
        }
    }
}

void CatalogWorkspace::writeOnce(const std::function<void(Transaction&)>& work)
{
    SQLite::Database& database = m_writer->database();
    database.exec("BEGIN IMMEDIATE");
    {
        const Visit visit(*this, {&database, true});
        WriteTransaction transaction(database, m_info.id, signer(), m_clock);
        work(transaction);
    }
    // Readers of a rollback journal hold a commit up; the transaction stays whole meanwhile.
    untilNotBusy([&] { database.exec("COMMIT"); });
}

void CatalogWorkspace::read(const std::function<void(SQLite::Database&)>& work)
{
    if (const auto outer = inside())
        return work(*outer->database);
    const std::shared_lock use(m_connectionsMutex);
    std::unique_ptr<Connection> connection;
    try {
        connection = m_readers.take(m_info.journalMode);
        SQLite::Database& database = connection->database();
        untilNotBusy([&] {
            database.exec("BEGIN");
            try {
                // Takes the shared lock, so that nothing in the work can meet a lock of others.
                SQLite::Statement(database, "SELECT count(*) FROM sqlite_schema").executeStep();
            } catch (...) {
                rollback(database);
                throw;
            }
        });
        try {
            const Visit visit(*this, {&database, false});
            work(database);
        } catch (const SQLite::Exception&) {
            throw; // the connection is not used again
        } catch (...) {
            rollback(database);
            m_readers.giveBack(std::move(connection));
            throw;
        }
        rollback(database);
        m_readers.giveBack(std::move(connection));
    } catch (const SQLite::Exception& error) {
        throw errorFromSqlite(error, m_info.folder, connection ? &connection->database() : nullptr);
    }
}

std::int64_t CatalogWorkspace::dataVersion()
{
    // Inside a read or write this thread holds the connections already.
    std::shared_lock use(m_connectionsMutex, std::defer_lock);
    if (!inside())
        use.lock();
    const std::lock_guard lock(m_watchMutex);
    try {
        if (!m_watch)
            m_watch = std::make_unique<Connection>(catalogPath(m_info.folder), m_readUse, m_info.journalMode);
        std::int64_t version = 0;
        untilNotBusy([&] {
            SQLite::Statement row(m_watch->database(), "PRAGMA data_version");
            row.executeStep();
            version = row.getColumn(0).getInt64();
        });
        return version;
    } catch (const SQLite::Exception& error) {
        throw errorFromSqlite(error, m_info.folder);
    }
}

void CatalogWorkspace::backup(const std::filesystem::path& file)
{
    if (inside())
        throw Error(ErrorCode::Internal, "A backup was begun inside a read or a write.");
    const std::shared_lock use(m_connectionsMutex);
    try {
        Connection source(catalogPath(m_info.folder), m_readUse, m_info.journalMode);
        copyCatalog(source.database(), file);
    } catch (const SQLite::Exception& error) {
        throw errorFromSqlite(error, m_info.folder);
    }
}

void CatalogWorkspace::convert(JournalMode mode)
{
    if (inside())
        throw Error(ErrorCode::Internal, "A conversion was begun inside a read or a write.");
    const std::unique_lock alone(m_connectionsMutex);
    closeConnections();
    const auto reopen = [this] {
        m_writer = std::make_unique<Connection>(catalogPath(m_info.folder), Connection::Use::Write,
                                                m_info.journalMode);
    };
    try {
        Workspace::convert(m_info.folder, mode);
    } catch (...) {
        reopen();
        throw;
    }
    m_info.journalMode = mode;
    reopen();
}

void CatalogWorkspace::closeConnections() noexcept
{
    m_readers.clear();
    m_watch.reset();
    // Last: it alone may tidy the side files away.
    m_writer.reset();
}

/// Completes a conversion that was cut off, as far as others allow it now.
void completeConversion(const std::filesystem::path& folder, JournalMode wanted) noexcept
{
    try {
        Workspace::convert(folder, wanted);
    } catch (const std::exception&) {
        // Either mode is safe; it stays as it is.
    }
}

bool needsImmutable(Connection& connection)
{
    if (!connection.isReadOnly())
        return false;
    try {
        schemaVersion(connection.database());
        return false;
    } catch (const SQLite::Exception& error) {
        const int code = error.getErrorCode() & 0xFF;
        if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)
            throw;
        return true; // WAL without its side files, and they cannot be made here
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
    const std::filesystem::path catalog = catalogPath(folder);
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
            auto writer = std::make_unique<Connection>(catalog, Connection::Use::Write, header.mode);
            Connection::Use readUse = Connection::Use::Read;
            if (needsImmutable(*writer)) {
                readUse = Connection::Use::Immutable;
                writer = std::make_unique<Connection>(catalog, readUse, header.mode);
            }
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
    const std::filesystem::path folder = normalFolder(givenFolder);
    const CatalogHeader header = readCatalogHeader(folder);
    withExclusiveCatalog(folder, header.mode, [&](SQLite::Database& database) {
        checkSchemaVersion(schemaVersion(database), folder);
        updateMetaMode(database, mode);
        if (header.mode != mode)
            switchJournal(database, mode, folder);
    });
}

JournalMode proposedJournalMode(const std::filesystem::path& folder)
{
    return isOnNetwork(folder) ? JournalMode::Shared : JournalMode::Local;
}

} // namespace lepton::store
