// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "progress_line.h"
#include "text_table.h"

#include "app/session/session.h"
#include "base/file.h"
#include "base/progress.h"
#include "store/health_store.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <unicode/uvernum.h>

#include <system_error>

namespace lepton::cli {
namespace {

std::string word(store::JournalMode mode)
{
    return mode == store::JournalMode::Shared ? "shared" : "local";
}

/// Everything that is worth knowing of a workspace, and what is wrong with it.
nlohmann::json examine(const Context& context, app::Session& session)
{
    store::Workspace& workspace = session.workspace();
    const store::WorkspaceInfo& info = workspace.info();
    ProgressLine line;
    base::Progress progress([&line](const base::ProgressState& state) { line.show(state); });
    const store::CatalogHealth health = store::examineCatalog(workspace);
    const auto badObjects = workspace.objects().verify(workspace, context.interrupted(), progress);
    line.clear();

    nlohmann::json problems = nlohmann::json::array();
    for (const std::string& problem : health.problems)
        problems.push_back({{"kind", "catalog"}, {"message", problem}});
    for (const store::ObjectProblem& problem : badObjects)
        problems.push_back({{"kind", "object"}, {"message", problem.message}, {"hash", problem.hash}});
    if (session.rolledBack())
        problems.push_back(
            {{"kind", "rolled_back"},
             {"message", "The catalog lacks what this machine saw in it before. lepton audit verify "
                         "says more."}});
    nlohmann::json notices = nlohmann::json::array();
    const store::JournalMode proposed = store::proposedJournalMode(info.folder);
    if (proposed == store::JournalMode::Shared && info.journalMode == store::JournalMode::Local)
        notices.push_back(
            "The folder is on a network file system: lepton workspace convert --shared makes the "
            "workspace fit for it.");
    if (info.readOnly)
        notices.push_back("The folder is write-protected for you: you can read it.");
    if (!session.member())
        notices.push_back("You are not a member of this workspace: you can read it.");

    std::error_code error;
    const auto space = std::filesystem::space(info.folder, error);
    nlohmann::json facts{
        {"folder", info.folder.string()},
        {"name", info.name},
        {"id", info.id.toString()},
        {"root", session.root()},
        {"member", session.member() ? nlohmann::json(session.member()->name) : nlohmann::json()},
        {"journal_mode", word(info.journalMode)},
        {"proposed_journal_mode", word(proposed)},
        {"journal", health.journal},
        {"schema_version", info.schemaVersion},
        {"created", info.created.toString()},
        {"read_only", info.readOnly},
        {"events", workspace.eventCount()},
        {"catalog_bytes", health.bytes},
        {"objects", health.objects},
        {"object_bytes", health.objectBytes},
        {"free_bytes", error ? nlohmann::json() : nlohmann::json(space.available)}};
    return {{"workspace", std::move(facts)},
            {"sqlite", health.sqliteVersion},
            {"problems", std::move(problems)},
            {"notices", std::move(notices)}};
}

void printReport(const nlohmann::json& report)
{
    print("lepton " + report.at("version").get<std::string>() + ", ICU " +
          report.at("icu").get<std::string>());
    if (report.contains("sqlite"))
        print(", SQLite " + report.at("sqlite").get<std::string>());
    print("\nconfiguration " + report.at("configuration").get<std::string>() + "\n");
    if (!report.contains("workspace")) {
        print("No workspace was given: --workspace DIR examines one.\n");
        return;
    }
    const nlohmann::json& facts = report.at("workspace");
    print("workspace " + facts.at("name").get<std::string>() + " in " +
          facts.at("folder").get<std::string>() + "\n");
    print("  " + facts.at("journal_mode").get<std::string>() + " (journal " +
          facts.at("journal").get<std::string>() + "), schema " +
          std::to_string(facts.at("schema_version").get<int>()) + ", " +
          counted(facts.at("events").get<std::int64_t>(), "event") + ", catalog " +
          byteSize(facts.at("catalog_bytes").get<std::int64_t>()) + "\n");
    print("  " + counted(facts.at("objects").get<std::int64_t>(), "object") + ", " +
          byteSize(facts.at("object_bytes").get<std::int64_t>()) + "; all of them were read\n");
    if (!facts.at("free_bytes").is_null())
        print("  " + byteSize(facts.at("free_bytes").get<std::int64_t>()) + " free on the disk\n");
    for (const nlohmann::json& notice : report.at("notices"))
        print("notice: " + notice.get<std::string>() + "\n");
    for (const nlohmann::json& problem : report.at("problems"))
        print("problem: " + problem.at("message").get<std::string>() + "\n");
    print(report.at("problems").empty() ? "Nothing is wrong.\n" : "");
}

int doctor(const Context& context)
{
    nlohmann::json report{{"problems", nlohmann::json::array()}, {"notices", nlohmann::json::array()}};
    if (!context.workspace.empty()) {
        const auto session = context.openSession();
        report = examine(context, *session);
    }
    report["version"] = LEPTON_VERSION;
    report["icu"] = U_ICU_VERSION;
    report["configuration"] = base::configFolder().string();
    report["ok"] = report.at("problems").empty();
    if (context.json)
        printJson(report);
    else
        printReport(report);
    return report.at("problems").empty() ? 0 : 1;
}

} // namespace

void addDoctor(CLI::App& app, Context& context)
{
    CLI::App* verb =
        app.add_subcommand("doctor", "Look through program and workspace; exit 1 when something is wrong");
    verb->footer("Example:\n  lepton doctor --workspace team");
    context.whenChosen(*verb, [&context] { return doctor(context); });
}

} // namespace lepton::cli
