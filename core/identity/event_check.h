// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/membership.h"

#include <cstdint>
#include <functional>
#include <future>
#include <optional>
#include <vector>

namespace lepton::identity {

/// Checks the hash of @p event as stored and its signature. @return what is wrong with it
std::optional<Problem> checkGenuine(const base::WorkspaceId& workspace, const store::RawEvent& event);

/// Finds on all processors what is wrong with each of many events by itself. While one batch of them is
/// checked, the caller takes the batch before it and reads the next one.
class EventCheck
{
public:
    /// Is given each event in its place, with what is wrong with it; called within add() and finish().
    using Take = std::function<void(const store::RawEvent&, const std::optional<Problem>&)>;

    /// So many events are worth a batch: enough work for every thread, little memory.
    static constexpr std::size_t batchSize = 2048;

    /// @p verified: of the events up to this place in the chain the hashes alone are checked.
    EventCheck(const base::WorkspaceId& workspace, std::int64_t verified, Take take);

    void add(std::vector<store::RawEvent> events);
    /// Waits until all of them are checked and taken.
    void finish();

private:
    struct Batch
    {
        std::vector<store::RawEvent> events;
        std::future<std::vector<std::optional<Problem>>> found; // which ends before them
    };

    base::WorkspaceId m_workspace;
    std::int64_t m_verified;
    Take m_take;
    std::optional<Batch> m_batch; ///< the last, while it is checked
};

} // namespace lepton::identity
