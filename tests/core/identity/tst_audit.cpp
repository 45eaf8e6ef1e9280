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
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>

using namespace lepton;
using identity::AuditResult;
using identity::Role;
using store::Transaction;
using testing::kindOf;
namespace fs = std::filesystem;

namespace {

struct Here
{
    fs::path folder;
    identity::UserStores user;
    identity::LocalWorkspace local;

    AuditResult verify()
    {
        base::Progress progress;
        return identity::verify(*local.workspace, user.pins, {}, progress);
    }

    void reopen()
    {
        local.workspace.reset();
        local = identity::openWorkspace(folder, user);
    }

    /// Changes the catalog behind the program's back.
    void tamper(const std::function<void(SQLite::Database&)>& work)
    {
        SQLite::Database database((folder / "catalog.db").string(), SQLite::OPEN_READWRITE, 1000);
        work(database);
    }
};

bool has(const AuditResult& result, const std::string& kind, std::int64_t event)
{
    return std::ranges::any_of(
        result.problems, [&](const auto& problem) { return problem.kind == kind && problem.event == event; });
}

std::string shown(const AuditResult& result)
{
    std::string text;
    for (const auto& problem : result.problems)
        text += std::to_string(problem.event) + " " + problem.kind + ": " + problem.message + "\n";
    return text;
}

void note(store::Workspace& workspace, int count)
{
    for (int i = 0; i < count; ++i)
        workspace.write([&](Transaction& t) {
            t.append({"note.added", "n" + std::to_string(i), {{"text", "数据"}}});
        });
}

} // namespace

class TestAudit : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    int m_count = 0;

    Here make()
    {
        const fs::path base = fs::path(m_temporary.path().toStdString()) / std::to_string(++m_count);
        Here here{
            base / "workspace",
            {identity::KeyStore(base / "config" / "keys"), identity::PinStore(base / "config" / "pins.json")},
            {}};
        here.local = identity::createWorkspace(here.folder, {"Credit", store::JournalMode::Local},
                                               {"Ada Łukasz 林", "Risk", {Role::Engineer}, {}}, here.user);
        note(*here.local.workspace, 10);
        return here;
    }

