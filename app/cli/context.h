// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "base/error.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

namespace CLI {
class App;
}

namespace lepton::app {
class Session;
}

namespace lepton::cli {

/// The command line is wrong: exit code 2.
class UsageError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// What every verb gets: the global options, the way out, and what to do once the line is parsed.
class Context
{
public:
    explicit Context(base::Cancellation interrupted)
        : m_interrupted(std::move(interrupted))
    {}

    std::string workspace; ///< --workspace or LEPTON_WORKSPACE
    bool json = false;     ///< --json
    /// The verb that was chosen; returns the exit code.
    std::function<int()> action;

    /// Asked for by Ctrl-C and by SIGTERM.
    const base::Cancellation& interrupted() const noexcept { return m_interrupted; }
    /// @p action becomes the action when the line names @p verb.
    void whenChosen(CLI::App& verb, std::function<int()> action);
    /// The folder of the workspace. @throw UsageError when none was given
    const std::string& workspaceFolder() const;
    /// Opens that workspace as the member who this person is. @throw base::Error
    std::unique_ptr<app::Session> openSession() const;

private:
    base::Cancellation m_interrupted;
};

/// Prints one JSON document and a line end on standard output.
void printJson(const nlohmann::json& document);
/// Prints on standard output; nothing is added.
void print(const std::string& text);
/// Makes sure that everything printed has arrived. @throw base::Error when standard output does not take it
void flushOutput();
/// "error: ..." on standard error, and with --json {"error":{...}} on standard output.
void printError(const Context& context, const base::Error& error);
void printUsageError(const Context& context, const std::string& message);

// One function a verb, each in the file of its name: adds the verb to the command line.
void addInit(CLI::App& app, Context& context);
void addWorkspace(CLI::App& app, Context& context);
void addDataset(CLI::App& app, Context& context);
void addMember(CLI::App& app, Context& context);
void addAudit(CLI::App& app, Context& context);
void addBaseModel(CLI::App& app, Context& context);
void addTrain(CLI::App& app, Context& context);
void addRun(CLI::App& app, Context& context);
void addPredict(CLI::App& app, Context& context);
void addTokenize(CLI::App& app, Context& context);
void addReport(CLI::App& app, Context& context);
void addDoctor(CLI::App& app, Context& context);
void addBench(CLI::App& app, Context& context);

} // namespace lepton::cli
