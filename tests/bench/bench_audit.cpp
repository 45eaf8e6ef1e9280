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

#include <time.h>
#include <unistd.h>

using namespace lepton;

namespace {

constexpr int defaultEvents = 100'000;
constexpr int defaultRounds = 3;

/// By the clock, and of all processors together: what else the machine does shows in the first alone.
struct Seconds
{
    double clock = 1e9, processor = 1e9;
};

double processorSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// The least of @p before and of what @p work takes.
Seconds least(const Seconds& before, const auto& work)
{
    const auto begin = std::chrono::steady_clock::now();
    const double processor = processorSeconds();
    work();
    return {std::min(before.clock,
                     std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count()),
            std::min(before.processor, processorSeconds() - processor)};
}

void print(const char* what, const Seconds& taken, const Seconds& bare)
{
    std::printf("%-28s %.3f s, ratio %.2f; of processors %.3f s, ratio %.2f\n", what, taken.clock,
                taken.clock / bare.clock, taken.processor, taken.processor / bare.processor);
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
        const auto audit = [&](bool isFull) {
            if (!identity::verify(*local.workspace, user.pins, {.full = isFull, .seals = &seals}, {},
                                  progress)
                     .ok)
                std::abort();
        };
        Seconds bare, full, again;
        for (int round = 0; round < rounds; ++round) {
            bare = least(bare, [&] { bareLoop(all); });
            full = least(full, [&] { audit(true); });
            again = least(again, [&] { audit(false); });
        }
        std::printf("events %zu, threads %u\n", all.size(), std::thread::hardware_concurrency());
        print("bare loop", bare, bare);
        print("full audit", full, bare);
        print("again, hashes alone", again, bare);
    }
    std::filesystem::remove_all(folder);
    return 0;
}
