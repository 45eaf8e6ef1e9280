// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry_fixture.h"
#include "support/error_of.h"

#include "registry/evidence_check.h"

#include <QTest>

using namespace lepton;
using nlohmann::json;
using registry::PromotionState;
using registry::Stage;
using testing::errorOf;
using testing::Person;
using testing::RegistryFixture;

/// What a reviewer is shown is what the objects come to, whoever asked, with gates and without.
class TestEvidence : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RegistryFixture> m_fixture;

    RegistryFixture& fixture() { return *m_fixture; }
    Person& ada() { return *m_fixture->ada; }
    Person& bo() { return *m_fixture->bo; }

    /// What a program of Ada's writes that shows @p evidence for @p version; the log takes it or not.
    registry::PromotionId forge(const registry::ModelVersionId& version, const json& evidence,
                                bool rollback = false)
    {
        const auto state = ada().service->state();
        const auto standard = state->standardFor(state->model(state->version(version).model));
        const auto id = registry::PromotionId::generate();
        fixture().forge(ada(), {"promotion.requested",
                                id.toString(),
                                {{"number", state->nextPromotionNumber()},
                                 {"version", version.toString()},
                                 {"object_hash", state->version(version).hash},
                                 {"target", evidence.at("target")},
                                 {"rollback", rollback},
                                 {"reason", "trust me"},
                                 {"standard",
                                  {{"name", standard.standard.name},
                                   {"version", standard.standard.version},
                                   {"hash", standard.hash}}},
                                 {"evidence", evidence},
                                 {"evidence_hash", registry::evidenceHash(evidence)}}});
        return id;
    }
    /// Ada asks again for what she withdraws, and shows @p evidence.
    registry::PromotionRecord askWith(const registry::PromotionRecord& honest, const json& evidence)
    {
        ada().service->withdraw(honest.id);
        return ada().service->resolvePromotion(forge(honest.version, evidence).toString());
    }
    std::string approvalOf(const registry::PromotionId& id)
    {
        return testing::kindOf([&] { bo().service->approve(id, "fine", {}, bo().progress); });
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<RegistryFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void figuresThatAreLiedAbout_data()
    {
        QTest::addColumn<QString>("place"); // of the evidence
        QTest::addColumn<QString>("value"); // JSON; empty: it is left out
        QTest::addColumn<QString>("told");  // to the reviewer
        QTest::newRow("a metric") << "/candidate/metrics/macro_f1"
                                  << "0.99"
                                  << "macro_f1 of the version is 0.";
        QTest::newRow("a metric that is none") << "/candidate/metrics/f7"
                                               << "0.99"
                                               << "f7 of the version is none, and not 0.9900.";
        QTest::newRow("a metric left out") << "/candidate/metrics/ece"
                                           << ""
                                           << "ece of the version is ";
        QTest::newRow("what it is compared with") << "/incumbent/metrics/macro_f1"
                                                  << "0.1"
                                                  << "macro_f1 of the version in production is 1.0000";
        QTest::newRow("a class") << "/candidate/classes/0/f1"
                                 << "0.99"
                                 << "f1 of the class negative of the version is 0.";
        QTest::newRow("how many rows a class has") << "/candidate/classes/1/support"
                                                   << "4000"
                                                   << "test rows of the class positive, and not 4000.";
        QTest::newRow("a class left out") << "/candidate/classes/0"
                                          << ""
                                          << "The class negative is missing, or is none of the model's.";
        QTest::newRow("a class by another name") << "/candidate/classes/0/label"
                                                 << "\"positive\""
                                                 << "positive";
        QTest::newRow("a caution left out") << "/cautions/0"
                                            << ""
                                            << "A caution was left out. There are only ";
        QTest::newRow("a caution made small") << "/cautions/1"
                                              << "\"The class negative falls from F1 1.0000 to 0.9999 (20 "
                                                 "test rows).\""
                                              << "A caution was left out. The class ";
        QTest::newRow("a caution that does not hold") << "/cautions/3"
                                                      << "\"It was asked for by Bo.\""
                                                      << "A caution does not hold.";
        QTest::newRow("the test rows") << "/test/rows"
                                       << "5000"
                                       << "other test rows";
        QTest::newRow("rows that leak") << "/test/leaks"
                                        << "7"
                                        << "other test rows";
        QTest::newRow("the number in production") << "/incumbent/number"
                                                  << "7"
                                                  << "other versions than those";
        QTest::newRow("figures that nobody computed") << "/candidate/scored"
                                                      << "false"
                                                      << "were not computed, and can be";
        QTest::newRow("the standard's hash") << "/standard/hash"
                                             << "\"x\""
                                             << "another standard";
    }

    void figuresThatAreLiedAbout()
    {
        QFETCH(QString, place);
        QFETCH(QString, value);
        QFETCH(QString, told);
        fixture().bringToProduction(fixture().addVersion("good"));
        const auto honest = ada().promote(fixture().addVersion("poor"));
        QVERIFY(honest.gatesPassed && honest.evidence.at("gates").empty());
        QVERIFY2(honest.evidence.at("cautions").size() == 3, honest.evidence.dump(1).c_str());
        json evidence = honest.evidence;
        const json::json_pointer pointer(place.toStdString());
        if (!value.isEmpty()) {
            evidence[pointer] = json::parse(value.toStdString());
        } else if (evidence.at(pointer.parent_pointer()).is_array()) {
            evidence.at(pointer.parent_pointer()).erase(std::stoul(pointer.back()));
        } else {
            evidence.at(pointer.parent_pointer()).erase(pointer.back());
        }
        const auto asked = askWith(honest, evidence);
        QVERIFY(asked.evidence == evidence); // the log takes what an engineer signed
        const auto error = errorOf([&] { bo().approve(asked); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("gate_failed"));
        QVERIFY2(error->message().find(told.toStdString()) != std::string::npos, error->what());
        QVERIFY(bo().service->resolvePromotion(asked.name()).reviews.empty());
        QVERIFY(bo().service->reject(asked.id, "not so").state == PromotionState::Rejected);
        // What is so is approved.
        QVERIFY(bo().approve(ada().promote(ada().service->resolve("sentiment@2"))).state ==
                PromotionState::Approved);
    }

    void gatesThatAreLiedAbout()
    {
        fixture().publish(R"({"metric":"macro_f1","at_least":0.999})");
        const auto honest = ada().promote(fixture().addVersion("poor"));
        QVERIFY(!honest.gatesPassed);
        ada().service->withdraw(honest.id);
        // The log takes what the engineer signed; the reviewer's program computes the gates itself.
        json evidence = honest.evidence;
        evidence["gates"][0]["passed"] = true;
        const auto asked = forge(honest.version, evidence);
        QVERIFY2(fixture().verify().ok, testing::shown(fixture().verify()).c_str());
        QCOMPARE(approvalOf(asked), "gate_failed");
        // A gate that is left out is noticed by anybody.
        ada().service->withdraw(asked);
        evidence["gates"] = json::array();
        const auto without = forge(honest.version, evidence);
        QVERIFY(testing::has(fixture().verify(), "bad_event"));
        QCOMPARE(approvalOf(without), "not_found");
    }

    /// A gate against production is not held against a rollback: so nobody only says that it is one.
    void aRollbackThatIsNone()
    {
        fixture().publish(R"({"metric":"macro_f1","not_below_production_by":0.0})");
        fixture().bringToProduction(fixture().addVersion("good"));
        const auto honest = ada().promote(fixture().addVersion("poor"));
        QVERIFY(!honest.gatesPassed);
        ada().service->withdraw(honest.id);
        json evidence = honest.evidence;
        evidence["rollback"] = true;
        evidence["gates"][0]["passed"] = true;
        // Evidence that says so does not make it one: the reviewer's program computes it as what it is.
        const auto asked = forge(honest.version, evidence);
        QCOMPARE(approvalOf(asked), "gate_failed");
        ada().service->withdraw(asked);
        const auto rollback = forge(honest.version, evidence, true);
        QVERIFY(testing::has(fixture().verify(), "bad_event"));
        QCOMPARE(approvalOf(rollback), "not_found");
    }

    /// The rows that lists are made of show nobody anything else than the events do.
    void rowsThatAreEdited()
    {
        const auto asked = ada().promote(fixture().addVersion("poor"));
        fixture().tamper("UPDATE promotion SET evidence = replace(evidence, '\"macro_f1\":0.', "
                         "'\"macro_f1\":1.'), evidence_hash = 'x', gates_passed = 1");
        fixture().tamper("UPDATE dataset_version SET row_count = 9");
        QVERIFY(bo().service->resolvePromotion("P-1").evidence == asked.evidence);
        QVERIFY(testing::has(fixture().verify(), "projection"));
    }

    void processorsThatRoundOtherwise()
    {
        const auto asked = ada().promote(fixture().addVersion("poor"));
        json told = asked.evidence;
        auto& metric = told["candidate"]["metrics"]["macro_f1"];
        metric = metric.get<double>() + 0.0004;
        QVERIFY(!registry::whatDiffers(told, asked.evidence));
        QVERIFY(bo().approve(askWith(asked, told)).state == PromotionState::Approved);
        told["cautions"][0] = "There are only 41 test rows: small differences say little.";
        QVERIFY(registry::whatDiffers(told, asked.evidence));
    }

    /// Evidence stays what it was though another version came to production; so does the standard.
    void whatChangedMeanwhile()
    {
        fixture().bringToProduction(fixture().addVersion("good 1"));
        const auto second = ada().promote(fixture().addVersion("good 2"));
        const auto third = ada().promote(fixture().addVersion("poor"));
        fixture().publish(R"({"metric":"macro_f1","at_least":0.9999})"); // for later requests
        QVERIFY(bo().approve(second).state == PromotionState::Approved);
        QVERIFY(bo().approve(third).state == PromotionState::Approved);
    }

    void objectsThatAreGoneMeanwhile()
    {
        const auto asked = ada().promote(fixture().addVersion("good"));
        std::filesystem::remove(ada().workspace().objects().path(fixture().dataset.objectHash));
        const auto error = errorOf([&] { bo().approve(asked); });
        QVERIFY(error);
        QVERIFY2(error->message().find("cannot be computed any more: The test data of R-1") !=
                     std::string::npos,
                 error->what());
        // Where nothing could be computed in the first place, the reviewer sees that, and decides.
        const auto without = ada().promote(fixture().addVersion("good 2"));
        QVERIFY(!without.evidence.at("candidate").at("scored").get<bool>());
        QVERIFY(bo().approve(without).state == PromotionState::Approved);
    }

    /// Who reviews sees figures of today, on whatever stage.
    void stagingThatTakesAnApproval()
    {
        ada().service->publish(
            R"({"name":"risk","version":1,"staging":{"approvals":1},"production":{"approvals":1}})");
        const auto asked = ada().promote(fixture().addVersion("poor"), Stage::Staging);
        QVERIFY(asked.evidence.at("candidate").at("scored").get<bool>());
        json evidence = asked.evidence;
        evidence["candidate"]["metrics"]["accuracy"] = 1.0;
        const auto forged = askWith(asked, evidence);
        const auto error = errorOf([&] { bo().approve(forged); });
        QVERIFY(error && error->message().find("accuracy of the version is 0.") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
