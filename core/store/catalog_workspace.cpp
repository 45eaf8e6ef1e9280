// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/catalog_workspace.h"

#include "base/error.h"
#include "store/backoff.h"
#include "store/catalog.h"
#include "store/event_store.h"
#include "store/migrator.h"
#include "store/sqlite_error.h"

#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <utility>

namespace lepton::store {

using base::Error;
using base::ErrorCode;

namespace {

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

} // namespace

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

CatalogWorkspace::CatalogWorkspace(WorkspaceInfo info, std::unique_ptr<Connection> writer,
                                   Connection::Use readUse, const base::Clock& clock)
    : m_info(std::move(info))
    , m_clock(clock)
    , m_objects(m_info.folder / "objects")
    , m_readUse(readUse)
    , m_writer(std::move(writer))
    , m_readers(catalogPath(m_info.folder), readUse)
{}

CatalogWorkspace::~CatalogWorkspace()
{
    closeConnections();
}

void CatalogWorkspace::setSigner(std::shared_ptr<const Signer> signer)
{
    const std::lock_guard lock(m_signerMutex);
    m_signer = std::move(signer);
}

std::shared_ptr<const Signer> CatalogWorkspace::signer() const
{
    const std::lock_guard lock(m_signerMutex);
    return m_signer;
}

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
    if (const auto refusal = m_info.whyNotWrite())
        throw *refusal;
    WriteTransaction::run(writeAlone(work), *this);
}

WriteTransaction::AfterCommit CatalogWorkspace::writeAlone(const std::function<void(Transaction&)>& work)
{
    const std::lock_guard lock(m_writerMutex);
    Backoff backoff(lockPatience);
    for (;;) {
        try {
            return writeOnce(work);
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

WriteTransaction::AfterCommit CatalogWorkspace::writeOnce(const std::function<void(Transaction&)>& work)
{
    SQLite::Database& database = m_writer->database();
    WriteTransaction::AfterCommit afterCommit;
    database.exec("BEGIN IMMEDIATE");
    {
        const Visit visit(*this, {&database, true});
        WriteTransaction transaction(database, m_info, signer(), m_clock);
        work(transaction);
        afterCommit = transaction.takeAfterCommit();
    }
    // Readers of a rollback journal hold a commit up; the transaction stays whole meanwhile.
    untilNotBusy([&] { database.exec("COMMIT"); });
    return afterCommit;
}

void CatalogWorkspace::read(const std::function<void(SQLite::Database&)>& work)
{
    if (const auto outer = inside())
        return work(*outer->database);
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
    try {
        Connection source(catalogPath(m_info.folder), m_readUse, m_info.journalMode);
        copyCatalog(source.database(), file);
    } catch (const SQLite::Exception& error) {
        throw errorFromSqlite(error, m_info.folder);
    }
}

std::vector<Event> CatalogWorkspace::events(std::int64_t after, std::int64_t limit)
{
    std::vector<Event> events;
    read([&](SQLite::Database& database) { events = EventStore(database).after(after, limit); });
    return events;
}

std::vector<Event> CatalogWorkspace::latestEvents(std::int64_t offset, std::int64_t limit)
{
    std::vector<Event> events;
    read([&](SQLite::Database& database) { events = EventStore(database).latest(offset, limit); });
    return events;
}

std::int64_t CatalogWorkspace::eventCount()
{
    std::int64_t count = 0;
    read([&](SQLite::Database& database) { count = EventStore(database).count(); });
    return count;
}

void CatalogWorkspace::closeConnections() noexcept
{
    m_readers.clear();
    m_watch.reset();
    // Last: it alone may tidy the side files away.
    m_writer.reset();
}

} // namespace lepton::store
