// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "identity/access.h"
#include "store/event_store.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lepton::identity {

/// A member as the events up to some place in the log have it.
struct Member
{
    base::MemberId id;
    std::string name;
    std::string department;
    std::string key; ///< public, 64 hex digits
    Roles roles;
    std::int64_t added = 0;              ///< seq of the event that added the member
    std::optional<std::int64_t> revoked; ///< seq of the event that revoked the key

    friend bool operator==(const Member&, const Member&) = default;
};

/// Something wrong in the audit log.
struct Problem
{
    std::int64_t event = 0; ///< seq of the event it was found at; 0: of none
    std::string kind;       ///< "bad_hash", "broken_chain", "missing_event", ...
    std::string message;    ///< a sentence
    /// The event is genuine, but its author had no right to it, or it says what cannot be. It has no effect,
    /// and the log around it is whole.
    bool refused = false;
};

/// Members and roles as the events tell them: apply() takes the events in order of their place in the chain.
class Membership
{
public:
    /// The kinds of events that change it.
    static const std::vector<std::string>& kinds();

    /// Takes the next event. Whether its author may do it is judged by the state before it; an event that is
    /// refused changes nothing. @return what is wrong with it
    std::optional<Problem> apply(const store::RawEvent& event);

    /// The key of the first member, empty before the first event.
    const std::string& root() const noexcept { return m_root; }
    const Member* find(const std::string& id) const;
    /// Whose key it is now.
    const Member* findByKey(const std::string& key) const;
    /// Whether somebody has or had the key.
    bool wasUsed(const std::string& key) const { return m_idByKey.contains(key); }
    /// Whether somebody is called so, by case folding.
    bool hasName(const std::string& name) const;
    /// By id.
    const std::map<std::string, Member>& members() const noexcept { return m_members; }

private:
    std::optional<Problem> checkAuthor(const store::RawEvent& event) const;
    std::optional<Problem> change(const store::RawEvent& event);

    std::string m_root;
    std::string m_rootMember;
    std::map<std::string, Member> m_members;
    std::map<std::string, std::string> m_idByKey; ///< replaced keys, too: they are nobody else's ever
    std::map<std::string, std::string> m_idByName;
};

} // namespace lepton::identity
