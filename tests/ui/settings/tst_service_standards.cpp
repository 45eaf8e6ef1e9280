// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/registry_fixture.h"

#include "ui/settings/service_standards.h"

#include <QTest>

using namespace lepton;
using identity::Role;
using testing::kindOf;
using testing::Person;
using testing::RegistryFixture;

namespace {

constexpr const char* standardOfRisk =
    R"({"name":"risk","version":1,"applies_to":{"department":"Risk"},"production":{"approvals":1,)"
    R"("gates":[{"metric":"macro_f1","at_least":0.9},{"test_rows":{"at_least":1000000}}]}})";

} // namespace

/// The backend on a real registry.
class TestServiceStandards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<RegistryFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void triesOutWithoutRecordingAnything()
    {
        m_fixture->addVersion("good 1");
        auto ada = backend(*m_fixture->ada);
        const auto events = m_fixture->ada->workspace().eventCount();
        const auto trial = ada.tryOut(standardOfRisk, {}, m_progress);
        QVERIFY(!trial.refusal);
        QCOMPARE(m_fixture->ada->workspace().eventCount(), events);
        const auto production =
            std::ranges::find(trial.checks, registry::Stage::Production, &registry::StandardCheck::target);
        QVERIFY(production != trial.checks.end());
        QCOMPARE(production->gates.size(), std::size_t(2));
        QVERIFY(production->gates[0].passed);
        QVERIFY(!production->gates[1].passed);
        QCOMPARE(kindOf([&] { ada.tryOut("{", {}, m_progress); }), "bad_json");
    }

    void publishesVersions()
    {
        auto ada = backend(*m_fixture->ada);
        QCOMPARE(ada.facts().standards.size(), std::size_t(1)); // the built-in one
        ada.publish(standardOfRisk);
        std::string next = standardOfRisk;
        next.replace(next.find("\"version\":1"), 11, "\"version\":2");
        ada.publish(next);
        const auto facts = ada.facts();
        QCOMPARE(facts.standards.size(), std::size_t(3));
        QCOMPARE(facts.standards[0].standard.version, 2); // the newest first
        QCOMPARE(facts.standards[2].event, std::int64_t(0));
        QCOMPARE(facts.names.at(facts.standards[0].author), std::string("Ada"));
        // out of its turn
        QCOMPARE(ada.tryOut(next, {}, m_progress).refusal->code(), base::ErrorCode::Exists);
    }

    void saysWhoMayNotPublish()
    {
        auto bo = backend(*m_fixture->bo); // a reviewer
        QCOMPARE(bo.tryOut(standardOfRisk, {}, m_progress).refusal->code(), base::ErrorCode::NotAllowed);
        QCOMPARE(kindOf([&] { bo.publish(standardOfRisk); }), "not_allowed");
        // Risk has an admin of its own, Ada
        auto cy = backend(m_fixture->enrol("Cy", "Service", {Role::Admin}));
        QCOMPARE(cy.tryOut(standardOfRisk, {}, m_progress).refusal->code(), base::ErrorCode::NotAllowed);
        QCOMPARE(kindOf([&] { cy.publish(standardOfRisk); }), "not_allowed");
    }

private:
    static ui::ServiceStandards backend(Person& person)
    {
        return {nullptr, person.workspace(), *person.service};
    }

    std::unique_ptr<RegistryFixture> m_fixture;
    base::Progress m_progress;
};

QTEST_GUILESS_MAIN(TestServiceStandards)
#include "tst_service_standards.moc"
