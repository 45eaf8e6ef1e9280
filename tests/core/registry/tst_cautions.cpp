// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry_fixture.h"
#include "support/error_of.h"

#include "train/model_folder.h"

#include <QTest>

using namespace lepton;
using nlohmann::json;
using registry::PromotionState;
using testing::errorOf;
using testing::Person;
using testing::RegistryFixture;

namespace {

constexpr int rowCount = 60;
constexpr int tested = 12;   ///< the first rows are the new version's test part
constexpr int trainedOn = 7; ///< so many of them trained the version in production
constexpr int validated = 3; ///< and so many chose its best epoch

/// Two ways to part the rows, each by a column.
std::string partedRows()
{
    std::string csv = "text,label,old,new\n";
    for (int i = 0; i < rowCount; ++i) {
        const bool isGood = i % 2 == 0;
        csv += (isGood ? "good film " : "bad film ") + std::to_string(i) +
               (isGood ? ",positive," : ",negative,");
        csv += i < trainedOn || i >= 30 ? "train" : i < trainedOn + validated ? "validation" : "test";
        csv += i < tested ? ",test\n" : i < 20 ? ",validation\n" : ",train\n";
    }
    return csv;
}

std::string cautionsOf(const json& evidence)
{
    std::string text;
    for (const auto& one : evidence.at("cautions"))
        text += one.get<std::string>() + "\n";
    return text;
}

} // namespace

