// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "identity/keys.h"

#include <filesystem>
#include <optional>
#include <string>

namespace lepton::identity {

class KeyStore;

/// What a newcomer asks an admin for: to be a member, or to sign with another key. Signed with the new key,
/// so that nobody can ask with a key that is not theirs.
struct MemberRequest
{
    std::string name;
    std::string department;
    std::string key;       ///< public, 64 hex digits
    std::string workspace; ///< id of the workspace that it is for; empty: any
    base::UtcTime time;    ///< by the newcomer's clock
    std::string signature; ///< 128 hex digits

    /// Whether the key signed what stands here.
    bool isGenuine() const;
};

/// Makes a key in @p keys and the request that goes with it. @throw base::Error InvalidArgument for a name
/// that is none
MemberRequest makeRequest(const std::string& name, const std::string& department,
                          const std::string& workspace, KeyStore& keys,
                          const std::optional<std::string>& passphrase,
                          const base::Clock& clock = base::systemClock());

/// The same in a new file; no key is left of a request that could not be written.
/// @throw base::Error as both
MemberRequest makeRequestFile(const std::filesystem::path& file, const std::string& name,
                              const std::string& department, const std::string& workspace, KeyStore& keys,
                              const std::optional<std::string>& passphrase);

/// Writes @p request as a JSON file. @throw base::Error Exists when the file is there already
void writeRequest(const std::filesystem::path& file, const MemberRequest& request);

/// @throw base::Error InvalidArgument for what is no request, and for one that its key did not sign
MemberRequest readRequest(const std::filesystem::path& file);

} // namespace lepton::identity
