// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/event_check.h"

#include "identity/event_sentence.h"
#include "identity/keys.h"
#include "store/event_hasher.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace lepton::identity {
namespace {

using store::RawEvent;

constexpr unsigned mostThreads = 256;
constexpr std::size_t fewestForThreads = 32;

/// Whether @p text is an id as the program writes it: else another text would say the same.
template <class Id>
bool isId(std::string_view text)
{
    return Id::parse(text) && std::ranges::none_of(text, [](char c) { return c >= 'A' && c <= 'F'; });
}

std::optional<Problem> check(const RawEvent& event, store::EventHasher& hasher, bool withSignature)
{
    if (!isId<base::EventId>(event.id) || !isId<base::MemberId>(event.member))
        return problemOf(event, "bad_event", "has an id that is none.");
    const base::Sha256Digest hash = hasher(event);
    if (base::toHex(hash) != event.hash)
        return problemOf(event, "bad_hash", "was changed: its hash is not that of its content.");
    if (!withSignature)
        return std::nullopt;
    if (event.signature.empty())
        return problemOf(event, "unsigned", "has no signature.");
    if (!isSignedBy(event.key, hash, event.signature))
        return problemOf(event, "bad_signature", "was not signed with the key that it names.");
    return std::nullopt;
}

/// What is wrong with each of @p events.
std::vector<std::optional<Problem>> checkEach(const base::WorkspaceId& workspace,
                                              std::span<const RawEvent> events, std::int64_t verified)
{
    std::vector<std::optional<Problem>> found(events.size());
    const std::size_t threads = events.size() < fewestForThreads
                                    ? 1
                                    : std::clamp(std::thread::hardware_concurrency(), 1U, mostThreads);
    const std::size_t share = (events.size() + threads - 1) / threads;
    const auto checkFrom = [&](std::size_t first) {
        store::EventHasher hasher(workspace);
        for (std::size_t i = first; i < std::min(first + share, events.size()); ++i)
            found[i] = check(events[i], hasher, events[i].seq > verified);
    };
    std::vector<std::jthread> running;
    for (std::size_t first = share; first < events.size(); first += share)
        running.emplace_back(checkFrom, first);
    checkFrom(0);
    return found;
}

} // namespace

std::optional<Problem> checkGenuine(const base::WorkspaceId& workspace, const RawEvent& event)
{
    store::EventHasher hasher(workspace);
    return check(event, hasher, true);
}

EventCheck::EventCheck(const base::WorkspaceId& workspace, std::int64_t verified, Take take)
    : m_workspace(workspace)
    , m_verified(verified)
    , m_take(std::move(take))
{}

void EventCheck::add(std::vector<RawEvent> events)
{
    Batch next{std::move(events), {}};
    const std::span<const RawEvent> all(next.events);
    if (all.size() < fewestForThreads) {
        // A few are checked sooner than a thread has begun.
        std::promise<std::vector<std::optional<Problem>>> found;
        found.set_value(checkEach(m_workspace, all, m_verified));
        next.found = found.get_future();
    } else {
        next.found = std::async(std::launch::async, [workspace = m_workspace, all, verified = m_verified] {
            return checkEach(workspace, all, verified);
        });
    }
    finish();
    m_batch = std::move(next);
}

void EventCheck::finish()
{
    if (!m_batch)
        return;
    Batch batch = *std::move(m_batch);
    m_batch.reset();
    const auto found = batch.found.get();
    for (std::size_t i = 0; i < batch.events.size(); ++i)
        m_take(batch.events[i], found[i]);
}

} // namespace lepton::identity
