// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "train/recipe.h"

#include <QFloat16> // a complete type, for nlohmann::json in QCOMPARE
#include <QTest>
#include <nlohmann/json.hpp>

#include <array>
#include <set>

using namespace lepton;
using testing::errorOf;
using train::Recipe;

namespace {

bool says(const std::optional<base::Error>& error, const char* words)
{
    return error && error->kind() == "bad_recipe" && error->message().find(words) != std::string::npos;
}

/// A recipe in which no key has its default.
Recipe unusual()
{
    Recipe recipe;
    recipe.datasetVersion = base::DatasetVersionId::generate();
    recipe.baseModel = train::BaseModelId::generate();
    recipe.textColumn = "Text, \"quoted\"";
    recipe.labelColumn = "情感";
    for (const char* change : {"batch_size=7",
                               "epochs=9",
                               "max_steps=1234",
                               "learning_rate=3.5e-4",
                               "warmup_ratio=0.25",
                               "schedule=cosine",
                               "weight_decay=0.5",
                               "max_grad_norm=0",
                               "gradient_accumulation=3",
                               "max_length=77",
                               "class_weights=a b:2,c:d:0.5",
                               "label_smoothing=0.125",
                               "dropout=0.3",
                               "freeze_layers=2",
                               "metric=mcc",
                               "early_stopping_patience=4",
                               "eval_every=50",
                               "checkpoint_every=0",
                               "precision=bf16",
                               "seed=9223372036854775807",
                               "split_train=0.5",
                               "split_validation=0.3",
                               "split_test=0.2",
                               "split_column=part",
                               "threads=3"})
        set(recipe, change);
    return recipe;
}

} // namespace

