// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry_fixture.h"
#include "support/error_of.h"
#include "support/manual_clock.h"

#include "registry/model_card.h"

#include <QTest>

#include <thread>

using namespace lepton;
using identity::Role;
using registry::PromotionState;
using registry::Stage;
using testing::errorOf;
using testing::kindOf;
using testing::Person;
using testing::RegistryFixture;

/// The way of a version into production, and who may not open it.
class TestPromotion : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RegistryFixture> m_fixture;

    RegistryFixture& fixture() { return *m_fixture; }
    Person& ada() { return *m_fixture->ada; }
    Person& bo() { return *m_fixture->bo; }
    void requireWhole()
    {
        const auto result = fixture().verify(true);
        QVERIFY2(result.ok, testing::shown(result).c_str());
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<RegistryFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void aVersionIsAskedForReviewedAndServed()
    {
        const auto first = fixture().addVersion("good 1");
        QCOMPARE(first.version.number, 1);
        QCOMPARE(first.model.department, std::string("Risk"));
        const auto asked = ada().promote(first);
        QCOMPARE(asked.name(), std::string("P-1"));
        QVERIFY(asked.state == PromotionState::Waiting && asked.gatesPassed);
        QCOMPARE(asked.standard, std::string("built-in"));
        // Bo sees it in his own process, and decides.
        QVERIFY(bo().service->resolvePromotion("p-1").state == PromotionState::Waiting);
        const auto decided = bo().approve(asked);
        QVERIFY(decided.state == PromotionState::Approved);
        QCOMPARE(bo().service->resolve("sentiment@production").version.number, 1);
        const auto second = fixture().addVersion("good 2");
        fixture().bringToProduction(second);
        const auto state = ada().service->state();
        QVERIFY(state->version(first.version.id).stage == Stage::Archived); // swapped in one transaction
        QCOMPARE(ada().service->resolve("Sentiment").version.number, 2);    // production, by name alone
        ada().service->recordPredictions(second, "production", 3);
        requireWhole();
    }

    void stagingTakesNoApproval()
    {
        const auto version = fixture().addVersion("good");
        QVERIFY(ada().promote(version, Stage::Staging).state == PromotionState::Approved);
        QCOMPARE(ada().service->resolve("sentiment@staging").version.number, 1);
        QCOMPARE(kindOf([&] { ada().promote(version, Stage::Staging); }), "exists");
        QCOMPARE(kindOf([&] {
                     ada().service->promote(version.version.id, Stage::Production, " ", {}, ada().progress);
                 }),
                 "invalid_argument");
        requireWhole();
    }

    void nobodyDecidesOnAnOwnRequest()
    {
        // Ada is an admin, and the root at that.
        const auto asked = ada().promote(fixture().addVersion("good"));
        QCOMPARE(kindOf([&] { ada().approve(asked); }), "own_request");
        QCOMPARE(kindOf([&] { ada().service->reject(asked.id, "no"); }), "own_request");
        // An engineer is told the same first, whatever else is missing.
        Person& eve = fixture().enrol("Eve", "Risk", {Role::Engineer});
        const auto own = eve.promote(fixture().addVersion("good 2"));
        QCOMPARE(kindOf([&] { eve.approve(own); }), "own_request");
        QCOMPARE(kindOf([&] { eve.approve(asked); }), "not_reviewer");
        requireWhole();
    }

    void onlyEngineersAsk()
    {
        const auto version = fixture().addVersion("good");
        QCOMPARE(kindOf([&] { bo().promote(version); }), "not_allowed");
        QCOMPARE(kindOf([&] { bo().service->registerRun(fixture().addRun("x"), "mine", ""); }),
                 "not_allowed");
    }

    void aRevokedReviewerIsRefused()
    {
        const auto asked = ada().promote(fixture().addVersion("good"));
        identity::MemberService(ada().workspace()).revoke(bo().local.member->id, "left");
        QCOMPARE(kindOf([&] { bo().approve(asked); }), "revoked_key");
        bo().open(fixture().folder);
        QCOMPARE(kindOf([&] { bo().approve(asked); }), "revoked_key");
        requireWhole();
    }

    void aDecisionIsMadeOnce()
    {
        const auto asked = ada().promote(fixture().addVersion("good"));
        QCOMPARE(kindOf([&] { bo().service->reject(asked.id, ""); }), "invalid_argument");
        QVERIFY(bo().service->reject(asked.id, "too few rows").state == PromotionState::Rejected);
        QCOMPARE(kindOf([&] { bo().approve(asked); }), "already_decided");
        QCOMPARE(kindOf([&] { ada().service->withdraw(asked.id); }), "already_decided");
        const auto again = ada().promote(ada().service->resolve("sentiment@1"));
        QVERIFY(ada().service->withdraw(again.id).state == PromotionState::Withdrawn);
        QCOMPARE(kindOf([&] { bo().approve(again); }), "already_decided");
        requireWhole();
    }

    void twoReviewersInTheSameMoment()
    {
        Person& cy = fixture().enrol("Cy", "Risk", {Role::Reviewer});
        const auto asked = ada().promote(fixture().addVersion("good"));
        std::string kinds[2];
        {
            const std::jthread one([&] { kinds[0] = kindOf([&] { bo().approve(asked); }); });
            const std::jthread two([&] { kinds[1] = kindOf([&] { cy.service->reject(asked.id, "no"); }); });
        }
        std::ranges::sort(kinds);
        QCOMPARE(kinds[0], std::string("already_decided"));
        QCOMPARE(kinds[1], std::string("none"));
        requireWhole();
    }

    /// Of all that people do with one request in the same moment, one thing holds.
    void everybodyAtOnce()
    {
        Person& cy = fixture().enrol("Cy", "Risk", {Role::Reviewer});
        const auto first = fixture().addVersion("good 1");
        const auto second = fixture().addVersion("good 2");
        for (int round = 0; round < 5; ++round) {
            const auto asked = ada().promote(round % 2 == 0 ? first : second);
            std::string approved, rejected, withdrawn;
            {
                const std::jthread one([&] { approved = kindOf([&] { bo().approve(asked); }); });
                const std::jthread two(
                    [&] { rejected = kindOf([&] { cy.service->reject(asked.id, "no"); }); });
                const std::jthread three(
                    [&] { withdrawn = kindOf([&] { ada().service->withdraw(asked.id); }); });
            }
            const auto now = bo().service->resolvePromotion(asked.name());
            QCOMPARE(approved == "none", now.state == PromotionState::Approved);
            QCOMPARE(rejected == "none", now.state == PromotionState::Rejected);
            QCOMPARE(withdrawn == "none", now.state == PromotionState::Withdrawn);
            QVERIFY(now.state != PromotionState::Waiting);
            QCOMPARE(now.reviews.size(), std::size_t{now.state == PromotionState::Withdrawn ? 0U : 1U});
            if (now.state != PromotionState::Approved)
                QVERIFY(bo().approve(ada().promote(round % 2 == 0 ? first : second)).state ==
                        PromotionState::Approved);
        }
        requireWhole();
    }

    void aStandardSaysWhoReviews()
    {
        Person& cy = fixture().enrol("Cy", "Legal", {Role::Reviewer});
        Person& di = fixture().enrol("Di", "Risk", {Role::Reviewer, Role::Engineer});
        fixture().publish("", 2, 1, R"(,"departments":["Risk","Service"],"exclude":["trainer"])");
        const auto version = fixture().addVersion("good");
        const auto asked = di.promote(version); // Ada trained it
        QCOMPARE(kindOf([&] { ada().approve(asked); }), "not_reviewer");
        QCOMPARE(kindOf([&] { cy.approve(asked); }), "not_reviewer");
        QVERIFY(bo().approve(asked).state == PromotionState::Waiting); // one of two
        QCOMPARE(kindOf([&] { bo().approve(asked); }), "already_decided");
        Person& eve = fixture().enrol("Eve", "Risk", {Role::Admin});
        QVERIFY(eve.approve(asked).state == PromotionState::Approved);
        requireWhole();
    }

    void gatesAreComputedThereAndThen()
    {
        fixture().publish(
            R"({"metric":"macro_f1","at_least":0.99},{"metric":"macro_f1","not_below_production_by":0.01},
            {"metric":"lowest_class_f1","at_least":0.9,"min_support":5},{"test_rows":{"at_least":40}},{"leakage":{"at_most":0}})");
        const auto good = fixture().addVersion("good");
        const auto passed = ada().promote(good);
        QVERIFY2(passed.gatesPassed, passed.evidence.dump(1).c_str());
        QVERIFY(passed.evidence.at("test").at("rows").get<int>() >= 40);
        bo().approve(passed);
        const auto poor = fixture().addVersion("poor");
        const auto failed = ada().promote(poor);
        QVERIFY(!failed.gatesPassed);                     // the request stands
        QVERIFY(!failed.evidence.at("cautions").empty()); // a class fell
        QCOMPARE(failed.evidence.at("incumbent").at("version").get<std::string>(),
                 good.version.id.toString());
        const auto error = errorOf([&] { bo().approve(failed); });
        QVERIFY(error && error->kind() == "gate_failed");
        requireWhole();
    }

    void aGateThatIsNoNumberFails()
    {
        fixture().publish(R"({"metric":"accuracy","at_least":0.1})");
        const auto asked = ada().promote(fixture().addVersion("nan"));
        QVERIFY(!asked.gatesPassed);
        QVERIFY(asked.evidence.at("gates")[0].at("why").get<std::string>().find("NaN") != std::string::npos);
        QCOMPARE(kindOf([&] { bo().approve(asked); }), "gate_failed");
        requireWhole();
    }

    void dataOrModelThatIsGoneFailsTheGate()
    {
        fixture().publish(R"({"metric":"macro_f1","not_below_production_by":0.01})");
        const auto first = fixture().addVersion("good 1");
        fixture().bringToProduction(first);
        // The model in production cannot be read any more.
        const auto& objects = ada().workspace().objects();
        const auto file = objects.path(first.version.files.begin()->second.hash);
        std::filesystem::remove(file);
        const auto without = ada().promote(fixture().addVersion("good 2"));
        QVERIFY(!without.gatesPassed);
        // Nor can the test rows.
        std::filesystem::remove(objects.path(fixture().dataset.objectHash));
        const auto nothing = ada().promote(fixture().addVersion("good 3"));
        QVERIFY(!nothing.gatesPassed);
        QVERIFY(nothing.evidence.at("gates")[0].at("why").get<std::string>().find("gone") !=
                std::string::npos);
    }

    /// Both are scored on the rows of the version that is asked for: those of the other are not needed.
    void dataOfTheVersionInProductionThatIsGone()
    {
        fixture().publish(R"({"metric":"macro_f1","not_below_production_by":0.0})");
        fixture().bringToProduction(fixture().addVersion("poor"));
        const auto old = fixture().dataset;
        fixture().importData("later reviews", 600);
        std::filesystem::remove(ada().workspace().objects().path(old.objectHash));
        const auto asked = ada().promote(fixture().addVersion("good"));
        QVERIFY2(asked.gatesPassed, asked.evidence.dump(1).c_str());
        QCOMPARE(asked.evidence.at("test").at("hash").get<std::string>(), fixture().dataset.contentHash);
        QVERIFY(asked.evidence.at("incumbent").at("scored").get<bool>());
        QVERIFY(bo().approve(asked).state == PromotionState::Approved);
        requireWhole();
    }

    void productionThatMovedMeanwhileTakesNewGates()
    {
        fixture().publish(R"({"metric":"macro_f1","not_below_production_by":0.5})");
        fixture().bringToProduction(fixture().addVersion("good 1"));
        const auto second = ada().promote(fixture().addVersion("good 2"));
        const auto third = ada().promote(fixture().addVersion("good 3"));
        bo().approve(second);
        QCOMPARE(kindOf([&] { bo().approve(third); }), "gate_failed");
        requireWhole();
    }

    void aVersionTrashedUnderReview()
    {
        const auto version = fixture().addVersion("good");
        const auto asked = ada().promote(version);
        ada().service->setTrashed(version.version.id, true);
        QCOMPARE(kindOf([&] { bo().approve(asked); }), "not_found");
        QCOMPARE(kindOf([&] { ada().promote(ada().service->resolve("sentiment@1"), Stage::Staging); }),
                 "not_found");
        ada().service->setTrashed(version.version.id, false);
        QVERIFY(bo().approve(asked).state == PromotionState::Approved);
        QCOMPARE(kindOf([&] { ada().service->setTrashed(version.version.id, true); }), "busy");
        requireWhole();
    }

    void rollingBackIsAPromotion()
    {
        const auto first = fixture().addVersion("good 1");
        QCOMPARE(kindOf([&] { ada().service->rollBack(first.model.id, "x", {}, ada().progress); }),
                 "not_found");
        fixture().bringToProduction(first);
        fixture().bringToProduction(fixture().addVersion("good 2"));
        const auto back = ada().service->rollBack(first.model.id, "refunds are missed", {}, ada().progress);
        QVERIFY(back.rollback && back.version == first.version.id && back.state == PromotionState::Waiting);
        QCOMPARE(kindOf([&] { ada().approve(back); }), "own_request");
        bo().approve(back);
        QCOMPARE(ada().service->resolve("sentiment@production").version.number, 1);
        QCOMPARE(ada().service->resolve("sentiment@2").version.stage, Stage::Archived);
        requireWhole();
    }

    /// The gate against production would keep the better version there that is the reason to go back.
    void aRollbackIsNotHeldAgainstWhatItReplaces()
    {
        const std::string relative = R"({"metric":"macro_f1","not_below_production_by":0.0})";
        fixture().publish(relative + R"(,{"metric":"macro_f1","at_least":0.5})");
        const auto first = fixture().addVersion("poor");
        fixture().bringToProduction(first);
        fixture().bringToProduction(fixture().addVersion("good"));
        const auto asPromotion = ada().promote(first);
        QVERIFY(!asPromotion.gatesPassed); // it is worse
        ada().service->withdraw(asPromotion.id);
        const auto back = ada().service->rollBack(first.model.id, "it offends people", {}, ada().progress);
        QVERIFY2(back.gatesPassed, back.evidence.dump(1).c_str());
        QVERIFY(back.evidence.at("rollback").get<bool>());
        QVERIFY(back.evidence.at("gates")[0].at("why").get<std::string>().find(
                    "not held against a rollback") != std::string::npos);
        QVERIFY(bo().approve(back).state == PromotionState::Approved);
        QCOMPARE(ada().service->resolve("sentiment@production").version.number, 1);
        // All other gates hold for a rollback, too.
        fixture().bringToProduction(ada().service->resolve("sentiment@2"));
        fixture().publish(relative + R"(,{"metric":"macro_f1","at_least":0.999})", 1, 2);
        const auto below = ada().service->rollBack(first.model.id, "again", {}, ada().progress);
        QVERIFY(!below.gatesPassed);
        QCOMPARE(kindOf([&] { bo().approve(below); }), "gate_failed");
        requireWhole();
    }

    void aRollbackIsFromWhatRanWhenItWasAskedFor()
    {
        const auto first = fixture().addVersion("good 1");
        fixture().bringToProduction(first);
        fixture().bringToProduction(fixture().addVersion("good 2"));
        const auto back = ada().service->rollBack(first.model.id, "refunds are missed", {}, ada().progress);
        fixture().bringToProduction(fixture().addVersion("good 3")); // which mends it
        QCOMPARE(kindOf([&] { bo().approve(back); }), "gate_failed");
        requireWhole();
    }

    void theStateIsSharedUntilTheLogGrows()
    {
        const auto version = fixture().addVersion("good");
        const auto before = bo().service->state();
        QCOMPARE(bo().service->state().get(), before.get());
        const auto asked = ada().promote(version);
        const auto after = bo().service->state();
        QVERIFY(after.get() != before.get());
        QVERIFY(before->promotions().empty()); // who holds the old one sees it unchanged
        QVERIFY(after->promotions().contains(asked.id));
        // What did not change is the same object in both.
        QCOMPARE(&after->version(version.version.id), &before->version(version.version.id));
        bo().approve(asked);
        QVERIFY(after->version(version.version.id).stage == Stage::None);
        QVERIFY(bo().service->state()->version(version.version.id).stage == Stage::Production);
    }

    void theStateOnAnyDate()
    {
        testing::ManualClock clock(1'800'000'000'000);
        fixture().bo->open(fixture().folder, clock);
        const auto first = fixture().addVersion("good 1");
        fixture().bringToProduction(first);
        clock.advance(std::chrono::hours(1));
        fixture().bringToProduction(fixture().addVersion("good 2"));
        const auto state = ada().service->state();
        const auto at = [&](std::int64_t minutes) {
            const auto* version = state->inProductionAt(state->model(first.model.id),
                                                        base::UtcTime{1'800'000'000'000 + minutes * 60'000});
            return version ? version->number : 0;
        };
        QCOMPARE(at(-1), 0);
        QCOMPARE(at(1), 1);
        QCOMPARE(at(61), 2);
    }

    void aClockThatIsAnHourWrongChangesNothing()
    {
        testing::ManualClock slow(base::systemClock().now().milliseconds - 3'600'000);
        const auto asked = ada().promote(fixture().addVersion("good"));
        bo().open(fixture().folder, slow); // his events are older than the request that they follow
        QVERIFY(bo().approve(asked).state == PromotionState::Approved);
        requireWhole();
    }

    void standardsAreVersionedByTheirDepartment()
    {
        fixture().publish(R"({"repeatable":true})");
        QCOMPARE(kindOf([&] { fixture().publish("", 1, 1); }), "exists");
        QCOMPARE(kindOf([&] { fixture().publish("", 1, 3); }), "exists");
        QCOMPARE(kindOf([&] {
                     bo().service->publish(R"({"name":"x","version":1,"production":{"approvals":1}})");
                 }),
                 "not_allowed");
        Person& eve = fixture().enrol("Eve", "Service", {Role::Admin});
        const char* forRisk =
            R"({"name":"r","version":1,"applies_to":{"department":"Risk"},"production":{"approvals":1}})";
        QCOMPARE(kindOf([&] { eve.service->publish(forRisk); }), "not_allowed");
        QCOMPARE(kindOf([&] { ada().service->publish(forRisk); }), "none");
        const auto state = ada().service->state();
        const auto version = fixture().addVersion("good");
        QCOMPARE(ada().service->state()->standardFor(version.model).standard.name, std::string("r"));
        // A dry run on what is at hand; nothing is recorded.
        const auto events = ada().workspace().eventCount();
        const auto checks = ada().service->check(
            R"({"name":"t","version":1,"production":{"approvals":1,"gates":[{"test_rows":{"at_least":41}}]}})",
            {}, ada().progress);
        QCOMPARE(checks.size(), std::size_t{2});
        QCOMPARE(checks[1].gates.size(), std::size_t{1});
        QVERIFY(!checks[1].gates[0].passed);
        QCOMPARE(ada().workspace().eventCount(), events);
        requireWhole();
    }

    void aTrialScoresOnceAndADecisionAnew()
    {
        const auto asked = ada().promote(fixture().addVersion("good"));
        bo().approve(asked);
        const auto second = fixture().addVersion("good 2");
        ada().promote(second, Stage::Staging);
        auto& made = ada().engine->predictors;
        int before = made;
        const auto tryFor = [&](const std::string& least) {
            return ada().service->check(
                R"({"name":"t","version":1,"production":{"approvals":1,"gates":[{"metric":"macro_f1","at_least":)" +
                    least + "}]}}",
                {}, ada().progress);
        };
        QVERIFY(tryFor("0.5")[1].gates[0].passed);
        QCOMPARE(made - before, 2); // the version, and the one in production
        QVERIFY(tryFor("0.6")[1].gates[0].passed);
        QCOMPARE(made - before, 2);
        before = made;
        ada().promote(second);
        QCOMPARE(made - before, 2);
        requireWhole();
    }

    void aliasesCardsAndNames()
    {
        const auto version = fixture().addVersion("good");
        ada().service->setAlias(version.model.id, "champion", 1);
        QCOMPARE(ada().service->resolve("sentiment@champion").version.number, 1);
        QCOMPARE(kindOf([&] { ada().service->setAlias(version.model.id, "production", 1); }),
                 "invalid_argument");
        QCOMPARE(kindOf([&] { ada().service->setAlias(version.model.id, "x", 9); }), "not_found");
        ada().service->removeAlias(version.model.id, "champion");
        QCOMPARE(kindOf([&] { ada().service->resolve("sentiment@champion"); }), "not_found");
        QCOMPARE(kindOf([&] { ada().service->registerRun(fixture().addRun("z"), "R-12", ""); }),
                 "invalid_argument");
        ada().service->describe(version.model.id, "Routing of complaints.", "English alone.");
        const auto card = registry::modelCard(*ada().service->state(), version.version,
                                              [](const std::string&) { return std::string("Ada"); });
        for (const char* part : {"# sentiment version 1", "Routing of complaints.", "English alone.",
                                 "R-1, started by Ada", "reviews version 1", "macro_f1 | 0.9"})
            QVERIFY2(card.find(part) != std::string::npos, part);
        requireWhole();
    }
};

QTEST_GUILESS_MAIN(TestPromotion)
#include "tst_promotion.moc"
