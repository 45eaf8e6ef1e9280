// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "base/file.h"
#include "identity/local_workspace.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <sys/stat.h>

using namespace lepton;
using identity::Head;
using identity::LocalWorkspace;
using identity::Role;
using identity::UserStores;
using store::JournalMode;
using store::Transaction;
using testing::errorOf;
using testing::kindOf;
namespace fs = std::filesystem;

class TestLocalWorkspace : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    fs::path m_root;
    int m_count = 0;

    fs::path fresh(const char* what) { return m_root / (what + std::to_string(++m_count)); }

    /// A person with a configuration folder of their own.
    UserStores person()
    {
        const fs::path config = fresh("config");
        return {identity::KeyStore(config / "keys"), identity::PinStore(config / "pins.json")};
    }

    static LocalWorkspace make(const fs::path& folder, UserStores& user, identity::Roles roles = {},
                               std::optional<std::string> passphrase = {})
    {
        return identity::createWorkspace(folder, {"Credit", JournalMode::Local},
                                         {"Ada", "Risk", std::move(roles), std::move(passphrase)}, user);
    }

    static const char* write(LocalWorkspace& local)
    {
        return kindOf([&] {
            local.workspace->write([](Transaction& t) { t.append({"note.added", "n", {}}); });
        });
    }

