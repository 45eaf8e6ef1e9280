// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_entry_store.h"

#include "base/text.h"
#include "store/columns.h"
#include "store/workspace.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace lepton::train {

void RunEntryStore::insert(store::Transaction& transaction, std::int64_t run, const std::string& decidedBy)
{
    SQLite::Statement statement(transaction.database(),
                                "INSERT INTO run_entry (run, decided_by) VALUES (?, ?)");
    statement.bind(1, run);
    statement.bind(2, decidedBy);
    statement.exec();
}

void RunEntryStore::setTitle(store::Transaction& transaction, std::int64_t run, const std::string& title)
{
    SQLite::Statement statement(transaction.database(), "UPDATE run_entry SET title = ? WHERE run = ?");
    statement.bind(1, title);
    statement.bind(2, run);
    statement.exec();
}

void RunEntryStore::setNote(store::Transaction& transaction, std::int64_t run, const std::string& note)
{
    SQLite::Statement statement(transaction.database(), "UPDATE run_entry SET note = ? WHERE run = ?");
    statement.bind(1, note);
    statement.bind(2, run);
    statement.exec();
}

void RunEntryStore::setTags(store::Transaction& transaction, std::int64_t run,
                            const std::vector<std::string>& tags)
{
    SQLite::Statement clear(transaction.database(), "DELETE FROM run_tag WHERE run = ?");
    clear.bind(1, run);
    clear.exec();
    SQLite::Statement insert(transaction.database(),
                             "INSERT OR IGNORE INTO run_tag (run, tag_key, tag) VALUES (?, ?, ?)");
    for (const std::string& tag : tags) {
        insert.bind(1, run);
        insert.bind(2, base::caseFoldKey(tag));
        insert.bind(3, tag);
        insert.exec();
        insert.reset();
    }
}

void RunEntryStore::setTrashed(store::Transaction& transaction, std::int64_t run,
                               std::optional<base::UtcTime> when)
{
    SQLite::Statement statement(transaction.database(),
                                "UPDATE run_entry SET trashed = :when WHERE run = :run");
    store::bindTime(statement, ":when", when);
    statement.bind(":run", run);
    statement.exec();
}

} // namespace lepton::train
