// SPDX-License-Identifier: GPL-3.0-or-later
// request, enrol, list, role, revoke, replace-key
#include "context.h"
#include "passphrase.h"
#include "text_table.h"

#include "app/session/session.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>

namespace lepton::cli {
namespace {

struct MemberOptions
{
    std::string file, name, department, reason;
    std::vector<std::string> roles, add, remove;
    bool passphrase = false;
};

identity::Roles rolesOf(const std::vector<std::string>& names)
{
    identity::Roles roles;
    for (const std::string& name : names)
        roles.insert(identity::parseRole(name));
    return roles;
}

nlohmann::json document(const identity::Member& member)
{
    nlohmann::json roles = nlohmann::json::array();
    for (const identity::Role role : member.roles)
        roles.push_back(identity::roleName(role));
    return {{"id", member.id.toString()},
            {"name", member.name},
            {"department", member.department},
            {"roles", std::move(roles)},
            {"key", member.key},
            {"state", member.revoked ? "revoked" : "active"}};
}

std::string roleList(const identity::Roles& roles)
{
    std::string text;
    for (const identity::Role role : roles)
        text += (text.empty() ? "" : ", ") + std::string(identity::roleName(role));
    return text.empty() ? "no roles" : text;
}

int tell(const Context& context, const identity::Member& member, const std::string& sentence)
{
    if (context.json)
        printJson({{"member", document(member)}});
    else
        print(sentence + "\n");
    return 0;
}

/// Needs no workspace: the newcomer may not see it yet. One that is named binds the request to it.
int request(const Context& context, const MemberOptions& options)
{
    std::string workspace;
    if (!context.workspace.empty())
        workspace = store::Workspace::open(context.workspace)->info().id.toString();
    std::optional<std::string> passphrase = identity::passphraseFromEnvironment({});
    if (!passphrase && options.passphrase)
        passphrase = newPassphrase(context.interrupted());
    auto keys = identity::KeyStore::ofUser();
    const auto made = identity::makeRequestFile(options.file, options.name, options.department, workspace,
                                                keys, passphrase);
    if (context.json) {
        printJson({{"file", options.file},
                   {"name", made.name},
                   {"department", made.department},
                   {"key", made.key},
                   {"workspace", made.workspace}});
        return 0;
    }
    print("Your request is in " + options.file +
          ". Give it to an admin, and tell your fingerprint by another way:\n" + made.key + "\n");
    return 0;
}

int enrol(const Context& context, const MemberOptions& options)
{
    const auto asked = identity::readRequest(options.file);
    const auto session = context.openSession();
    const auto member = session->members().enrol(asked, rolesOf(options.roles));
    return tell(context, member,
                member.name + " of " + member.department + " is a member now: " + roleList(member.roles) +
                    ". The fingerprint is " + member.key + ".");
}

int list(const Context& context)
{
    const auto session = context.openSession();
    const auto members = session->members().list();
    if (context.json) {
        nlohmann::json json{{"members", nlohmann::json::array()}};
        for (const identity::Member& member : members)
            json["members"].push_back(document(member));
        printJson(json);
        return 0;
    }
    TextTable table({{"name"}, {"department"}, {"roles"}, {"state"}, {"fingerprint"}});
    for (const identity::Member& member : members)
        table.add({member.name, member.department, roleList(member.roles),
                   member.revoked ? "revoked" : "active", member.key});
    print(table.toString());
    return 0;
}

int changeRoles(const Context& context, const MemberOptions& options)
{
    if (options.add.empty() && options.remove.empty())
        throw UsageError("Which role? Give --add ROLE or --remove ROLE.");
    const auto session = context.openSession();
    identity::MemberService& members = session->members();
    const auto member =
        members.changeRoles(members.resolve(options.name).id, rolesOf(options.add), rolesOf(options.remove));
    return tell(context, member, member.name + " is now: " + roleList(member.roles) + ".");
}

int revoke(const Context& context, const MemberOptions& options)
{
    const auto session = context.openSession();
    identity::MemberService& members = session->members();
    const auto member = members.revoke(members.resolve(options.name).id, options.reason);
    return tell(context, member, "The key of " + member.name + " signs nothing more from now on.");
}

int replaceKey(const Context& context, const MemberOptions& options)
{
    const auto asked = identity::readRequest(options.file);
    const auto session = context.openSession();
    identity::MemberService& members = session->members();
    const auto member = members.replaceKey(members.resolve(options.name).id, asked, options.reason);
    return tell(context, member, member.name + " signs with the key " + member.key + " from now on.");
}

using Action = int (*)(const Context&, const MemberOptions&);

CLI::App* addVerb(CLI::App& parent, Context& context, const std::shared_ptr<MemberOptions>& options,
                  const std::string& name, const std::string& what, const std::string& example, Action action)
{
    CLI::App* verb = parent.add_subcommand(name, what);
    verb->footer("Example:\n  lepton member " + example);
    context.whenChosen(*verb, [options, &context, action] { return action(context, *options); });
    return verb;
}

} // namespace

void addMember(CLI::App& app, Context& context)
{
    CLI::App* parent = app.add_subcommand("member", "Ask to become a member, and change members");
    parent->require_subcommand(1);
    parent->footer("Example:\n  lepton member request bo.json --name \"Bo Chen\" --department Service\n"
                   "  lepton member enrol bo.json --role reviewer --workspace team");
    auto options = std::make_shared<MemberOptions>();
    const std::string roles = "analyst, engineer, reviewer or admin; may be given several times";

    CLI::App* ask =
        addVerb(*parent, context, options, "request", "Make a key and a request to become a member",
                "request bo.json --name \"Bo Chen\" --department Service", request);
    ask->add_option("FILE", options->file, "A file that is not there yet")->required();
    ask->add_option("--name", options->name, "Your name")->required();
    ask->add_option("--department", options->department, "Your department")->required();
    ask->add_flag("--passphrase", options->passphrase, "Ask for a passphrase to lock your key with");

    CLI::App* add = addVerb(*parent, context, options, "enrol", "Add who made a request (admins)",
                            "enrol bo.json --role reviewer", enrol);
    add->add_option("FILE", options->file, "The request")->required();
    add->add_option("--role", options->roles, roles)->allow_extra_args(false);

    CLI::App* all = parent->add_subcommand("list", "List the members");
    all->footer("Example:\n  lepton member list --json");
    context.whenChosen(*all, [&context] { return list(context); });

    CLI::App* role = addVerb(*parent, context, options, "role", "Give and take roles (admins)",
                             "role \"Bo Chen\" --add engineer --remove analyst", changeRoles);
    role->add_option("NAME", options->name, "Name or id of the member")->required();
    role->add_option("--add", options->add, roles)->allow_extra_args(false);
    role->add_option("--remove", options->remove, roles)->allow_extra_args(false);

    CLI::App* end = addVerb(*parent, context, options, "revoke", "End a member's key (admins)",
                            "revoke \"Bo Chen\" --reason \"left the company\"", revoke);
    end->add_option("NAME", options->name, "Name or id of the member")->required();
    end->add_option("--reason", options->reason, "Why; stands in the audit log");

    CLI::App* replace =
        addVerb(*parent, context, options, "replace-key", "Give a member the key of a new request (admins)",
                "replace-key \"Bo Chen\" bo-new.json --reason \"lost the laptop\"", replaceKey);
    replace->add_option("NAME", options->name, "Name or id of the member")->required();
    replace->add_option("FILE", options->file, "The member's new request")->required();
    replace->add_option("--reason", options->reason, "Why; stands in the audit log");
}

} // namespace lepton::cli
