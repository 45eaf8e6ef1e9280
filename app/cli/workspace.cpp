// SPDX-License-Identifier: GPL-3.0-or-later
// trust, convert, backup, gc
#include "context.h"
#include "count_option.h"
#include "text_table.h"

#include "app/session/session.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <chrono>

namespace lepton::cli {
namespace {

/// What is younger may be about to be named by someone else.
constexpr std::int64_t defaultGraceSeconds = std::int64_t{24} * 60 * 60;

int trust(const Context& context, const std::string& fingerprint, const std::string& head)
{
    auto user = identity::UserStores::ofUser();
    identity::trustWorkspace(context.workspaceFolder(), fingerprint,
                             head.empty() ? std::nullopt : std::optional(head), user);
    if (context.json)
        printJson({{"workspace", context.workspaceFolder()}, {"root", fingerprint}, {"trusted", true}});
    else
        print("This machine now trusts " + fingerprint + " as the root of " + context.workspaceFolder() +
              ".\n");
    return 0;
}

int convert(const Context& context, bool shared)
{
    store::Workspace::convert(context.workspaceFolder(),
                              shared ? store::JournalMode::Shared : store::JournalMode::Local);
    const std::string mode = shared ? "shared" : "local";
    if (context.json)
        printJson({{"workspace", context.workspaceFolder()}, {"journal_mode", mode}});
    else
        print("The workspace is " + mode + " now.\n");
    return 0;
}

int backup(const Context& context, const std::string& file)
{
    const auto session = context.openSession();
    session->workspace().backup(file);
    if (context.json)
        printJson({{"workspace", context.workspaceFolder()}, {"file", file}});
    else
        print("Saved the catalog to " + file +
              ". The objects are files of their own: copy the folder objects too.\n");
    return 0;
}

std::string spanWords(std::int64_t seconds)
{
    return seconds == defaultGraceSeconds ? "a day" : counted(seconds, "second");
}

int collect(const Context& context, std::int64_t graceSeconds)
{
    const auto session = context.openSession();
    const store::CollectResult result = session->workspace().objects().collect(
        session->workspace(), std::chrono::seconds(graceSeconds), context.interrupted());
    if (context.json)
        printJson({{"files", result.files}, {"bytes", result.bytes}});
    else
        print("Removed " + counted(result.files, "file") + ", " + byteSize(result.bytes) + "." +
              (graceSeconds > 0 ? " What is younger than " + spanWords(graceSeconds) +
                                      " stays: somebody may be writing it (--grace SECONDS).\n"
                                : "\n"));
    return 0;
}

} // namespace

void addWorkspace(CLI::App& app, Context& context)
{
    CLI::App* workspace = app.add_subcommand("workspace", "Trust, convert, back up and clean the workspace");
    workspace->require_subcommand(1);
    workspace->footer("Example:\n  lepton workspace backup monday.db --workspace team");

    auto fingerprint = std::make_shared<std::string>();
    auto head = std::make_shared<std::string>();
    CLI::App* trustVerb =
        workspace->add_subcommand("trust", "Trust a root, or an older catalog put back on purpose");
    trustVerb->add_option("FINGERPRINT", *fingerprint, "The root: 64 hexadecimal digits")->required();
    trustVerb->add_option("--head", *head, "Hash of the last event that the catalog has");
    trustVerb->footer(
        "Example:\n  lepton workspace trust 3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29"
        " --workspace team");
    context.whenChosen(*trustVerb,
                       [&context, fingerprint, head] { return trust(context, *fingerprint, *head); });

    auto shared = std::make_shared<bool>(false);
    auto local = std::make_shared<bool>(false);
    CLI::App* convertVerb = workspace->add_subcommand("convert", "Change between one machine and a share");
    CLI::Option* sharedFlag = convertVerb->add_flag("--shared", *shared, "For a folder on a share");
    convertVerb->add_flag("--local", *local, "For one machine")->excludes(sharedFlag);
    convertVerb->require_option(1);
    convertVerb->footer("Example:\n  lepton workspace convert --shared --workspace team");
    context.whenChosen(*convertVerb, [&context, shared] { return convert(context, *shared); });

    auto file = std::make_shared<std::string>();
    CLI::App* backupVerb = workspace->add_subcommand("backup", "Save the catalog while others go on working");
    backupVerb->add_option("FILE", *file, "A file that is not there yet")->required();
    backupVerb->footer("Example:\n  lepton workspace backup monday.db --workspace team");
    context.whenChosen(*backupVerb, [&context, file] { return backup(context, *file); });

    auto grace = std::make_shared<std::int64_t>(defaultGraceSeconds);
    CLI::App* gc = workspace->add_subcommand("gc", "Remove unfinished files, and objects that nothing names");
    gc->add_option("--grace", *grace, "Leave what is younger than so many SECONDS (default: a day)")
        ->check(faultOfCount)
        ->type_name("SECONDS");
    gc->footer("Example:\n  lepton workspace gc --workspace team");
    context.whenChosen(*gc, [&context, grace] { return collect(context, *grace); });
}

} // namespace lepton::cli