private Q_SLOTS:
    void aFreshLogIsWhole()
    {
        Here here = make();
        const AuditResult result = here.verify();
        QVERIFY2(result.ok, shown(result).c_str());
        QCOMPARE(result.events, std::int64_t{14}); // created, added, two roles, ten notes
        QCOMPARE(result.root, here.local.root);
        QVERIFY(result.pinned);
        const auto newest = here.local.workspace->latestEvents(0, 1).front();
        QCOMPARE(result.head, newest.hash);
        QVERIFY(here.user.pins.head(here.folder).value() == (identity::Head{14, newest.hash}));
        QVERIFY(here.local.member->roles == (identity::Roles{Role::Engineer, Role::Admin}));
    }

    void tampering_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("event");
        QTest::newRow("an event edited") << R"(UPDATE event SET detail = '{"text":"x"}' WHERE seq = 7)"
                                         << "bad_hash" << 7;
        QTest::newRow("its time edited") << "UPDATE event SET time = time + 1 WHERE seq = 7"
                                         << "bad_hash" << 7;
        QTest::newRow("its author exchanged")
            << "UPDATE event SET member = '00000000-0000-7000-8000-000000000000' WHERE seq = 7"
            << "bad_hash" << 7;
        QTest::newRow("an event removed") << "DELETE FROM event WHERE seq = 7"
                                          << "missing_event" << 7;
        QTest::newRow("an event removed and the rest moved up")
            << "DELETE FROM event WHERE seq = 7; UPDATE event SET seq = seq - 1 WHERE seq > 7"
            << "bad_hash" << 7;
        QTest::newRow("an event put in between")
            << "UPDATE event SET seq = -seq WHERE seq > 7; UPDATE event SET seq = 1 - seq WHERE seq < 0; "
               "INSERT INTO event SELECT 8, lower(hex(randomblob(4))) || '-0000-7000-8000-000000000000', "
               "time, "
               "member, key, kind, object, detail, hash, hash, signature FROM event WHERE seq = 7"
            << "bad_hash" << 8;
        QTest::newRow("two events exchanged") << "UPDATE event SET seq = -1 WHERE seq = 7; UPDATE event SET "
                                                 "seq = 7 WHERE seq = 8; UPDATE event SET "
                                                 "seq = 8 WHERE seq = -1"
                                              << "broken_chain" << 7;
        QTest::newRow("the signature taken away") << "UPDATE event SET signature = '' WHERE seq = 7"
                                                  << "unsigned" << 7;
        QTest::newRow("another signature")
            << "UPDATE event SET signature = (SELECT signature FROM event WHERE seq = 8) "
               "WHERE seq = 7"
            << "bad_signature" << 7;
        QTest::newRow("an id that is none") << "UPDATE event SET id = 'x' WHERE seq = 7"
                                            << "bad_event" << 7;
        QTest::newRow("a role that nobody gave") << "INSERT INTO role SELECT id, 'reviewer' FROM member"
                                                 << "projection" << 2;
        QTest::newRow("a member renamed in the table") << "UPDATE member SET name = 'Eve'"
                                                       << "projection" << 2;
        QTest::newRow("a member's key exchanged in the table")
            << "UPDATE member SET key = '" + QString(64, 'b') + "'"
            << "projection" << 2;
        QTest::newRow("a member smuggled in")
            << "INSERT INTO member VALUES ('00000000-0000-7000-8000-000000000000', 'Eve', 'eve', 'Risk', '" +
                   QString(64, 'b') + "', 3, NULL)"
            << "projection" << 0;
        QTest::newRow("everybody removed") << "DELETE FROM role; DELETE FROM member"
                                           << "projection" << 2;
        QTest::newRow("an event slipped in before the first")
            << "INSERT INTO event SELECT 0, 'x', time, member, key, kind, object, detail, prev, hash, "
               "signature FROM "
               "event WHERE seq = 1"
            << "bad_event" << 0;
        QTest::newRow("the beginning removed") << "DELETE FROM event WHERE seq < 3"
                                               << "missing_event" << 1;
        QTest::newRow("the whole log removed") << "DELETE FROM event"
                                               << "missing_event" << 0;
    }

    void tampering()
    {
        QFETCH(QString, sql);
        QFETCH(QString, kind);
        QFETCH(int, event);
        Here here = make();
        here.tamper([&](SQLite::Database& database) { database.exec(sql.toStdString()); });
        const AuditResult result = here.verify();
        QVERIFY(!result.ok);
        QVERIFY2(has(result, kind.toStdString(), event), shown(result).c_str());
        for (const auto& problem : result.problems)
            QVERIFY2(problem.message.ends_with("."), problem.message.c_str());
    }

    void anEventForgedWithAHashOfItsOwn()
    {
        Here here = make();
        const auto events = here.local.workspace->events(6, 1);
        store::Event forged = events.front();
        forged.detail = R"({"text":"forged"})";
        forged.hash = base::toHex(store::eventHash(here.local.workspace->info().id, forged));
        here.tamper([&](SQLite::Database& database) {
            SQLite::Statement update(database, "UPDATE event SET detail = ?, hash = ? WHERE seq = 7");
            update.bind(1, forged.detail);
            update.bind(2, forged.hash);
            update.exec();
        });
        const AuditResult result = here.verify();
        QVERIFY2(has(result, "bad_signature", 7), shown(result).c_str());
        QVERIFY2(has(result, "broken_chain", 8), shown(result).c_str());
    }

    /// What somebody can do who may write every byte and has nobody's key.
    void theRestOfTheChainWithHashesOfItsOwn()
    {
        Here here = make();
        auto events = here.local.workspace->events(6, 100);
        events.front().detail = R"({"text":"forged"})";
        std::string prev = events.front().prev;
        here.tamper([&](SQLite::Database& database) {
            for (store::Event& event : events) {
                event.prev = prev;
                event.hash = prev = base::toHex(store::eventHash(here.local.workspace->info().id, event));
                SQLite::Statement update(database,
                                         "UPDATE event SET detail = ?, prev = ?, hash = ? WHERE seq = ?");
                update.bind(1, event.detail);
                update.bind(2, event.prev);
                update.bind(3, event.hash);
                update.bind(4, event.seq);
                update.exec();
            }
        });
        const AuditResult result = here.verify();
        QCOMPARE(result.problems.size(),
                 events.size()); // each is signed as another one, and the chain is whole
        QVERIFY2(has(result, "bad_signature", 7) && has(result, "bad_signature", 14), shown(result).c_str());
    }

    void aStrangersEvents()
    {
        Here here = make();
        // A key of no member.
        auto stranger = identity::KeyPair::generate();
        here.local.workspace->setSigner(
            std::make_shared<identity::LocalIdentity>(base::MemberId::generate(), std::move(stranger)));
        note(*here.local.workspace, 1);
        // A key of no member under a member's id.
        here.local.workspace->setSigner(
            std::make_shared<identity::LocalIdentity>(here.local.member->id, identity::KeyPair::generate()));
        note(*here.local.workspace, 1);
        const AuditResult result = here.verify();
        QVERIFY2(has(result, "unknown_key", 15), shown(result).c_str());
        QVERIFY2(has(result, "unknown_key", 16), shown(result).c_str());
        QCOMPARE(result.problems.size(), std::size_t{2});
    }

    void membersComeAndGo()
    {
        Here here = make();
        auto& workspace = *here.local.workspace;
        const auto root = workspace.signer();
        auto pair = identity::KeyPair::generate();
        identity::NewMember bo{
            .name = "Bo", .department = "Risk", .key = pair.publicKey(), .roles = {Role::Analyst}};
        const auto signerOfBo = std::make_shared<identity::LocalIdentity>(bo.id, std::move(pair));
        workspace.write([&](Transaction& t) { identity::MemberStore::add(t, bo); });
        QCOMPARE(kindOf([&] {
                     workspace.write([&](Transaction& t) {
                         identity::MemberStore::add(
                             t,
                             {.name = "BO", .department = "Risk", .key = std::string(64, 'c'), .roles = {}});
                     });
                 }),
                 "exists");
        workspace.setSigner(signerOfBo);
        note(workspace, 1);
        QVERIFY2(here.verify().ok, shown(here.verify()).c_str());
        const auto allows = [&](identity::Right right) {
            return kindOf([&] { identity::MemberService(workspace).requireRight(bo.id, right); });
        };
        QCOMPARE(allows(identity::Right::Comment), "none");
        QCOMPARE(allows(identity::Right::Import), "not_allowed");
        QCOMPARE(allows(identity::Right::Review), "not_reviewer");

        // An analyst makes himself an admin: the table says so then, and the events do not.
        workspace.write([&](Transaction& t) { identity::MemberStore::giveRole(t, bo.id, Role::Admin); });
        const auto seized = workspace.eventCount();
        AuditResult result = here.verify();
        QVERIFY2(has(result, "not_allowed", seized), shown(result).c_str());
        QVERIFY2(has(result, "projection", 15), shown(result).c_str());
        QCOMPARE(allows(identity::Right::ManageMembers), "not_allowed");

        Here other = make();
        auto& second = *other.local.workspace;
        second.write([&](Transaction& t) { identity::MemberStore::add(t, bo); });
        second.write([&](Transaction& t) { identity::MemberStore::revoke(t, bo.id, "left"); });
        const auto revoked = second.eventCount();
        QVERIFY2(other.verify().ok, shown(other.verify()).c_str());
        second.setSigner(signerOfBo);
        note(second, 1);
        result = other.verify();
        QVERIFY2(has(result, "revoked_key", revoked + 1), shown(result).c_str());
    }

    void anOlderCatalogPutBack()
    {
        Here here = make();
        const fs::path old = here.folder.parent_path() / "old.db";
        here.local.workspace->backup(old);
        note(*here.local.workspace, 3);
        QVERIFY(here.verify().ok);
        const auto remembered = here.user.pins.head(here.folder).value();

        here.local.workspace.reset();
        fs::copy_file(old, here.folder / "catalog.db", fs::copy_options::overwrite_existing);
        here.reopen();
        QVERIFY(here.local.rolledBack);
        AuditResult result = here.verify();
        QVERIFY2(has(result, "rolled_back", remembered.seq), shown(result).c_str());
        QCOMPARE(result.problems.size(), std::size_t{1});
        // Trust in the root alone does not excuse it, nor does writing on from there.
        identity::trustWorkspace(here.folder, here.local.root, {}, here.user);
        note(*here.local.workspace, 5);
        result = here.verify();
        QVERIFY2(has(result, "rolled_back", remembered.seq), shown(result).c_str());

        QCOMPARE(kindOf([&] {
                     identity::trustWorkspace(here.folder, here.local.root, remembered.hash, here.user);
                 }),
                 "not_found");
        QCOMPARE(kindOf([&] {
                     identity::trustWorkspace(here.folder, std::string(64, 'a'), result.head, here.user);
                 }),
                 "untrusted");
        identity::trustWorkspace(here.folder, here.local.root, result.head, here.user);
        here.reopen();
        QVERIFY(!here.local.rolledBack);
        QVERIFY2(here.verify().ok, shown(here.verify()).c_str());
    }

    void theNewestEventsAreVerifiedOnTheWay()
    {
        Here here = make();
        QCOMPARE(here.user.pins.head(here.folder)->seq, std::int64_t{4}); // as it was made
        here.reopen();
        QCOMPARE(here.user.pins.head(here.folder)->seq, std::int64_t{14});
        note(*here.local.workspace, 1);
        QVERIFY(identity::verifyNewest(*here.local.workspace, here.user.pins));
        QCOMPARE(here.user.pins.head(here.folder)->seq, std::int64_t{15});
        note(*here.local.workspace, 2);
        here.tamper([](SQLite::Database& database) {
            database.exec("UPDATE event SET object = 'x' WHERE seq = 16");
        });
        QVERIFY(!identity::verifyNewest(*here.local.workspace, here.user.pins));
        here.tamper([](SQLite::Database& database) { database.exec("DELETE FROM event WHERE seq > 14"); });
        QVERIFY(!identity::verifyNewest(*here.local.workspace, here.user.pins));
        QCOMPARE(here.user.pins.head(here.folder)->seq, std::int64_t{15});
        QVERIFY2(has(here.verify(), "rolled_back", 15), shown(here.verify()).c_str());
    }

    void whatIsEditedBelowTheVerifiedHead_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<bool>("isNoticedAtOnce");
        QTest::newRow("an event") << R"(UPDATE event SET detail = '{"text":"x"}' WHERE seq = 7)"
                                  << "bad_hash" << false;
        QTest::newRow("an event taken out") << "DELETE FROM event WHERE seq = 7"
                                            << "missing_event" << false;
        QTest::newRow("the event of the head, which keeps its hash")
            << "UPDATE event SET object = 'x' WHERE seq = 18"
            << "bad_hash" << true;
        QTest::newRow("who is a member") << "UPDATE event SET object = 'x' WHERE kind = 'member.revoked'"
                                         << "bad_hash" << true;
        QTest::newRow("a revocation taken out") << "DELETE FROM event WHERE kind = 'member.revoked'"
                                                << "missing_event" << false;
        QTest::newRow("a revocation made something else")
            << "UPDATE event SET kind = 'note.added' WHERE kind = 'member.revoked'"
            << "bad_hash" << false;
    }

    /// By somebody who can write every byte of the folder and has a key that was revoked. What opening does
    /// not read again, whoever decides or audits does.
    void whatIsEditedBelowTheVerifiedHead()
    {
        QFETCH(QString, sql);
        QFETCH(QString, problem);
        QFETCH(bool, isNoticedAtOnce);
        Here here = make();
        auto& workspace = *here.local.workspace;
        identity::MemberService members(workspace);
        identity::KeyStore keys(here.folder.parent_path() / "of Eve");
        const auto request = identity::makeRequest("Eve", "Risk", "", keys, std::nullopt);
        const auto eve = members.enrol(request, {Role::Admin});
        members.revoke(eve.id, "left"); // 17
        note(workspace, 1);
        QVERIFY(identity::verifyNewest(workspace, here.user.pins));
        QCOMPARE(here.user.pins.head(here.folder)->seq, std::int64_t{18});

        here.tamper([&](SQLite::Database& database) { database.exec(sql.toStdString()); });
        const auto owner = workspace.signer();
        workspace.setSigner(std::make_shared<identity::LocalIdentity>(
            eve.id, keys.load(eve.key, identity::passphraseFromEnvironment)));
        note(workspace, 1);
        workspace.setSigner(owner);
        QVERIFY(!isNoticedAtOnce || !identity::verifyNewest(workspace, here.user.pins));
        // Nothing is decided in it, by a program that is open or by one that begins.
        QCOMPARE(kindOf([&] {
                     identity::MemberService(workspace).requireRight(here.local.member->id,
                                                                     identity::Right::Review);
                 }),
                 "damaged");
        const AuditResult result = here.verify();
        const auto isNamed = [&](const auto& one) { return one.kind == problem.toStdString(); };
        QVERIFY2(std::ranges::any_of(result.problems, isNamed), shown(result).c_str());
    }

    void anAuditElsewherePinsWhatIsWhole()
    {
        Here here = make();
        identity::PinStore elsewhere(here.folder.parent_path() / "elsewhere.json");
        base::Progress progress;
        QVERIFY(identity::verify(*here.local.workspace, elsewhere, {}, progress).pinned);
        const std::string forged = identity::KeyPair::generate().publicKey();
        here.tamper([&](SQLite::Database& database) {
            SQLite::Statement update(database, "UPDATE event SET key = ? WHERE seq = 1");
            update.bind(1, forged);
            update.exec();
        });
        const AuditResult result = identity::verify(*here.local.workspace, elsewhere, {}, progress);
        QVERIFY(!result.pinned);
        QVERIFY2(has(result, "bad_hash", 1), shown(result).c_str());
        QVERIFY2(has(result, "untrusted", 1), shown(result).c_str());
        QVERIFY2(result.problems.size() < 6, shown(result).c_str()); // not one for each event
        identity::PinStore fresh(here.folder.parent_path() / "fresh.json");
        QVERIFY(!identity::verify(*here.local.workspace, fresh, {}, progress).pinned);
        QVERIFY2(!fs::exists(here.folder.parent_path() / "fresh.json"), "a forged root was remembered");
    }

    void aLongLogIsCheckedInBatches()
    {
        Here here = make();
        here.local.workspace->write([](Transaction& t) {
            for (int i = 0; i < 5000; ++i)
                t.append({"note.added", std::to_string(i), {}});
        });
        QVERIFY(here.verify().ok);
        here.tamper([](SQLite::Database& database) {
            database.exec("UPDATE event SET object = 'x' WHERE seq = 4500");
        });
        const AuditResult result = here.verify();
        QCOMPARE(result.problems.size(), std::size_t{1});
        QVERIFY(has(result, "bad_hash", 4500));
        base::CancellationSource cancel;
        cancel.request();
        base::Progress progress;
        QCOMPARE(kindOf([&] {
                     identity::verify(*here.local.workspace, here.user.pins, cancel.token(), progress);
                 }),
                 "cancelled");
    }
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
