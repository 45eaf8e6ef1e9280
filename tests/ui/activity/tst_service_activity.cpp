// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "identity/local_workspace.h"
#include "ui/activity/service_activity.h"

#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace lepton;

/// The backend on a real workspace.
class TestServiceActivity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto user = stores();
        m_local = identity::createWorkspace(path() / "team", {.name = "team"},
                                            {"Lars", "Risk", {}, std::nullopt}, user);
        m_activity = std::make_unique<ui::ServiceActivity>(nullptr, *m_local.workspace, stores().pins,
                                                           identity::SealStore(path() / "seals.json"));
    }

    void namesMembersInEvents()
    {
        const auto page = m_activity->events(0, 100);
        QVERIFY(page.total > 1 && std::ssize(page.events) == page.total);
        QCOMPARE(page.names.at(m_local.member->id.toString()), std::string("Lars"));
        QVERIFY(page.canSign);
    }

    void checkpointIsHeldAgainstTheLog()
    {
        const auto file = path() / "checkpoint.json";
        const auto head = m_activity->saveCheckpoint(file, {}, m_progress);
        QCOMPARE(head.seq, m_local.workspace->eventCount());
        QCOMPARE(testing::kindOf([&] { m_activity->saveCheckpoint(file, {}, m_progress); }), "exists");
        const auto verified = m_activity->verify({.full = true, .checkpoint = file}, {}, m_progress);
        QVERIFY(verified.result.ok);
        QCOMPARE(verified.checkpoint->head, head);

        auto user = stores();
        const auto other = identity::createWorkspace(path() / "other", {.name = "other"},
                                                     {"Lars", "Risk", {}, std::nullopt}, user);
        ui::ServiceActivity elsewhere(nullptr, *other.workspace, stores().pins,
                                      identity::SealStore(path() / "seals.json"));
        QVERIFY(!elsewhere.verify({.full = false, .checkpoint = file}, {}, m_progress).result.ok);
    }

    void findsATableThatWasEdited()
    {
        SQLite::Database database((path() / "team" / "catalog.db").string(), SQLite::OPEN_READWRITE);
        database.exec("UPDATE member SET department = 'Marketing'");
        const auto result = m_activity->verify({}, {}, m_progress).result;
        QVERIFY(!result.ok);
        QCOMPARE(result.problems.front().kind, std::string("projection"));
        QCOMPARE(testing::kindOf([&] { m_activity->saveCheckpoint(path() / "no.json", {}, m_progress); }),
                 "damaged");
        QVERIFY(!std::filesystem::exists(path() / "no.json"));
    }

private:
    std::filesystem::path path() const { return m_folder->path().toStdString(); }
    identity::UserStores stores() const
    {
        return {identity::KeyStore(path() / "keys"), identity::PinStore(path() / "pins.json")};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    identity::LocalWorkspace m_local;
    std::unique_ptr<ui::ServiceActivity> m_activity;
    base::Progress m_progress;
};

QTEST_GUILESS_MAIN(TestServiceActivity)
#include "tst_service_activity.moc"