/// What a reviewer is told of the version that a new one is compared with: figures on rows that it was
/// trained on say less than they seem to.
class TestCautions : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RegistryFixture> m_fixture;

    RegistryFixture& fixture() { return *m_fixture; }
    Person& ada() { return *m_fixture->ada; }
    Person& bo() { return *m_fixture->bo; }

    registry::ModelVersion add(const std::string& weights, const std::string& splitColumn)
    {
        return ada().service->registerRun(fixture().addRun(weights, splitColumn), "sentiment", "");
    }
    /// The next version of a model, from a folder: no run tells what it was trained on.
    registry::ModelVersion addImported(const std::string& weights)
    {
        auto& objects = ada().workspace().objects();
        store::ObjectDraft draft = objects.newDraft();
        base::File::create(draft.path()).write(weights);
        const auto object = objects.keep(std::move(draft), {});
        const train::ModelFiles files{{"model.safetensors", object}};
        const auto model = ada().service->resolveModel("sentiment");
        fixture().forge(
            ada(), {"model.version_added",
                    registry::ModelVersionId::generate().toString(),
                    {{"model", model.id.toString()},
                     {"name", model.name},
                     {"number", model.versions.size() + 1},
                     {"run", ""},
                     {"source", "folder"},
                     {"hash", train::modelHash(files)},
                     {"files", {{"model.safetensors", {{"hash", object.hash}, {"bytes", object.bytes}}}}},
                     {"max_length", 0},
                     {"labels", {"negative", "positive"}}}});
        return ada().service->resolve("sentiment@" + std::to_string(model.versions.size() + 1));
    }
    /// What Ada asks for, with the evidence that a program shows that knows less, or says less.
    registry::PromotionRecord askWithout(const registry::PromotionRecord& honest, const std::string& caution)
    {
        json evidence = honest.evidence;
        auto& list = evidence.at("cautions");
        for (std::size_t i = list.size(); i-- > 0;) {
            if (list[i].get<std::string>().find(caution) != std::string::npos)
                list.erase(i);
        }
        ada().service->withdraw(honest.id);
        const auto state = ada().service->state();
        const auto standard = state->standardFor(state->model(state->version(honest.version).model));
        const auto id = registry::PromotionId::generate();
        fixture().forge(ada(), {"promotion.requested",
                                id.toString(),
                                {{"number", state->nextPromotionNumber()},
                                 {"version", honest.version.toString()},
                                 {"object_hash", state->version(honest.version).hash},
                                 {"target", evidence.at("target")},
                                 {"rollback", false},
                                 {"reason", "as before"},
                                 {"standard",
                                  {{"name", standard.standard.name},
                                   {"version", standard.standard.version},
                                   {"hash", standard.hash}}},
                                 {"evidence", evidence},
                                 {"evidence_hash", registry::evidenceHash(evidence)}}});
        return ada().service->resolvePromotion(id.toString());
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<RegistryFixture>();
        fixture().importText("parted", partedRows());
    }
    void cleanup() { m_fixture.reset(); }

    void countsTestRowsThatTheVersionInProductionWasTrainedOn()
    {
        fixture().bringToProduction(add("good 1", "old"));
        const auto asked = ada().promote(add("good 2", "new"));
        const std::string told = cautionsOf(asked.evidence);
        const std::string expected = "Version 1 (in production) was trained on the texts of " +
                                     std::to_string(trainedOn) + " of these test rows";
        QVERIFY2(told.find(expected) != std::string::npos, told.c_str());
        // Bo's program finds the same, so it is signed.
        QVERIFY(bo().approve(asked).state == PromotionState::Approved);
        QVERIFY2(fixture().verify(true).ok, testing::shown(fixture().verify(true)).c_str());
    }

    void saysNothingOfRowsThatItWasNotTrainedOn()
    {
        fixture().bringToProduction(add("good 1", "new"));
        const auto asked = ada().promote(add("good 2", "new"));
        QVERIFY2(cautionsOf(asked.evidence).find("in production") == std::string::npos,
                 cautionsOf(asked.evidence).c_str());
    }

    void saysThatItCannotKnowOfAnImportedOne()
    {
        fixture().bringToProduction(add("good 1", "new"));
        fixture().bringToProduction(addImported("good 2"));
        const auto asked = ada().promote(add("good 3", "new"));
        QVERIFY2(cautionsOf(asked.evidence).find("Version 2 (in production) was imported") !=
                     std::string::npos,
                 cautionsOf(asked.evidence).c_str());
        QVERIFY(bo().approve(asked).state == PromotionState::Approved);
    }

    void saysThatItCannotKnowWhereTheDataIsGone()
    {
        const std::string before = fixture().dataset.objectHash;
        fixture().bringToProduction(add("good 1", "new"));
        fixture().importData("others");
        std::filesystem::remove(ada().workspace().objects().path(before));
        const auto asked = ada().promote(add("good 2", ""));
        QVERIFY2(
            cautionsOf(asked.evidence).find("Version 1 (in production) was trained on data that cannot be") !=
                std::string::npos,
            cautionsOf(asked.evidence).c_str());
        QVERIFY(bo().approve(asked).state == PromotionState::Approved);
    }

    /// Figures that a run says of itself, since nothing can be computed, are not taken for the program's own.
    void saysThatFiguresAreOnlyRecorded()
    {
        fixture().bringToProduction(add("good 1", "new"));
        const auto version = add("good 2", "new");
        std::filesystem::remove(ada().workspace().objects().path(fixture().dataset.objectHash));
        const auto asked = ada().promote(version);
        QVERIFY(!asked.evidence.at("candidate").at("scored").get<bool>());
        QVERIFY2(cautionsOf(asked.evidence).find("those shown are what the runs recorded") !=
                     std::string::npos,
                 cautionsOf(asked.evidence).c_str());
        const auto silent = askWithout(asked, "No figures");
        const auto error = errorOf([&] { bo().approve(silent); });
        QVERIFY(error && std::string(error->message()).find("A caution was left out. No figures") !=
                             std::string::npos);
    }

    void saysThatOnlyTheOtherOneIsRecorded()
    {
        const auto first = add("good 1", "new");
        fixture().bringToProduction(first);
        const auto second = add("good 2", "new");
        std::filesystem::remove(ada().workspace().objects().path(first.version.files.begin()->second.hash));
        const auto asked = ada().promote(second);
        QVERIFY(asked.evidence.at("candidate").at("scored").get<bool>());
        QVERIFY2(cautionsOf(asked.evidence).find("Version 1 (in production) could not be scored") !=
                     std::string::npos,
                 cautionsOf(asked.evidence).c_str());
    }

    /// A request of a program that did not look for this is decided where there is nothing to say, and asked
    /// for again where there is.
    void requestsThatWereMadeBeforeItWasLookedFor()
    {
        fixture().bringToProduction(add("good 1", "old"));
        const auto told = ada().promote(add("good 2", "new"));
        const auto asked = askWithout(told, "in production");
        QVERIFY(asked.state ==
                PromotionState::Waiting); // the log takes it, and its hash is that of what it shows
        const auto error = errorOf([&] { bo().approve(asked); });
        QVERIFY(error);
        QCOMPARE(error->kind(), std::string_view("gate_failed"));
        const std::string said = error->message();
        QVERIFY2(said.find("has to be asked for again") != std::string::npos &&
                     said.find("A caution was left out. Version 1 (in production) was trained on") !=
                         std::string::npos,
                 said.c_str());
        QVERIFY2(fixture().verify(true).ok, testing::shown(fixture().verify(true)).c_str());
        ada().service->withdraw(asked.id);
        QVERIFY(bo().approve(ada().promote(ada().service->resolve("sentiment@2"))).state ==
                PromotionState::Approved);
        const auto quiet = askWithout(ada().promote(add("good 3", "new")), "in production");
        QVERIFY(bo().approve(quiet).state == PromotionState::Approved);
    }
};

QTEST_GUILESS_MAIN(TestCautions)
#include "tst_cautions.moc"
