// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/registry_fixture.h"

#include "ui/models/registry_reading.h"

#include <QTest>

using namespace lepton;
using identity::Right;
using identity::Role;
using testing::Person;
using testing::RegistryFixture;

/// What the pages of models say of a real workspace, whatever its tables say.
class TestRegistryReading : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RegistryFixture> m_fixture;

    static ui::RegistryReading read(Person& person)
    {
        return {person.service->ledger(), person.local.member->id.toString()};
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<RegistryFixture>(); }
    void cleanup() { m_fixture.reset(); }

    /// Who writes to the file of the catalog does not say who asked, who signed, or who may.
    void peopleAreThoseOfTheLog()
    {
        const auto version = m_fixture->addVersion("good 1");
        m_fixture->bringToProduction(version);
        m_fixture->ada->promote(m_fixture->addVersion("good 2"));
        auto& cy = m_fixture->enrol("Cy", "Risk", {Role::Engineer});
        m_fixture->tamper("UPDATE member SET name = 'Boss', department = 'Board' WHERE name = 'Ada'");
        m_fixture->tamper("INSERT INTO role SELECT id, 'reviewer' FROM member WHERE name = 'Cy'");
        m_fixture->tamper("UPDATE member SET revoked = 1 WHERE name = 'Bo'");

        const ui::ReviewDetails signedOne = read(*m_fixture->bo).review("P-1");
        QCOMPARE(signedOne.request.requester.name, std::string("Ada"));
        QCOMPARE(signedOne.signatures.front().person.name, std::string("Bo"));
        const ui::ReviewDetails waiting = read(*m_fixture->bo).review("P-2");
        QVERIFY(!waiting.whyNotApprove); // Bo's key was not revoked by anybody
        const auto cys = read(cy).review("P-2");
        QVERIFY(cys.whyNotApprove && cys.whyNotApprove->code() == base::ErrorCode::NotReviewer);
        for (const ui::Signature& one : waiting.signatures)
            QVERIFY2(one.isRequester || one.person.name == "Bo", one.person.name.c_str());
    }

    void saysWhyAPersonMayNot()
    {
        m_fixture->addVersion("good 1");
        const auto code = [](const ui::RegistryReading& reading, Right right) {
            const auto why = reading.whyNot(right);
            return why ? std::optional(why->code()) : std::nullopt;
        };
        QVERIFY(!code(read(*m_fixture->ada), Right::Register));
        QVERIFY(code(read(*m_fixture->bo), Right::Register) == base::ErrorCode::NotAllowed);
        QVERIFY(code({m_fixture->ada->service->ledger(), ""}, Right::Register) == base::ErrorCode::NoMember);
        const base::Error writeProtected(base::ErrorCode::ReadOnly, "write-protected");
        const ui::RegistryReading reader(m_fixture->ada->service->ledger(),
                                         m_fixture->ada->local.member->id.toString(), writeProtected);
        QVERIFY(code(reader, Right::Register) == base::ErrorCode::ReadOnly);
        QVERIFY(!code(reader, Right::Read));
        QVERIFY(reader.overview().whyNotRegister->code() == base::ErrorCode::ReadOnly);
        identity::MemberService(m_fixture->ada->workspace()).revoke(m_fixture->bo->local.member->id, "left");
        QVERIFY(code(read(*m_fixture->bo), Right::Review) == base::ErrorCode::RevokedKey);
    }
};

QTEST_GUILESS_MAIN(TestRegistryReading)
#include "tst_registry_reading.moc"
