// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "passphrase.h"

#include "app/session/session.h"
#include "base/text.h"
#include "identity/key_store.h"
#include "store/file_system.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>

namespace lepton::cli {
namespace {

struct InitOptions
{
    std::string folder, name, member, department;
    std::vector<std::string> roles;
    bool local = false;
    bool shared = false;
    bool passphrase = false;
};

store::JournalMode journalOf(const InitOptions& options)
{
    if (options.local)
        return store::JournalMode::Local;
    if (options.shared)
        return store::JournalMode::Shared;
    return store::proposedJournalMode(options.folder);
}

std::optional<std::string> passphraseOf(const Context& context, const InitOptions& options)
{
    if (auto stated = identity::passphraseFromEnvironment({}))
        return stated;
    return options.passphrase ? std::optional(newPassphrase(context.interrupted())) : std::nullopt;
}

int initWorkspace(const Context& context, const InitOptions& options)
{
    const std::filesystem::path folder = store::normalFolder(options.folder);
    store::Workspace::CreateOptions workspace;
    workspace.journalMode = journalOf(options);
    workspace.name = options.name;
    if (workspace.name.empty())
        workspace.name = folder.filename().string();
    identity::FirstMember first;
    first.name = options.member;
    first.department = options.department;
    for (const std::string& role : options.roles)
        first.roles.insert(identity::parseRole(role));
    first.passphrase = passphraseOf(context, options);

    const auto session = app::Session::create(folder, workspace, first, {});
    const store::WorkspaceInfo& info = session->workspace().info();
    const char* journal = info.journalMode == store::JournalMode::Shared ? "shared" : "local";
    if (context.json) {
        printJson({{"workspace", info.folder.string()},
                   {"id", info.id.toString()},
                   {"name", info.name},
                   {"journal_mode", journal},
                   {"member", session->member()->id.toString()},
                   {"root", session->root()}});
        return 0;
    }
    print("Made the workspace " + info.name + " in " + info.folder.string() + " (" + journal + ").\n");
    print("You are its first member, " + session->member()->name + ", and an admin of it.\n");
    print("Its fingerprint is " + session->root() + ".\n");
    return 0;
}

} // namespace

void addInit(CLI::App& app, Context& context)
{
    auto options = std::make_shared<InitOptions>();
    CLI::App* verb = app.add_subcommand("init", "Make a workspace, and become its first member");
    verb->add_option("DIR", options->folder, "A new or an empty folder")->required();
    CLI::Option* local = verb->add_flag("--local", options->local, "For one machine (write-ahead log)");
    verb->add_flag("--shared", options->shared, "For a folder on a share, used by many machines")
        ->excludes(local);
    verb->add_option("--name", options->name, "Name of the workspace (default: that of the folder)");
    verb->add_option("--member", options->member, "Your name")->required();
    verb->add_option("--department", options->department, "Your department")->required();
    verb->add_option("--role", options->roles,
                     "analyst, engineer, reviewer or admin; may be given several times (the first member is "
                     "always admin)")
        ->allow_extra_args(false);
    verb->add_flag("--passphrase", options->passphrase, "Ask for a passphrase to lock your key with");
    verb->footer("Example:\n  lepton init /srv/share/team --shared --member \"Ann Lee\" --department Risk");
    context.whenChosen(*verb, [&context, options] { return initWorkspace(context, *options); });
}

} // namespace lepton::cli
