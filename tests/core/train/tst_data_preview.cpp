// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "base/cancellation.h"
#include "base/progress.h"
#include "text/batch.h"
#include "text/tokenizer.h"
#include "train/data_preview.h"
#include "train/recipe.h"
#include "train/split.h"
#include "train/tokenised_sources.h"
#include "train/training_data.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <numeric>

using namespace lepton;
using train::DataPreview;
using train::Recipe;
using train::TokenKind;
using train::TrainingData;

namespace {

void add(TrainingData& data, const std::string& text, std::int32_t label)
{
    data.rows.push_back(std::ssize(data.texts));
    data.texts.push_back(text);
    data.labels.push_back(label);
    data.tableRows = std::ssize(data.texts);
}

/// Two classes; text i has i % 20 + 1 words and a number of its own.
TrainingData rows(std::int64_t count)
{
    TrainingData data;
    data.classes = {"negative", "positive"};
    for (std::int64_t i = 0; i < count; ++i) {
        std::string text = std::to_string(i);
        for (std::int64_t word = 0; word < i % 20; ++word)
            text += " play";
        add(data, text, i % 4 == 0 ? 0 : 1);
    }
    return data;
}

} // namespace

class TestDataPreview : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const text::Tokenizer> m_tokenizer;

    DataPreview preview(const TrainingData& data, const Recipe& recipe, std::int64_t most = 50'000)
    {
        base::Progress progress;
        return previewData(data, recipe, m_tokenizer.get(), base::Cancellation(), progress, most);
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::ofstream file(m_folder.filePath("vocab.txt").toStdString());
        file << "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nplay\n##ing\n";
        for (char digit = '0'; digit <= '9'; ++digit)
            file << digit << "\n##" << digit << '\n';
        file.close();
        m_tokenizer = text::loadTokenizer(m_folder.path().toStdString());
    }

    void countsLabelsTheMostFrequentFirst()
    {
        const auto told = preview(rows(400), Recipe());
        QCOMPARE(told.labels.size(), std::size_t{2});
        QCOMPARE(told.labels[0].label, std::string("positive"));
        QCOMPARE(told.labels[0].rows, 300);
        QCOMPARE(told.labels[1].rows, 100);
        QCOMPARE(told.imbalance(), 3.0);
    }

    void countsLengthsBeforeTheyAreCut()
    {
        TrainingData data = rows(100);
        Recipe recipe;
        recipe.maxLength = 8;
        const auto told = preview(data, recipe);
        QVERIFY(told.lengths);
        const auto& lengths = *told.lengths;
        QCOMPARE(lengths.texts, 100);
        QVERIFY(!lengths.isSample);
        QCOMPARE(std::accumulate(lengths.counts.begin(), lengths.counts.end(), std::int64_t{0}), 100);
        // [CLS], two digits, 19 words, [SEP]
        QCOMPARE(lengths.longest, 23);
        // one digit below 10: 3 + words; two digits: 4 + words
        std::int64_t longer = 0;
        for (std::int64_t i = 0; i < 100; ++i)
            longer += (i < 10 ? 3 : 4) + i % 20 > 8 ? 1 : 0;
        QCOMPARE(lengths.cut, longer);
    }

    void endsTheHistogramBeforeOneVeryLongText()
    {
        TrainingData data = rows(1000);
        std::string text;
        for (int i = 0; i < 100'000; ++i)
            text += "play ";
        add(data, text, 1);
        const auto told = preview(data, Recipe());
        QCOMPARE(told.lengths->longest, 100'002);
        QVERIFY(told.lengths->counts.size() <= 64);
        QVERIFY(told.lengths->binWidth * std::ssize(told.lengths->counts) < 300);
        QCOMPARE(std::accumulate(told.lengths->counts.begin(), told.lengths->counts.end(), std::int64_t{0}),
                 1001);
    }

    void showsTheBatchThatTheTrainingBeginsWith()
    {
        const TrainingData data = rows(300);
        Recipe recipe;
        recipe.batchSize = 4;
        recipe.maxLength = 12;
        const auto told = preview(data, recipe);
        QVERIFY(told.firstBatch);

        const auto split = splitRows(data, recipe);
        const std::vector<std::string_view> texts(data.texts.begin(), data.texts.end());
        base::Progress progress;
        train::TokenisedRows training{
            std::make_shared<const text::TokenBatch>(
                text::encodeBatch(*m_tokenizer, texts, {.maxLength = 12}, 1, progress, base::Cancellation())),
            std::make_shared<const std::vector<std::int32_t>>(data.labels), split.of(train::Part::Train)};
        train::TokenisedBatchSource source(training, 4, 1, 1);
        const auto batch = source.batches(0).front();
        QCOMPARE(told.firstBatch->rowCount, std::ssize(told.firstBatch->rows));
        QCOMPARE(told.firstBatch->rowCount, 4);
        QCOMPARE(told.firstBatch->tokens, std::ssize(batch.ids));
        std::int64_t longest = 0;
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            const auto& shown = told.firstBatch->rows[row];
            QCOMPARE(shown.tokens.size(), batch.length(row));
            for (std::size_t i = 0; i < shown.tokens.size(); ++i)
                QCOMPARE(std::string_view(shown.tokens[i].text),
                         m_tokenizer->tokenOf(batch.ids[batch.offsets[row] + i]));
            QCOMPARE(shown.label, data.classes[std::size_t(batch.labels[row])]);
            longest = std::max(longest, std::ssize(shown.tokens));
        }
        QCOMPARE(told.firstBatch->length, longest);
        QCOMPARE(told.firstBatch->padding(), 4 * longest - std::ssize(batch.ids));
        QCOMPARE(told.work->stepsPerEpoch, source.stepsPerEpoch());
        QCOMPARE(told.work->steps, 5 * source.stepsPerEpoch());
        QCOMPARE(told.work->evaluations, 5);
        double padded = 0;
        for (std::int64_t step = 0; step < source.stepsPerEpoch(); ++step) {
            const auto one = source.batches(step).front();
            std::size_t length = 0;
            for (std::size_t row = 0; row < one.rows(); ++row)
                length = std::max(length, one.length(row));
            padded += static_cast<double>(length * one.rows());
        }
        QCOMPARE(told.work->stepTokens, padded / static_cast<double>(source.stepsPerEpoch()));
    }

    void tellsTheKindOfEachToken()
    {
        TrainingData data;
        data.classes = {"a", "b"};
        for (int i = 0; i < 12; ++i)
            add(data, "playing 雪 1" + std::to_string(i), i % 2);
        const auto told = preview(data, Recipe());
        const auto& tokens = told.firstBatch->rows.front().tokens;
        QCOMPARE(tokens[0].kind, TokenKind::Special);
        QCOMPARE(tokens[1].kind, TokenKind::Word);
        QCOMPARE(tokens[2].text, std::string("##ing"));
        QCOMPARE(tokens[2].kind, TokenKind::Continuation);
        QCOMPARE(tokens[3].kind, TokenKind::Unknown);
        QCOMPARE(tokens.back().text, std::string("[SEP]"));
        QCOMPARE(tokens.back().kind, TokenKind::Special);
    }

    void looksAtASampleOfManyTexts()
    {
        const TrainingData data = rows(2000);
        Recipe recipe;
        recipe.batchSize = 10;
        const auto all = preview(data, recipe);
        const auto some = preview(data, recipe, 500);
        QCOMPARE(some.labels[0].rows, all.labels[0].rows);
        QVERIFY(some.lengths->isSample);
        QCOMPARE(some.lengths->texts, 500);
        QCOMPARE(some.work->steps, all.work->steps);
        QVERIFY(std::abs(some.work->testTokens - all.work->testTokens) < 0.2 * all.work->testTokens);
    }

    void saysWhatItCanOfOneClass()
    {
        TrainingData data = rows(50);
        data.classes = {"positive"};
        std::ranges::fill(data.labels, 0);
        const auto told = preview(data, Recipe());
        QCOMPARE(told.labels.size(), std::size_t{1});
        QCOMPARE(told.imbalance(), 1.0);
        QVERIFY(told.lengths);
        QVERIFY(!told.parts);
        QVERIFY(!told.firstBatch);
        QVERIFY(!told.work);
    }

    void needsNoTokeniserForLabels()
    {
        base::Progress progress;
        const TrainingData data = rows(50);
        const auto told = previewData(data, Recipe(), nullptr, base::Cancellation(), progress);
        QCOMPARE(told.labels.size(), std::size_t{2});
        QVERIFY(!told.lengths);
        QVERIFY(told.parts);
        std::int64_t all = 0;
        for (const std::int64_t rows : *told.parts)
            all += rows;
        QCOMPARE(all, std::ssize(data.texts)); // the very split of a training
        QCOMPARE(told.parts->at(std::size_t(train::Part::Train)),
                 std::ssize(train::splitRows(data, Recipe()).of(train::Part::Train)));
        QVERIFY(!told.firstBatch);
    }

    void stopsWhenItIsCancelled()
    {
        base::CancellationSource source;
        source.request();
        base::Progress progress;
        const auto error = testing::errorOf(
            [&] { previewData(rows(50), Recipe(), m_tokenizer.get(), source.token(), progress); });
        QVERIFY(error && error->code() == base::ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestDataPreview)
#include "tst_data_preview.moc"
