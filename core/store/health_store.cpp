// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/health_store.h"

#include "store/workspace.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace lepton::store {
namespace {

constexpr std::size_t mostProblems = 100;

std::int64_t number(SQLite::Database& database, const char* sql)
{
    SQLite::Statement query(database, sql);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

std::string text(SQLite::Database& database, const char* sql)
{
    SQLite::Statement query(database, sql);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

} // namespace

CatalogHealth examineCatalog(Workspace& workspace)
{
    CatalogHealth health;
    workspace.read([&](SQLite::Database& database) {
        health = {};
        health.sqliteVersion = text(database, "SELECT sqlite_version()");
        health.journal = text(database, "PRAGMA journal_mode");
        health.bytes = number(database, "PRAGMA page_size") * number(database, "PRAGMA page_count");
        health.objects = number(database, "SELECT count(*) FROM object");
        health.objectBytes = number(database, "SELECT coalesce(sum(bytes), 0) FROM object");
        SQLite::Statement check(database, "PRAGMA integrity_check");
        while (health.problems.size() < mostProblems && check.executeStep()) {
            if (std::string line = check.getColumn(0).getString(); line != "ok")
                health.problems.push_back(std::move(line));
        }
        SQLite::Statement references(database, "PRAGMA foreign_key_check");
        while (health.problems.size() < mostProblems && references.executeStep())
            health.problems.push_back("a row of " + references.getColumn(0).getString() + " names a row of " +
                                      references.getColumn(2).getString() + " that is not there");
    });
    return health;
}

} // namespace lepton::store
