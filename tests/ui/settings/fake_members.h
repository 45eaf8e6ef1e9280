// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "ui/settings/members_backend.h"

#include <string>
#include <vector>

namespace lepton::testing {

inline identity::Member makeMember(const std::string& name, const std::string& department,
                                   identity::Roles roles, char keyDigit)
{
    identity::Member member;
    member.id = base::MemberId::generate();
    member.name = name;
    member.department = department;
    member.key = std::string(64, keyDigit);
    member.roles = std::move(roles);
    return member;
}

/// Members in memory. Tests set what it answers while nothing is being read.
class FakeMembers final : public ui::MembersBackend
{
public:
    ui::MemberFacts facts() override
    {
        if (readError)
            throw *readError;
        return told;
    }
    identity::MemberRequest readRequest(const std::filesystem::path&) override
    {
        if (refusal)
            throw *refusal;
        return request;
    }
    identity::Member enrol(const identity::MemberRequest& asked, const identity::Roles& roles) override
    {
        return change("enrol " + asked.name + rolesOf(" +", roles),
                      makeMember(asked.name, asked.department, roles, 'c'));
    }
    identity::Member changeRoles(const base::MemberId& id, const identity::Roles& add,
                                 const identity::Roles& remove) override
    {
        return change("roles " + find(id).name + rolesOf(" +", add) + rolesOf(" -", remove), find(id));
    }
    identity::Member revoke(const base::MemberId& id, const std::string& reason) override
    {
        return change("revoke " + find(id).name + ": " + reason, find(id));
    }
    identity::Member replaceKey(const base::MemberId& id, const identity::MemberRequest& asked,
                                const std::string& reason) override
    {
        return change("replace " + find(id).name + " by " + asked.key.substr(0, 4) + ": " + reason, find(id));
    }
    identity::MemberRequest ask(const ui::JoinRequest& wanted) override
    {
        if (refusal)
            throw *refusal;
        done.push_back("ask " + wanted.name + " of " + wanted.department + " into " + wanted.file.string() +
                       (wanted.passphrase ? " with " + *wanted.passphrase : ""));
        return request;
    }
    void unlock(const std::string& passphrase) override
    {
        if (refusal)
            throw *refusal;
        done.push_back("unlock " + passphrase);
        told.key->isLocked = false;
    }
    void changePassphrase(const std::string& before, const std::string& after) override
    {
        if (refusal)
            throw *refusal;
        done.push_back("passphrase " + before + " to " + after);
    }

    ui::MemberFacts told;
    identity::MemberRequest request;
    std::optional<base::Error> readError;
    std::optional<base::Error> refusal; ///< of what changes something
    std::vector<std::string> done;

private:
    static std::string rolesOf(const char* sign, const identity::Roles& roles)
    {
        std::string text;
        for (const identity::Role role : roles)
            text += sign + std::string(identity::roleName(role));
        return text;
    }
    identity::Member find(const base::MemberId& id) const
    {
        for (const auto& member : told.members) {
            if (member.id == id)
                return member;
        }
        throw base::Error(base::ErrorCode::NotFound, "nobody");
    }
    identity::Member change(const std::string& what, const identity::Member& member)
    {
        if (refusal)
            throw *refusal;
        done.push_back(what);
        return member;
    }
};

} // namespace lepton::testing
