// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/sha256.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <string>

namespace lepton::store {

/// Ed25519 (RFC 8032), 64 bytes.
using Signature = std::array<std::uint8_t, 64>;

/// Signs events. Declared here, where events are written; identity implements it with a member's key.
class Signer
{
public:
    virtual ~Signer() = default;
    /// Who signs.
    virtual base::MemberId member() const = 0;
    /// The public key in lower-case hex (64 digits): the same string is called fingerprint and root
    /// elsewhere.
    virtual std::string key() const = 0;
    /// Thread-safe.
    virtual Signature sign(const base::Sha256Digest& hash) const = 0;
};

/// A change of state about to be recorded.
struct EventDraft
{
    std::string kind;      ///< "dataset.imported", "member.added", ... (object.verb)
    std::string object;    ///< id of what changed, as text
    nlohmann::json detail; ///< an object; hashed as the text that is stored
};

/// One row of the audit log.
struct Event
{
    std::int64_t seq = 0; ///< 1, 2, 3, ... without gaps: the place in the chain
    base::EventId id;
    base::UtcTime time;
    base::MemberId member;
    std::string key;
    std::string kind;
    std::string object;
    std::string detail;    ///< JSON text as stored
    std::string prev;      ///< hash of the event before, lower-case hex; empty for the first
    std::string hash;      ///< lower-case hex
    std::string signature; ///< lower-case hex
};

/// SHA-256 over "lepton-event-1" and then, each as an 8-byte little-endian length and its UTF-8 bytes:
/// workspace id, seq, id, time, member, key, kind, object, detail, prev.
base::Sha256Digest eventHash(const base::WorkspaceId& workspace, const Event& event);

} // namespace lepton::store
