// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/row_set.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <vector>

using namespace lepton;
using data::Bitmap;

namespace {

/// The rows as bits, put together from pieces of @p pieceRows, as row groups are.
Bitmap fromPieces(const std::vector<bool>& rows, std::int64_t pieceRows)
{
    const auto size = static_cast<std::int64_t>(rows.size());
    Bitmap whole(size);
    for (std::int64_t begin = 0; begin < size; begin += pieceRows) {
        Bitmap piece(std::min(pieceRows, size - begin));
        for (std::int64_t i = 0; i < piece.size(); ++i) {
            if (rows[static_cast<std::size_t>(begin + i)])
                piece.set(i);
        }
        whole.put(begin, piece);
    }
    return whole;
}

} // namespace

class TestRowSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowAndPosition_data();
    void everyRowAndPosition();
    void slices();
};

void TestRowSet::everyRowAndPosition_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("pieceRows");
    QTest::addColumn<int>("oneIn");
    for (const int rows : {1, 63, 64, 65, 511, 512, 513, 5'000}) {
        for (const int pieceRows : {1, 64, 100, 1'000}) {
            for (const int oneIn : {1, 2, 40, 1'000})
                QTest::addRow("%d rows in pieces of %d, one in %d", rows, pieceRows, oneIn)
                    << rows << pieceRows << oneIn;
        }
    }
}

void TestRowSet::everyRowAndPosition()
{
    QFETCH(const int, rows);
    QFETCH(const int, pieceRows);
    QFETCH(const int, oneIn);
    std::mt19937 random(static_cast<unsigned>(rows * 7 + pieceRows));
    std::vector<bool> expected;
    for (int i = 0; i < rows; ++i)
        expected.push_back(random() % static_cast<unsigned>(oneIn) == 0);
    const data::RowSet set(fromPieces(expected, pieceRows));
    std::int64_t before = 0;
    for (std::int64_t row = 0; row < rows; ++row) {
        QCOMPARE(set.countBefore(row), before);
        QCOMPARE(set.contains(row), bool(expected[static_cast<std::size_t>(row)]));
        if (expected[static_cast<std::size_t>(row)])
            QCOMPARE(set.row(before++), row);
    }
    QCOMPARE(set.count(), before);
    for (const std::int64_t outside : {std::int64_t{-1}, std::int64_t{rows}, std::int64_t{rows} + 700}) {
        QVERIFY(!set.contains(outside));
        QCOMPARE(set.countBefore(outside), outside < 0 ? 0 : before);
    }
}

void TestRowSet::slices()
{
    std::mt19937 random(1);
    std::vector<bool> expected;
    for (int i = 0; i < 1'000; ++i)
        expected.push_back(random() % 3 == 0);
    const data::RowSet set(fromPieces(expected, 77));
    for (int i = 0; i < 500; ++i) {
        const auto begin = static_cast<std::int64_t>(random() % 1'001);
        const auto end = begin + static_cast<std::int64_t>(random() % static_cast<unsigned>(1'001 - begin));
        const Bitmap slice = set.slice(begin, end);
        QCOMPARE(slice.size(), end - begin);
        std::int64_t count = 0;
        for (std::int64_t row = begin; row < end; ++row) {
            QCOMPARE(slice.at(row - begin), bool(expected[static_cast<std::size_t>(row)]));
            count += expected[static_cast<std::size_t>(row)] ? 1 : 0;
        }
        QCOMPARE(slice.count(), count); // nothing behind the last row
    }
}

QTEST_GUILESS_MAIN(TestRowSet)
#include "tst_row_set.moc"
