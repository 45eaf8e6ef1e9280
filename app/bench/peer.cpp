// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/peer.h"

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <limits>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace lepton::bench {
namespace {

/// Starts @p words with standard output into @p file; errors go where ours go.
pid_t start(const std::vector<std::string>& words, const std::filesystem::path& file)
{
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, file.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    // The command line's own signal thread has them blocked.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t process = 0;
    const int failed = posix_spawnp(&process, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (failed != 0)
        throw base::errorFromErrno(failed, "start", words[0]);
    return process;
}

/// Its exit status. @throw base::Error Cancelled, after it has been ended
int finish(pid_t process, const base::Cancellation& cancellation)
{
    constexpr std::chrono::milliseconds pause{20};
    for (int status = 0;;) {
        if (::waitpid(process, &status, WNOHANG) == process)
            return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        if (cancellation.requested()) {
            ::kill(process, SIGTERM);
            ::waitpid(process, &status, 0);
            cancellation.throwIfRequested();
        }
        std::this_thread::sleep_for(pause);
    }
}

} // namespace

nlohmann::json askPeer(const Setup& setup, std::string_view name, const std::vector<std::string>& arguments)
{
    if (setup.peers.empty())
        return {};
    setup.tell(fmt::format("the peers of {}", name));
    const base::ScratchFolder folder;
    const auto script = folder.path() / (std::string(name) + ".py");
    const auto output = folder.path() / "output";
    base::writeFileAtomically(script, peerScript(name));
    std::vector<std::string> words{setup.peers, script.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const int code = finish(start(words, output), setup.cancellation);
    std::string text = base::readTextFile(output);
    while (text.ends_with('\n'))
        text.pop_back();
    nlohmann::json answer = nlohmann::json::parse(text.substr(text.find_last_of('\n') + 1), nullptr, false);
    if (code != 0 || !answer.is_object())
        throw base::Error(
            base::ErrorCode::Io,
            fmt::format("The peers of {} cannot be measured: {} ended with {}. What it said stands "
                        "above. Give --peers a Python that has them.",
                        name, setup.peers, code),
            text);
    return answer;
}

double bestSeconds(const Setup& setup, const std::function<void()>& work)
{
    double best = std::numeric_limits<double>::max();
    for (int round = 0; round < setup.rounds; ++round) {
        setup.cancellation.throwIfRequested();
        const auto start = std::chrono::steady_clock::now();
        work();
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

} // namespace lepton::bench
