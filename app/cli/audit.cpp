// SPDX-License-Identifier: GPL-3.0-or-later
// log, verify, acknowledge, checkpoint
#include "identity/audit.h"

#include "audit_filter.h"
#include "context.h"
#include "count_option.h"
#include "progress_line.h"
#include "text_table.h"

#include "app/session/session.h"
#include "base/progress.h"
#include "identity/acknowledgement.h"
#include "registry/registry_audit.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace lepton::cli {
namespace {

constexpr std::int64_t eventsAtOnce = 1000;
constexpr std::size_t detailWidth = 60;

struct LogOptions
{
    std::int64_t limit = 0;
    std::int64_t after = 0;
    std::string kind, object;
};

/// @p objects: only events about one of these; empty: about anything
std::vector<store::Event> eventsOf(store::Workspace& workspace, const LogOptions& options,
                                   const std::set<std::string>& objects)
{
    std::vector<store::Event> events;
    std::set<std::string> kinds;
    std::int64_t after = options.after;
    for (;;) {
        std::vector<store::Event> part = workspace.events(after, eventsAtOnce);
        if (part.empty())
            break;
        after = part.back().seq;
        for (store::Event& event : part) {
            kinds.insert(event.kind);
            const bool wanted = (options.kind.empty() || event.kind.starts_with(options.kind)) &&
                                (objects.empty() || objects.contains(event.object));
            if (wanted)
                events.push_back(std::move(event));
        }
    }
    if (events.empty() && !options.kind.empty())
        requireKind(options.kind, kinds);
    if (options.limit > 0 && std::ssize(events) > options.limit)
        events.erase(events.begin(), events.end() - options.limit);
    return events;
}

nlohmann::json eventJson(const store::Event& event)
{
    nlohmann::json detail = nlohmann::json::parse(event.detail, nullptr, false);
    return {{"seq", event.seq},
            {"id", event.id.toString()},
            {"time", event.time.toString()},
            {"member", event.member.toString()},
            {"key", event.key},
            {"kind", event.kind},
            {"object", event.object},
            {"detail", detail.is_discarded() ? nlohmann::json(event.detail) : std::move(detail)},
            {"prev", event.prev},
            {"hash", event.hash},
            {"signature", event.signature}};
}

std::map<base::MemberId, std::string> namesOfMembers(store::Workspace& workspace)
{
    std::map<base::MemberId, std::string> names;
    workspace.read([&](SQLite::Database& database) {
        for (const identity::Member& member : identity::MemberStore(database).all())
            names[member.id] = member.name;
    });
    return names;
}

int printLog(const Context& context, const LogOptions& options)
{
    const auto session = context.openSession();
    const auto objects =
        options.object.empty() ? std::set<std::string>() : objectsCalled(*session, options.object);
    const std::vector<store::Event> events = eventsOf(session->workspace(), options, objects);
    if (context.json) {
        nlohmann::json list = nlohmann::json::array();
        for (const store::Event& event : events)
            list.push_back(eventJson(event));
        printJson({{"events", std::move(list)}});
        return 0;
    }
    if (events.empty()) {
        print("No events.\n");
        return 0;
    }
    const auto names = namesOfMembers(session->workspace());
    TextTable table({{"SEQ", TextTable::Align::Right}, {"TIME"}, {"MEMBER"}, {"KIND"}, {"DETAIL"}});
    for (const store::Event& event : events) {
        const auto name = names.find(event.member);
        table.add({std::to_string(event.seq), event.time.toString(),
                   name == names.end() ? event.member.toString() : name->second, event.kind,
                   fitted(event.detail, detailWidth)});
    }
    print(table.toString());
    return 0;
}

struct VerifyOptions
{
    bool full = false;
    std::string checkpoint;
};

nlohmann::json problemsJson(const std::vector<identity::Problem>& problems)
{
    nlohmann::json list = nlohmann::json::array();
    for (const identity::Problem& problem : problems)
        list.push_back({{"event", problem.event},
                        {"kind", problem.kind},
                        {"message", problem.message},
                        {"refused", problem.refused}});
    return list;
}

int verifyLog(const Context& context, const VerifyOptions& options)
{
    // Not through a session: it refuses a workspace whose root is another one, and the audit says so.
    const auto workspace = store::Workspace::open(context.workspaceFolder());
    auto pins = identity::PinStore::ofUser();
    auto seals = identity::SealStore::ofUser();
    ProgressLine line;
    base::Progress progress([&line](const base::ProgressState& state) { line.show(state); });
    registry::RegistryAudit registry(workspace->objects());
    identity::AuditOptions audit{.full = options.full, .seals = &seals, .parts = {&registry}};
    if (!options.checkpoint.empty())
        audit.checkpoint = identity::readCheckpoint(options.checkpoint);
    identity::AuditResult result = identity::verify(*workspace, pins, audit, context.interrupted(), progress);
    if (options.full) {
        for (const store::ObjectProblem& problem :
             workspace->objects().verify(*workspace, context.interrupted(), progress)) {
            result.problems.push_back({0, "bad_object", problem.message});
            result.ok = result.whole = false;
        }
    }
    line.clear();
    if (context.json) {
        printJson({{"ok", result.ok},
                   {"events", result.events},
                   {"head", result.head},
                   {"root", result.root},
                   {"pinned", result.pinned},
                   {"whole", result.whole},
                   {"problems", problemsJson(result.problems)},
                   {"acknowledged", problemsJson(result.acknowledged)}});
        return result.ok ? 0 : 1;
    }
    for (const identity::Problem& problem : result.problems)
        print((problem.event > 0 ? "event " + std::to_string(problem.event) + ": " : std::string()) +
              problem.message + "\n");
    print(counted(result.events, "event") + ", head " + result.head + "\n");
    print("root " + result.root +
          (result.pinned ? ", as this machine remembers it\n" : ", not remembered here\n"));
    for (const identity::Problem& problem : result.acknowledged)
        print("acknowledged, event " + std::to_string(problem.event) + ": " + problem.message + "\n");
    print(result.ok ? "The audit log is whole.\n"
          : result.whole
              ? "Nobody changed the audit log, but events in it were refused. They have no effect; an "
                "admin can acknowledge them: lepton audit acknowledge EVENT --reason TEXT\n"
              : "The audit log is NOT whole.\n");
    return result.ok ? 0 : 1;
}

identity::AuditResult verifyQuietly(const Context& context, store::Workspace& workspace)
{
    auto pins = identity::PinStore::ofUser();
    auto seals = identity::SealStore::ofUser();
    base::Progress progress;
    registry::RegistryAudit registry(workspace.objects());
    return identity::verify(workspace, pins, {.seals = &seals, .parts = {&registry}}, context.interrupted(),
                            progress);
}

struct AcknowledgeOptions
{
    std::vector<std::int64_t> events;
    std::string reason;
};

int acknowledge(const Context& context, const AcknowledgeOptions& options)
{
    const auto session = context.openSession();
    auto& workspace = session->workspace();
    identity::acknowledge(workspace, verifyQuietly(context, workspace), options.events, options.reason);
    if (context.json)
        printJson({{"acknowledged", options.events}, {"reason", options.reason}});
    else
        print("The audit lists what you acknowledged apart from now on.\n");
    return 0;
}

/// Only what was just verified is signed.
int checkpoint(const Context& context, const std::string& file)
{
    const auto session = context.openSession();
    auto& workspace = session->workspace();
    const auto made = identity::signCheckpoint(file, workspace, verifyQuietly(context, workspace));
    if (context.json)
        printJson({{"file", file}, {"event", made.head.seq}, {"head", made.head.hash}, {"root", made.root}});
    else
        print("Signed the head " + made.head.hash + " (event " + std::to_string(made.head.seq) + ") into " +
              file + ". Keep it away from the workspace.\n");
    return 0;
}

} // namespace