private Q_SLOTS:
    void initTestCase() { m_root = m_temporary.path().toStdString(); }

    void theFirstMemberIsAdmin_data()
    {
        QTest::addColumn<bool>("given");
        QTest::newRow("without roles") << false;
        QTest::newRow("with another role") << true;
    }

    void theFirstMemberIsAdmin()
    {
        QFETCH(bool, given);
        UserStores user = person();
        const fs::path folder = fresh("w");
        identity::Roles expected{Role::Admin};
        if (given)
            expected.insert(Role::Reviewer);
        {
            LocalWorkspace local =
                make(folder, user, given ? identity::Roles{Role::Reviewer} : identity::Roles{});
            QCOMPARE(local.member->name, std::string("Ada"));
            QVERIFY(local.member->roles == expected);
            QCOMPARE(local.member->key, local.root);
        }
        LocalWorkspace again = identity::openWorkspace(folder, user);
        QVERIFY(again.member && again.member->roles == expected);
        QVERIFY(!again.rolledBack);
        QCOMPARE(write(again), "none");
        const auto events = again.workspace->events(0, 10);
        QCOMPARE(events[0].kind, std::string("workspace.created"));
        QCOMPARE(events[0].object, again.workspace->info().id.toString());
        QCOMPARE(events[1].kind, std::string("member.added"));
        QCOMPARE(events[2].kind, std::string("role.given"));
        QCOMPARE(events.back().key, again.root);
    }

    void aFailedInitLeavesNoKey()
    {
        UserStores user = person();
        const fs::path folder = fresh("w");
        fs::create_directories(folder / "something");
        QCOMPARE(kindOf([&] { make(folder, user); }), "exists");
        QCOMPARE(kindOf([&] {
                     identity::createWorkspace(fresh("w"), {"Credit"}, {"a/b", "Risk", {}, {}}, user);
                 }),
                 "invalid_argument");
        QVERIFY(user.keys.keys().empty());
        QVERIFY(!fs::exists(m_root / ("w" + std::to_string(m_count))));
    }

    void aStrangerReads()
    {
        UserStores ada = person();
        UserStores eve = person();
        const fs::path folder = fresh("w");
        make(folder, ada).workspace.reset();
        LocalWorkspace local = identity::openWorkspace(folder, eve);
        QVERIFY(!local.member);
        QVERIFY(local.workspace->eventCount() > 0);
        const auto error = errorOf([&] {
            local.workspace->write([](Transaction& t) { t.append({"note.added", "n", {}}); });
        });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("no_member"));
        QVERIFY(error->message().find("Ask an admin") != std::string::npos);
    }

    void aLockedKey()
    {
        UserStores user = person();
        const fs::path folder = fresh("w");
        make(folder, user, {}, "sesame").workspace.reset();
        {
            LocalWorkspace local =
                identity::openWorkspace(folder, user, [](auto&) { return std::optional<std::string>(); });
            QVERIFY(local.member);
            QVERIFY(local.workspace->eventCount() > 0);
            QCOMPARE(write(local), "key_locked");
        }
        LocalWorkspace local =
            identity::openWorkspace(folder, user, [](auto&) { return std::optional<std::string>("sesame"); });
        QCOMPARE(write(local), "none");
    }

    void aRevokedMemberOnlyReads()
    {
        UserStores user = person();
        const fs::path folder = fresh("w");
        {
            LocalWorkspace local = make(folder, user);
            local.workspace->write(
                [&](Transaction& t) { identity::MemberStore::revoke(t, local.member->id, "left"); });
        }
        LocalWorkspace local = identity::openWorkspace(folder, user);
        QVERIFY(local.member && local.member->revoked);
        QCOMPARE(write(local), "revoked_key");
    }

    void anotherWorkspaceAtThePath()
    {
        UserStores ada = person();
        UserStores eve = person();
        const fs::path folder = fresh("w");
        make(folder, ada).workspace.reset();
        fs::remove_all(folder);
        const std::string forged = make(folder, eve).root;
        const auto error = errorOf([&] { identity::openWorkspace(folder, ada); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("untrusted"));
        QVERIFY(error->message().find("lepton workspace trust " + forged) != std::string::npos);
        QCOMPARE(kindOf([&] { identity::openWorkspace(folder, ada); }),
                 "untrusted"); // not remembered by looking
        identity::trustWorkspace(folder, forged, {}, ada);
        QVERIFY(!identity::openWorkspace(folder, ada).member);
    }

    void anotherRootUnderTheId()
    {
        UserStores user = person();
        const auto id = base::WorkspaceId::generate();
        user.pins.check("/here", id, std::string(64, 'a'));
        user.pins.check("/there", id, std::string(64, 'a')); // a copy elsewhere
        QCOMPARE(kindOf([&] { user.pins.check("/elsewhere", id, std::string(64, 'b')); }), "untrusted");
        QVERIFY(!user.pins.isPinned("/elsewhere", id, std::string(64, 'b')));
        QCOMPARE(
            kindOf([&] { user.pins.check("/here", base::WorkspaceId::generate(), std::string(64, 'a')); }),
            "untrusted");
        user.pins.trust("/elsewhere", id, std::string(64, 'b'));
        user.pins.check("/elsewhere", id, std::string(64, 'b'));
        QCOMPARE(kindOf([&] { user.pins.check("/here", id, std::string(64, 'a')); }), "untrusted");
    }

    void aCopyElsewhereOpens()
    {
        UserStores user = person();
        const fs::path folder = fresh("w");
        {
            LocalWorkspace local = make(folder, user);
            QCOMPARE(write(local), "none");
            user.pins.advanceHead(
                folder, {local.workspace->eventCount(), local.workspace->latestEvents(0, 1)[0].hash});
        }
        const fs::path copy = fresh("w");
        fs::copy(folder, copy, fs::copy_options::recursive);
        LocalWorkspace local = identity::openWorkspace(copy, user);
        QVERIFY(local.member && !local.rolledBack);
        QCOMPARE(write(local), "none");
        // A link to a folder is the folder.
        const fs::path link = fresh("w");
        fs::create_directory_symlink(folder, link);
        QVERIFY(identity::openWorkspace(link, user).member.has_value());
        QVERIFY(user.pins.head(link) == user.pins.head(folder));
    }

    void headsOnlyGoForward()
    {
        UserStores user = person();
        QVERIFY(!user.pins.head("/here"));
        user.pins.check("/here", base::WorkspaceId::generate(), std::string(64, 'a'));
        QVERIFY(!user.pins.head("/here"));
        user.pins.advanceHead("/here", {5, "five"});
        user.pins.advanceHead("/here", {4, "four"});
        QVERIFY(user.pins.head("/here") == (Head{5, "five"}));
        user.pins.setHead("/here", {4, "four"});
        QVERIFY(user.pins.head("/here") == (Head{4, "four"}));
    }

    void manyWritersOfThePins()
    {
        const fs::path file = fresh("config") / "pins.json";
        std::vector<base::WorkspaceId> ids(40);
        for (auto& id : ids)
            id = base::WorkspaceId::generate();
        std::vector<std::jthread> running;
        for (std::size_t t = 0; t < 4; ++t) {
            running.emplace_back([&, t] {
                identity::PinStore pins(file);
                for (std::size_t i = t; i < ids.size(); i += 4)
                    pins.check("/" + std::to_string(i), ids[i], std::string(64, 'a'));
            });
        }
        running.clear();
        const identity::PinStore pins(file);
        for (std::size_t i = 0; i < ids.size(); ++i)
            QVERIFY(pins.isPinned("/" + std::to_string(i), ids[i], std::string(64, 'a')));
        struct stat status
        {};
        QVERIFY(::stat(file.c_str(), &status) == 0 && (status.st_mode & 0777) == 0600);
    }

    void damagedPinsAreNotForgotten()
    {
        const fs::path folder = fresh("config");
        fs::create_directories(folder);
        base::writeFileAtomically(folder / "pins.json", "[");
        identity::PinStore pins(folder / "pins.json");
        QCOMPARE(kindOf([&] { pins.check("/here", base::WorkspaceId::generate(), std::string(64, 'a')); }),
                 "damaged");
    }
};

QTEST_GUILESS_MAIN(TestLocalWorkspace)
#include "tst_local_workspace.moc"
