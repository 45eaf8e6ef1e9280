// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/registry_fixture.h"

#include "ui/home/home_promotions.h"

#include <QTest>

using namespace lepton;
using identity::Role;
using testing::Person;
using testing::RegistryFixture;

/// What Home tells different people of the same promotions, on a real workspace.
class TestHomePromotions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<RegistryFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void waitsForWhoMayReview()
    {
        m_fixture->ada->promote(m_fixture->addVersion("good 1"));
        const auto adas = told(*m_fixture->ada);
        QVERIFY(adas.toReview.empty()); // an admin, but it is her own request
        QCOMPARE(adas.mine.size(), std::size_t(1));
        QCOMPARE(adas.mine.front().needed, 1);
        const auto bos = told(*m_fixture->bo);
        QCOMPARE(bos.toReview.size(), std::size_t(1));
        QCOMPARE(bos.toReview.front().name, std::string("P-1"));
        QCOMPARE(bos.toReview.front().model, std::string("sentiment"));
        QCOMPARE(bos.toReview.front().requester, std::string("Ada"));
        QVERIFY(bos.mine.empty());
        auto& cy = m_fixture->enrol("Cy", "Risk", {Role::Engineer});
        QVERIFY(told(cy).toReview.empty());
        QVERIFY(ui::homePromotions(*m_fixture->ada->service->ledger(), {}).toReview.empty());
    }

    void isGoneOnceReviewed()
    {
        m_fixture->publish("", 2);
        const auto asked = m_fixture->ada->promote(m_fixture->addVersion("good 1"));
        m_fixture->bo->approve(asked);
        QVERIFY(told(*m_fixture->bo).toReview.empty()); // it waits for a second one now
        auto& dee = m_fixture->enrol("Dee", "Service", {Role::Reviewer});
        QCOMPARE(told(dee).toReview.front().approvedBy, std::vector<std::string>{"Bo"});
        dee.approve(asked);
        const auto decided = told(*m_fixture->ada).decided;
        QCOMPARE(decided.size(), std::size_t(1));
        QVERIFY(decided.front().state == registry::PromotionState::Approved);
        QCOMPARE(decided.front().approvedBy, (std::vector<std::string>{"Bo", "Dee"}));
    }

    void namesTheGateThatFailed()
    {
        m_fixture->publish(R"({"test_rows":{"at_least":1000000}})");
        const auto asked = m_fixture->ada->promote(m_fixture->addVersion("good 1"));
        QCOMPARE(registry::gateName(told(*m_fixture->ada).mine.front().failedGate.value()),
                 std::string("test rows at least 1000000"));
        QCOMPARE(told(*m_fixture->bo).toReview.size(), std::size_t(1)); // it can be rejected
        m_fixture->bo->service->reject(asked.id, "Few rows");
        const auto decided = told(*m_fixture->ada).decided;
        QCOMPARE(decided.front().rejectedBy, std::string("Bo"));
        QCOMPARE(decided.front().comment, std::string("Few rows"));
    }

    void asksNothingOfARevokedKey()
    {
        m_fixture->ada->promote(m_fixture->addVersion("good 1"));
        identity::MemberService(m_fixture->ada->workspace()).revoke(m_fixture->bo->local.member->id, "left");
        QVERIFY(told(*m_fixture->bo).toReview.empty());
    }

    /// Who writes to the file of the catalog does not say who asked, nor who may decide.
    void goesByTheLogWhateverTheTablesSay()
    {
        m_fixture->ada->promote(m_fixture->addVersion("good 1"));
        auto& cy = m_fixture->enrol("Cy", "Risk", {Role::Engineer});
        m_fixture->tamper("UPDATE member SET name = 'Boss' WHERE name = 'Ada'");
        m_fixture->tamper("INSERT INTO role SELECT id, 'reviewer' FROM member WHERE name = 'Cy'");
        QCOMPARE(told(*m_fixture->bo).toReview.front().requester, std::string("Ada"));
        QVERIFY(told(cy).toReview.empty());
    }

private:
    ui::HomePromotions told(Person& person)
    {
        return ui::homePromotions(*person.service->ledger(), person.local.member->id);
    }

    std::unique_ptr<RegistryFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestHomePromotions)
#include "tst_home_promotions.moc"
