// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/connection_pool.h"
#include "store/workspace.h"
#include "store/write_transaction.h"

#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

namespace lepton::store {

/// The Workspace on a catalog that has been checked and is up to date.
class CatalogWorkspace final : public Workspace
{
public:
    CatalogWorkspace(WorkspaceInfo info, std::unique_ptr<Connection> writer, Connection::Use readUse,
                     const base::Clock& clock);
    ~CatalogWorkspace() override;

    const WorkspaceInfo& info() const override { return m_info; }
    ObjectStore& objects() override { return m_objects; }
    void setSigner(std::shared_ptr<const Signer> signer) override;
    std::shared_ptr<const Signer> signer() const override;

    void write(const std::function<void(Transaction&)>& work) override;
    void read(const std::function<void(SQLite::Database&)>& work) override;
    std::int64_t dataVersion() override;
    void backup(const std::filesystem::path& file) override;

    std::vector<Event> events(std::int64_t after, std::int64_t limit) override;
    std::vector<Event> latestEvents(std::int64_t offset, std::int64_t limit) override;
    std::int64_t eventCount() override;

private:
    /// The connection that this thread is inside of.
    struct Inside
    {
        SQLite::Database* database;
        bool writing;
    };
    class Visit;

    std::optional<Inside> inside() const;
    WriteTransaction::AfterCommit writeAlone(const std::function<void(Transaction&)>& work);
    WriteTransaction::AfterCommit writeOnce(const std::function<void(Transaction&)>& work);
    void closeConnections() noexcept;

    WorkspaceInfo m_info;
    const base::Clock& m_clock;
    ObjectStore m_objects;
    Connection::Use m_readUse;

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

} // namespace lepton::store