class TestRecipe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsAreThoseOfTheDesign()
    {
        const nlohmann::json expected = nlohmann::json::parse(R"({"version": 1, "batch_size": 16, "epochs": 5,
            "max_steps": 0, "learning_rate": 2e-5, "warmup_ratio": 0.1, "schedule": "linear",
            "weight_decay": 0.01, "max_grad_norm": 1.0, "gradient_accumulation": 1, "max_length": 128,
            "class_weights": "none", "label_smoothing": 0.0, "dropout": null, "freeze_layers": 0,
            "metric": "macro_f1", "early_stopping_patience": 0, "eval_every": 0, "checkpoint_every": 200,
            "precision": "auto", "seed": 1, "split_train": 0.8, "split_validation": 0.1, "split_test": 0.1,
            "split_column": "", "threads": 0})");
        QCOMPARE(nlohmann::json(Recipe()), expected);
        train::checkRecipe(Recipe());
    }

    void everyKeyComesBackFromItsText()
    {
        const Recipe recipe = unusual();
        const nlohmann::json json = recipe;
        const nlohmann::json usual = Recipe();
        for (const std::string_view key : train::recipeKeys())
            QVERIFY2(json.at(std::string(key)) != usual.at(std::string(key)), key.data());
        QCOMPARE(json.size(), train::recipeKeys().size() + 5);
        QVERIFY(train::recipeFromText(json.dump()) == recipe);
        QVERIFY(train::recipeFromText(nlohmann::json(Recipe()).dump(2)) == Recipe());
    }

    void aFileWithFewKeysLeavesTheRest()
    {
        const Recipe recipe = train::recipeFromText(R"({"epochs": 3, "class_weights": "balanced"})");
        QCOMPARE(recipe.epochs, std::int64_t{3});
        QCOMPARE(recipe.batchSize, std::int64_t{16});
        QVERIFY(recipe.classWeights.weighting == train::ClassWeighting::Balanced);
    }

    void badValues_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* assignment, const char* words) {
            QTest::newRow(assignment) << assignment << words;
        };
        row("lerning_rate=1", "Did you mean learning_rate?");
        row("Batch_Size=1", "Did you mean batch_size?");
        row("zzzzzzzzzzzz=1", "There are: batch_size, epochs");
        row("text_column=x", "no key \"text_column\"");
        row("epochs", "Write key=value");
        row("epochs=", "epochs takes a whole number from 1 to 1000000, and this is \"\"");
        row("epochs=0", "and this is 0");
        row("epochs=2.5", "and this is 2.5");
        row("epochs=99999999999999999999", "whole number");
        row("epochs=-1", "and this is -1");
        row("epochs= 3", "and this is \" 3\"");
        row("batch_size=true", "\"true\"");
        row("learning_rate=0", "a number above 0");
        row("learning_rate=nan", "a number above 0");
        row("learning_rate=inf", "a number above 0");
        row("learning_rate=1e999", "a number above 0");
        row("learning_rate=fast", "\"fast\"");
        row("warmup_ratio=1.5", "from 0 to 1");
        row("label_smoothing=1", "less than 1");
        row("dropout=1", "or model");
        row("dropout=-0.1", "or model");
        row("schedule=polynomial", "linear, cosine or constant");
        row("precision=fp16", "auto, fp32 or bf16");
        row("metric=f1", "macro_f1, accuracy");
        row("class_weights=heavy", "none, balanced or a weight for each label");
        row("class_weights=a:0", "a number above 0");
        row("class_weights=a:b", "a number above 0");
        row("class_weights={\"a\":[1]}", "a number above 0");
        row("class_weights=a:1,b:2,a:3", "two weights for \"a\"");
        row("class_weights={}", "none, balanced");
        row("split_train=1", "between 0 and 1");
        row("seed=-1", "from 0");
        row("max_length=2", "from 3");
        row("\xff=1", "UTF-8");
    }
    void badValues()
    {
        QFETCH(QString, assignment);
        QFETCH(QString, words);
        Recipe recipe;
        const QByteArray text =
            QTest::currentDataTag()[0] == '\xff' ? QByteArray("\xff=1") : assignment.toUtf8();
        const auto error = errorOf([&] { set(recipe, text.toStdString()); });
        QVERIFY2(says(error, words.toUtf8().constData()), error ? error->what() : "accepted");
        QVERIFY(recipe == Recipe());
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no JSON") << QByteArray("{\n\"epochs\": }") << QByteArray("line 2");
        QTest::newRow("empty") << QByteArray() << QByteArray("The recipe is empty");
        QTest::newRow("a key twice") << QByteArray("{\"epochs\":1,\"epochs\":2}") << QByteArray("twice");
        QTest::newRow("a list") << QByteArray("[]") << QByteArray("JSON object");
        QTest::newRow("another version") << QByteArray("{\"version\": 2}") << QByteArray("another version");
        QTest::newRow("text for a number") << QByteArray("{\"epochs\": \"3\"}") << QByteArray("\"3\"");
        QTest::newRow("truth for a number") << QByteArray("{\"epochs\": true}") << QByteArray("true");
        QTest::newRow("null for a number") << QByteArray("{\"epochs\": null}") << QByteArray("null");
        QTest::newRow("number for a text") << QByteArray("{\"split_column\": 3}") << QByteArray("a text");
        QTest::newRow("list for a number") << QByteArray("{\"seed\": [1]}") << QByteArray("a list");
        QTest::newRow("beyond all numbers")
            << QByteArray("{\"learning_rate\": 1e999}") << QByteArray("a number that is too large");
        QTest::newRow("misspelt") << QByteArray("{\"epoch\": 3}") << QByteArray("Did you mean epochs?");
        QTest::newRow("no id") << QByteArray("{\"base_model\": \"minilm\"}") << QByteArray("base_model");
    }
    void badFiles()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, words);
        const auto error = errorOf([&] { train::recipeFromText(text.toStdString()); });
        QVERIFY2(says(error, words.constData()), error ? error->what() : "accepted");
    }

    void textsOfNumbers()
    {
        Recipe recipe;
        set(recipe, "epochs=1e1");
        QCOMPARE(recipe.epochs, std::int64_t{10});
        set(recipe, "learning_rate=1");
        QCOMPARE(recipe.learningRate, 1.0);
        set(recipe, "dropout=0");
        QVERIFY(recipe.dropout == 0.0);
        set(recipe, "dropout=model");
        QVERIFY(!recipe.dropout);
        set(recipe, "split_column=a=b");
        QCOMPARE(recipe.splitColumn, std::string("a=b"));
        set(recipe, "class_weights={\"a,b\": 2}");
        QCOMPARE(recipe.classWeights.given.at("a,b"), 2.0);
        set(recipe, "class_weights=none");
        QVERIFY(recipe.classWeights == train::ClassWeights());
    }

    void sharesAddUp()
    {
        Recipe recipe;
        set(recipe, "split_train=0.7");
        QVERIFY(says(errorOf([&] { train::checkRecipe(recipe); }), "0.7, 0.1 and 0.1"));
        set(recipe, "split_column=part"); // then the shares do not count
        train::checkRecipe(recipe);
        set(recipe, "split_column=");
        set(recipe, "split_validation=0.2");
        train::checkRecipe(recipe);
    }

    /// Computed by Python: sha256(json.dumps(recipe, sort_keys=True, separators=(",", ":"))).
    void theHashIsThatOfTheCanonicalJson()
    {
        Recipe recipe;
        recipe.textColumn = "text";
        recipe.labelColumn = "label";
        QCOMPARE(train::recipeHash(recipe, "aa", "bb"),
                 std::string("6929316ce63894f529d86f7ce8ab60ad558159278c23364c2ed19ef31d73b2c6"));
    }

    void whatTheHashDependsOn()
    {
        const Recipe recipe = unusual();
        const std::string hash = train::recipeHash(recipe, "data", "model");
        QVERIFY(train::recipeHash(recipe, "other", "model") != hash);
        QVERIFY(train::recipeHash(recipe, "data", "other") != hash);
        const Recipe usual;
        const nlohmann::json defaults = usual;
        // epochs are replaced by max_steps, the shares by the split column
        const std::set<std::string_view> without{"threads",     "checkpoint_every", "epochs",
                                                 "split_train", "split_validation", "split_test"};
        for (const std::string_view key : train::recipeKeys()) {
            nlohmann::json json = recipe;
            json[std::string(key)] = defaults.at(std::string(key));
            const bool same = train::recipeHash(train::recipeFromJson(json), "data", "model") == hash;
            QVERIFY2(same == without.contains(key), key.data());
        }
        Recipe elsewhere = recipe; // the same data and model in another workspace have other ids
        elsewhere.datasetVersion = base::DatasetVersionId::generate();
        elsewhere.baseModel = train::BaseModelId::generate();
        QCOMPARE(train::recipeHash(elsewhere, "data", "model"), hash);
    }

    void epochsAndSharesCountWhereNothingReplacesThem()
    {
        Recipe recipe;
        const std::string hash = train::recipeHash(recipe, "data", "model");
        recipe.epochs = 6;
        QVERIFY(train::recipeHash(recipe, "data", "model") != hash);
        recipe = Recipe();
        recipe.splitTrain = 0.7;
        recipe.splitTest = 0.2;
        QVERIFY(train::recipeHash(recipe, "data", "model") != hash);
    }

    void settings()
    {
        const std::array<std::string, 3> labels{"a b", "c:d", "e"};
        const std::array<std::int64_t, 3> counts{10, 30, 0};
        train::TrainerSettings settings = toSettings(Recipe(), 211, labels, counts);
        QCOMPARE(settings.totalSteps, std::int64_t{1055});
        QCOMPARE(settings.warmupSteps, std::int64_t{106}); // ceil(105.5)
        QCOMPARE(settings.evaluateEvery, std::int64_t{211});
        QCOMPARE(settings.checkpointEvery, std::int64_t{200});
        QVERIFY(settings.classWeights.empty());
        QVERIFY(!settings.dropout);

        settings = toSettings(unusual(), 211, labels, counts);
        QCOMPARE(settings.totalSteps, std::int64_t{1234});
        QCOMPARE(settings.warmupSteps, std::int64_t{309});
        QCOMPARE(settings.evaluateEvery, std::int64_t{50});
        QVERIFY(settings.classWeights == (std::vector<double>{2, 0.5, 1}));
        QVERIFY(settings.precision == train::Precision::BFloat16);
        QCOMPARE(settings.frozenLayers, std::int64_t{2});

        Recipe balanced;
        set(balanced, "class_weights=balanced");
        settings = toSettings(balanced, 1, labels, counts);
        QVERIFY(settings.classWeights == (std::vector<double>{2.0, 40.0 / 60.0, 0})); // two classes occur

        Recipe misspelt;
        set(misspelt, "class_weights=A B:2");
        QVERIFY(says(errorOf([&] { toSettings(misspelt, 1, labels, counts); }), "Did you mean \"a b\"?"));
    }

    void whichIsBetter()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(isBetter(train::Metric::MacroF1, 0.6, 0.5));
        QVERIFY(!isBetter(train::Metric::MacroF1, 0.5, 0.5));
        QVERIFY(isBetter(train::Metric::Loss, 0.4, 0.5));
        QVERIFY(!isBetter(train::Metric::Loss, 0.6, 0.5));
        QVERIFY(isBetter(train::Metric::Loss, 0.6, nan));
        QVERIFY(!isBetter(train::Metric::Accuracy, nan, 0.1));
        QVERIFY(!isBetter(train::Metric::Accuracy, nan, nan));
    }
};

QTEST_GUILESS_MAIN(TestRecipe)
#include "tst_recipe.moc"
