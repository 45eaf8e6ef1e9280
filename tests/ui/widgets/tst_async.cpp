// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/async.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <memory>
#include <optional>

using lepton::ui::Async;
namespace base = lepton::base;

class TestAsync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversOnTheOwnersThread();
    void deliversErrorsAsSentences();
    void dropsOutdatedAnswers();
    void tellsTheWorkToStop();
    void deliversNothingAfterTheOwnerIsGone();
    void deliversWhatCannotBeCopied();

private:
    static void fail(const base::Error& error) { QFAIL(error.what()); }
};

void TestAsync::deliversOnTheOwnersThread()
{
    Async async;
    QThread* workThread = nullptr;
    std::optional<int> answer;
    async.run(
        [&workThread] {
            workThread = QThread::currentThread();
            return 42;
        },
        [&](int value) {
            QCOMPARE(QThread::currentThread(), qApp->thread());
            answer = value;
        },
        fail);
    QVERIFY(async.isRunning());
    QTRY_COMPARE(answer, std::optional<int>(42));
    QVERIFY(workThread && workThread != qApp->thread());
    QVERIFY(!async.isRunning());
    QTRY_COMPARE(lepton::ui::runningAsyncCount(), 0);
}

void TestAsync::deliversErrorsAsSentences()
{
    Async async;
    QString sentence;
    const auto failed = [&](const base::Error& error) { sentence = QString::fromStdString(error.message()); };
    async.run([]() -> int { throw base::Error(base::ErrorCode::NotFound, "There is no data set “a”."); },
              [](int) { QFAIL("no answer was to come"); }, failed);
    QTRY_COMPARE(sentence, QStringLiteral("There is no data set “a”."));

    sentence.clear();
    async.run([]() -> int { throw 7; }, [](int) { QFAIL("no answer was to come"); }, failed);
    QTRY_VERIFY(!sentence.isEmpty());
}

void TestAsync::dropsOutdatedAnswers()
{
    Async async;
    auto gate = std::make_shared<QSemaphore>();
    QList<int> answers;
    async.run(
        [gate] {
            gate->acquire();
            return 1;
        },
        [&](int value) { answers << value; }, fail);
    async.run([] { return 2; }, [&](int value) { answers << value; }, fail);
    gate->release();
    QTRY_COMPARE(lepton::ui::runningAsyncCount(), 0);
    QCOMPARE(answers, QList<int>{2});
}

void TestAsync::tellsTheWorkToStop()
{
    Async async;
    auto stopped = std::make_shared<std::atomic<bool>>(false);
    async.run(
        [stopped](const base::Cancellation& cancellation) {
            while (!cancellation.requested())
                QThread::yieldCurrentThread();
            *stopped = true;
        },
        [] { QFAIL("cancelled work delivers nothing"); }, fail);
    async.cancel();
    QVERIFY(!async.isRunning());
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    // work that had not begun is left out altogether
    QCOMPARE(lepton::ui::runningAsyncCount(), 0);
}

void TestAsync::deliversNothingAfterTheOwnerIsGone()
{
    auto gate = std::make_shared<QSemaphore>();
    auto async = std::make_unique<Async>();
    bool called = false;
    async->run(
        [gate] {
            gate->acquire();
            return 1;
        },
        [&](int) { called = true; }, fail);
    async.reset();
    gate->release();
    QThreadPool::globalInstance()->waitForDone();
    QTRY_COMPARE(lepton::ui::runningAsyncCount(), 0);
    QVERIFY(!called);
}

void TestAsync::deliversWhatCannotBeCopied()
{
    Async async;
    std::unique_ptr<int> answer;
    async.run([] { return std::make_unique<int>(3); },
              [&](std::unique_ptr<int> value) { answer = std::move(value); }, fail);
    QTRY_VERIFY(answer);
    QCOMPARE(*answer, 3);
}

QTEST_MAIN(TestAsync)
#include "tst_async.moc"
