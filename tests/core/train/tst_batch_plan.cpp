// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error_of.h"

#include "train/random.h"
#include "train/tokenised_sources.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace lepton;
using testing::kindOf;
using train::BatchPlan;
using train::TokenisedRows;

namespace {

std::vector<std::uint32_t> randomLengths(std::size_t rows)
{
    train::Random random(3, 3);
    std::vector<std::uint32_t> lengths;
    for (std::size_t i = 0; i < rows; ++i)
        lengths.push_back(static_cast<std::uint32_t>(5 + random.below(60)));
    return lengths;
}

/// Rows with so many tokens each; row i has the ids i, i, ... and the class i % 3.
TokenisedRows tokenised(const std::vector<std::uint32_t>& lengths)
{
    auto tokens = std::make_shared<text::TokenBatch>();
    auto labels = std::make_shared<std::vector<std::int32_t>>();
    tokens->offsets.push_back(0);
    TokenisedRows rows;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        tokens->ids.insert(tokens->ids.end(), lengths[i], static_cast<text::TokenId>(i));
        tokens->offsets.push_back(tokens->ids.size());
        labels->push_back(static_cast<std::int32_t>(i % 3));
        rows.positions.push_back(static_cast<std::int64_t>(i));
    }
    rows.tokens = tokens;
    rows.labels = labels;
    return rows;
}

std::vector<std::uint32_t> flat(const std::vector<std::vector<std::uint32_t>>& batches)
{
    std::vector<std::uint32_t> rows;
    for (const auto& batch : batches)
        rows.insert(rows.end(), batch.begin(), batch.end());
    return rows;
}

} // namespace

class TestBatchPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRowOnceAnEpoch_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("batch");
        QTest::newRow("one row") << 1 << 16;
        QTest::newRow("less than a batch") << 15 << 16;
        QTest::newRow("one batch") << 16 << 16;
        QTest::newRow("a short batch at the end") << 17 << 16;
        QTest::newRow("one stretch") << 500 << 16;
        QTest::newRow("many stretches") << 5'003 << 16;
        QTest::newRow("batches of one") << 300 << 1;
    }
    void eachRowOnceAnEpoch()
    {
        QFETCH(int, rows);
        QFETCH(int, batch);
        const BatchPlan plan(randomLengths(static_cast<std::size_t>(rows)), batch, 1, 1);
        for (std::int64_t epoch = 0; epoch < 3; ++epoch) {
            const auto batches = plan.epoch(epoch);
            QCOMPARE(std::ssize(batches), plan.batchesPerEpoch());
            auto order = flat(batches);
            std::ranges::sort(order);
            std::vector<std::uint32_t> all(static_cast<std::size_t>(rows));
            std::iota(all.begin(), all.end(), 0U);
            QVERIFY(order == all);
            const auto shortOnes =
                std::ranges::count_if(batches, [&](const auto& b) { return std::ssize(b) < batch; });
            QCOMPARE(shortOnes, rows % batch == 0 ? 0 : 1);
        }
        QCOMPARE(plan.notices().size(), std::size_t(batch > rows ? 1 : 0));
    }

    void aPureFunctionOfSeedAndEpoch()
    {
        const auto lengths = randomLengths(1'000);
        const BatchPlan plan(lengths, 16, 1, 7);
        const auto third = plan.epoch(3);
        QVERIFY(plan.epoch(4) != third);
        QVERIFY(BatchPlan(lengths, 16, 1, 7).epoch(3) == third);
        QVERIFY(BatchPlan(lengths, 16, 1, 8).epoch(3) != third);
    }

    void batchesHaveRowsOfOneLength()
    {
        const auto lengths = randomLengths(8'000);
        const BatchPlan plan(lengths, 16, 1, 1);
        double padded = 0, real = 0;
        for (const auto& batch : plan.epoch(0)) {
            std::uint32_t longest = 0;
            for (const std::uint32_t row : batch) {
                longest = std::max(longest, lengths[row]);
                real += lengths[row];
            }
            padded += static_cast<double>(longest) * static_cast<double>(batch.size());
        }
        QVERIFY2(padded / real < 1.05, qPrintable(QString::number(padded / real)));
    }

    void noLengthHasAFixedPlace()
    {
        // The mean place of the longest and of the shortest quarter of the rows is the middle of the epoch,
        // and the short batch holds rows of all lengths.
        const auto lengths = randomLengths(1'005);
        const BatchPlan plan(lengths, 16, 1, 1);
        double longPlaces = 0, shortPlaces = 0, lastLengths = 0;
        std::int64_t longRows = 0, shortRows = 0, lastRows = 0;
        constexpr int epochs = 400;
        for (int epoch = 0; epoch < epochs; ++epoch) {
            const auto batches = plan.epoch(epoch);
            for (std::size_t place = 0; place < batches.size(); ++place) {
                for (const std::uint32_t row : batches[place]) {
                    if (lengths[row] >= 50) {
                        longPlaces += static_cast<double>(place);
                        ++longRows;
                    } else if (lengths[row] < 20) {
                        shortPlaces += static_cast<double>(place);
                        ++shortRows;
                    }
                    if (batches[place].size() < 16) {
                        lastLengths += lengths[row];
                        ++lastRows;
                    }
                }
            }
        }
        const double middle = static_cast<double>(plan.batchesPerEpoch() - 1) / 2;
        QVERIFY(std::abs(longPlaces / static_cast<double>(longRows) - middle) < 1);
        QVERIFY(std::abs(shortPlaces / static_cast<double>(shortRows) - middle) < 1);
        const double mean = static_cast<double>(std::accumulate(lengths.begin(), lengths.end(), 0U)) / 1'005;
        QVERIFY(std::abs(lastLengths / static_cast<double>(lastRows) - mean) < 2);
    }

    void stepsOfAccumulatedBatches()
    {
        const TokenisedRows rows = tokenised(randomLengths(100));
        train::TokenisedBatchSource source(rows, 8, 4, 1);
        QCOMPARE(source.plan().batchesPerEpoch(), std::int64_t{13});
        QCOMPARE(source.stepsPerEpoch(), std::int64_t{4});
        QCOMPARE(source.batches(0).size(), std::size_t{4});
        QCOMPARE(source.batches(3).size(), std::size_t{1});
        QCOMPARE(source.batches(4).size(), std::size_t{4}); // of the next epoch
    }

    void batchesOfAStepDoNotDependOnWhatWasAskedBefore()
    {
        const TokenisedRows rows = tokenised(randomLengths(200));
        train::TokenisedBatchSource through(rows, 8, 2, 1);
        train::TokenisedBatchSource resumed(rows, 8, 2, 1);
        const std::int64_t steps = through.stepsPerEpoch();
        for (std::int64_t step = 0; step < 3 * steps; ++step)
            through.batches(step);
        for (const std::int64_t step : {2 * steps + 3, std::int64_t{1}}) {
            const auto a = through.batches(step);
            const auto b = resumed.batches(step);
            QCOMPARE(a.size(), b.size());
            for (std::size_t i = 0; i < a.size(); ++i) {
                QVERIFY(std::ranges::equal(a[i].ids, b[i].ids));
                QVERIFY(std::ranges::equal(a[i].offsets, b[i].offsets));
                QVERIFY(std::ranges::equal(a[i].labels, b[i].labels));
            }
        }
        QCOMPARE(through.fingerprint(), resumed.fingerprint());
    }

    void rowsKeepTheirTokensAndClasses()
    {
        const auto lengths = randomLengths(50);
        TokenisedRows rows = tokenised(lengths);
        std::erase_if(rows.positions, [](std::int64_t position) { return position % 2 == 0; });
        train::TokenisedBatchSource source(rows, 8, 1, 1);
        std::vector<std::int32_t> seen;
        for (std::int64_t step = 0; step < source.stepsPerEpoch(); ++step) {
            for (const train::Batch& batch : source.batches(step)) {
                for (std::size_t row = 0; row < batch.rows(); ++row) {
                    const std::int32_t id = batch.ids[batch.offsets[row]];
                    QCOMPARE(batch.length(row),
                             static_cast<std::size_t>(lengths[static_cast<std::size_t>(id)]));
                    QCOMPARE(batch.labels[row], id % 3);
                    seen.push_back(id);
                }
            }
        }
        std::ranges::sort(seen);
        QCOMPARE(seen.size(), std::size_t{25});
        for (std::size_t i = 0; i < seen.size(); ++i)
            QCOMPARE(seen[i], static_cast<std::int32_t>(2 * i + 1));
    }

    void theFingerprintTellsOrders()
    {
        const auto lengths = randomLengths(50);
        const auto print = [&](TokenisedRows rows, std::int64_t batch, std::int64_t accumulation,
                               std::uint64_t seed) {
            return std::string(
                train::TokenisedBatchSource(std::move(rows), batch, accumulation, seed).fingerprint());
        };
        const std::string usual = print(tokenised(lengths), 8, 1, 1);
        QCOMPARE(print(tokenised(lengths), 8, 1, 1), usual);
        QVERIFY(print(tokenised(lengths), 9, 1, 1) != usual);
        QVERIFY(print(tokenised(lengths), 8, 2, 1) != usual);
        QVERIFY(print(tokenised(lengths), 8, 1, 2) != usual);
        TokenisedRows swapped = tokenised(lengths);
        std::swap(swapped.positions[3], swapped.positions[4]);
        QVERIFY(print(swapped, 8, 1, 1) != usual);
        TokenisedRows relabelled = tokenised(lengths);
        auto labels = std::make_shared<std::vector<std::int32_t>>(*relabelled.labels);
        (*labels)[7] += 1;
        relabelled.labels = labels;
        QVERIFY(print(relabelled, 8, 1, 1) != usual);
    }

    void evaluationInLengthOrder()
    {
        const auto lengths = randomLengths(100);
        train::TokenisedEvaluationSource source(tokenised(lengths), 16);
        QCOMPARE(source.rows(), std::int64_t{100});
        QCOMPARE(source.batchCount(), std::int64_t{7});
        std::vector<std::int64_t> places;
        std::size_t before = 1'000;
        for (std::int64_t i = 0; i < source.batchCount(); ++i) {
            const train::Batch batch = source.batch(i);
            const auto numbers = source.rowNumbers(i);
            QCOMPARE(batch.rows(), numbers.size());
            for (std::size_t row = 0; row < batch.rows(); ++row) {
                QCOMPARE(static_cast<std::int64_t>(batch.ids[batch.offsets[row]]), numbers[row]);
                QVERIFY(batch.length(row) <= before);
                before = batch.length(row);
                places.push_back(numbers[row]);
            }
        }
        std::ranges::sort(places);
        for (std::size_t i = 0; i < places.size(); ++i)
            QCOMPARE(places[i], static_cast<std::int64_t>(i));
        QCOMPARE(kindOf([&] { source.rowNumbers(7); }), "invalid_argument");
    }

    void nothingToTrainOn()
    {
        QCOMPARE(kindOf([] { BatchPlan({}, 16, 1, 1); }), "invalid_argument");
        QCOMPARE(kindOf([] { train::TokenisedEvaluationSource(tokenised({}), 16); }), "invalid_argument");
    }
};

QTEST_GUILESS_MAIN(TestBatchPlan)
#include "tst_batch_plan.moc"
