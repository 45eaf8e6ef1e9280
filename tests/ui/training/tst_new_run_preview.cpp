// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_backend.h"

#include "ui/datasets/dataset_text.h"
#include "ui/theme/theme.h"
#include "ui/training/new_run_page.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/async.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <chrono>
#include <thread>

using namespace lepton;
using namespace lepton::testing;

/// What the New run page shows of data and time before the start.
class TestNewRunPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void showsLabelsAndLengths();
    void countsThePaddingOfTheFirstBatch();
    void tellsTheTimeByMeasuredSteps();
    void measuresOnceForWhatTakesTheSameTime();
    void stopsMeasuringWhenSettingsChange();
    void saysWhyItCouldNotMeasure();
    void measuresNothingThatCannotStart();
    void survivesAnotherLanguageWhileItMeasures();
    void showsNothingWithoutADataSet();
    void showsLabelsWithoutABaseModel();
    void showsDataOfEveryKind_data();
    void showsDataOfEveryKind();
    void followsADataSetThatIsRemovedElsewhere();
    void takesTheThreadsThatAPersonPrefers();
    void namesATableWithoutTexts();

private:
    void open();
    void settle();
    QString text(const char* name) const
    {
        const auto* label = shown<QLabel>(*m_page, name);
        return label ? label->text() : QString();
    }

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::shared_ptr<FakeBackend> m_backend;
    RecordingNavigator m_navigator;
    std::unique_ptr<QWidget> m_window;
    ui::NewRunPage* m_page = nullptr;
};

void TestNewRunPreview::init()
{
    m_backend = std::make_shared<FakeBackend>();
    m_backend->sources = {makeSource("reviews")};
    m_backend->models = {makeModel("MiniLM")};
    m_navigator = {};
}

void TestNewRunPreview::cleanup()
{
    settle();
    m_window.reset();
}

void TestNewRunPreview::open()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(1240, 800);
    m_page = new ui::NewRunPage(m_backend, m_navigator, m_window.get());
    m_page->resize(m_window->size());
    m_window->show();
    m_page->open(ui::newRunRoute());
    settle();
}

