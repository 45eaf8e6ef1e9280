// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"
#include "interrupt.h"
#include "model_verbs.h"

#include "train/engine_loader.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <string>
#include <string_view>

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
    lepton::cli::addBaseModel(app, context);
    lepton::cli::addTrain(app, context);
    lepton::cli::addRun(app, context);
    lepton::cli::addPredict(app, context);
    lepton::cli::addTokenize(app, context);
    lepton::cli::addReport(app, context);
    lepton::cli::addModel(app, context);
    lepton::cli::addStandard(app, context);
    lepton::cli::addMember(app, context);
    lepton::cli::addAudit(app, context);
    lepton::cli::addDoctor(app, context);
    lepton::cli::addBench(app, context);
}

/// What to say of a line without a whole verb: which word is none, and which there are.
std::string missingVerb(const CLI::App& app, int count, char** arguments)
{
    const CLI::App* verb = &app;
    std::string path = "lepton";
    std::string unknown;
    for (int i = 1; i < count && unknown.empty(); ++i) {
        const std::string word = arguments[i];
        if (word == "--workspace")
            ++i;
        if (word.starts_with("-"))
            continue;
        const auto verbs = verb->get_subcommands({});
        const auto next = std::find_if(verbs.begin(), verbs.end(),
                                       [&word](const CLI::App* below) { return below->get_name() == word; });
        if (next == verbs.end()) {
            unknown = word;
        } else {
            verb = *next;
            path += " " + word;
        }
    }
    std::string verbs;
    for (const CLI::App* below : verb->get_subcommands({}))
        verbs += (verbs.empty() ? "" : ", ") + below->get_name();
    return (unknown.empty() ? path + " needs a verb" : "\"" + unknown + "\" is no verb of " + path) +
           ". There are: " + verbs;
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
    lepton::train::EngineLoader::prepareEnvironment();
    std::signal(SIGXFSZ, SIG_IGN); // a file size limit is then an error of write(), with its sentence
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
        context.json = context.json || wantsJson(count, arguments);
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
            if (!context.json || error.get_name() != "CallForVersion")
                return app.exit(error);
            lepton::cli::printJson({{"version", LEPTON_VERSION}});
            return success;
        }
        const bool verbMissing = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError) &&
                                 std::string_view(error.what()).find("subcommand") != std::string_view::npos;
        const std::string what = verbMissing ? missingVerb(app, count, arguments) : error.what();
        lepton::cli::printUsageError(context, what + ". See lepton --help.");
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
