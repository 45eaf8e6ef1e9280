// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/member_store.h"

#include "base/error.h"
#include "base/text.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <utility>

namespace lepton::identity {
namespace {

using base::Error;
using base::ErrorCode;

bool exists(SQLite::Database& database, const char* query, const std::string& value)
{
    SQLite::Statement row(database, query);
    row.bind(1, value);
    return row.executeStep();
}

} // namespace

std::vector<Member> MemberStore::all()
{
    return read("", "");
}

std::optional<Member> MemberStore::find(const base::MemberId& id)
{
    auto found = read(" WHERE id = ?", id.toString());
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<Member> MemberStore::findByKey(const std::string& key)
{
    auto found = read(" WHERE key = ?", key);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::string MemberStore::nameOf(const base::MemberId& id)
{
    const auto member = find(id);
    return member ? member->name : id.toString();
}

std::vector<Member> MemberStore::read(const std::string& condition, const std::string& value)
{
    SQLite::Statement rows(m_database, "SELECT id, name, department, key, added, revoked FROM member" +
                                           condition + " ORDER BY name_key");
    if (!condition.empty())
        rows.bind(1, value);
    SQLite::Statement roles(m_database, "SELECT role FROM role WHERE member = ?");
    std::vector<Member> members;
    while (rows.executeStep()) {
        const auto id = base::MemberId::parse(rows.getColumn(0).getString());
        if (!id)
            throw Error(ErrorCode::Damaged,
                        "The list of members is damaged: a member's id is none. Run lepton audit "
                        "verify.");
        Member member;
        member.id = *id;
        member.name = rows.getColumn(1).getString();
        member.department = rows.getColumn(2).getString();
        member.key = rows.getColumn(3).getString();
        member.added = rows.getColumn(4).getInt64();
        if (!rows.getColumn(5).isNull())
            member.revoked = rows.getColumn(5).getInt64();
        roles.reset();
        roles.bind(1, id->toString());
        while (roles.executeStep())
            member.roles.insert(parseRole(roles.getColumn(0).getString()));
        members.push_back(std::move(member));
    }
    return members;
}

void MemberStore::add(store::Transaction& transaction, const NewMember& given)
{
    SQLite::Database& database = transaction.database();
    const std::string name = base::checkedName(given.name, "member");
    const std::string department = base::checkedName(given.department, "department");
    const std::string nameKey = base::caseFoldKey(name);
    if (exists(database, "SELECT 1 FROM member WHERE name_key = ?", nameKey))
        throw Error(ErrorCode::Exists, "There is a member called " + name + " already. Choose another name.");
    if (exists(database, "SELECT 1 FROM member WHERE key = ?", given.key))
        throw Error(ErrorCode::Exists, "The key of " + name + " belongs to a member already.");

    const store::Event event =
        transaction.append({"member.added",
                            given.id.toString(),
                            {{"name", name}, {"department", department}, {"key", given.key}}});
    SQLite::Statement insert(
        database, "INSERT INTO member (id, name, name_key, department, key, added) VALUES (?, ?, ?, "
                  "?, ?, ?)");
    insert.bind(1, given.id.toString());
    insert.bind(2, name);
    insert.bind(3, nameKey);
    insert.bind(4, department);
    insert.bind(5, given.key);
    insert.bind(6, event.seq);
    insert.exec();
    for (const Role role : given.roles)
        giveRole(transaction, given.id, role);
}

void MemberStore::giveRole(store::Transaction& transaction, const base::MemberId& id, Role role)
{
    transaction.append({"role.given", id.toString(), {{"role", roleName(role)}}});
    SQLite::Statement insert(transaction.database(),
                             "INSERT INTO role (member, role) VALUES (?, ?) ON CONFLICT DO NOTHING");
    insert.bind(1, id.toString());
    insert.bind(2, std::string(roleName(role)));
    insert.exec();
}

void MemberStore::takeRole(store::Transaction& transaction, const base::MemberId& id, Role role)
{
    transaction.append({"role.taken", id.toString(), {{"role", roleName(role)}}});
    SQLite::Statement remove(transaction.database(), "DELETE FROM role WHERE member = ? AND role = ?");
    remove.bind(1, id.toString());
    remove.bind(2, std::string(roleName(role)));
    remove.exec();
}

void MemberStore::replaceKey(store::Transaction& transaction, const Member& member, const std::string& key,
                             const std::string& reason)
{
    transaction.append({"member.key_replaced",
                        member.id.toString(),
                        {{"key", key}, {"key_before", member.key}, {"reason", reason}}});
    SQLite::Statement update(transaction.database(),
                             "UPDATE member SET key = ?, revoked = NULL WHERE id = ?");
    update.bind(1, key);
    update.bind(2, member.id.toString());
    update.exec();
}

void MemberStore::revoke(store::Transaction& transaction, const base::MemberId& id, const std::string& reason)
{
    const store::Event event = transaction.append({"member.revoked", id.toString(), {{"reason", reason}}});
    SQLite::Statement update(transaction.database(), "UPDATE member SET revoked = ? WHERE id = ?");
    update.bind(1, event.seq);
    update.bind(2, id.toString());
    update.exec();
}

} // namespace lepton::identity
