// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/service_members.h"

#include "base/error.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace lepton::ui {

namespace {

using base::Error;
using base::ErrorCode;

identity::PassphraseSource given(const std::string& passphrase)
{
    return [passphrase](const std::string&) { return std::optional(passphrase); };
}

} // namespace

ServiceMembers::ServiceMembers(std::shared_ptr<void> keepAlive, store::Workspace& workspace,
                               identity::KeyStore keys)
    : m_keepAlive(std::move(keepAlive))
    , m_workspace(workspace)
    , m_members(workspace, identity::SealStore::ofUser())
    , m_keys(std::move(keys))
{}

MemberFacts ServiceMembers::facts()
{
    MemberFacts facts;
    facts.members = m_members.list();
    facts.workspace = m_workspace.info().folder;
    const auto signer = m_workspace.signer();
    if (!signer) {
        const auto keys = m_keys.keys();
        facts.isEnrolledNow = std::ranges::any_of(facts.members, [&keys](const identity::Member& member) {
            return !member.revoked && std::ranges::find(keys, member.key) != keys.end();
        });
        return facts;
    }
    const auto self = std::ranges::find(facts.members, signer->member(), &identity::Member::id);
    if (self != facts.members.end())
        facts.self = *self;
    OwnKey key{.key = signer->key(), .file = m_keys.fileOf(signer->key())};
    std::error_code ignored;
    key.isFileThere = std::filesystem::exists(key.file, ignored);
    key.hasPassphrase = key.isFileThere && m_keys.isLocked(key.key);
    key.isLocked = dynamic_cast<const identity::LockedIdentity*>(signer.get()) != nullptr;
    facts.key = std::move(key);
    return facts;
}

identity::MemberRequest ServiceMembers::readRequest(const std::filesystem::path& file)
{
    auto request = identity::readRequest(file);
    m_members.checkRequest(request); // told before an admin looks at it, not when it is signed
    return request;
}

identity::Member ServiceMembers::enrol(const identity::MemberRequest& request, const identity::Roles& roles)
{
    return m_members.enrol(request, roles);
}

identity::Member ServiceMembers::changeRoles(const base::MemberId& member, const identity::Roles& add,
                                             const identity::Roles& remove)
{
    return m_members.changeRoles(member, add, remove);
}

identity::Member ServiceMembers::revoke(const base::MemberId& member, const std::string& reason)
{
    return m_members.revoke(member, reason);
}

identity::Member ServiceMembers::replaceKey(const base::MemberId& member,
                                            const identity::MemberRequest& request, const std::string& reason)
{
    return m_members.replaceKey(member, request, reason);
}

identity::MemberRequest ServiceMembers::ask(const JoinRequest& request)
{
    return identity::makeRequestFile(request.file, request.name, request.department,
                                     m_workspace.info().id.toString(), m_keys, request.passphrase);
}

void ServiceMembers::unlock(const std::string& passphrase)
{
    const auto signer = m_workspace.signer();
    if (!dynamic_cast<const identity::LockedIdentity*>(signer.get()))
        return;
    m_workspace.setSigner(std::make_shared<identity::LocalIdentity>(
        signer->member(), m_keys.load(signer->key(), given(passphrase))));
}

void ServiceMembers::changePassphrase(const std::string& before, const std::string& after)
{
    const auto signer = m_workspace.signer();
    if (!signer)
        throw Error(ErrorCode::NoMember,
                    "You are not a member of this workspace. Ask an admin of it to add you.");
    m_keys.save(m_keys.load(signer->key(), given(before)),
                after.empty() ? std::nullopt : std::optional(after));
}

} // namespace lepton::ui
