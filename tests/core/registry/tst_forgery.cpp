// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry_fixture.h"
#include "support/error_of.h"

#include "identity/acknowledgement.h"

#include <QTest>
#include <SQLiteCpp/Statement.h>

#include <map>

using namespace lepton;
using identity::Role;
using registry::PromotionState;
using registry::Stage;
using testing::has;
using testing::kindOf;
using testing::Person;
using testing::RegistryFixture;
using testing::shown;

/// Against somebody who may write every byte of the folder, and who may be a member with a program that keeps
/// no rules.
class TestForgery : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RegistryFixture> m_fixture;

    RegistryFixture& fixture() { return *m_fixture; }
    Person& ada() { return *m_fixture->ada; }
    Person& bo() { return *m_fixture->bo; }

    nlohmann::json reviewOf(const registry::PromotionRecord& promotion)
    {
        const auto state = ada().service->state();
        const auto& version = state->version(promotion.version);
        return {{"promotion", promotion.name()},
                {"version", version.id.toString()},
                {"object_hash", version.hash},
                {"standard", {{"name", promotion.standard}, {"version", promotion.standardVersion}}},
                {"evidence_hash", promotion.evidenceHash},
                {"comment", "fine"}};
    }
    nlohmann::json decisionOf(const registry::PromotionRecord& promotion)
    {
        const auto state = ada().service->state();
        const auto& version = state->version(promotion.version);
        return {{"outcome", "approved"},
                {"version", version.id.toString()},
                {"object_hash", version.hash},
                {"archived", ""}};
    }
    /// The audit finds @p kind at the newest event, which changed nothing, and others can still decide.
    void requireFound(const char* kind)
    {
        const std::int64_t forged = ada().workspace().eventCount();
        const auto result = fixture().verify();
        QVERIFY(!result.ok && result.whole);
        QCOMPARE(result.problems.size(), std::size_t{1});
        QCOMPARE(result.problems.front().event, forged);
        QVERIFY2(result.problems.front().kind == kind, shown(result).c_str());
        const auto good = fixture().addVersion("good of another model", "another");
        Person& zoe = fixture().enrol("Zoe", "Risk", {Role::Reviewer});
        QVERIFY(zoe.approve(ada().promote(good)).state == PromotionState::Approved);
        // The problem stays, and does not grow.
        QCOMPARE(fixture().verify().problems.size(), std::size_t{1});
        QCOMPARE(ada().user.pins.head(fixture().folder)->seq, ada().workspace().eventCount());
    }
    void requireWaiting(const registry::PromotionRecord& asked)
    {
        const auto now = bo().service->resolvePromotion(asked.name());
        QVERIFY(now.state == PromotionState::Waiting && now.reviews.empty());
        QVERIFY(bo().service->state()->version(asked.version).stage == Stage::None);
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<RegistryFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void anOwnRequestApprovedByAnotherProgram()
    {
        const auto asked = ada().promote(fixture().addVersion("good"));
        fixture().forge(ada(), {"promotion.approved", asked.id.toString(), reviewOf(asked)});
        requireFound("own_request");
        requireWaiting(asked);
    }

    void anApprovalBySomebodyWithoutTheRole()
    {
        Person& eve = fixture().enrol("Eve", "Risk", {Role::Engineer});
        const auto asked = ada().promote(fixture().addVersion("good"));
        fixture().forge(eve, {"promotion.approved", asked.id.toString(), reviewOf(asked)});
        requireFound("not_reviewer");
        requireWaiting(asked);
    }

    void anApprovalWithARevokedKey()
    {
        const auto asked = ada().promote(fixture().addVersion("good"));
        const auto detail = reviewOf(asked);
        identity::MemberService(ada().workspace()).revoke(bo().local.member->id, "left");
        // His program was open before, and does not ask.
        fixture().forge(bo(), {"promotion.approved", asked.id.toString(), detail});
        requireFound("revoked_key");
        requireWaiting(asked);
    }

    void anApprovalReplayedOnAnotherVersion()
    {
        const auto first = ada().promote(fixture().addVersion("good 1"));
        const auto detail = reviewOf(first);
        bo().approve(first);
        const auto second = ada().promote(fixture().addVersion("good 2"));
        // What Bo signed for the first, said again about the second.
        fixture().forge(bo(), {"promotion.approved", second.id.toString(), detail});
        requireFound("bad_event");
        requireWaiting(second);
    }

    void anApprovalOfOtherEvidence()
    {
        const auto asked = ada().promote(fixture().addVersion("good"));
        auto detail = reviewOf(asked);
        detail["evidence_hash"] = std::string(64, '0');
        fixture().forge(bo(), {"promotion.approved", asked.id.toString(), detail});
        requireFound("bad_event");
        requireWaiting(asked);
    }

    void aDecisionThatNobodyReviewed()
    {
        const auto asked = ada().promote(fixture().addVersion("good"));
        fixture().forge(ada(), {"promotion.decided", asked.id.toString(), decisionOf(asked)});
        requireFound("not_allowed");
        requireWaiting(asked);
    }

    /// Somebody without a right writes what would give it, or stop everyone else.
    void aJunkEventStopsNobody_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("problem");
        QTest::newRow("a role") << "role.given"
                                << "not_allowed";
        QTest::newRow("a revocation") << "member.revoked"
                                      << "not_allowed";
        QTest::newRow("a standard") << "standard.published"
                                    << "not_allowed";
        QTest::newRow("a decision about nothing") << "promotion.decided"
                                                  << "bad_event";
        QTest::newRow("a run that is nobody's") << "run.completed"
                                                << "bad_event";
        QTest::newRow("a base model without a hash") << "basemodel.imported"
                                                     << "bad_event";
    }

    void aJunkEventStopsNobody()
    {
        QFETCH(QString, kind);
        QFETCH(QString, problem);
        Person& eve = fixture().enrol("Eve", "Risk", {Role::Analyst});
        fixture().forge(eve, {kind.toStdString(), ada().local.member->id.toString(), {{"role", "admin"}}});
        requireFound(problem.toUtf8().constData());
        QCOMPARE(
            kindOf([&] {
                identity::MemberService(eve.workspace()).changeRoles(eve.local.member->id, {Role::Admin}, {});
            }),
            "not_allowed");
        identity::MemberService(ada().workspace()).changeRoles(eve.local.member->id, {Role::Reviewer}, {});
    }

    void aRefusedEventIsAcknowledgedByAnotherAdmin()
    {
        const auto asked = ada().promote(fixture().addVersion("good"));
        fixture().forge(ada(), {"promotion.approved", asked.id.toString(), reviewOf(asked)});
        const std::int64_t forged = ada().workspace().eventCount();
        Person& di = fixture().enrol("Di", "Risk", {Role::Admin});
        const auto acknowledge = [&](Person& who, std::int64_t event) {
            return kindOf([&] {
                identity::acknowledge(who.workspace(), fixture().verify(), {event}, "a slip of a script");
            });
        };
        QCOMPARE(acknowledge(ada(), forged), "own_request");
        QCOMPARE(acknowledge(bo(), forged), "not_allowed");
        QCOMPARE(acknowledge(di, forged - 1), "not_found");
        // Nor by a program that does not ask.
        const auto events = ada().workspace().events(forged - 1, 1);
        fixture().forge(
            ada(),
            {"audit.acknowledged", "x", {{"events", {{{"event", forged}, {"hash", events.front().hash}}}}}});
        QCOMPARE(fixture().verify().problems.size(), std::size_t{1});
        QCOMPARE(acknowledge(di, forged), "none");
        const auto result = fixture().verify(true);
        QVERIFY2(result.ok && result.whole, shown(result).c_str());
        QCOMPARE(result.acknowledged.size(), std::size_t{1});
        QCOMPARE(result.acknowledged.front().event, forged);
        requireWaiting(asked);
    }

    /// The rows that gates are computed on, and the files of a run, are those that were said first.
    void factsThatAreSaidAgain()
    {
        fixture().publish(R"({"metric":"macro_f1","at_least":0.999})");
        const auto version = fixture().addVersion("poor");
        const auto hard = fixture().dataset;
        fixture().importData("easy", 40);
        Person& eve = fixture().enrol("Eve", "Risk", {Role::Engineer});
        fixture().forge(eve, {"dataset.imported",
                              hard.dataset.toString(),
                              {{"name", "reviews"},
                               {"version", hard.number},
                               {"version_id", hard.id.toString()},
                               {"content_hash", hard.contentHash},
                               {"object_hash", fixture().dataset.objectHash}}});
        QVERIFY(!ada().promote(version).gatesPassed);
        const auto result = fixture().verify();
        QVERIFY2(has(result, "bad_event") && result.whole, shown(result).c_str());
        // A run of Ada's that somebody else says has ended with another model.
        const auto run = fixture().addRun("good");
        const auto other = version.version.files.begin()->second;
        fixture().forge(eve, {"run.completed",
                              run.id.toString(),
                              {{"metrics", nlohmann::json::object()},
                               {"artifacts",
                                {{{"kind", "model"},
                                  {"name", "model.safetensors"},
                                  {"hash", other.hash},
                                  {"bytes", other.bytes}}}}}});
        QVERIFY(ada().service->registerRun(run, "sentiment", "").version.files.begin()->second.hash !=
                other.hash);
    }

    /// Whoever trained says what it was trained and tested on; the reviewer reads what was imported.
    void aRunThatGivesItsDataAnotherName()
    {
        const auto known = fixture().dataset;
        fixture().importData("easy", 40);
        const auto easy = fixture().dataset;
        const auto start = [&](const std::string& name, int number, const std::string& hash) {
            const auto run = train::RunId::generate().toString();
            fixture().forge(ada(), {"run.started",
                                    run,
                                    {{"run", "R-9"},
                                     {"dataset_version", easy.id.toString()},
                                     {"dataset_name", name},
                                     {"version", number},
                                     {"dataset_hash", hash},
                                     {"base_model", "x"},
                                     {"base_model_name", "tiny"},
                                     {"base_model_hash", std::string(64, 'b')},
                                     {"recipe", nlohmann::json::object()},
                                     {"recipe_hash", std::string(64, 'c')}}});
            return run;
        };
        const auto renamed = start("reviews", easy.number, easy.contentHash);
        QCOMPARE(ada().service->state()->run(renamed)->datasetName, std::string("easy"));
        QVERIFY2(fixture().verify().ok, shown(fixture().verify()).c_str());
        const auto other = start("reviews", known.number, known.contentHash);
        QVERIFY(!ada().service->state()->run(other));
        const auto result = fixture().verify();
        QVERIFY2(has(result, "bad_event") && result.whole, shown(result).c_str());
    }

    /// A program was killed after it had told of the end of a run: who resumes it changes nothing of it.
    void aRunResumedAfterItsEnd()
    {
        const auto run = fixture().addRun("good");
        const auto id = run.id.toString();
        Person& eve = fixture().enrol("Eve", "Risk", {Role::Engineer});
        fixture().forge(eve, {"run.resumed", id, {{"run", run.name()}, {"from_step", 0}}});
        QVERIFY2(fixture().verify().ok, shown(fixture().verify()).c_str());
        fixture().forge(eve,
                        {"run.completed",
                         id,
                         {{"metrics", {{"test/macro_f1", 1.0}}}, {"artifacts", nlohmann::json::array()}}});
        const auto* facts = ada().service->state()->run(id);
        QVERIFY(facts->worker == facts->trainer && facts->files.size() == 1);
        QCOMPARE(facts->metrics.at("test/macro_f1").get<double>(), 0.9);
        const auto result = fixture().verify();
        QVERIFY2(has(result, "bad_event") && result.whole, shown(result).c_str());
    }

    void halfOfAModel()
    {
        const auto version = fixture().addVersion("good model");
        const auto asked = ada().promote(version);
        const auto file = ada().workspace().objects().path(version.version.files.begin()->second.hash);
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        std::filesystem::resize_file(file, 4);
        QVERIFY2(has(fixture().verify(), "bad_object"), shown(fixture().verify()).c_str());
        QCOMPARE(kindOf([&] { bo().approve(asked); }), "damaged");
        QVERIFY(bo().service->resolvePromotion(asked.name()).reviews.empty());
    }

    void aVersionThatItsRunDidNotMake()
    {
        const auto good = fixture().addVersion("good");
        const auto run = fixture().addRun("another");
        const auto id = registry::ModelVersionId::generate();
        nlohmann::json files{
            {"model.safetensors", {{"hash", good.version.files.begin()->second.hash}, {"bytes", 4}}}};
        fixture().forge(ada(), {"model.version_added",
                                id.toString(),
                                {{"model", good.model.id.toString()},
                                 {"number", 2},
                                 {"run", run.id.toString()},
                                 {"hash", good.version.hash},
                                 {"files", files},
                                 {"max_length", 128},
                                 {"labels", {"negative", "positive"}},
                                 {"source", "R-2"}}});
        requireFound("bad_event");
        QCOMPARE(kindOf([&] { bo().service->resolve("sentiment@2"); }), "not_found");
    }

    void tables_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("a stage") << "UPDATE model_version SET stage = 'production' WHERE number = 2";
        QTest::newRow("a hash") << "UPDATE model_version SET hash = 'x' WHERE number = 1";
        QTest::newRow("a version") << "DELETE FROM model_version WHERE number = 2";
        QTest::newRow("a promotion") << "UPDATE promotion SET state = 'approved' WHERE number = 2";
        QTest::newRow("who asked") << "UPDATE promotion SET requester = (SELECT id FROM member WHERE name = "
                                      "'Bo') WHERE number = 2";
        QTest::newRow("what was asked for")
            << "UPDATE promotion SET version = (SELECT version FROM promotion WHERE number = 1) "
               "WHERE number = 2";
        QTest::newRow("who approved") << "UPDATE review SET reviewer = (SELECT id FROM member WHERE name = "
                                         "'Ada')";
        QTest::newRow("evidence") << "UPDATE promotion SET evidence = '{}' WHERE number = 1";
        QTest::newRow("a review")
            << "INSERT INTO review SELECT promotion, 'x', verdict, comment, created, event FROM review";
        QTest::newRow("a comment") << "UPDATE review SET comment = 'never'";
        QTest::newRow("an alias") << "UPDATE alias SET number = 2";
        QTest::newRow("a standard") << "UPDATE standard SET body = '{}'";
        QTest::newRow("a model") << "UPDATE model SET department = 'Service'";
        QTest::newRow("a role") << "INSERT INTO role SELECT id, 'admin' FROM member WHERE name = 'Bo'";
    }

    void tables()
    {
        QFETCH(QString, sql);
        fixture().publish("");
        const auto first = fixture().addVersion("good 1");
        fixture().bringToProduction(first);
        ada().service->setAlias(first.model.id, "champion", 1);
        const auto asked = ada().promote(fixture().addVersion("good 2"));
        QVERIFY2(fixture().verify().ok, shown(fixture().verify()).c_str());
        fixture().tamper(sql.toStdString());
        const auto result = fixture().verify();
        QVERIFY2(has(result, "projection"), shown(result).c_str());
        // What is decided and served goes by the events.
        QCOMPARE(bo().service->resolve("sentiment@production").version.number, 1);
        QCOMPARE(kindOf([&] { ada().approve(asked); }), "own_request");
        // A later event does not cover it up.
        ada().service->describe(first.model.id, "for tests", "");
        QVERIFY(has(fixture().verify(), "projection") || sql.contains("UPDATE model SET"));
    }

    void events_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("kind");
        const QString approval = "(SELECT seq FROM event WHERE kind = 'promotion.approved')";
        QTest::newRow("moved to another promotion")
            << "UPDATE event SET object = (SELECT id FROM promotion WHERE number = 2) WHERE seq = " + approval
            << "bad_hash";
        QTest::newRow("given to another author")
            << "UPDATE event SET member = (SELECT id FROM member WHERE name = 'Ada') WHERE seq = " + approval
            << "bad_hash";
        QTest::newRow("replayed at the end")
            << "INSERT INTO event SELECT (SELECT max(seq) + 1 FROM event), lower(hex(randomblob(4))) || "
               "'-0000-7000-8000-000000000000', time, member, key, kind, object, detail, (SELECT hash FROM "
               "event "
               "ORDER BY seq DESC LIMIT 1), hash || '', signature FROM event WHERE seq = " +
                   approval
            << "bad_hash";
        QTest::newRow("deleted") << "DELETE FROM event WHERE seq = " + approval << "missing_event";
        QTest::newRow("the request deleted")
            << "DELETE FROM event WHERE kind = 'promotion.requested' AND seq < " + approval
            << "missing_event";
        QTest::newRow("its signature taken away")
            << "UPDATE event SET signature = '' WHERE seq = " + approval << "unsigned";
        QTest::newRow("the revocation of a member deleted")
            << "DELETE FROM event WHERE kind = 'member.revoked'"
            << "missing_event";
    }

    /// Without --full: what was verified once is not believed to be unchanged.
    void events()
    {
        QFETCH(QString, sql);
        QFETCH(QString, kind);
        Person& eve = fixture().enrol("Eve", "Risk", {Role::Reviewer});
        fixture().bringToProduction(fixture().addVersion("good 1"));
        const auto asked = ada().promote(fixture().addVersion("good 2"));
        identity::MemberService(ada().workspace()).revoke(eve.local.member->id, "left");
        ada().service->describe(ada().service->resolveModel("sentiment").id, "x", "");
        QVERIFY2(fixture().verify().ok, shown(fixture().verify()).c_str());
        fixture().tamper(sql.toStdString());
        const auto result = fixture().verify();
        QVERIFY2(has(result, kind.toStdString()), shown(result).c_str());
        QCOMPARE(kindOf([&] {
                     Person anew("Bo", bo().user);
                     anew.open(fixture().folder);
                     anew.approve(asked);
                 }),
                 "damaged");
    }

    void aMemberEnrolledLaterWithABackDatedEvent()
    {
        const auto asked = ada().promote(fixture().addVersion("good"));
        const auto detail = reviewOf(asked);
        Person& eve = fixture().enrol("Eve", "Risk", {Role::Reviewer});
        fixture().forge(eve, {"promotion.approved", asked.id.toString(), detail});
        // Her approval is put before her enrolment, with a hash and a signature of her own.
        const auto events = ada().workspace().events(0, 1000);
        const auto enrolled = std::ranges::find_if(events, [](const store::Event& event) {
            return event.kind == "member.added" && event.detail.find("Eve") != std::string::npos;
        });
        store::Event forged = events.back();
        forged.seq = enrolled->seq;
        forged.prev = enrolled->prev;
        forged.time = base::UtcTime{enrolled->time.milliseconds - 1000};
        const auto hash = store::eventHash(ada().workspace().info().id, forged);
        forged.hash = base::toHex(hash);
        forged.signature = base::toHex(eve.workspace().signer()->sign(hash));
        SQLite::Database database((fixture().folder / "catalog.db").string(), SQLite::OPEN_READWRITE, 5000);
        database.exec("DELETE FROM event WHERE seq >= " + std::to_string(forged.seq));
        SQLite::Statement insert(database, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, forged.seq);
        insert.bind(2, forged.id.toString());
        insert.bind(3, forged.time.milliseconds);
        insert.bind(4, forged.member.toString());
        insert.bind(5, forged.key);
        insert.bind(6, forged.kind);
        insert.bind(7, forged.object);
        insert.bind(8, forged.detail);
        insert.bind(9, forged.prev);
        insert.bind(10, forged.hash);
        insert.bind(11, forged.signature);
        insert.exec();
        QVERIFY2(has(fixture().verify(), "unknown_key"), shown(fixture().verify()).c_str());
    }

    /// Everything is written again under the same id, and signed, with keys of somebody else.
    void aLogSignedAnewUnderAnotherRoot()
    {
        fixture().bringToProduction(fixture().addVersion("good"));
        QVERIFY(fixture().verify().ok);
        const std::string root = ada().local.root;
        const auto workspace = ada().workspace().info().id;
        std::map<std::string, identity::KeyPair> forged;
        for (Person* person : {&ada(), &bo()})
            forged.emplace(person->local.member->key, identity::KeyPair::generate());
        {
            auto events = ada().workspace().events(0, 1000);
            SQLite::Database database((fixture().folder / "catalog.db").string(), SQLite::OPEN_READWRITE,
                                      5000);
            database.exec("BEGIN");
            std::string prev;
            for (store::Event& event : events) {
                const identity::KeyPair& author = forged.at(event.key);
                for (const auto& [key, pair] : forged) {
                    for (std::string* part : {&event.key, &event.detail}) {
                        if (const auto at = part->find(key); at != std::string::npos)
                            part->replace(at, key.size(), pair.publicKey());
                    }
                    database.exec("UPDATE member SET key = '" + pair.publicKey() + "' WHERE key = '" + key +
                                  "'");
                }
                event.prev = prev;
                const auto hash = store::eventHash(workspace, event);
                event.hash = prev = base::toHex(hash);
                SQLite::Statement update(
                    database,
                    "UPDATE event SET key = ?, detail = ?, prev = ?, hash = ?, signature = ? WHERE seq = ?");
                update.bind(1, event.key);
                update.bind(2, event.detail);
                update.bind(3, event.prev);
                update.bind(4, event.hash);
                update.bind(5, base::toHex(author.sign(hash)));
                update.bind(6, event.seq);
                update.exec();
            }
            database.exec("COMMIT");
        }
        const auto result = fixture().verify();
        QVERIFY2(has(result, "untrusted") && has(result, "rolled_back") && !result.pinned,
                 shown(result).c_str());
        QVERIFY(result.root != root);
        Person anew("Bo", bo().user);
        const auto error = testing::errorOf([&] { anew.open(fixture().folder); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("untrusted"));
        QVERIFY(error->message().find(root) != std::string::npos);
        // Nor does a program decide that was open meanwhile.
        QCOMPARE(kindOf([&] { bo().service->state(); }), "rolled_back");
        // It is a log like any other for a machine that has never seen the workspace: an admin tells the
        // root.
        identity::PinStore elsewhere(fixture().folder.parent_path() / "elsewhere.json");
        base::Progress progress;
        QVERIFY(identity::verify(ada().workspace(), elsewhere, {}, progress).ok);
    }

    void anOlderCatalogPutBackWhileItIsOpen()
    {
        const auto asked = ada().promote(fixture().addVersion("good"));
        const auto events = ada().workspace().eventCount();
        bo().service->reject(asked.id, "no");
        ada().service->state(); // she has seen it
        QVERIFY(fixture().verify().ok);
        // As if he had never said so.
        fixture().tamper("DELETE FROM event WHERE seq > " + std::to_string(events) +
                         "; UPDATE promotion SET state = 'waiting', decided = 0, decided_event = 0; "
                         "DELETE FROM review");
        QCOMPARE(kindOf([&] { bo().approve(asked); }), "rolled_back");
        QCOMPARE(kindOf([&] { ada().service->withdraw(asked.id); }), "rolled_back");
        QVERIFY2(has(fixture().verify(), "rolled_back"), shown(fixture().verify()).c_str());
    }

    /// A program that has proven the log goes by what it proved, and yet tells of it once it looks again.
    void anEventChangedBelowTheHeadWhileItIsOpen()
    {
        const auto asked = ada().promote(fixture().addVersion("good"));
        const std::string event = std::to_string(asked.event);
        QVERIFY(bo().service->resolvePromotion("P-1").reason == "because");
        fixture().tamper("UPDATE event SET detail = replace(detail, 'because', 'no matter') WHERE seq = " +
                         event);
        QVERIFY(bo().service->resolvePromotion("P-1").reason == "because");
        const auto found = testing::errorOf([&] { bo().service->proveAgain({}); });
        QVERIFY(found);
        QCOMPARE(found->kind(), std::string_view("damaged"));
        QVERIFY2(found->message().find("Event " + event) != std::string::npos, found->what());
        QCOMPARE(kindOf([&] { bo().service->state(); }), "damaged");
        QCOMPARE(kindOf([&] { bo().approve(asked); }), "damaged");
        // The true catalog is put back.
        fixture().tamper("UPDATE event SET detail = replace(detail, 'no matter', 'because') WHERE seq = " +
                         event);
        QVERIFY(bo().approve(asked).state == PromotionState::Approved);
        bo().service->proveAgain({});
    }

    void oneBitOfAModel()
    {
        const auto version = fixture().addVersion("good model");
        const auto asked = ada().promote(version);
        QVERIFY(fixture().verify().ok);
        const auto file = ada().workspace().objects().path(version.version.files.begin()->second.hash);
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        {
            std::FILE* stream = std::fopen(file.c_str(), "r+b");
            QVERIFY(stream);
            std::fputc('g' ^ 1, stream);
            std::fclose(stream);
        }
        const auto result = fixture().verify();
        QVERIFY2(has(result, "bad_object"), shown(result).c_str());
        QCOMPARE(result.problems.front().event, asked.event);
        QCOMPARE(kindOf([&] { bo().approve(asked); }), "damaged");
        QCOMPARE(kindOf([&] { ada().service->predictor(version.version); }), "damaged");
    }

    void anotherTestSetPutInPlace()
    {
        fixture().publish(R"({"metric":"macro_f1","at_least":0.999})");
        const auto version = fixture().addVersion("poor");
        const auto hard = fixture().dataset;
        fixture().importData("easy", 40); // has no 7 in its test rows, or fewer
        fixture().tamper("UPDATE dataset_version SET object_hash = '" + fixture().dataset.objectHash +
                         "' WHERE id = '" + hard.id.toString() + "'");
        QVERIFY(!ada().promote(version).gatesPassed); // the import's event says which rows
    }

    void checkpoints()
    {
        const auto& info = ada().workspace().info();
        const auto file = fixture().folder.parent_path() / "head.json";
        auto result = fixture().verify();
        identity::writeCheckpoint(file,
                                  identity::makeCheckpoint(info.id, result.root, {result.events, result.head},
                                                           *ada().workspace().signer(), {}));
        const auto old = fixture().folder.parent_path() / "old.db";
        int machines = 0;
        const auto checked = [&](const std::filesystem::path& checkpoint) {
            identity::PinStore elsewhere(fixture().folder.parent_path() /
                                         ("elsewhere" + std::to_string(++machines) + ".json"));
            base::Progress progress;
            return identity::verify(ada().workspace(), elsewhere,
                                    {.full = true, .checkpoint = identity::readCheckpoint(checkpoint)}, {},
                                    progress);
        };
        fixture().addVersion("good");
        QVERIFY(checked(file).ok);
        // A later head, and then an older catalog: a machine that has never seen it notices by the file.
        result = fixture().verify();
        const auto later = fixture().folder.parent_path() / "later.json";
        identity::writeCheckpoint(later,
                                  identity::makeCheckpoint(info.id, result.root, {result.events, result.head},
                                                           *ada().workspace().signer(), {}));
        fixture().tamper("DELETE FROM event WHERE seq > " + std::to_string(result.events - 1));
        QVERIFY(has(checked(later), "rolled_back"));
        QVERIFY(!has(checked(file), "rolled_back"));
        // A checkpoint that was changed, or that a stranger signed.
        auto forged = identity::readCheckpoint(later);
        forged.head.seq = 3;
        identity::writeCheckpoint(old, forged);
        QVERIFY(has(checked(old), "bad_signature"));
        const identity::LocalIdentity stranger(base::MemberId::generate(), identity::KeyPair::generate());
        const auto strange = fixture().folder.parent_path() / "strange.json";
        identity::writeCheckpoint(strange,
                                  identity::makeCheckpoint(info.id, result.root, {3, "x"}, stranger, {}));
        QVERIFY(has(checked(strange), "unknown_key"));
    }
};

QTEST_GUILESS_MAIN(TestForgery)
#include "tst_forgery.moc"
