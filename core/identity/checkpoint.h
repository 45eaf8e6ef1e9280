// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "identity/pin_store.h"
#include "store/event.h"

#include <filesystem>
#include <string>

namespace lepton::store {
class Workspace;
}

namespace lepton::identity {

struct AuditResult;

/// A head of the log that a member signed, kept outside of the workspace: a catalog in which it is missing is
/// older, or forged.
struct Checkpoint
{
    std::string workspace; ///< id
    std::string root;      ///< key of the first member
    Head head;
    base::UtcTime time;
    std::string member; ///< id of who signed
    std::string key;
    std::string signature; ///< 128 hex digits

    /// Whether the key signed what stands here.
    bool isGenuine() const;
};

/// Signs @p head as the member that @p signer is. @throw base::Error KeyLocked, RevokedKey
Checkpoint makeCheckpoint(const base::WorkspaceId& workspace, const std::string& root, const Head& head,
                          const store::Signer& signer, base::UtcTime time);

/// Signs the head that was just @p verified, and nothing else, as the person of @p workspace, into a new
/// file.
/// @throw base::Error Damaged for a log that is not whole, NoMember, KeyLocked, RevokedKey, Exists
Checkpoint signCheckpoint(const std::filesystem::path& file, store::Workspace& workspace,
                          const AuditResult& verified);

/// Writes a JSON file. @throw base::Error Exists when it is there already
void writeCheckpoint(const std::filesystem::path& file, const Checkpoint& checkpoint);
/// @throw base::Error InvalidArgument for what is no checkpoint
Checkpoint readCheckpoint(const std::filesystem::path& file);

} // namespace lepton::identity
