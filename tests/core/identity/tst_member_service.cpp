// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "base/cancellation.h"
#include "base/file.h"
#include "base/progress.h"
#include "identity/audit.h"
#include "identity/local_workspace.h"
#include "identity/member_service.h"

#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <string>

using namespace lepton;
using identity::Member;
using identity::MemberRequest;
using identity::MemberService;
using identity::Role;
using testing::errorOf;
using testing::kindOf;
namespace fs = std::filesystem;

namespace {

/// A person at a computer of their own.
struct Person
{
    explicit Person(fs::path home)
        : folder(std::move(home))
        , user{identity::KeyStore(folder / "keys"), identity::PinStore(folder / "pins.json")}
    {
        fs::create_directories(folder);
    }

    MemberRequest ask(const std::string& name, const std::string& department = "Service",
                      const std::string& workspace = {})
    {
        return identity::makeRequest(name, department, workspace, user.keys, std::nullopt);
    }
    identity::LocalWorkspace open(const fs::path& workspace)
    {
        return identity::openWorkspace(workspace, user);
    }

    fs::path folder;
    identity::UserStores user;
};

} // namespace

class TestMemberService : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::unique_ptr<Person> m_ada;
    std::unique_ptr<Person> m_bo;
    fs::path m_folder;
    identity::LocalWorkspace m_local;

    store::Workspace& workspace() { return *m_local.workspace; }
    void tamper(const QString& sql)
    {
        SQLite::Database database((m_folder / "catalog.db").string(), SQLite::OPEN_READWRITE, 5000);
        database.exec(sql.toStdString());
    }
    void requireWhole()
    {
        base::Progress progress;
        const auto result = identity::verify(workspace(), m_ada->user.pins, {}, progress);
        QVERIFY2(result.ok, result.problems.empty() ? "" : result.problems.front().message.c_str());
    }

