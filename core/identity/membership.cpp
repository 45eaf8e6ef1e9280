// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/membership.h"

#include "base/error.h"
#include "base/text.h"
#include "identity/event_sentence.h"
#include "identity/json_field.h"
#include "identity/keys.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace lepton::identity {
namespace {

using nlohmann::json;
using store::RawEvent;

Problem refusal(const RawEvent& event, std::string kind, const std::string& what)
{
    Problem made = problemOf(event, std::move(kind), what);
    made.refused = true;
    return made;
}

Problem malformed(const RawEvent& event)
{
    return refusal(event, "bad_event", "does not say what events of its kind must say.");
}

/// The member that an event adds, if it says what such an event must say.
std::optional<Member> addedMember(const RawEvent& event, const json& detail)
{
    const auto id = base::MemberId::parse(event.object);
    Member member;
    member.name = textField(detail, "name");
    member.department = textField(detail, "department");
    member.key = textField(detail, "key");
    if (!id || id->toString() != event.object || member.name.empty() || !isKey(member.key) ||
        base::firstInvalidUtf8(member.name))
        return std::nullopt;
    member.id = *id;
    member.added = event.seq;
    return member;
}

bool changesMembers(const RawEvent& event)
{
    return rightOfEvent(event.kind) == Right::ManageMembers;
}

std::string withoutRight(const Member& author, Right right)
{
    try {
        requireRight(author.roles, right);
    } catch (const base::Error& error) {
        return "is by " + author.name + ", who had no right to it then. " + error.message();
    }
    return {};
}

} // namespace

const std::vector<std::string>& Membership::kinds()
{
    static const std::vector<std::string> all = {"workspace.created",   "member.added", "member.revoked",
                                                 "member.key_replaced", "role.given",   "role.taken"};
    return all;
}

std::optional<Problem> Membership::apply(const RawEvent& event)
{
    if (m_root.empty()) {
        if (event.seq != 1 || event.kind != "workspace.created" || !isKey(event.key))
            return problemOf(event, "bad_event", "comes first, and only the making of the workspace can.");
        m_root = event.key;
        m_rootMember = event.member;
        return std::nullopt;
    }
    if (auto wrong = checkAuthor(event))
        return wrong;
    return change(event);
}

std::optional<Problem> Membership::checkAuthor(const RawEvent& event) const
{
    // The first member adds itself.
    if (m_members.empty()) {
        if (event.kind == "member.added" && event.object == m_rootMember && event.member == m_rootMember &&
            event.key == m_root)
            return std::nullopt;
        return problemOf(event, "unknown_key", "stands before the first member is there.");
    }
    const Member* author = find(event.member);
    if (!author || author->key != event.key)
        return refusal(event, "unknown_key",
                       "is signed with a key that is not its author's in this workspace.");
    if (author->revoked)
        return refusal(event, "revoked_key",
                       "is signed with the key of " + author->name + ", which event " +
                           std::to_string(*author->revoked) + " had revoked.");
    if (changesMembers(event) && !mayDo(author->roles, Right::ManageMembers))
        return refusal(event, "not_allowed", "changes members, and " + author->name + " was no admin then.");
    if (const auto right = rightOfEvent(event.kind); right && !mayDo(author->roles, *right))
        return refusal(event, right == Right::Review ? "not_reviewer" : "not_allowed",
                       withoutRight(*author, *right));
    return std::nullopt;
}

std::optional<Problem> Membership::change(const RawEvent& event)
{
    if (!changesMembers(event) && event.kind != "workspace.created")
        return std::nullopt;
    const json detail = json::parse(event.detail, nullptr, false);
    if (!detail.is_object())
        return malformed(event);

    if (event.kind == "member.added") {
        auto member = addedMember(event, detail);
        const bool isFirst = m_members.empty();
        if (!member || (isFirst && member->key != m_root))
            return malformed(event);
        const std::string nameKey = base::caseFoldKey(member->name);
        if (m_members.contains(event.object) || m_idByKey.contains(member->key) ||
            m_idByName.contains(nameKey))
            return refusal(event, "bad_event", "adds a member that is there already.");
        if (isFirst)
            member->roles.insert(Role::Admin); // whatever else the first member is given
        m_idByKey.emplace(member->key, event.object);
        m_idByName.emplace(nameKey, event.object);
        m_members.emplace(event.object, *std::move(member));
        return std::nullopt;
    }

    const auto found = m_members.find(event.object);
    if (event.kind == "workspace.created")
        return refusal(event, "bad_event", "makes a workspace that is there already.");
    if (found == m_members.end())
        return refusal(event, "bad_event", "is about a member who is not there.");
    Member& member = found->second;
    if (event.kind == "member.revoked") {
        if (member.revoked)
            return refusal(event, "bad_event", "revokes a key that is revoked already.");
        member.revoked = event.seq;
        return std::nullopt;
    }
    if (event.kind == "member.key_replaced") {
        const std::string key = textField(detail, "key");
        if (!isKey(key))
            return malformed(event);
        if (!m_idByKey.emplace(key, event.object).second)
            return refusal(event, "bad_event", "gives a key that somebody has or had already.");
        member.key = key;
        member.revoked.reset();
        return std::nullopt;
    }
    if (event.kind != "role.given" && event.kind != "role.taken")
        return std::nullopt; // of a later version
    try {
        const Role role = parseRole(textField(detail, "role"));
        if (event.kind == "role.given")
            member.roles.insert(role);
        else
            member.roles.erase(role);
    } catch (const base::Error&) {
        return malformed(event);
    }
    return std::nullopt;
}

const Member* Membership::find(const std::string& id) const
{
    const auto found = m_members.find(id);
    return found == m_members.end() ? nullptr : &found->second;
}

bool Membership::hasName(const std::string& name) const
{
    return m_idByName.contains(base::caseFoldKey(name));
}

const Member* Membership::findByKey(const std::string& key) const
{
    const auto found = m_idByKey.find(key);
    const Member* member = found == m_idByKey.end() ? nullptr : find(found->second);
    return member && member->key == key ? member : nullptr;
}

} // namespace lepton::identity