void TestNewRunPreview::settle()
{
    QTRY_VERIFY_WITH_TIMEOUT(ui::runningAsyncCount() == 0 && m_page->isSettled(), 20'000);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestNewRunPreview::showsLabelsAndLengths()
{
    open();
    const auto* split = shown(*m_page, "newRun.preview.split");
    QVERIFY(split);
    QCOMPARE(split->accessibleName(), QStringLiteral("Split: train 800 rows, 80.0 %, validation 100 rows, "
                                                     "10.0 %, test 100 rows, 10.0 %"));
    QVERIFY(shown(*m_page, "newRun.preview.labels"));
    QVERIFY2(text("newRun.preview.labels.note").contains(QStringLiteral("3.0 to 1")),
             qPrintable(text("newRun.preview.labels.note")));
    QVERIFY2(text("newRun.preview.cut").contains(ui::DatasetText::share(40, 1000)),
             qPrintable(text("newRun.preview.cut")));
    QVERIFY(text("newRun.preview.cut").contains(QStringLiteral("128 tokens")));
    const auto* lengths = shown(*m_page, "newRun.preview.lengths");
    QVERIFY(lengths && lengths->accessibleName().contains(QStringLiteral("The longest has 200")));
}

void TestNewRunPreview::countsThePaddingOfTheFirstBatch()
{
    open();
    const QString facts = text("newRun.batch.facts");
    QVERIFY2(facts.contains(QStringLiteral("2 texts of up to 4 tokens")), qPrintable(facts));
    QVERIFY2(facts.contains(QStringLiteral("padding 1 of 8 places")), qPrintable(facts));
    QVERIFY(shown(*m_page, "newRun.batch.rows")->height() > 0);
    QVERIFY(!shown(*m_page, "newRun.batch.all")); // both rows are there
}

void TestNewRunPreview::tellsTheTimeByMeasuredSteps()
{
    open();
    // 250 steps of 400 tokens, a thousandth of a second each
    QCOMPARE(text("newRun.estimate.time"), QStringLiteral("about 2 min"));
    QCOMPARE(text("newRun.estimate.steps"), QStringLiteral("250"));
    QCOMPARE(text("newRun.estimate.memory"), QStringLiteral("about 1.2 GB"));
    QVERIFY2(text("newRun.estimate.how").contains(QStringLiteral("3 step")),
             qPrintable(text("newRun.estimate.how")));
}

void TestNewRunPreview::measuresOnceForWhatTakesTheSameTime()
{
    open();
    QCOMPARE(m_backend->measureCount, 1);
    shown<QSpinBox>(*m_page, "newRun.epochs")->setValue(2);
    settle();
    QCOMPARE(m_backend->measureCount, 1);
    QCOMPARE(text("newRun.estimate.time"), QStringLiteral("about 2 min"));
    auto* batch = shown<QSpinBox>(*m_page, "newRun.batch_size");
    batch->setValue(8);
    settle();
    QCOMPARE(m_backend->measureCount, 2);
    batch->setValue(16); // known already
    settle();
    QCOMPARE(m_backend->measureCount, 2);
}

void TestNewRunPreview::stopsMeasuringWhenSettingsChange()
{
    std::atomic<int> cancelled{0};
    m_backend->times = [&](const train::Recipe& recipe, const base::Cancellation& cancellation) {
        if (recipe.batchSize == 16) { // goes on until nobody wants it any more
            while (!cancellation.requested())
                std::this_thread::yield();
            ++cancelled;
            cancellation.throwIfRequested();
        }
        return makeTimes();
    };
    m_window = std::make_unique<QWidget>();
    m_page = new ui::NewRunPage(m_backend, m_navigator, m_window.get());
    m_window->resize(1240, 800);
    m_page->resize(m_window->size());
    m_window->show();
    m_page->open(ui::newRunRoute());
    QTRY_COMPARE_WITH_TIMEOUT(m_backend->measureCount, 1, 20'000);
    QCOMPARE(text("newRun.estimate.time"), QStringLiteral("measuring"));
    shown<QSpinBox>(*m_page, "newRun.batch_size")->setValue(8);
    settle();
    QCOMPARE(cancelled, 1);
    QCOMPARE(m_backend->measureCount, 2);
    QCOMPARE(text("newRun.estimate.time"), QStringLiteral("about 2 min"));
}

void TestNewRunPreview::saysWhyItCouldNotMeasure()
{
    m_backend->times = [](const train::Recipe&, const base::Cancellation&) -> train::StepTimes {
        throw base::Error(base::ErrorCode::OutOfMemory, "The memory of the card is not enough.");
    };
    open();
    QVERIFY2(text("newRun.estimate.how").contains(QStringLiteral("is not enough")),
             qPrintable(text("newRun.estimate.how")));
    QVERIFY(shown<QPushButton>(*m_page, "newRun.start.button")->isEnabled()); // only a check stops it
    QCOMPARE(m_backend->measureCount, 1);
}

void TestNewRunPreview::measuresNothingThatCannotStart()
{
    m_backend->checks = [](const train::Recipe& recipe) {
        const bool fits = recipe.batchSize <= 8;
        return std::vector<train::Check>{{train::CheckId::Memory,
                                          fits ? train::CheckState::Ok : train::CheckState::Failed,
                                          "As much memory as there is.",
                                          {}}};
    };
    open();
    QCOMPARE(m_backend->measureCount, 0);
    QCOMPARE(text("newRun.estimate.time"), QStringLiteral("–"));
    shown<QSpinBox>(*m_page, "newRun.batch_size")->setValue(8);
    settle();
    QCOMPARE(m_backend->measureCount, 1);
}

void TestNewRunPreview::survivesAnotherLanguageWhileItMeasures()
{
    std::atomic<bool> goOn{false};
    m_backend->times = [&](const train::Recipe&, const base::Cancellation& cancellation) {
        while (!goOn && !cancellation.requested())
            std::this_thread::yield();
        return makeTimes();
    };
    m_window = std::make_unique<QWidget>();
    m_page = new ui::NewRunPage(m_backend, m_navigator, m_window.get());
    m_window->resize(1240, 800);
    m_page->resize(m_window->size());
    m_window->show();
    m_page->open(ui::newRunRoute());
    QTRY_COMPARE_WITH_TIMEOUT(m_backend->measureCount, 1, 20'000);
    m_page->retranslate();
    QCOMPARE(text("newRun.estimate.time"), QStringLiteral("measuring"));
    goOn = true;
    settle();
    QCOMPARE(m_backend->measureCount, 1);
    QCOMPARE(text("newRun.estimate.time"), QStringLiteral("about 2 min"));
}

void TestNewRunPreview::showsNothingWithoutADataSet()
{
    m_backend->sources.clear();
    open();
    QVERIFY(!shown(*m_page, "newRun.preview.labels"));
    QVERIFY(!shown(*m_page, "newRun.batch.rows"));
    QVERIFY(!shown(*m_page, "newRun.estimate.time"));
    QVERIFY(text("newRun.obstacle").contains(QStringLiteral("Import a data set")));
}

void TestNewRunPreview::showsLabelsWithoutABaseModel()
{
    m_backend->models.clear();
    m_backend->previews = [](const train::Recipe& recipe) {
        auto preview = makePreview();
        if (recipe.baseModel.isNull())
            preview = {.labels = preview.labels, .parts = {}, .lengths = {}, .firstBatch = {}, .work = {}};
        return preview;
    };
    open();
    QVERIFY(shown(*m_page, "newRun.preview.labels"));
    QVERIFY(!shown(*m_page, "newRun.preview.lengths"));
    QVERIFY(!shown(*m_page, "newRun.batch.rows"));
    QCOMPARE(m_backend->measureCount, 0);
}

void TestNewRunPreview::showsDataOfEveryKind_data()
{
    QTest::addColumn<int>("classes");
    QTest::addColumn<int>("labelLength");
    QTest::addColumn<int>("tokens");
    QTest::newRow("one class") << 1 << 8 << 4;
    QTest::newRow("200 classes") << 200 << 8 << 4;
    QTest::newRow("labels of 200 characters") << 3 << 200 << 4;
    QTest::newRow("empty texts") << 2 << 8 << 0;
    QTest::newRow("a very long text") << 2 << 8 << 20'000;
}

void TestNewRunPreview::showsDataOfEveryKind()
{
    QFETCH(int, classes);
    QFETCH(int, labelLength);
    QFETCH(int, tokens);
    m_backend->previews = [=](const train::Recipe&) {
        auto preview = makePreview();
        preview.labels.clear();
        for (int i = 0; i < classes; ++i) {
            const QString label =
                (i % 2 == 0 ? QStringLiteral("label ") : QStringLiteral("标签")).repeated(labelLength / 4);
            preview.labels.push_back({label.left(labelLength).toStdString(), 100});
        }
        for (auto& row : preview.firstBatch->rows) {
            row.label = preview.labels.back().label;
            row.tokens.resize(std::size_t(tokens), {"word", train::TokenKind::Word});
        }
        return preview;
    };
    open();
    QCOMPARE(shown(*m_page, "newRun.preview.labels.more") != nullptr, classes > 5);
    if (classes > 5)
        QCOMPARE(text("newRun.preview.labels.more"), QStringLiteral("and %1 more").arg(classes - 5));
    QCOMPARE(text("newRun.preview.labels.note"),
             classes == 1 ? QStringLiteral("one class only") : QStringLiteral("about even"));
    QVERIFY(!m_page->grab().isNull());
    // nothing makes the page wider than the window
    QVERIFY(shown(*m_page, "newRun.batch.rows")->width() < m_page->width());
}

void TestNewRunPreview::followsADataSetThatIsRemovedElsewhere()
{
    open();
    m_backend->sources.clear();
    m_page->refresh(); // as the watch of the catalog asks for it
    settle();
    QVERIFY(!shown(*m_page, "newRun.preview.labels"));
    QVERIFY(!shown<QPushButton>(*m_page, "newRun.start.button")->isEnabled());
    QVERIFY(text("newRun.obstacle").contains(QStringLiteral("Import a data set")));
}

void TestNewRunPreview::takesTheThreadsThatAPersonPrefers()
{
    m_backend->chosen.threads = 3;
    open();
    QCOMPARE(shown<QSpinBox>(*m_page, "newRun.threads")->value(), 3);
    m_backend->chosen.threads = 2; // in the settings, meanwhile
    m_page->refresh();
    settle();
    QCOMPARE(shown<QSpinBox>(*m_page, "newRun.threads")->value(), 2);
    shown<QSpinBox>(*m_page, "newRun.threads")->setValue(1); // for this run alone
    m_backend->chosen.threads = 4;
    m_page->refresh();
    settle();
    QCOMPARE(shown<QSpinBox>(*m_page, "newRun.threads")->value(), 1);
}

void TestNewRunPreview::namesATableWithoutTexts()
{
    auto source = makeSource("german_credit");
    for (auto& column : source.profile.columns) { // every one repeats few values
        column.rows = 1000;
        column.distinct = 4;
        column.top = {{"yes", 500}};
    }
    m_backend->sources = {source};
    open();
    const QString obstacle = text("newRun.obstacle");
    QVERIFY2(obstacle.contains(QStringLiteral("german_credit")), qPrintable(obstacle));
    QVERIFY2(obstacle.contains(QStringLiteral("repeat")), qPrintable(obstacle));
    QCOMPARE(shown<QComboBox>(*m_page, "newRun.text")->currentIndex(), -1);
    QVERIFY(!shown<QPushButton>(*m_page, "newRun.start.button")->isEnabled());
}

QTEST_MAIN(TestNewRunPreview)
#include "tst_new_run_preview.moc"
