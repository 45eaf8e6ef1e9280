// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"

#include "passphrase.h"

#include "app/session/session.h"
#include "base/error_json.h"
#include "base/json_text.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace lepton::cli {

const std::string& Context::workspaceFolder() const
{
    if (workspace.empty())
        throw UsageError("Which workspace? Give --workspace DIR, or set LEPTON_WORKSPACE.");
    return workspace;
}

void Context::whenChosen(CLI::App& verb, std::function<int()> chosen)
{
    verb.callback([this, chosen = std::move(chosen)] { action = chosen; });
}

std::unique_ptr<app::Session> Context::openSession() const
{
    auto session = app::Session::open(workspaceFolder(), {.passphrase = [this](const std::string& key) {
                                          return passphraseFor(key, m_interrupted);
                                      }});
    if (session->rolledBack())
        std::fputs(
            "warning: the catalog lacks what this machine saw in it before. lepton audit verify says more.\n",
            stderr);
    return session;
}

void printJson(const nlohmann::json& document)
{
    print(base::jsonText(document) + "\n");
}

void print(const std::string& text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
}

void flushOutput()
{
    if (std::fflush(stdout) != 0 || std::ferror(stdout))
        throw base::errorFromErrno(errno, "write", "the standard output");
}

void printError(const Context& context, const base::Error& error)
{
    if (context.json)
        printJson({{"error", error}});
    std::fflush(stdout);
    std::fprintf(stderr, "error: %s\n", error.what());
}

void printUsageError(const Context& context, const std::string& message)
{
    if (context.json)
        printJson({{"error", {{"kind", "usage"}, {"message", message}, {"detail", ""}}}});
    std::fflush(stdout);
    std::fprintf(stderr, "error: %s\n", message.c_str());
}

} // namespace lepton::cli