void addAudit(CLI::App& app, Context& context)
{
    CLI::App* audit = app.add_subcommand("audit", "Read and prove the audit log");
    audit->require_subcommand(1);
    audit->footer("Example:\n  lepton audit verify --workspace team");

    auto options = std::make_shared<LogOptions>();
    CLI::App* log = audit->add_subcommand("log", "Print the events, oldest first");
    log->add_option("--limit", options->limit, "Only the last so many")->check(faultOfCount);
    log->add_option("--after", options->after, "Only those after this place in the chain")
        ->check(faultOfCount);
    log->add_option("--kind", options->kind, "Only kinds that begin so, such as dataset.");
    log->add_option("--object", options->object, "Only of this object: a name, R-1, P-1 or an id");
    log->footer("Example:\n  lepton audit log --limit 20 --kind dataset. --workspace team");
    context.whenChosen(*log, [&context, options] { return printLog(context, *options); });

    auto proof = std::make_shared<VerifyOptions>();
    CLI::App* verify =
        audit->add_subcommand("verify", "Prove chain, signatures and projections; exit 1 on a problem");
    verify->add_flag("--full", proof->full,
                     "Check every signature, also those that were checked before, and hash every object");
    verify
        ->add_option("--checkpoint", proof->checkpoint, "A file of audit checkpoint: its head must be there")
        ->type_name("FILE");
    verify->footer("Example:\n  lepton audit verify --full --workspace team");
    context.whenChosen(*verify, [&context, proof] { return verifyLog(context, *proof); });

    auto known = std::make_shared<AcknowledgeOptions>();
    CLI::App* settle = audit->add_subcommand(
        "acknowledge", "Sign that refused events are known, so that the audit lists them apart (admins)");
    settle->add_option("EVENT", known->events, "Places in the chain, as audit verify names them")->required();
    settle->add_option("--reason", known->reason, "What came of it")->required();
    settle->footer("Example:\n  lepton audit acknowledge 1204 --reason \"a test of ours\" --workspace team");
    context.whenChosen(*settle, [&context, known] { return acknowledge(context, *known); });

    auto file = std::make_shared<std::string>();
    CLI::App* sign = audit->add_subcommand("checkpoint", "Verify, and sign the head of the log into a file");
    sign->add_option("FILE", *file, "A file that is not there yet")->required();
    sign->footer("Example:\n  lepton audit checkpoint monday.json --workspace team\n"
                 "  lepton audit verify --checkpoint monday.json --workspace team");
    context.whenChosen(*sign, [&context, file] { return checkpoint(context, *file); });
}

} // namespace lepton::cli
