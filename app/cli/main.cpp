// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "interrupt.h"

#include <CLI/CLI.hpp>

#include <clocale>
#include <cstdio>

namespace {

constexpr int success = 0;
constexpr int failure = 1;
constexpr int wrongUsage = 2;

/// Global options stand before or after the verb; each verb says how it is used by an example.
void prepare(CLI::App& app, lepton::cli::Context& context)
{
    app.name("lepton");
    app.set_version_flag("--version", "lepton " LEPTON_VERSION, "Print the version");
    app.set_help_flag("-h,--help", "Print this help");
    app.add_option("--workspace", context.workspace, "The folder of the workspace (or LEPTON_WORKSPACE)")
        ->type_name("DIR")
        ->envname("LEPTON_WORKSPACE");
    app.add_flag("--json", context.json, "Print one JSON document");
    app.require_subcommand(1);
    app.fallthrough();
    app.footer("Example:\n  lepton init team --member \"Ann Lee\" --department Risk\n"
               "  lepton dataset import loans.csv --name loans --workspace team");
    lepton::cli::addInit(app, context);
    lepton::cli::addWorkspace(app, context);
    lepton::cli::addDataset(app, context);
    lepton::cli::addAudit(app, context);
    lepton::cli::addDoctor(app, context);
}

/// Whether --json was asked for where the line could not be parsed.
bool wantsJson(int count, char** arguments)
{
    for (int i = 1; i < count; ++i) {
        if (std::string_view(arguments[i]) == "--json")
            return true;
    }
    return false;
}

} // namespace

int main(int count, char** arguments)
{
    std::setlocale(LC_CTYPE, "C.UTF-8");
    const lepton::cli::Interrupt interrupt;
    lepton::cli::Context context(interrupt.token());
    CLI::App app("Share data, train, and decide together what goes into production: the headless program.");
    try {
        prepare(app, context);
        app.parse(count, arguments);
        const int code = context.action ? context.action() : wrongUsage;
        lepton::cli::flushOutput();
        return code;
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
            return app.exit(error);
        context.json = context.json || wantsJson(count, arguments);
        lepton::cli::printUsageError(context, std::string(error.what()) + ". See lepton --help.");
        return wrongUsage;
    } catch (const lepton::cli::UsageError& error) {
        lepton::cli::printUsageError(context, error.what());
        return wrongUsage;
    } catch (...) {
        lepton::cli::printError(context, lepton::base::errorFromException(std::current_exception()));
        return failure;
    }
    return success;
}
