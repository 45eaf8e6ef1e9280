// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <sqlite3.h>

#include <string>
#include <string_view>

namespace lepton::store {
namespace {

/// A "file:" URI (RFC 8089) for SQLite.
std::string immutableUri(const std::filesystem::path& file)
{
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    constexpr char digits[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : file.string()) {
        if (plain.find(c) != std::string_view::npos) {
            uri += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 0x0F];
        }
    }
    return uri + "?immutable=1";
}

std::string filename(const std::filesystem::path& catalog, Connection::Use use)
{
    return use == Connection::Use::Immutable ? immutableUri(catalog) : catalog.string();
}

/// A connection belongs to one thread at a time (the pool and the workspace's locks see to that), so that
/// SQLite need not lock it for every cell.
int flags(Connection::Use use)
{
    return SQLite::OPEN_NOMUTEX |
           (use == Connection::Use::Immutable ? SQLite::OPEN_READONLY | SQLite::OPEN_URI
                                              : SQLite::OPEN_READWRITE);
}

} // namespace

Connection::Connection(const std::filesystem::path& catalog, Use use, JournalMode mode)
    : m_backoff(lockPatience)
    , m_database(filename(catalog, use), flags(use))
{
    sqlite3* const handle = m_database.getHandle();
    if (use != Use::Alone)
        sqlite3_busy_handler(handle, &Connection::onBusy, this);
    sqlite3_extended_result_codes(handle, 1);
    // The file may come from anyone: its schema must not run code of its own.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (use == Use::Alone)
        m_database.exec("PRAGMA locking_mode = EXCLUSIVE");
    m_database.exec("PRAGMA foreign_keys = ON");
    m_database.exec("PRAGMA cell_size_check = ON");
    m_database.exec(mode == JournalMode::Local ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = EXTRA");
    if (use == Use::Read)
        m_database.exec("PRAGMA query_only = ON");
}

bool Connection::isReadOnly() const
{
    return sqlite3_db_readonly(m_database.getHandle(), "main") == 1;
}

int Connection::onBusy(void* self, int attempt)
{
    Backoff& backoff = static_cast<Connection*>(self)->m_backoff;
    if (attempt == 0)
        backoff.reset();
    return backoff.wait() ? 1 : 0;
}

} // namespace lepton::store
