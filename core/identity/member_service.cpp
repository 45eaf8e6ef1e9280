// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/member_service.h"

#include "base/error.h"
#include "base/nearest_name.h"
#include "base/text.h"

#include <algorithm>
#include <utility>

namespace lepton::identity {
namespace {

using base::Error;
using base::ErrorCode;

const Member& existing(const Membership& membership, const base::MemberId& id)
{
    const Member* member = membership.find(id.toString());
    if (!member)
        throw Error(ErrorCode::NotFound, "There is no member with the id " + id.toString() + ".");
    return *member;
}

bool isAdmin(const Member& member)
{
    return !member.revoked && member.roles.contains(Role::Admin);
}

/// A workspace without an admin could never get one again.
void requireAnotherAdmin(const Membership& membership, const Member& leaving)
{
    const bool another = std::ranges::any_of(membership.members(), [&](const auto& entry) {
        return entry.second.id != leaving.id && isAdmin(entry.second);
    });
    if (isAdmin(leaving) && !another)
        throw Error(ErrorCode::InvalidArgument,
                    leaving.name + " is the only admin: nobody could change members any more. Make somebody "
                                   "else an admin first.");
}

void requireNewKey(const Membership& membership, const std::string& key)
{
    if (membership.wasUsed(key))
        throw Error(ErrorCode::Exists,
                    "The key of this request belongs to a member, or did before. Make a new "
                    "request.");
}

} // namespace

MemberService::MemberService(store::Workspace& workspace, std::optional<SealStore> seals)
    : m_workspace(workspace)
    , m_seals(std::move(seals))
{}

void MemberService::requireRight(const base::MemberId& id, Right right)
{
    identity::requireRight(ledger().members(), id, right);
}

std::optional<Error> MemberService::whyNot(const std::optional<base::MemberId>& id, Right right)
{
    std::optional<Member> member;
    if (id)
        m_workspace.read([&](SQLite::Database& database) { member = MemberStore(database).find(*id); });
    try {
        identity::requireRight(member ? &*member : nullptr, right);
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

MemberLedger MemberService::ledger()
{
    const std::lock_guard lock(m_mutex);
    const auto& info = m_workspace.info();
    // The seal of now: other parts of this program may have proven the log meanwhile.
    MemberLedger now =
        m_ledger ? *m_ledger : MemberLedger(info.id, m_seals ? m_seals->find(info.folder) : std::nullopt);
    const std::int64_t checked = now.log().signaturesChecked();
    m_workspace.read([&](SQLite::Database& database) { now.catchUp(database); });
    if (m_seals && now.log().signaturesChecked() != checked)
        keepSeal(now.log(), *m_seals, info.folder);
    m_ledger = now;
    return now;
}

std::vector<Member> MemberService::list()
{
    std::vector<Member> members;
    m_workspace.read([&](SQLite::Database& database) { members = MemberStore(database).all(); });
    return members;
}

Member MemberService::resolve(std::string_view nameOrId)
{
    const auto id = base::MemberId::parse(nameOrId);
    const std::string key = base::firstInvalidUtf8(nameOrId) ? std::string() : base::caseFoldKey(nameOrId);
    std::vector<std::string> names;
    std::string all;
    for (Member& member : list()) {
        if ((id && member.id == *id) || base::caseFoldKey(member.name) == key)
            return std::move(member);
        all += (all.empty() ? "" : ", ") + member.name;
        names.push_back(std::move(member.name));
    }
    throw Error(ErrorCode::NotFound,
                "There is no member \"" + std::string(nameOrId) + "\". " +
                    base::didYouMean(nameOrId, names).value_or("There are: " + all + "."));
}

Member MemberService::enrol(const MemberRequest& request, Roles roles)
{
    checkRequest(request);
    if (roles.empty())
        roles.insert(Role::Analyst);
    NewMember member;
    member.name = request.name;
    member.department = request.department;
    member.key = request.key;
    member.roles = std::move(roles);
    change([&](store::Transaction& transaction, const Membership& membership) {
        requireNewKey(membership, request.key);
        if (membership.hasName(request.name))
            throw Error(ErrorCode::Exists,
                        "There is a member called " + request.name + " already. Choose another name.");
        MemberStore::add(transaction, member);
    });
    return found(member.id);
}

Member MemberService::changeRoles(const base::MemberId& id, const Roles& add, const Roles& remove)
{
    change([&](store::Transaction& transaction, const Membership& membership) {
        const Member& member = existing(membership, id);
        if (remove.contains(Role::Admin))
            requireAnotherAdmin(membership, member);
        for (const Role role : add) {
            if (!member.roles.contains(role))
                MemberStore::giveRole(transaction, id, role);
        }
        for (const Role role : remove) {
            if (member.roles.contains(role))
                MemberStore::takeRole(transaction, id, role);
        }
    });
    return found(id);
}

Member MemberService::revoke(const base::MemberId& id, const std::string& reason)
{
    change([&](store::Transaction& transaction, const Membership& membership) {
        const Member& member = existing(membership, id);
        if (member.revoked)
            throw Error(ErrorCode::RevokedKey, "The key of " + member.name + " is revoked already.");
        requireAnotherAdmin(membership, member);
        MemberStore::revoke(transaction, id, reason);
    });
    return found(id);
}

Member MemberService::replaceKey(const base::MemberId& id, const MemberRequest& request,
                                 const std::string& reason)
{
    checkRequest(request);
    change([&](store::Transaction& transaction, const Membership& membership) {
        const Member& member = existing(membership, id);
        if (base::caseFoldKey(member.name) != base::caseFoldKey(request.name))
            throw Error(ErrorCode::InvalidArgument, "The request is of " + request.name + ", not of " +
                                                        member.name + ". Nothing was changed.");
        requireNewKey(membership, request.key);
        MemberStore::replaceKey(transaction, member, request.key, reason);
    });
    return found(id);
}

void MemberService::change(const std::function<void(store::Transaction&, const Membership&)>& work)
{
    const auto signer = m_workspace.signer();
    const MemberLedger proven = ledger(); // most of the log, while others may write
    m_workspace.write([&](store::Transaction& transaction) {
        MemberLedger now = proven;
        now.catchUp(transaction.database());
        identity::requireRight(requireSigner(now.members(), signer.get()).roles, Right::ManageMembers);
        work(transaction, now.members());
        now.catchUpOwn(transaction.database());
    });
}

void MemberService::checkRequest(const MemberRequest& request) const
{
    if (!request.isGenuine())
        throw Error(ErrorCode::InvalidArgument,
                    "The request was changed after it was signed. Ask the newcomer for it again.");
    if (!request.workspace.empty() && request.workspace != m_workspace.info().id.toString())
        throw Error(ErrorCode::InvalidArgument, "The request of " + request.name +
                                                    " is for another workspace. Ask for one for this one.");
}

Member MemberService::found(const base::MemberId& id)
{
    std::optional<Member> member;
    m_workspace.read([&](SQLite::Database& database) { member = MemberStore(database).find(id); });
    if (!member)
        throw Error(ErrorCode::NotFound, "There is no member with the id " + id.toString() + ".");
    return *std::move(member);
}

} // namespace lepton::identity
