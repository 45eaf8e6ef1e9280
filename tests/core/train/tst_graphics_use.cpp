// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/graphics_use.h"

#include <QCoreApplication>
#include <QTest>

using namespace lepton;

class TestGraphicsUse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("LEPTON_TEST_PID"); }

    void findsTheFirstCardOfAName();
    void prefersTheCardOnWhichThisProcessComputes();
    void leavesOutWhatACardDoesNotTell();
    void saysNothingWithoutACard();
};

void TestGraphicsUse::findsTheFirstCardOfAName()
{
    const auto use = train::GraphicsCards(LEPTON_FAKE_LIBRARY).use("Card B");
    QVERIFY(use);
    QCOMPARE(use->usedBytes, std::int64_t{2'000});
    QCOMPARE(use->totalBytes, std::int64_t{80'000});
    QCOMPARE(use->busy.value_or(0), 0.87);
}

void TestGraphicsUse::prefersTheCardOnWhichThisProcessComputes()
{
    qputenv("LEPTON_TEST_PID", QByteArray::number(QCoreApplication::applicationPid()));
    const auto use = train::GraphicsCards(LEPTON_FAKE_LIBRARY).use("Card B");
    QVERIFY(use);
    QCOMPARE(use->usedBytes, std::int64_t{3'000});
}

void TestGraphicsUse::leavesOutWhatACardDoesNotTell()
{
    const auto use = train::GraphicsCards(LEPTON_FAKE_LIBRARY).use("Card A");
    QVERIFY(use);
    QVERIFY(!use->busy);
    QCOMPARE(use->usedBytes, std::int64_t{1'000});
}

void TestGraphicsUse::saysNothingWithoutACard()
{
    QVERIFY(!train::GraphicsCards(LEPTON_FAKE_LIBRARY).use("Card C"));
    train::GraphicsCards none("libthere-is-no-such-library.so.1");
    QVERIFY(!none.use("Card A"));
    QVERIFY(!none.use("Card A"));
}

QTEST_GUILESS_MAIN(TestGraphicsUse)
#include "tst_graphics_use.moc"
