// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

namespace lepton::store {

/// Read connections that are not in use. Each reading thread takes one and gives it back, so that at any time
/// a thread has one of its own, and threads that end leave nothing behind. Thread-safe.
class ConnectionPool
{
public:
    ConnectionPool(std::filesystem::path catalog, Connection::Use use);

    /// @throw SQLite::Exception
    std::unique_ptr<Connection> take(JournalMode mode);
    void giveBack(std::unique_ptr<Connection> connection);
    /// Closes the connections that are not in use.
    void clear();

private:
    std::filesystem::path m_catalog;
    Connection::Use m_use;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_idle;
};

} // namespace lepton::store
