// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sha256.h"
#include "store/event_store.h"

#include <string>
#include <string_view>

namespace lepton::store {

/// What eventHash() says, of many events of one workspace: it makes nothing anew for each of them. For one
/// thread.
class EventHasher
{
public:
    explicit EventHasher(const base::WorkspaceId& workspace);

    /// The fields are hashed as they stand: whether its ids are written as ids is for the caller to see.
    base::Sha256Digest operator()(const RawEvent& event);

private:
    void add(std::string_view field);

    base::Sha256 m_hash;
    std::string m_begin; ///< what the bytes of every event begin with
    std::string m_bytes;
};

} // namespace lepton::store
