// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "text/tokenizer.h"
#include "train/checks.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>

using namespace lepton;
using train::Check;
using train::CheckId;
using train::CheckInput;
using train::CheckState;
using train::Recipe;
using train::TrainingData;

namespace {

/// Two classes with so many rows each; every text has three words of the vocabulary and a number of its own.
TrainingData rows(std::int64_t each)
{
    TrainingData data;
    data.classes = {"negative", "positive"};
    for (std::int64_t i = 0; i < 2 * each; ++i) {
        data.texts.push_back("play play play " + std::string(static_cast<std::size_t>(i % 90), '1') + " " +
                             std::to_string(i));
        data.labels.push_back(static_cast<std::int32_t>(i % 2));
        data.rows.push_back(i);
    }
    data.tableRows = 2 * each;
    return data;
}

train::ModelFacts model()
{
    train::ModelFacts facts;
    facts.layers = 6;
    facts.hiddenSize = 384;
    facts.heads = 12;
    facts.intermediateSize = 1'536;
    facts.vocabularySize = 30'522;
    facts.maxPositions = 512;
    facts.parameters = 22'713'216;
    return facts;
}

} // namespace

class TestChecks : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const text::Tokenizer> m_tokenizer;

    std::vector<Check> run(const CheckInput& input)
    {
        base::Progress progress;
        return runChecks(input, base::Cancellation(), progress);
    }

    /// The check of one kind; a failure of the test where it is not there.
    static Check of(const std::vector<Check>& checks, CheckId id)
    {
        const auto found = std::ranges::find(checks, id, &Check::id);
        return found == checks.end() ? Check{id, CheckState::Failed, "no such check"} : *found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::ofstream(m_folder.filePath("vocab.txt").toStdString())
            << "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nplay\n0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n##0\n##1\n##2\n##3\n#"
               "#4\n##5\n"
               "##6\n##7\n##8\n##9\n";
        m_tokenizer = text::loadTokenizer(m_folder.path().toStdString());
    }

    void allIsWell()
    {
        const Recipe recipe;
        const TrainingData data = rows(500);
        const train::ModelFacts facts = model();
        const auto checks = run({&recipe, &data, m_tokenizer.get(), &facts, 1'000'000'000, 8'000'000'000});
        for (const Check& check : checks) {
            QVERIFY2(check.state == CheckState::Ok, check.message.c_str());
            QVERIFY(!check.message.empty() && check.message.ends_with('.'));
            QVERIFY(!check.fix);
        }
        QCOMPARE(checks.size(), std::size_t{15}); // all but the columns, which were read
        QVERIFY(std::ranges::is_sorted(checks, {}, &Check::id));
        QVERIFY(!train::firstFailed(checks));
        QCOMPARE(of(checks, CheckId::Parts).message,
                 std::string("800 rows to train on, 100 to validate, 100 to test."));
        QCOMPARE(of(checks, CheckId::Steps).message,
                 std::string("250 steps, 50 an epoch; the validation part is scored once an epoch."));
    }

    void whatIsNotKnownIsNotLookedAt()
    {
        const Recipe recipe;
        QCOMPARE(run({&recipe}).size(), std::size_t{1});
        QVERIFY(run({}).empty());
    }

    void findings_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("changes"); // of the recipe
        QTest::addColumn<QString>("fix");     // the assignments that help
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, CheckId id, CheckState state, const char* changes,
                            const char* fix, const char* words) {
            QTest::newRow(name) << static_cast<int>(id) << static_cast<int>(state) << changes << fix << words;
        };
        row("shares of more than 1", CheckId::Recipe, CheckState::Failed, "split_train=0.9",
            "split_train=0.8 split_validation=0.1 split_test=0.1", "do not add up to 1");
        row("weights of a class that is not there", CheckId::Recipe, CheckState::Failed,
            "class_weights=neutral:2", "class_weights=none", "\"neutral\"");
        row("a rate that is far too high", CheckId::Recipe, CheckState::Caution, "learning_rate=1e30",
            "learning_rate=2e-5", "far above what fine-tuning takes");
        row("a rate for a head alone", CheckId::Recipe, CheckState::Ok, "learning_rate=1e-3", "",
            "go together");
        row("longer than the model reads", CheckId::Positions, CheckState::Failed, "max_length=513",
            "max_length=512", "reads up to 512 tokens");
        row("more layers than there are", CheckId::Layers, CheckState::Failed, "freeze_layers=7",
            "freeze_layers=0", "has 6 layers");
        row("all layers", CheckId::Layers, CheckState::Ok, "freeze_layers=6", "", "6 of 6 layers");
        row("a batch above the rows", CheckId::BatchSize, CheckState::Caution, "batch_size=801",
            "batch_size=16", "more than the 800");
        row("accumulation above the batches", CheckId::BatchSize, CheckState::Caution,
            "gradient_accumulation=51", "gradient_accumulation=1", "an epoch has 50");
        row("cut texts", CheckId::Lengths, CheckState::Caution, "max_length=32", "max_length=128",
            "of the texts are longer than 32 tokens");
        row("evaluation after the end", CheckId::Steps, CheckState::Caution, "eval_every=251", "eval_every=0",
            "at the end alone");
        row("steps", CheckId::Steps, CheckState::Ok, "max_steps=10", "", "10 steps, 50 an epoch");
    }
    void findings()
    {
        QFETCH(int, id);
        QFETCH(int, state);
        QFETCH(QString, changes);
        QFETCH(QString, fix);
        QFETCH(QString, words);
        Recipe recipe;
        for (const QString& change : changes.split(' '))
            set(recipe, change.toStdString());
        const TrainingData data = rows(500);
        const train::ModelFacts facts = model();
        const CheckInput input{&recipe, &data, m_tokenizer.get(), &facts};
        const Check check = of(run(input), static_cast<CheckId>(id));
        QVERIFY2(check.state == static_cast<CheckState>(state), check.message.c_str());
        QVERIFY2(check.message.find(words.toStdString()) != std::string::npos, check.message.c_str());
        QStringList assignments;
        if (check.fix) {
            for (const std::string& assignment : check.fix->assignments) {
                assignments << QString::fromStdString(assignment);
                set(recipe, assignment);
            }
        }
        QCOMPARE(assignments.join(' '), fix);
        if (!fix.isEmpty()) // and they do help
            QVERIFY(of(run(input), static_cast<CheckId>(id)).state == CheckState::Ok);
    }

    void oneClassStopsTheStart()
    {
        const Recipe recipe;
        TrainingData data = rows(20);
        data.classes = {"positive"};
        std::ranges::fill(data.labels, 0);
        const auto checks = run({&recipe, &data});
        const Check* failed = train::firstFailed(checks);
        QVERIFY(failed && failed->id == CheckId::Classes);
        QVERIFY(failed->message.find("one class only, \"positive\"") != std::string::npos);
        QVERIFY(of(checks, CheckId::Parts).state == CheckState::Failed);
    }

    void classesLikeIds()
    {
        const Recipe recipe;
        TrainingData data = rows(20);
        for (std::size_t i = 0; i < data.size(); ++i)
            data.labels[i] = static_cast<std::int32_t>(i);
        data.classes.clear();
        for (std::size_t i = 0; i < data.size(); ++i)
            data.classes.push_back(std::to_string(i));
        QVERIFY(of(run({&recipe, &data}), CheckId::Classes).state == CheckState::Caution);
    }

    void rowsThatAreLeftOutAndSmallClasses()
    {
        const Recipe recipe;
        TrainingData data = rows(500);
        data.classes.push_back("rare");
        data.labels[5] = 2;
        data.missingTexts = 3;
        data.missingLabels = 1'200;
        data.tableRows += 1'203;
        const auto checks = run({&recipe, &data});
        QCOMPARE(of(checks, CheckId::Rows).message,
                 std::string(
                     "Of 2,203 rows, 1,000 can be used: 3 without a text and 1,200 without a label are left "
                     "out."));
        const Check check = of(checks, CheckId::ClassRows);
        QVERIFY(check.state == CheckState::Caution);
        QVERIFY2(check.message.find("1 class has fewer than 10 rows to train on: \"rare\"") !=
                     std::string::npos,
                 check.message.c_str());
        QVERIFY(check.message.find("no row in validation or test") != std::string::npos);
    }

    void duplicatesAcrossTheSplitColumn()
    {
        Recipe recipe;
        recipe.splitColumn = "part";
        TrainingData data = rows(100);
        for (std::size_t i = 0; i < data.size(); ++i)
            data.splitValues.push_back(i < 150 ? "train" : i < 175 ? "validation" : "test");
        data.texts[160] = data.texts[10];
        Check check = of(run({&recipe, &data}), CheckId::Duplicates);
        QVERIFY(check.state == CheckState::Caution);
        QVERIFY(check.message.starts_with("1 row of validation and test"));
        set(recipe, check.fix->assignments.at(0));
        check = of(run({&recipe, &data}), CheckId::Duplicates);
        QVERIFY(check.state == CheckState::Ok);
        QVERIFY(check.message.starts_with("1 row repeats a text"));
    }

    void unknownWords()
    {
        const Recipe recipe;
        TrainingData data = rows(50);
        for (std::size_t i = 0; i < data.size(); ++i)
            data.texts[i] = "\xE6\x83\x85\xE6\x84\x9F " + std::to_string(i);
        const Check check = of(run({&recipe, &data, m_tokenizer.get()}), CheckId::UnknownTokens);
        QVERIFY2(check.state == CheckState::Caution, check.message.c_str());
        QVERIFY(check.fix && check.fix->assignments.empty());
    }

    void aTextOfAMegabyte()
    {
        const Recipe recipe;
        TrainingData data = rows(50);
        data.texts[7] = std::string(1'000'000, '7');
        const Check check = of(run({&recipe, &data, m_tokenizer.get()}), CheckId::Lengths);
        QVERIFY2(check.message.find("1.0 % of the texts are longer") != std::string::npos ||
                     check.message.find("No text is longer") != std::string::npos,
                 check.message.c_str());
    }

    void memory()
    {
        Recipe recipe;
        const train::ModelFacts facts = model();
        const auto estimate = [&](std::int64_t batch, std::int64_t length, std::int64_t frozen,
                                  std::int64_t rows) {
            Recipe other = recipe;
            other.batchSize = batch;
            other.maxLength = length;
            other.freezeLayers = frozen;
            return train::estimateMemory(facts, other, rows);
        };
        const std::int64_t needed = estimate(16, 128, 0, 1'000);
        QVERIFY(needed > 900'000'000 && needed < 1'300'000'000);
        QVERIFY(estimate(32, 128, 0, 1'000) > needed);
        QVERIFY(estimate(16, 256, 0, 1'000) > needed);
        QCOMPARE(estimate(32, 128, 0, 16), needed); // no batch has more rows than there are
        QVERIFY(estimate(16, 128, 3, 1'000) < needed * 8 / 10);
        const Check check =
            of(run({&recipe, nullptr, nullptr, nullptr, needed, needed / 2}), CheckId::Memory);
        QVERIFY(check.state == CheckState::Caution);
        QVERIFY(check.fix->assignments ==
                (std::vector<std::string>{"batch_size=8", "gradient_accumulation=2"}));
        QVERIFY(train::freeMemory() > 0);
    }

    void errorsOfReadingAsChecks()
    {
        base::ErrorPlace place;
        place.column = "score";
        const Check check = train::checkOfError(base::Error(base::ErrorCode::UnsuitableData, "No.", place));
        QVERIFY(check.id == CheckId::Columns && check.state == CheckState::Failed);
        QVERIFY(check.names == std::vector<std::string>{"score"});
        QCOMPARE(testing::kindOf([] { train::checkOfError(base::Error(base::ErrorCode::Cancelled, "No.")); }),
                 "cancelled");
    }
};

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
