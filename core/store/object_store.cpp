// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/object_store.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/file.h"
#include "base/id.h"
#include "base/progress.h"
#include "store/file_system.h"
#include "store/file_time.h"
#include "store/workspace.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <iterator>
#include <optional>
#include <span>
#include <system_error>
#include <utility>

#include <unistd.h>

namespace lepton::store {
namespace {

using base::Error;
using base::ErrorCode;
namespace fs = std::filesystem;

constexpr std::size_t hashDigits = 64;
/// How many objects one transaction of a collection looks at: others wait meanwhile.
constexpr std::size_t batch = 64;

bool isHash(std::string_view text)
{
    return text.size() == hashDigits &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

fs::path pathBelow(const fs::path& folder, std::string_view hash)
{
    return folder / hash.substr(0, 2) / hash.substr(2);
}

/// Whoever tidied the folders away: they come back.
fs::path makeUnfinishedFolder(const fs::path& folder)
{
    return makeFolderLike(makeFolderLike(folder.parent_path(), folder.filename().string()), "tmp");
}

std::int64_t fileBytes(const fs::path& file)
{
    std::error_code error;
    const auto bytes = fs::file_size(file, error);
    return error ? 0 : static_cast<std::int64_t>(bytes);
}

std::vector<fs::path> entries(const fs::path& folder)
{
    std::error_code error;
    std::vector<fs::path> found;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        found.push_back(entry->path());
    return found;
}

/// Every object file, by its hash.
std::vector<std::string> objectsIn(const fs::path& folder)
{
    std::vector<std::string> hashes;
    for (const fs::path& part : entries(folder)) {
        for (const fs::path& file : entries(part)) {
            if (std::string hash = part.filename().string() + file.filename().string(); isHash(hash))
                hashes.push_back(std::move(hash));
        }
    }
    return hashes;
}

bool isLinked(SQLite::Database& database, const std::string& hash)
{
    SQLite::Statement row(database, "SELECT 1 FROM object_link WHERE hash = ? LIMIT 1");
    row.bind(1, hash);
    return row.executeStep();
}

/// The time that keep() gave the object that was linked last; nothing for what no row knows.
std::optional<std::int64_t> linkedTime(SQLite::Database& database, const std::string& hash)
{
    SQLite::Statement row(database, "SELECT kept FROM object WHERE hash = ?");
    row.bind(1, hash);
    if (!row.executeStep() || row.getColumn(0).isNull())
        return std::nullopt;
    return row.getColumn(0).getInt64();
}

void forget(SQLite::Database& database, const std::string& hash)
{
    SQLite::Statement remove(database, "DELETE FROM object WHERE hash = ?");
    remove.bind(1, hash);
    remove.exec();
}

} // namespace

ObjectDraft::ObjectDraft(fs::path path)
    : m_path(std::move(path))
{}

ObjectDraft::~ObjectDraft()
{
    if (!m_path.empty())
        ::unlink(m_path.c_str());
}

ObjectDraft::ObjectDraft(ObjectDraft&& other) noexcept
    : m_path(std::exchange(other.m_path, {}))
{}

ObjectDraft& ObjectDraft::operator=(ObjectDraft&& other) noexcept
{
    std::swap(m_path, other.m_path);
    return *this;
}

ObjectStore::ObjectStore(fs::path folder)
    : m_folder(std::move(folder))
{}

ObjectDraft ObjectStore::newDraft()
{
    return ObjectDraft(makeUnfinishedFolder(m_folder) / base::Uuid::generate().toString());
}

ObjectRef ObjectStore::keep(ObjectDraft draft, const base::Cancellation& cancellation)
{
    ObjectRef object;
    {
        base::File file = base::File::openForReading(draft.path());
        file.sync();
        object.bytes = file.size();
    }
    object.hash = base::toHex(base::sha256OfFile(draft.path(), cancellation));
    const fs::path place = pathBelow(m_folder, object.hash);
    // An equal object that is there gets a new time, so that no collection takes it before it is linked. One
    // of another size was damaged: the draft replaces it.
    const auto time = mark(draft.path());
    if (time)
        object.kept = nanoseconds(*time);
    if (fileBytes(place) == object.bytes && touch(place, time)) {
        base::syncFolder(place.parent_path()); // who put it there may not have come to this yet
        return object;
    }
    makeFolderLike(m_folder, place.parent_path().filename().string());
    base::syncFolder(m_folder);
    if (std::rename(draft.path().c_str(), place.c_str()) != 0)
        throw base::errorFromErrno(errno, "write", place.string());
    draft.m_path.clear();
    base::syncFolder(place.parent_path());
    return object;
}

fs::path ObjectStore::path(std::string_view hash) const
{
    if (!isHash(hash))
        throw Error(ErrorCode::InvalidArgument, "This is not the name of an object: " + std::string(hash));
    fs::path place = pathBelow(m_folder, hash);
    if (std::error_code error; !fs::is_regular_file(place, error))
        throw Error(ErrorCode::NotFound,
                    "A file of the workspace is missing: " + place.string() +
                        ". Put it back from a copy of the workspace, or import the data again.");
    return place;
}

void ObjectStore::link(Transaction& transaction, const ObjectRef& object, std::string_view owner)
{
    // collect() and discard() remove files inside a write transaction, so what is there now stays until this
    // one commits.
    path(object.hash);
    SQLite::Statement name(transaction.database(),
                           "INSERT INTO object (hash, bytes, kept) VALUES (?, ?, ?) ON CONFLICT (hash) "
                           "DO UPDATE SET kept = coalesce(excluded.kept, kept)");
    name.bind(1, object.hash);
    name.bind(2, object.bytes);
    if (object.kept)
        name.bind(3, *object.kept);
    else
        name.bind(3);
    name.exec();
    SQLite::Statement insert(transaction.database(),
                             "INSERT INTO object_link (owner, hash) VALUES (?, ?) ON CONFLICT DO NOTHING");
    insert.bind(1, std::string(owner));
    insert.bind(2, object.hash);
    insert.exec();
}

void ObjectStore::unlink(Transaction& transaction, std::string_view owner)
{
    SQLite::Statement remove(transaction.database(), "DELETE FROM object_link WHERE owner = ?");
    remove.bind(1, std::string(owner));
    remove.exec();
}

void ObjectStore::discard(Transaction& transaction, std::string_view hash)
{
    // Not now: should this transaction be rolled back, or the machine lose its power before the commit, rows
    // would go on naming the file.
    transaction.afterCommit([this, hash = std::string(hash)](Workspace& workspace) {
        if (isHash(hash))
            removeUnnamed(workspace, hash);
    });
}

/// The folders need no fsync: where a crash undoes the removal, a file is back that no row names, and
/// collect() removes that.
void ObjectStore::removeUnnamed(Workspace& workspace, const std::string& hash)
{
    const fs::path place = pathBelow(m_folder, hash);
    const ObjectDraft draft = newDraft(); // removes, at its end, what was moved to its path
    const fs::path& aside = draft.path();
    bool moved = false;
    workspace.write([&](Transaction& transaction) {
        SQLite::Database& database = transaction.database();
        if (isLinked(database, hash))
            return;
        if (!moved) { // this may run again when others are busy
            // Who is about to link an equal object has given it another time, perhaps even between our look
            // at the time and our taking the file out of its place; who keeps one from then on puts a new
            // file there.
            const auto linked = linkedTime(database, hash);
            if (!linked || modifiedNanoseconds(place) != linked ||
                std::rename(place.c_str(), aside.c_str()) != 0)
                return;
            if (modifiedNanoseconds(aside) != linked) {
                std::rename(aside.c_str(), place.c_str());
                return;
            }
            moved = true;
        }
        forget(database, hash);
    });
}

CollectResult ObjectStore::collect(Workspace& workspace, std::chrono::seconds grace,
                                   const base::Cancellation& cancellation)
{
    const fs::path unfinished = makeUnfinishedFolder(m_folder);
    const timespec now = fileSystemNow(unfinished);
    CollectResult result;
    for (const fs::path& file : entries(unfinished)) {
        const auto time = modified(file);
        if (!time || !isOlder(*time, now, grace))
            continue;
        const std::int64_t bytes = fileBytes(file);
        if (::unlink(file.c_str()) == 0) {
            ++result.files;
            result.bytes += bytes;
        }
    }

    const std::vector<std::string> hashes = objectsIn(m_folder);
    for (std::size_t first = 0; first < hashes.size(); first += batch) {
        cancellation.throwIfRequested();
        const auto some = std::span(hashes).subspan(first, std::min(batch, hashes.size() - first));
        std::vector<std::string> old;
        std::ranges::copy_if(some, std::back_inserter(old), [&](const std::string& hash) {
            const auto time = modified(pathBelow(m_folder, hash));
            return time && isOlder(*time, now, grace);
        });
        if (old.empty())
            continue;
        workspace.write([&](Transaction& transaction) {
            for (const std::string& hash : old) {
                if (isLinked(transaction.database(), hash))
                    continue;
                forget(transaction.database(), hash);
                const fs::path place = pathBelow(m_folder, hash);
                // Out of its place first: who keeps an equal object from now on puts a new one there, and who
                // did so since we looked gave this one a new time.
                const fs::path aside = unfinished / base::Uuid::generate().toString();
                const std::int64_t bytes = fileBytes(place);
                if (std::rename(place.c_str(), aside.c_str()) != 0)
                    continue;
                if (const auto time = modified(aside); !time || !isOlder(*time, now, grace)) {
                    std::rename(aside.c_str(), place.c_str());
                    continue;
                }
                if (::unlink(aside.c_str()) == 0) {
                    ++result.files;
                    result.bytes += bytes;
                }
            }
        });
    }
    return result;
}

std::vector<ObjectProblem> ObjectStore::verify(Workspace& workspace, const base::Cancellation& cancellation,
                                               base::Progress& progress) const
{
    std::vector<ObjectRef> named;
    std::int64_t total = 0;
    workspace.read([&](SQLite::Database& database) {
        SQLite::Statement rows(database,
                               "SELECT hash, bytes FROM object WHERE hash IN (SELECT hash FROM object_link) "
                               "ORDER BY hash");
        while (rows.executeStep()) {
            named.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getInt64()});
            total += named.back().bytes;
        }
    });
    std::vector<ObjectProblem> problems;
    progress.begin("verifying", total);
    for (const ObjectRef& object : named) {
        cancellation.throwIfRequested();
        try {
            if (base::toHex(base::sha256OfFile(path(object.hash), cancellation)) != object.hash)
                problems.push_back(
                    {object.hash, "The file " + pathBelow(m_folder, object.hash).string() +
                                      " was changed or is damaged: its content is not what was saved."});
        } catch (const Error& error) {
            if (error.code() == ErrorCode::Cancelled)
                throw;
            problems.push_back({object.hash, error.message()});
        }
        progress.advance(object.bytes);
    }
    progress.flush();
    return problems;
}

} // namespace lepton::store
