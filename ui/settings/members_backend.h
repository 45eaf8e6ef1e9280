// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/member_request.h"
#include "identity/membership.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lepton::ui {

/// The key by which this person signs here.
struct OwnKey
{
    std::string key; ///< public, hex
    std::filesystem::path file;
    bool isFileThere = true;
    bool hasPassphrase = false;
    bool isLocked = false; ///< its passphrase was not given yet: nothing can be signed
};

/// Who works in the workspace.
struct MemberFacts
{
    std::vector<identity::Member> members; ///< by name, those with a revoked key, too
    std::optional<identity::Member> self;  ///< this person; nothing for one who is no member
    std::optional<OwnKey> key;             ///< of self
    /// This person was no member when the workspace was opened, and has been enrolled since.
    bool isEnrolledNow = false;
    std::filesystem::path workspace; ///< its folder
};

/// What a newcomer asks for.
struct JoinRequest
{
    std::filesystem::path file; ///< to write
    std::string name;
    std::string department;
    std::optional<std::string> passphrase; ///< of the key that is made
};

/// Members and keys, as one interface. Outlives the page. Thread-safe; blocks and throws base::Error: for
/// workers alone.
class MembersBackend
{
public:
    virtual ~MembersBackend() = default;

    virtual MemberFacts facts() = 0;

    // What admins do; each throws as identity::MemberService.

    virtual identity::MemberRequest readRequest(const std::filesystem::path& file) = 0;
    virtual identity::Member enrol(const identity::MemberRequest& request, const identity::Roles& roles) = 0;
    virtual identity::Member changeRoles(const base::MemberId& member, const identity::Roles& add,
                                         const identity::Roles& remove) = 0;
    virtual identity::Member revoke(const base::MemberId& member, const std::string& reason) = 0;
    virtual identity::Member replaceKey(const base::MemberId& member, const identity::MemberRequest& request,
                                        const std::string& reason) = 0;

    // What a person does for themselves.

    /// Makes a key and writes the request that goes with it. @throw base::Error Exists when the file is there
    virtual identity::MemberRequest ask(const JoinRequest& request) = 0;
    /// Opens the own key for as long as the workspace is open. @throw base::Error KeyLocked
    virtual void unlock(const std::string& passphrase) = 0;
    /// @param before  empty where there is none; @param after  empty for none @throw base::Error KeyLocked
    virtual void changePassphrase(const std::string& before, const std::string& after) = 0;
};

} // namespace lepton::ui
