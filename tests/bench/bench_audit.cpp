// SPDX-License-Identifier: GPL-3.0-or-later
// How long the audit of a log takes, against a bare loop of libsodium's signature checks on all cores.
//   bench_audit [events] [rounds]
#include "base/cancellation.h"
#include "base/progress.h"
#include "base/sha256.h"
#include "identity/audit.h"
#include "identity/local_workspace.h"

#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

using namespace lepton;

namespace {

constexpr int defaultEvents = 100'000;
constexpr int defaultRounds = 3;

double secondsOf(const auto& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

struct Signed
{
    std::string key, hash, signature; ///< bytes
};

/// What any program has to do at least: the checks alone, shared evenly.
void bareLoop(const std::vector<Signed>& events)
{
    const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
    const auto bytes = [](const std::string& text) {
        return reinterpret_cast<const unsigned char*>(text.data());
    };
    std::vector<std::jthread> running;
    for (std::size_t thread = 0; thread < threads; ++thread)
        running.emplace_back([&, thread] {
            for (std::size_t i = thread; i < events.size(); i += threads) {
                if (crypto_sign_verify_detached(bytes(events[i].signature), bytes(events[i].hash),
                                                events[i].hash.size(), bytes(events[i].key)) != 0)
                    std::abort();
            }
        });
}

} // namespace

int main(int count, char** arguments)
{
    const int events = count > 1 ? std::atoi(arguments[1]) : defaultEvents;
    const int rounds = count > 2 ? std::atoi(arguments[2]) : defaultRounds;
    const auto folder =
        std::filesystem::temp_directory_path() / ("bench_audit_" + std::to_string(::getpid()));
    identity::UserStores user{identity::KeyStore(folder / "keys"), identity::PinStore(folder / "pins.json")};
    {
        auto local = identity::createWorkspace(folder / "workspace", {"Bench", store::JournalMode::Local},
                                               {"Ada", "Risk", {}, {}}, user);
        local.workspace->write([&](store::Transaction& transaction) {
            for (int i = 0; i < events; ++i)
                transaction.append({"note.added", std::to_string(i), {{"text", "a note of some words"}}});
        });
        std::vector<Signed> all;
        for (std::int64_t after = 0;;) {
            const auto part = local.workspace->events(after, 10'000);
            if (part.empty())
                break;
            after = part.back().seq;
            for (const store::Event& event : part)
                all.push_back(
                    {*base::fromHex(event.key), *base::fromHex(event.hash), *base::fromHex(event.signature)});
        }
        base::Progress progress;
        identity::SealStore seals(folder / "seals.json");
        double bare = 1e9, full = 1e9, again = 1e9;
        for (int round = 0; round < rounds; ++round) {
            bare = std::min(bare, secondsOf([&] { bareLoop(all); }));
            full = std::min(full, secondsOf([&] {
                                if (!identity::verify(*local.workspace, user.pins,
                                                      {.full = true, .seals = &seals}, {}, progress)
                                         .ok)
                                    std::abort();
                            }));
            again = std::min(
                again, secondsOf([&] {
                    if (!identity::verify(*local.workspace, user.pins, {.seals = &seals}, {}, progress).ok)
                        std::abort();
                }));
        }
        std::printf("events %zu, threads %u\nbare loop  %.3f s\nfull audit %.3f s, ratio %.2f\n"
                    "again      %.3f s, ratio %.2f (hashes alone)\n",
                    all.size(), std::thread::hardware_concurrency(), bare, full, full / bare, again,
                    again / bare);
    }
    std::filesystem::remove_all(folder);
    return 0;
}