private Q_SLOTS:
    void init()
    {
        m_local = {};
        m_temporary = std::make_unique<QTemporaryDir>();
        const fs::path base = m_temporary->path().toStdString();
        m_ada = std::make_unique<Person>(base / "ada");
        m_bo = std::make_unique<Person>(base / "bo");
        m_folder = base / "workspace";
        m_local = identity::createWorkspace(m_folder, {"Test", store::JournalMode::Local},
                                            {"Ada", "Risk", {}, {}}, m_ada->user);
    }

    void aNewcomerIsEnrolledAndWorks()
    {
        const fs::path file = m_bo->folder / "bo.json";
        identity::writeRequest(file, m_bo->ask("Bo 陈"));
        const Member bo = MemberService(workspace()).enrol(identity::readRequest(file), {Role::Reviewer});
        QVERIFY(bo.name == "Bo 陈" && bo.department == "Service");
        QVERIFY(bo.roles == identity::Roles{Role::Reviewer});
        const auto there = m_bo->open(m_folder);
        QVERIFY(there.member && there.member->id == bo.id);
        there.workspace->write([](store::Transaction& t) { t.append({"note.added", "n", {}}); });
        requireWhole();
        QCOMPARE(MemberService(workspace()).list().size(), std::size_t{2});
        // Without a role he is an analyst.
        Person cy(m_bo->folder / "cy");
        QVERIFY(MemberService(workspace()).enrol(cy.ask("Cy"), {}).roles == identity::Roles{Role::Analyst});
    }

    void aChangedRequestIsRefused()
    {
        const fs::path file = m_bo->folder / "bo.json";
        identity::writeRequest(file, m_bo->ask("Bo"));
        QCOMPARE(kindOf([&] { identity::writeRequest(file, m_bo->ask("Bo")); }), "exists");
        std::string text = base::readTextFile(file);
        text.replace(text.find("Service"), 7, "Treasury");
        base::writeFileAtomically(file, text);
        QCOMPARE(kindOf([&] { identity::readRequest(file); }), "invalid_argument");
        base::writeFileAtomically(file, "{}");
        QCOMPARE(kindOf([&] { identity::readRequest(file); }), "invalid_argument");

        // Another person's key under one's own name.
        MemberRequest stolen = m_bo->ask("Eve");
        stolen.key = m_local.root;
        QCOMPARE(kindOf([&] { MemberService(workspace()).enrol(stolen, {}); }), "invalid_argument");
        const MemberRequest elsewhere = m_bo->ask("Bo", "Service", base::WorkspaceId::generate().toString());
        QCOMPARE(kindOf([&] { MemberService(workspace()).enrol(elsewhere, {}); }), "invalid_argument");
        const MemberRequest here = m_bo->ask("Bo", "Service", workspace().info().id.toString());
        QCOMPARE(kindOf([&] { MemberService(workspace()).enrol(here, {}); }), "none");
        QCOMPARE(kindOf([&] { MemberService(workspace()).enrol(here, {}); }), "exists");
    }

    void onlyAdminsChangeMembers()
    {
        const Member bo = MemberService(workspace()).enrol(m_bo->ask("Bo"), {Role::Engineer, Role::Reviewer});
        const auto there = m_bo->open(m_folder);
        MemberService members(*there.workspace);
        Person eve(m_bo->folder / "eve");
        QCOMPARE(kindOf([&] { members.enrol(eve.ask("Eve"), {}); }), "not_allowed");
        QCOMPARE(kindOf([&] { members.changeRoles(bo.id, {Role::Admin}, {}); }), "not_allowed");
        QCOMPARE(kindOf([&] { members.revoke(m_local.member->id, ""); }), "not_allowed");
        QCOMPARE(kindOf([&] { members.replaceKey(m_local.member->id, eve.ask("Ada"), ""); }), "not_allowed");
        QCOMPARE(MemberService(workspace()).list().size(), std::size_t{2});
    }

    void rolesAreGivenAndTaken()
    {
        MemberService members(workspace());
        const Member bo = members.enrol(m_bo->ask("Bo"), {Role::Analyst});
        const Member changed = members.changeRoles(bo.id, {Role::Engineer}, {Role::Analyst});
        QVERIFY(changed.roles == identity::Roles{Role::Engineer});
        QVERIFY(members.resolve("bO").id == bo.id);
        QVERIFY(members.resolve(bo.id.toString()).id == bo.id);
        QCOMPARE(kindOf([&] { members.resolve("Nobody"); }), "not_found");
        const auto said = [&](const char* name) {
            const auto error = errorOf([&] { members.resolve(name); });
            return error ? QString::fromUtf8(error->message()) : QString();
        };
        QCOMPARE(said("Bbo"), "There is no member \"Bbo\". Did you mean \"Bo\"?");
        QCOMPARE(said("Nobody"), "There is no member \"Nobody\". There are: Ada, Bo.");
        requireWhole();
    }

    void somebodyStaysAdmin()
    {
        MemberService members(workspace());
        const auto ada = m_local.member->id;
        QCOMPARE(kindOf([&] { members.changeRoles(ada, {}, {Role::Admin}); }), "invalid_argument");
        QCOMPARE(kindOf([&] { members.revoke(ada, ""); }), "invalid_argument");
        members.enrol(m_bo->ask("Bo"), {Role::Admin});
        QCOMPARE(kindOf([&] { members.changeRoles(ada, {}, {Role::Admin}); }), "none");
        QCOMPARE(kindOf([&] { members.changeRoles(ada, {Role::Admin}, {}); }), "not_allowed");
        requireWhole();
    }

    void aRevokedMemberIsTold()
    {
        MemberService members(workspace());
        const Member bo = members.enrol(m_bo->ask("Bo"), {Role::Admin});
        members.revoke(bo.id, "left");
        QCOMPARE(kindOf([&] { members.revoke(bo.id, "again"); }), "revoked_key");
        const auto there = m_bo->open(m_folder);
        QVERIFY(there.member && there.member->revoked);
        QCOMPARE(kindOf([&] { MemberService(*there.workspace).changeRoles(bo.id, {Role::Reviewer}, {}); }),
                 "revoked_key");
        requireWhole();
    }

    void aLostKeyIsReplaced()
    {
        MemberService members(workspace());
        const Member bo = members.enrol(m_bo->ask("Bo"), {Role::Engineer});
        Person anew(m_bo->folder / "anew");
        QCOMPARE(kindOf([&] { members.replaceKey(bo.id, anew.ask("Cy"), ""); }), "invalid_argument");
        const MemberRequest request = anew.ask("Bo");
        members.revoke(bo.id, "the laptop was stolen");
        const Member again = members.replaceKey(bo.id, request, "a new laptop");
        QVERIFY(again.id == bo.id && again.key == request.key && !again.revoked);
        QVERIFY(again.roles == bo.roles);
        const auto there = anew.open(m_folder);
        QVERIFY(there.member && there.member->id == bo.id);
        there.workspace->write([](store::Transaction& t) { t.append({"note.added", "n", {}}); });
        requireWhole();
        // The old key is nobody's any more, and never will be.
        QVERIFY(!m_bo->open(m_folder).member);
        identity::KeyPair old = m_bo->user.keys.load(bo.key, {});
        workspace().setSigner(std::make_shared<identity::LocalIdentity>(bo.id, std::move(old)));
        workspace().write([](store::Transaction& t) { t.append({"note.added", "n", {}}); });
        base::Progress progress;
        const auto result = identity::verify(workspace(), m_ada->user.pins, {}, progress);
        QVERIFY(!result.ok);
        QCOMPARE(result.problems.front().kind, std::string("unknown_key"));
    }

    void aLostRootKeyIsReplacedByAnotherAdmin()
    {
        MemberService(workspace()).enrol(m_bo->ask("Bo"), {Role::Admin});
        Person anew(m_ada->folder / "anew");
        const auto there = m_bo->open(m_folder);
        MemberService(*there.workspace).replaceKey(m_local.member->id, anew.ask("Ada"), "disk failure");
        const auto ada = anew.open(m_folder);
        QVERIFY(ada.member && ada.member->name == "Ada");
        QCOMPARE(ada.root, m_local.root); // the fingerprint that everybody pinned stays
        Person cy(m_bo->folder / "cy");
        QCOMPARE(kindOf([&] { MemberService(*ada.workspace).enrol(cy.ask("Cy"), {}); }), "none");
        requireWhole();
    }

    /// Somebody who may write every byte of the folder takes a revocation or a lost role out of the log.
    void aLogThatIsNotWholeDecidesNothing_data()
    {
        QTest::addColumn<QString>("sql");
        const QString revocation = "(SELECT seq FROM event WHERE kind = 'member.revoked')";
        QTest::newRow("a revocation deleted") << "DELETE FROM event WHERE kind = 'member.revoked'";
        QTest::newRow("deleted, and the rest moved up")
            << "UPDATE event SET seq = -seq WHERE seq > " + revocation +
                   "; DELETE FROM event WHERE kind = 'member.revoked'; "
                   "UPDATE event SET seq = -seq - 1 WHERE seq < 0";
        QTest::newRow("a revocation of somebody else") << "UPDATE event SET object = (SELECT id FROM member "
                                                          "WHERE name = 'Cy') WHERE kind = 'member.revoked'";
        QTest::newRow("an event of another kind")
            << "UPDATE event SET kind = 'note.added' WHERE kind = 'member.revoked'";
        QTest::newRow("moved to the end")
            << "UPDATE event SET seq = (SELECT max(seq) + 1 FROM event) WHERE kind = 'member.revoked'";
        QTest::newRow("a lost role deleted") << "DELETE FROM event WHERE kind = 'role.taken'";
    }

    void aLogThatIsNotWholeDecidesNothing()
    {
        QFETCH(QString, sql);
        MemberService members(workspace());
        const Member bo = members.enrol(m_bo->ask("Bo"), {Role::Admin});
        Person cy(m_bo->folder / "cy");
        const Member taken = members.enrol(cy.ask("Cy"), {Role::Admin});
        members.changeRoles(taken.id, {}, {Role::Admin});
        members.revoke(bo.id, "left");
        workspace().write([](store::Transaction& t) { t.append({"note.added", "n", {}}); });
        requireWhole();
        // With the tables as he needs them.
        tamper(
            sql +
            "; UPDATE member SET revoked = NULL; INSERT OR IGNORE INTO role SELECT id, 'admin' FROM member");
        for (Person* person : {m_bo.get(), &cy, m_ada.get()}) {
            const auto there = person->open(m_folder);
            MemberService theirs(*there.workspace);
            Person eve(person->folder / "eve");
            const auto events = there.workspace->eventCount();
            QCOMPARE(kindOf([&] { theirs.enrol(eve.ask("Eve"), {Role::Admin}); }), "damaged");
            QCOMPARE(kindOf([&] { theirs.changeRoles(bo.id, {Role::Admin}, {}); }), "damaged");
            QCOMPARE(kindOf([&] { theirs.requireRight(bo.id, identity::Right::Import); }), "damaged");
            QCOMPARE(there.workspace->eventCount(), events);
        }
    }

    /// A program that is open while it happens does not believe what it finds either.
    void aLogCutWhileItIsOpenDecidesNothing()
    {
        MemberService members(workspace());
        const Member bo = members.enrol(m_bo->ask("Bo"), {Role::Admin});
        const auto there = m_bo->open(m_folder);
        MemberService theirs(*there.workspace);
        members.revoke(bo.id, "left");
        QCOMPARE(kindOf([&] { theirs.requireRight(bo.id, identity::Right::Import); }), "revoked_key");
        tamper("DELETE FROM event WHERE kind = 'member.revoked'; UPDATE member SET revoked = NULL");
        QCOMPARE(kindOf([&] { theirs.requireRight(bo.id, identity::Right::Import); }), "rolled_back");
        QCOMPARE(kindOf([&] { theirs.changeRoles(bo.id, {Role::Engineer}, {}); }), "rolled_back");
    }

    void saysWhatAWindowMayOffer()
    {
        MemberService members(workspace());
        const Member bo = members.enrol(m_bo->ask("Bo"), {Role::Analyst});
        const auto whyNot = [&](const std::optional<base::MemberId>& id) {
            const auto error = members.whyNot(id, identity::Right::Import);
            return error ? std::string(error->kind()) : "may";
        };
        QCOMPARE(whyNot(bo.id), "not_allowed");
        members.changeRoles(bo.id, {Role::Engineer}, {});
        QCOMPARE(whyNot(bo.id), "may");
        members.revoke(bo.id, "left");
        QCOMPARE(whyNot(bo.id), "revoked_key");
        QCOMPARE(whyNot(std::nullopt), "no_member");
    }

    void theTablesAloneDecideNothing()
    {
        MemberService members(workspace());
        const Member bo = members.enrol(m_bo->ask("Bo"), {Role::Analyst});
        tamper("INSERT INTO role SELECT id, 'admin' FROM member WHERE name = 'Bo'");
        const auto there = m_bo->open(m_folder);
        QVERIFY(there.member->roles.contains(Role::Admin)); // as it is shown
        QCOMPARE(kindOf([&] { MemberService(*there.workspace).changeRoles(bo.id, {Role::Admin}, {}); }),
                 "not_allowed");
        // Nor does what they say keep an admin from taking a key away.
        tamper("UPDATE member SET revoked = 1 WHERE name = 'Bo'");
        QCOMPARE(kindOf([&] { members.revoke(bo.id, "left"); }), "none");
        QCOMPARE(kindOf([&] { members.requireRight(bo.id, identity::Right::Comment); }), "revoked_key");
    }

    void anEventThatWouldBeRefusedIsNotWritten()
    {
        MemberService members(workspace());
        const Member bo = members.enrol(m_bo->ask("Bo"), {Role::Admin});
        const auto events = workspace().eventCount();
        // Her key was replaced meanwhile, and her program still signs with the old one.
        Person anew(m_ada->folder / "anew");
        const auto there = m_bo->open(m_folder);
        MemberService(*there.workspace).replaceKey(m_local.member->id, anew.ask("Ada"), "lost");
        QCOMPARE(kindOf([&] { members.changeRoles(bo.id, {Role::Engineer}, {}); }), "revoked_key");
        QCOMPARE(workspace().eventCount(), events + 1);
        requireWhole();
    }

    void aLockedKeyWantsItsPassphrase()
    {
        identity::KeyStore& keys = m_bo->user.keys;
        const MemberRequest request =
            identity::makeRequest("Bo", "Service", "", keys, std::string("correct horse"));
        MemberService(workspace()).enrol(request, {Role::Admin});
        const auto change = [&](const std::optional<std::string>& passphrase) {
            const auto there =
                identity::openWorkspace(m_folder, m_bo->user, [&](const std::string&) { return passphrase; });
            return kindOf(
                [&] { MemberService(*there.workspace).changeRoles(there.member->id, {Role::Engineer}, {}); });
        };
        QCOMPARE(change(std::nullopt), "key_locked");
        QCOMPARE(change("wrong horse"), "key_locked");
        QCOMPARE(change("correct horse"), "none");
    }
};

QTEST_GUILESS_MAIN(TestMemberService)
#include "tst_member_service.moc"
