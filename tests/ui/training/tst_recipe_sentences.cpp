// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "base/error.h"
#include "train/recipe.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/language.h"

#include <QtTest>

#include <optional>

using namespace lepton;
using lepton::testing::errorOf;
using namespace lepton::ui;

/// What core says of a recipe that does not fit, in a Chinese window.
class TestRecipeSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_language.setChoice(LanguageChoice::Chinese); }

    void saysWhatAKeyTakes_data()
    {
        QTest::addColumn<QByteArray>("assignment");
        QTest::addColumn<QStringList>("kept");
        const auto row = [](const char* assignment, QStringList kept) {
            QTest::newRow(assignment) << QByteArray(assignment) << kept;
        };
        row("epochs=0", {"epochs", "1 ", "1000000"});
        row("epochs=many", {"epochs", "\"many\""});
        row("learning_rate=0", {"learning_rate", "0"});
        row("weight_decay=-1", {"weight_decay", "-1"});
        row("warmup_ratio=1.5", {"warmup_ratio", "1.5"});
        row("label_smoothing=1", {"label_smoothing"});
        row("split_train=1", {"split_train"});
        row("dropout=1", {"dropout", "model"});
        row("schedule=polynomial", {"linear, cosine", "constant", "\"polynomial\""});
        row("precision=fp16", {"auto, fp32", "bf16"});
        row("metric=f1", {"macro_f1", "loss", "\"f1\""});
        row("class_weights=heavy", {"class_weights", "none", "balanced"});
        row("class_weights=calm:0", {"\"calm\"", "0.0"});
        row("class_weights=a:1,a:3", {"class_weights", "“a”"});
        row("class_weights={\"a\":[1]}", {"\"a\""});
        row("lerning_rate=1", {"lerning_rate", "learning_rate"});
        row("zzzzzzzzzzzz=1", {"zzzzzzzzzzzz", "batch_size"});
        row("epochs", {"“epochs”", "epochs=3"});
    }
    void saysWhatAKeyTakes()
    {
        QFETCH(const QByteArray, assignment);
        train::Recipe recipe;
        check(errorOf([&] { train::set(recipe, assignment.toStdString()); }));
    }

    void saysWhyAFileIsNoRecipe_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("kept");
        const auto row = [](const char* text, QStringList kept) {
            QTest::newRow(text) << QByteArray(text) << kept;
        };
        row("{\n\"epochs\": }", {"JSON", "2"});
        row("", {"{}"});
        row("[]", {"{\"epochs\": 3}"});
        row("{\"epochs\":1,\"epochs\":2}", {"epochs"});
        row("{\"version\": 2}", {"1"});
        row("{\"learning_rate\": 1e999}", {});
        row("{\"seed\": [1]}", {"seed"});
        row("{\"epochs\": {}}", {"epochs"});
        row("{\"epochs\": null}", {"null"});
        row("{\"split_column\": 3}", {"split_column", "3"});
        row("{\"text_column\": 3}", {"text_column"});
        row("{\"base_model\": \"minilm\"}", {"base_model"});
    }
    void saysWhyAFileIsNoRecipe()
    {
        QFETCH(const QByteArray, text);
        check(errorOf([&] { train::recipeFromText(text.toStdString()); }));
    }

    void saysWhyValuesDoNotGoTogether_data()
    {
        QTest::addColumn<QByteArray>("assignment");
        QTest::addColumn<QStringList>("kept");
        QTest::newRow("shares") << QByteArray("split_train=0.7") << QStringList{"0.7", "split_test"};
        QTest::newRow("near label") << QByteArray("class_weights=positve:2")
                                    << QStringList{"“positve”", "“positive”"};
        QTest::newRow("no label") << QByteArray("class_weights=zzzzzz:2") << QStringList{"“zzzzzz”"};
    }
    void saysWhyValuesDoNotGoTogether()
    {
        QFETCH(const QByteArray, assignment);
        train::Recipe recipe;
        train::set(recipe, assignment.toStdString());
        const std::vector<std::string> labels{"negative", "positive"};
        const std::vector<std::int64_t> counts{5, 5};
        check(errorOf([&] { train::toSettings(recipe, 3, labels, counts); }));
    }

private:
    static void check(const std::optional<base::Error>& error)
    {
        QFETCH(const QStringList, kept);
        QVERIFY(error);
        QString said = CoreText::error(*error);
        QVERIFY2(!said.contains(QStringLiteral("程序的英文原文")), qPrintable(said));
        for (const QString& one : kept) {
            QVERIFY2(said.contains(one), qPrintable(said));
            said.remove(one);
        }
        static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,} [a-z]{2,}"));
        QVERIFY2(!words.match(said).hasMatch(), qPrintable(said));
    }

    Language m_language;
};

QTEST_MAIN(TestRecipeSentences)
#include "tst_recipe_sentences.moc"
