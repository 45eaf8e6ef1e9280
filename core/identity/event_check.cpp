// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/event_check.h"

#include "identity/keys.h"

#include <algorithm>
#include <string>
#include <thread>
#include <utility>

namespace lepton::identity {
namespace {

using store::RawEvent;

constexpr unsigned mostThreads = 256;
/// Fewer events than this are checked sooner than a thread has begun.
constexpr std::size_t fewestForThreads = 32;

Problem problem(const RawEvent& event, std::string kind, const std::string& what)
{
    return {event.seq, std::move(kind),
            "Event " + std::to_string(event.seq) + " (" + event.kind + ") " + what};
}

} // namespace

std::optional<Problem> checkHash(const base::WorkspaceId& workspace, const RawEvent& raw)
{
    const auto event = store::toEvent(raw);
    if (!event || event->id.toString() != raw.id || event->member.toString() != raw.member)
        return problem(raw, "bad_event", "has an id that is none.");
    const base::Sha256Digest hash = store::eventHash(workspace, *event);
    if (base::toHex(hash) != raw.hash)
        return problem(raw, "bad_hash", "was changed: its hash is not that of its content.");
    return std::nullopt;
}

std::optional<Problem> checkGenuine(const base::WorkspaceId& workspace, const RawEvent& raw)
{
    if (auto wrong = checkHash(workspace, raw))
        return wrong;
    if (raw.signature.empty())
        return problem(raw, "unsigned", "has no signature.");
    // The stored hash is the computed one.
    base::Sha256Digest hash{};
    std::ranges::copy(*base::fromHex(raw.hash), reinterpret_cast<char*>(hash.data()));
    if (!isSignedBy(raw.key, hash, raw.signature))
        return problem(raw, "bad_signature", "was not signed with the key that it names.");
    return std::nullopt;
}

std::vector<std::optional<Problem>> checkEach(const base::WorkspaceId& workspace,
                                              std::span<const RawEvent> events, std::int64_t verified)
{
    std::vector<std::optional<Problem>> found(events.size());
    const std::size_t threads = events.size() < fewestForThreads
                                    ? 1
                                    : std::clamp(std::thread::hardware_concurrency(), 1U, mostThreads);
    const std::size_t share = (events.size() + threads - 1) / threads;
    const auto check = [&](std::size_t first) {
        for (std::size_t i = first; i < std::min(first + share, events.size()); ++i)
            found[i] = events[i].seq <= verified ? checkHash(workspace, events[i])
                                                 : checkGenuine(workspace, events[i]);
    };
    std::vector<std::jthread> running;
    for (std::size_t first = share; first < events.size(); first += share)
        running.emplace_back(check, first);
    check(0);
    return found;
}

} // namespace lepton::identity
