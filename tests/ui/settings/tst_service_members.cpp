// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "identity/local_workspace.h"
#include "ui/settings/service_members.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lepton;
using identity::Role;

/// The backend on a real workspace: an admin and a newcomer, each with keys of their own.
class TestServiceMembers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto user = stores("lars");
        m_local = identity::createWorkspace(path() / "team", {.name = "team"},
                                            {"Lars", "Risk", {}, std::nullopt}, user);
        m_admin = std::make_unique<ui::ServiceMembers>(nullptr, *m_local.workspace, stores("lars").keys);
    }

    void newcomerAsksAndIsEnrolled()
    {
        auto user = stores("priya");
        auto hers = identity::openWorkspace(path() / "team", user, {});
        ui::ServiceMembers newcomer(nullptr, *hers.workspace, stores("priya").keys);
        QVERIFY(!newcomer.facts().self);
        const auto made = newcomer.ask({path() / "priya.json", "Priya", "Marketing", std::nullopt});
        QCOMPARE(testing::kindOf([&] {
                     newcomer.ask({path() / "priya.json", "Priya", "Marketing", std::nullopt});
                 }),
                 "exists");
        QCOMPARE(stores("priya").keys.keys().size(), std::size_t(1)); // the refused one left no key behind

        const auto asked = m_admin->readRequest(path() / "priya.json");
        QCOMPARE(asked.key, made.key);
        m_admin->enrol(asked, {Role::Engineer});
        QCOMPARE(m_admin->facts().members.size(), std::size_t(2));
        QVERIFY(newcomer.facts().isEnrolledNow);
        auto again = identity::openWorkspace(path() / "team", user, {});
        ui::ServiceMembers member(nullptr, *again.workspace, stores("priya").keys);
        QCOMPARE(member.facts().self->name, std::string("Priya"));
        QCOMPARE(testing::kindOf([&] { member.revoke(m_local.member->id, "no"); }), "not_allowed");
    }

    void refusesARequestForAnotherWorkspace()
    {
        auto user = stores("lars");
        const auto other = identity::createWorkspace(path() / "other", {.name = "other"},
                                                     {"Lars", "Risk", {}, std::nullopt}, user);
        ui::ServiceMembers there(nullptr, *other.workspace, stores("priya").keys);
        there.ask({path() / "other.json", "Priya", "Marketing", std::nullopt});
        const auto error = testing::errorOf([&] { m_admin->readRequest(path() / "other.json"); });
        QVERIFY(error && error->message().find("another workspace") != std::string::npos);
    }

    void passphraseLocksTheKeyUntilItIsGiven()
    {
        m_admin->changePassphrase("", "moss");
        QVERIFY(m_admin->facts().key->hasPassphrase);
        QVERIFY(!m_admin->facts().key->isLocked); // the workspace is still open with it
        m_local = {};
        auto user = stores("lars");
        m_local = identity::openWorkspace(path() / "team", user, {});
        ui::ServiceMembers locked(nullptr, *m_local.workspace, stores("lars").keys);
        QVERIFY(locked.facts().key->isLocked);
        QCOMPARE(testing::kindOf([&] { locked.unlock("fern"); }), "key_locked");
        QCOMPARE(testing::kindOf([&] { locked.changePassphrase("fern", ""); }), "key_locked");
        const auto id = m_local.member->id;
        QCOMPARE(testing::kindOf([&] { locked.changeRoles(id, {Role::Engineer}, {}); }), "key_locked");
        locked.unlock("moss");
        QVERIFY(!locked.facts().key->isLocked);
        QVERIFY(locked.changeRoles(id, {Role::Engineer}, {}).roles.contains(Role::Engineer));
        locked.changePassphrase("moss", "");
        QVERIFY(!locked.facts().key->hasPassphrase);
    }

private:
    std::filesystem::path path() const { return m_folder->path().toStdString(); }
    identity::UserStores stores(const char* who) const
    {
        return {identity::KeyStore(path() / who / "keys"), identity::PinStore(path() / who / "pins.json")};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    identity::LocalWorkspace m_local;
    std::unique_ptr<ui::ServiceMembers> m_admin;
};

QTEST_GUILESS_MAIN(TestServiceMembers)
#include "tst_service_members.moc"
