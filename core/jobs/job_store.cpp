// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job_store.h"

#include "base/json_text.h"
#include "store/columns.h"
#include "store/workspace.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <array>
#include <utility>

namespace lepton::jobs {
namespace {

JobState stateColumn(const std::string& name)
{
    if (const auto state = stateFromName(name))
        return *state;
    throw base::Error(base::ErrorCode::Damaged,
                      "A job in the catalog has the unknown state " + name + ". Run lepton doctor.");
}

std::string progressText(const base::ProgressState& progress)
{
    nlohmann::json json{{"phase", progress.phase},
                        {"done", progress.done},
                        {"total", progress.total},
                        {"units_per_second", progress.unitsPerSecond}};
    if (progress.secondsLeft)
        json["seconds_left"] = *progress.secondsLeft;
    return base::jsonText(json);
}

base::ProgressState progressFromText(const std::string& text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    base::ProgressState progress;
    if (!json.is_object())
        return progress;
    // A damaged one must not hide the other jobs.
    const auto number = [&json](const char* key, auto otherwise) {
        const auto found = json.find(key);
        return found != json.end() && found->is_number() ? found->get<decltype(otherwise)>() : otherwise;
    };
    if (const auto phase = json.find("phase"); phase != json.end() && phase->is_string())
        progress.phase = phase->get<std::string>();
    progress.done = number("done", std::int64_t{0});
    progress.total = number("total", std::int64_t{0});
    progress.unitsPerSecond = number("units_per_second", 0.0);
    if (json.contains("seconds_left") && json["seconds_left"].is_number())
        progress.secondsLeft = json["seconds_left"].get<double>();
    return progress;
}

nlohmann::json jsonColumn(const SQLite::Column& column)
{
    return column.isNull() ? nlohmann::json() : nlohmann::json::parse(column.getString(), nullptr, false);
}

/// All that readJob() takes; lists leave the log out.
std::string selectJob(const char* log)
{
    return std::string(
               "SELECT id, kind, title, state, params, result, error_kind, error_message, error_place,"
               " progress, member, queued, started, finished, machine, boot, process_space, pid,"
               " process_start, counter, error_detail, subject, worked, ") +
           log + " FROM job ";
}

std::vector<std::string> linesColumn(const SQLite::Column& column)
{
    std::vector<std::string> lines;
    for (const auto& line : jsonColumn(column)) {
        if (line.is_string())
            lines.push_back(line.get<std::string>());
    }
    return lines;
}

LeasedJob readJob(SQLite::Statement& query)
{
    LeasedJob job;
    job.info.id = store::idColumn<base::JobId>(query.getColumn(0));
    job.info.kind = query.getColumn(1).getString();
    job.info.title = query.getColumn(2).getString();
    job.info.state = stateColumn(query.getColumn(3).getString());
    job.info.params = jsonColumn(query.getColumn(4));
    job.info.result = jsonColumn(query.getColumn(5));
    job.info.errorKind = query.getColumn(6).getString();
    job.info.errorMessage = query.getColumn(7).getString();
    job.info.errorPlace = jsonColumn(query.getColumn(8));
    job.info.progress = progressFromText(query.getColumn(9).getString());
    job.info.member = store::idColumn<base::MemberId>(query.getColumn(10));
    job.info.queued = base::UtcTime{query.getColumn(11).getInt64()};
    job.info.started = store::timeColumn(query.getColumn(12));
    job.info.finished = store::timeColumn(query.getColumn(13));
    job.holder = {query.getColumn(14).getString(), query.getColumn(15).getString(),
                  query.getColumn(16).getInt64(), query.getColumn(17).getInt64(),
                  query.getColumn(18).getInt64()};
    job.counter = query.getColumn(19).getInt64();
    job.info.errorDetail = query.getColumn(20).getString();
    job.info.subject = query.getColumn(21).getString();
    job.info.worked = std::chrono::milliseconds(query.getColumn(22).getInt64());
    job.info.logTail = linesColumn(query.getColumn(23));
    return job;
}

constexpr const char* whereLeased =
    " WHERE id = :id AND finished IS NULL AND machine = :machine AND boot = :boot"
    " AND process_space = :space AND pid = :pid AND process_start = :process_start";

void bindLease(SQLite::Statement& statement, const base::JobId& id, const LeaseHolder& holder)
{
    statement.bind(":id", id.toString());
    statement.bind(":machine", holder.machine);
    statement.bind(":boot", holder.boot);
    statement.bind(":space", holder.processSpace);
    statement.bind(":pid", holder.pid);
    statement.bind(":process_start", holder.processStart);
}

void bindWorked(SQLite::Statement& statement, const JobInfo& job)
{
    if (job.started)
        statement.bind(":worked", static_cast<std::int64_t>(job.worked.count()));
    else
        statement.bind(":worked");
}

} // namespace

JobStore::JobStore(store::Workspace& workspace)
    : m_workspace(workspace)
{}

void JobStore::insert(store::Transaction& transaction, const JobInfo& job, const LeaseHolder& holder)
{
    SQLite::Statement statement(
        transaction.database(),
        "INSERT INTO job (id, kind, title, state, params, subject, member, queued, machine, boot,"
        " process_space, pid, process_start) VALUES (:id, :kind, :title, :state, :params, :subject,"
        " :member, :queued, :machine, :boot, :space, :pid, :process_start)");
    bindLease(statement, job.id, holder);
    statement.bind(":kind", job.kind);
    statement.bind(":title", job.title);
    statement.bind(":state", std::string(stateName(job.state)));
    statement.bind(":params", base::jsonText(job.params));
    statement.bind(":subject", job.subject);
    statement.bind(":member", job.member.toString());
    statement.bind(":queued", job.queued.milliseconds);
    statement.exec();
}

void JobStore::setTitle(store::Transaction& transaction, const base::JobId& id, const std::string& title)
{
    SQLite::Statement statement(transaction.database(), "UPDATE job SET title = :title WHERE id = :id");
    statement.bind(":title", title);
    statement.bind(":id", id.toString());
    statement.exec();
}

bool JobStore::start(store::Transaction& transaction, const JobInfo& job, const LeaseHolder& holder)
{
    SQLite::Statement statement(transaction.database(),
                                std::string("UPDATE job SET state = :state, started = :started, worked = 0,"
                                            " counter = counter + 1") +
                                    whereLeased);
    bindLease(statement, job.id, holder);
    statement.bind(":state", std::string(stateName(job.state)));
    statement.bind(":started", job.started ? job.started->milliseconds : transaction.now().milliseconds);
    return statement.exec() == 1;
}

bool JobStore::beat(store::Transaction& transaction, const JobInfo& job, const LeaseHolder& holder)
{
    SQLite::Statement statement(
        transaction.database(),
        std::string("UPDATE job SET state = :state,"
                    " progress = :progress, worked = :worked, counter = counter + 1") +
            whereLeased);
    bindLease(statement, job.id, holder);
    statement.bind(":state", std::string(stateName(job.state)));
    statement.bind(":progress", progressText(job.progress));
    bindWorked(statement, job);
    return statement.exec() == 1;
}

bool JobStore::finish(store::Transaction& transaction, const JobInfo& job, const LeaseHolder& holder)
{
    SQLite::Statement statement(
        transaction.database(),
        std::string("UPDATE job SET state = :state, result = :result, error_kind = :error_kind,"
                    " error_message = :error_message, error_detail = :error_detail, error_place = "
                    ":error_place, progress = :progress, log = :log, worked = :worked,"
                    " finished = :finished, counter = counter + 1") +
            whereLeased);
    bindLease(statement, job.id, holder);
    statement.bind(":state", std::string(stateName(job.state)));
    store::bindJson(statement, ":result", job.result);
    statement.bind(":error_kind", job.errorKind);
    statement.bind(":error_message", job.errorMessage);
    statement.bind(":error_detail", job.errorDetail);
    store::bindJson(statement, ":error_place", job.errorPlace);
    store::bindJson(statement, ":log", job.logTail.empty() ? nlohmann::json() : nlohmann::json(job.logTail));
    statement.bind(":progress", progressText(job.progress));
    bindWorked(statement, job);
    statement.bind(":finished", job.finished ? job.finished->milliseconds : transaction.now().milliseconds);
    return statement.exec() == 1;
}

bool JobStore::interrupt(store::Transaction& transaction, const LeasedJob& job)
{
    SQLite::Statement statement(transaction.database(),
                                std::string("UPDATE job SET state = 'interrupted', finished = :finished") +
                                    whereLeased + " AND counter = :counter");
    bindLease(statement, job.info.id, job.holder);
    statement.bind(":finished", transaction.now().milliseconds);
    statement.bind(":counter", job.counter);
    return statement.exec() == 1;
}

std::vector<LeasedJob> JobStore::open()
{
    std::vector<LeasedJob> jobs;
    m_workspace.read([&](SQLite::Database& database) {
        jobs.clear();
        SQLite::Statement query(database, selectJob("NULL") + "WHERE finished IS NULL ORDER BY queued, id");
        while (query.executeStep())
            jobs.push_back(readJob(query));
    });
    return jobs;
}

std::vector<LeasedJob> JobStore::ended(int limit)
{
    std::vector<LeasedJob> jobs;
    m_workspace.read([&](SQLite::Database& database) {
        jobs.clear();
        SQLite::Statement query(database,
                                selectJob("NULL") +
                                    "WHERE finished IS NOT NULL ORDER BY finished DESC, id DESC LIMIT ?");
        query.bind(1, limit);
        while (query.executeStep())
            jobs.push_back(readJob(query));
    });
    return jobs;
}

std::optional<LeasedJob> JobStore::find(const base::JobId& id)
{
    std::optional<LeasedJob> job;
    m_workspace.read([&](SQLite::Database& database) {
        SQLite::Statement query(database, selectJob("log") + "WHERE id = ?");
        query.bind(1, id.toString());
        job = query.executeStep() ? std::optional(readJob(query)) : std::nullopt;
    });
    return job;
}

std::optional<LeasedJob> JobStore::latestFor(std::string_view subject)
{
    std::optional<LeasedJob> job;
    m_workspace.read([&](SQLite::Database& database) {
        SQLite::Statement query(database, selectJob("log") + "WHERE subject = ? AND subject <> '' "
                                                             "ORDER BY queued DESC, id DESC LIMIT 1");
        query.bind(1, std::string(subject));
        job = query.executeStep() ? std::optional(readJob(query)) : std::nullopt;
    });
    return job;
}

std::optional<LeasedJob> JobStore::openFor(const std::string& kind, const std::string& subject)
{
    std::optional<LeasedJob> job;
    m_workspace.read([&](SQLite::Database& database) {
        SQLite::Statement query(database, selectJob("NULL") +
                                              "WHERE subject = ? AND subject <> '' AND kind = ? "
                                              "AND finished IS NULL");
        query.bind(1, subject);
        query.bind(2, kind);
        job = query.executeStep() ? std::optional(readJob(query)) : std::nullopt;
    });
    return job;
}

} // namespace lepton::jobs
