// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/key_store.h"
#include "identity/member_store.h"
#include "identity/pin_store.h"
#include "store/workspace.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace lepton::identity {

/// Where a person's keys and a machine's memory of workspaces lie.
struct UserStores
{
    KeyStore keys;
    PinStore pins;

    /// In base::configFolder().
    static UserStores ofUser();
};

/// A workspace opened by the person that the configuration folder says.
struct LocalWorkspace
{
    std::unique_ptr<store::Workspace> workspace;
    std::string root; ///< key of the first member
    /// Who the person is here; unset without a key for it on this machine: the workspace can then be read,
    /// and append() says so. With a revoked key alone, append() says that.
    std::optional<Member> member;
    /// Whether the catalog lacks the head that this machine last verified (lepton audit verify says more).
    bool rolledBack = false;
};

/// Who makes a workspace.
struct FirstMember
{
    std::string name;
    std::string department;
    Roles roles;                           ///< admin is always added
    std::optional<std::string> passphrase; ///< of the key that is made
};

/// Makes a workspace with its first member, who becomes its root, in one transaction; makes the key, and pins
/// the root. Nothing is left behind when it fails. @throw Error
LocalWorkspace createWorkspace(const std::filesystem::path& folder,
                               const store::Workspace::CreateOptions& options, const FirstMember& first,
                               UserStores& user, const base::Clock& clock = base::systemClock());

/// Opens a workspace: compares its root with the pins, finds the person's key and sets the signer. A locked
/// key asks @p passphrase; without an answer what needs signing fails with KeyLocked.
/// @throw Error as Workspace::open; Untrusted
LocalWorkspace openWorkspace(const std::filesystem::path& folder, UserStores& user,
                             const PassphraseSource& passphrase = passphraseFromEnvironment,
                             const base::Clock& clock = base::systemClock());

/// Trusts @p fingerprint as the root of the workspace in @p folder, whatever was remembered; with @p headHash
/// also takes the event of that hash as the last one verified, so that an older catalog put back on purpose
/// is accepted. @throw Error Untrusted when the workspace has another root, NotFound when it has no such
/// event
void trustWorkspace(const std::filesystem::path& folder, const std::string& fingerprint,
                    const std::optional<std::string>& headHash, UserStores& user);

} // namespace lepton::identity
