// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/local_workspace.h"

#include "base/error.h"
#include "identity/audit.h"
#include "store/event_store.h"

#include <utility>

namespace lepton::identity {
namespace {

using base::Error;
using base::ErrorCode;

std::string rootOf(store::Workspace& workspace)
{
    std::string root;
    workspace.read([&](SQLite::Database& database) {
        if (const auto first = store::EventStore(database).find(1))
            root = first->key;
    });
    if (!isKey(root))
        throw Error(ErrorCode::Damaged,
                    "The workspace " + workspace.info().folder.string() +
                        " has lost the beginning of its audit log. Put the newest file of its "
                        "folder backups in the place of catalog.db.");
    return root;
}

bool lacks(store::Workspace& workspace, const std::optional<Head>& head)
{
    if (!head)
        return false;
    bool there = false;
    workspace.read([&](SQLite::Database& database) {
        const auto event = store::EventStore(database).find(head->seq);
        there = event && event->hash == head->hash;
    });
    return !there;
}

std::optional<Member> memberHere(store::Workspace& workspace, const KeyStore& keys)
{
    std::optional<Member> member;
    workspace.read([&](SQLite::Database& database) {
        MemberStore members(database);
        // A revoked key tells who the person is, so that what it may not do any more is said.
        for (const std::string& key : keys.keys()) {
            auto found = members.findByKey(key);
            if (found && (!member || member->revoked))
                member = std::move(found);
            if (member && !member->revoked)
                return;
        }
    });
    return member;
}

std::shared_ptr<const store::Signer> signerFor(const Member& member, const KeyStore& keys,
                                               const PassphraseSource& passphrase)
{
    if (member.revoked)
        return std::make_shared<RevokedIdentity>(member.id, member.key);
    try {
        return std::make_shared<LocalIdentity>(member.id, keys.load(member.key, passphrase));
    } catch (const Error& error) {
        if (error.code() != ErrorCode::KeyLocked)
            throw;
        return std::make_shared<LockedIdentity>(member.id, member.key);
    }
}

} // namespace

UserStores UserStores::ofUser()
{
    return {KeyStore::ofUser(), PinStore::ofUser()};
}

LocalWorkspace createWorkspace(const std::filesystem::path& folder,
                               const store::Workspace::CreateOptions& options, const FirstMember& first,
                               UserStores& user, const base::Clock& clock)
{
    NewMember root;
    root.id = base::MemberId::generate(clock);
    root.name = first.name;
    root.department = first.department;
    root.roles = first.roles;
    root.roles.insert(Role::Admin);

    KeyPair pair = KeyPair::generate();
    root.key = pair.publicKey();
    // The key lies on the disk before anything is signed with it.
    user.keys.save(pair, first.passphrase);
    LocalWorkspace local;
    local.root = root.key;
    try {
        local.workspace = store::Workspace::create(
            folder, options, std::make_shared<LocalIdentity>(root.id, std::move(pair)),
            [&](store::Transaction& transaction) {
                const auto& info = transaction.info();
                transaction.append(
                    {"workspace.created", info.id.toString(), {{"name", info.name}, {"root", root.key}}});
                MemberStore::add(transaction, root);
            },
            clock);
    } catch (...) {
        user.keys.remove(root.key);
        throw;
    }
    const auto& info = local.workspace->info();
    // A new workspace may take the place of one that was deleted: who makes it knows.
    user.pins.trust(info.folder, info.id, local.root);
    verifyNewest(*local.workspace, user.pins);
    local.workspace->read(
        [&](SQLite::Database& database) { local.member = MemberStore(database).find(root.id); });
    return local;
}

LocalWorkspace openWorkspace(const std::filesystem::path& folder, UserStores& user,
                             const PassphraseSource& passphrase, const base::Clock& clock)
{
    LocalWorkspace local;
    local.workspace = store::Workspace::open(folder, clock);
    const auto& info = local.workspace->info();
    local.root = rootOf(*local.workspace);
    user.pins.check(info.folder, info.id, local.root);
    local.rolledBack = lacks(*local.workspace, user.pins.head(info.folder));
    if (!local.rolledBack)
        verifyNewest(*local.workspace, user.pins);
    local.member = memberHere(*local.workspace, user.keys);
    if (local.member)
        local.workspace->setSigner(signerFor(*local.member, user.keys, passphrase));
    return local;
}

void trustWorkspace(const std::filesystem::path& folder, const std::string& fingerprint,
                    const std::optional<std::string>& headHash, UserStores& user)
{
    const auto workspace = store::Workspace::open(folder);
    const auto& info = workspace->info();
    const std::string root = rootOf(*workspace);
    if (root != fingerprint)
        throw Error(ErrorCode::Untrusted, "The root of the workspace " + info.folder.string() + " is " +
                                              root + ", not " + fingerprint + ". Nothing was changed.");
    std::optional<Head> head;
    if (headHash) {
        workspace->read([&](SQLite::Database& database) {
            if (const auto event = store::EventStore(database).findByHash(*headHash))
                head = Head{event->seq, event->hash};
        });
        if (!head)
            throw Error(ErrorCode::NotFound, "The workspace " + info.folder.string() +
                                                 " has no event with the hash " + *headHash +
                                                 ". lepton audit verify shows the hash of its head.");
    }
    user.pins.trust(info.folder, info.id, root);
    if (head)
        user.pins.setHead(info.folder, *head);
}

} // namespace lepton::identity
