// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_backend.h"

#include "ui/charts/line_chart.h"
#include "ui/theme/theme.h"
#include "ui/training/run_page.h"
#include "ui/training/run_view_model.h"
#include "ui/training/stage_bar.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/async.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/mini_charts.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace lepton;
using namespace lepton::testing;

class TestRunPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsWhereItStands();
    void followsTheCurves();
    void pausesAndGoesOn();
    void asksBeforeItStops();
    void stopsWithoutACheckpoint();
    void resumesFromACheckpoint();
    void saysWhatAFailureWas_data();
    void saysWhatAFailureWas();
    void offersWhatHelpsAgainstAFailure();
    void proposesALowerRate_data();
    void proposesALowerRate();
    void resumesFromTheBanner();
    void leavesRunsOfOthersAlone();
    void drawsAllCurvesOnOneAxis();
    void leavesEvaluationsOutOfTheThroughput();
    void takesBackWhatAResumedRunReplaces();
    void endsTheAxisWhereARunBrokeOff();
    void drawsALongRun();
    void bearsAClockThatJumpsBack();
    void tellsHowItStandsNow();
    void showsTheFirstBatch();
    void writesANote();
    void searchesTheLog();
    void showsFactsInASheetWhereItIsNarrow();
    void noticesThatARunIsDeleted();
    void tellsThatARunIsInTheTrash();
    void triesAText();
    void saysWhyATextWasNotClassified();
    void exports_data();
    void exports();
    void exportsARunThatTrainsWithoutAModel();
    void offersANewRunWithItsRecipe();
    void opensTheVersionThatItIs();
    void showsWhatTheScoreHasToReach();
    void beginsNothingWithoutTheRight();
    void saysThatThereIsNoSuchRun();
    void forgetsTheRunBefore();

private:
    void makePage(ui::RunRegistry registry = {});
    void open(const QString& run = QStringLiteral("R-1"), const QString& tab = {});
    void settle();
    void addPoint(const std::string& key, std::int64_t step, double value);
    QPushButton* button(const char* name) const { return shown<QPushButton>(*m_page, name); }

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::shared_ptr<FakeBackend> m_backend;
    RecordingNavigator m_navigator;
    std::unique_ptr<QWidget> m_window;
    ui::RunPage* m_page = nullptr;
};

void TestRunPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_theme = std::make_unique<ui::theme::Theme>(*qApp);
}

void TestRunPage::init()
{
    m_backend = std::make_shared<FakeBackend>();
    m_navigator = {};
    m_page = nullptr; // goes with its window
    m_window = std::make_unique<QWidget>();
    m_window->resize(1240, 800);
    makePage();
    m_window->show();
}

void TestRunPage::makePage(ui::RunRegistry registry)
{
    delete m_page;
    m_page = new ui::RunPage(m_backend, m_navigator, m_window.get(), std::move(registry));
    m_page->resize(m_window->size());
    m_page->show();
}

void TestRunPage::cleanup()
{
    m_window.reset();
    QTRY_COMPARE(ui::runningAsyncCount(), 0);
}

void TestRunPage::open(const QString& run, const QString& tab)
{
    m_page->open(ui::runRoute(run, tab));
    settle();
}

void TestRunPage::settle()
{
    QTRY_VERIFY(ui::runningAsyncCount() == 0 && m_page->isSettled());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestRunPage::addPoint(const std::string& key, std::int64_t step, double value)
{
    m_backend->points.push_back({.key = key, .step = step, .epoch = 0, .time = {}, .value = value});
}

void TestRunPage::showsWhereItStands()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    m_backend->details[0].job->logTail = {"step 42, loss 0.402"};
    open();
    QCOMPARE(m_page->title(), QStringLiteral("R-1"));
    QCOMPARE(m_page->findChild<ui::Chip*>(QStringLiteral("run.state"))->content().text,
             QStringLiteral("Running"));
    auto* stages = shown<ui::StageBar>(*m_page, "run.stages");
    QCOMPARE(stages->stages().size(), std::size_t(5));
    QVERIFY(stages->stages()[0].state == ui::Stage::State::Done);
    QVERIFY(stages->stages()[2].state == ui::Stage::State::Active);
    QVERIFY2(stages->accessibleName().contains(QStringLiteral("step 42 of 100")),
             qPrintable(stages->accessibleName()));
    QVERIFY(stages->accessibleName().contains(QStringLiteral("0:29 left")));
    QVERIFY(shown<QPlainTextEdit>(*m_page, "run.log")->toPlainText().contains(QStringLiteral("loss 0.402")));
    QVERIFY(!shown<QTabBar>(*m_page, "run.tabs")->isTabEnabled(1));
}

void TestRunPage::followsTheCurves()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    addPoint("train/loss", 1, 1.1);
    open();
    const auto* chart = shown(*m_page, "run.loss.chart");
    QVERIFY2(chart->accessibleName().contains(QStringLiteral("1.100 at step 1")),
             qPrintable(chart->accessibleName()));
    settle();
    addPoint("train/loss", 2, 0.9);
    addPoint("validation/loss", 2, 0.95);
    // the page asks again by itself while the run goes on
    QTRY_VERIFY(chart->accessibleName().contains(QStringLiteral("0.900 at step 2")));
    QVERIFY(chart->accessibleName().contains(QStringLiteral("0.950 at step 2")));
}

void TestRunPage::pausesAndGoesOn()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    open();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    button("run.pause.button")->setFocus();
    button("run.pause.button")->click();
    settle();
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("pause")});
    QVERIFY(!button("run.pause.button"));
    QVERIFY2(button("run.goOn.button")->hasFocus(), "and not Stop, which stands beside it");
    QVERIFY(shown<ui::InlineBanner>(*m_page, "run.banner")->sentence().contains(QStringLiteral("Paused")));
    button("run.goOn.button")->click();
    settle();
    QCOMPARE(m_backend->asked.last(), QStringLiteral("go on"));
    QVERIFY(button("run.pause.button"));
    QVERIFY(!shown(*m_page, "run.banner"));
}

void TestRunPage::asksBeforeItStops()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    open();
    button("run.stop.button")->click();
    QVERIFY(m_backend->asked.isEmpty());
    QVERIFY(shown<ui::InlineBanner>(*m_page, "run.ask")->sentence().contains(QStringLiteral("R-1")));
    button("run.ask.stay")->click();
    QVERIFY(!shown(*m_page, "run.ask"));
    button("run.stop.button")->click();
    QVERIFY(m_page->clearFilter()); // Esc
    QVERIFY(!shown(*m_page, "run.ask"));
    QCOMPARE(m_window->focusWidget(), button("run.stop.button"));
    button("run.stop.button")->click();
    button("run.ask.stop")->click();
    QCOMPARE(m_window->focusWidget(), shown(*m_page, "run.tabs")); // it is left nowhere
    settle();
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("stop")});
    QVERIFY(shown<ui::InlineBanner>(*m_page, "run.banner")->sentence().contains(QStringLiteral("step 42")));
    QVERIFY(button("run.resume.button"));
}

void TestRunPage::stopsWithoutACheckpoint()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    open();
    button("run.stop.button")->click();
    button("run.ask.drop")->click();
    settle();
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("stop without checkpoint")});
    QVERIFY(shown<ui::InlineBanner>(*m_page, "run.banner"));
    QCOMPARE(button("run.resume.button")->text(), QStringLiteral("Start again"));
}

void TestRunPage::resumesFromACheckpoint()
{
    m_backend->details = {makeRun(1, jobs::JobState::Interrupted)};
    open();
    QCOMPARE(button("run.resume.button")->text(), QStringLiteral("Start again"));
    QVERIFY(shown<ui::InlineBanner>(*m_page, "run.banner")
                ->sentence()
                .contains(QStringLiteral("There is no checkpoint: it begins again at step 0.")));
    m_backend->details[0].artifacts = {{train::ArtifactKind::Checkpoint, "checkpoint", "aa", 10, 40}};
    m_page->refresh();
    settle();
    QCOMPARE(button("run.resume.button")->text(), QStringLiteral("Resume"));
    QVERIFY(m_page->primaryAction());
    settle();
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("resume")});
    QCOMPARE(m_page->findChild<ui::Chip*>(QStringLiteral("run.state"))->content().text,
             QStringLiteral("Queued"));
    QCOMPARE(shown<QPlainTextEdit>(*m_page, "run.log")->toPlainText(),
             QStringLiteral("Nothing was logged yet."));
}

void TestRunPage::saysWhatAFailureWas_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("advice");
    QTest::newRow("the machine's fault") << "no_space"
                                         << "The computer was at fault";
    QTest::newRow("the run's fault") << "unsupported"
                                     << "Start a new run";
    QTest::newRow("no room") << "out_of_memory"
                             << "Half the batch";
}

void TestRunPage::saysWhatAFailureWas()
{
    QFETCH(QString, kind);
    QFETCH(QString, advice);
    auto failed = makeRun(1, jobs::JobState::Failed);
    failed.run.errorKind = failed.job->errorKind = kind.toStdString();
    failed.run.errorMessage = failed.job->errorMessage = "It went wrong here.";
    m_backend->details = {failed};
    open();
    const QString sentence = shown<ui::InlineBanner>(*m_page, "run.banner")->sentence();
    QVERIFY2(sentence.contains(QStringLiteral("Failed after step 42")), qPrintable(sentence));
    QVERIFY(sentence.contains(QStringLiteral("It went wrong here.")));
    QVERIFY2(sentence.contains(advice), qPrintable(sentence));
    auto* stages = shown<ui::StageBar>(*m_page, "run.stages");
    QVERIFY(stages->stages()[2].state == ui::Stage::State::Failed);
    // none comes any more
    QCOMPARE(shown(*m_page, "run.loss.chart")->accessibleName(),
             QStringLiteral("Loss; The run ended before there was a value"));
}

void TestRunPage::offersWhatHelpsAgainstAFailure()
{
    auto failed = makeRun(1, jobs::JobState::Failed);
    failed.run.recipe.batchSize = 32;
    failed.run.recipe.gradientAccumulation = 2;
    failed.run.recipe.learningRate = 2e-5;
    failed.run.errorKind = failed.job->errorKind = "out_of_memory";
    failed.run.errorMessage = failed.job->errorMessage = "There is too little memory.";
    m_backend->details = {failed};
    open();
    button("run.banner.remedy1")->click();
    QCOMPARE(m_navigator.routes.last(),
             ui::newRunFromRoute(QStringLiteral("R-1"),
                                 {{QStringLiteral("batch_size"), QStringLiteral("16")},
                                  {QStringLiteral("gradient_accumulation"), QStringLiteral("4")}}));
}

void TestRunPage::proposesALowerRate_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("steps");
    QTest::addColumn<double>("lastLoss");
    QTest::addColumn<QString>("proposed");
    QTest::addColumn<QString>("reason");
    QTest::newRow("far above the usual") << 1e30 << 1 << 1.1 << "2e-5"
                                         << "The rate 1e30 is far above what fine-tuning takes; 2e-5 is the "
                                            "usual one.";
    QTest::newRow("in the first steps") << 2e-5 << 3 << 1.1 << "2e-6"
                                        << "in the first steps, so the rate 2e-5 is too high by far";
    QTest::newRow("after the loss rose") << 7e-5 << 42 << 9.5 << "7e-6"
                                         << "The loss had risen above where it began";
    QTest::newRow("after it had learnt") << 3e-5 << 42 << 0.4 << "1.5e-5"
                                         << "It learnt for 42 steps before";
    QTest::newRow("low already") << 1e-6 << 42 << 0.4 << ""
                                 << "The rate 1e-6 is low already";
}

void TestRunPage::proposesALowerRate()
{
    QFETCH(const double, rate);
    QFETCH(const int, steps);
    QFETCH(const double, lastLoss);
    QFETCH(const QString, proposed);
    QFETCH(const QString, reason);
    auto failed = makeRun(1, jobs::JobState::Failed);
    failed.run.recipe.learningRate = rate;
    failed.run.errorKind = failed.job->errorKind = "diverged";
    failed.run.errorMessage = failed.job->errorMessage = "The loss is no longer a number. A tenth may help.";
    failed.job->progress.done = steps;
    m_backend->details = {failed};
    addPoint("train/loss", 1, 1.2);
    addPoint("train/loss", steps, lastLoss);
    addPoint("train/loss", steps + 1, std::numeric_limits<double>::quiet_NaN());
    open();
    const QString sentence = shown<ui::InlineBanner>(*m_page, "run.banner")->sentence();
    QVERIFY2(sentence.contains(reason), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("after step %1").arg(steps)), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QStringLiteral("may help.")), qPrintable(sentence)); // core's advice
    QVERIFY(button("run.resume.button")->property("kind") !=
            QStringLiteral("primary")); // it would fail again
    button("run.banner.remedy1")->click();
    const QMap<QString, QString> changes =
        proposed.isEmpty() ? QMap<QString, QString>()
                           : QMap<QString, QString>{{QStringLiteral("learning_rate"), proposed}};
    QCOMPARE(m_navigator.routes.last(), ui::newRunFromRoute(QStringLiteral("R-1"), changes));
}

void TestRunPage::resumesFromTheBanner()
{
    m_backend->details = {makeRun(1, jobs::JobState::Interrupted)};
    m_backend->details[0].artifacts = {{train::ArtifactKind::Checkpoint, "checkpoint", "aa", 10, 40}};
    open();
    QCOMPARE(button("run.banner.remedy1")->text(), QStringLiteral("Resume from step 40"));
    button("run.banner.remedy1")->click();
    settle();
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("resume")});
}

void TestRunPage::drawsAllCurvesOnOneAxis()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    for (int step = 1; step <= 10; ++step) {
        const double epoch = step / 10.0;
        const base::UtcTime time{1'700'000'000'000 + step * 500};
        const std::pair<const char*, double> values[] = {{"train/loss", 1.0 / step},
                                                         {"train/tokens", 1000.0},
                                                         {"train/learning_rate", 2e-5},
                                                         {"train/gradient_norm", 0.9}};
        for (const auto& [key, value] : values)
            m_backend->points.push_back({key, step, epoch, time, value});
    }
    open();
    const auto* throughput = shown(*m_page, "run.throughput.chart");
    QVERIFY2(throughput->accessibleName().contains(QStringLiteral("2,000")),
             qPrintable(throughput->accessibleName()));
    QVERIFY(shown(*m_page, "run.rate.chart")->accessibleName().contains(QStringLiteral("2e-5")));
    auto* loss = shown<charts::LineChart>(*m_page, "run.loss.chart");
    auto* norm = shown<charts::LineChart>(*m_page, "run.norm.chart");
    loss->setFocus();
    QTest::keyClick(loss, Qt::Key_End);
    QCOMPARE(norm->cursor(), loss->cursor());
    QVERIFY(loss->cursor().has_value());
    loss->setXAxis(charts::XAxis::Time);
    QCOMPARE(norm->xAxis(), charts::XAxis::Time);
    QTest::keyClick(loss, Qt::Key_End);
    QCOMPARE(loss->cursor(), std::optional(4.5)); // since the first step
}

void TestRunPage::leavesEvaluationsOutOfTheThroughput()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    const auto addStep = [this](int step, std::int64_t milliseconds) {
        const base::UtcTime time{1'700'000'000'000 + milliseconds};
        for (const auto& [key, value] : {std::pair<const char*, double>{"train/loss", 1.0},
                                         {"train/tokens", 1000.0},
                                         {"train/seconds", 0.5}})
            m_backend->points.push_back({key, step, step / 10.0, time, value});
    };
    for (int step = 1; step <= 4; ++step)
        addStep(step, step * 500);
    open();
    auto* throughput = shown<charts::LineChart>(*m_page, "run.throughput.chart");
    QCOMPARE(throughput->pointCount(0), std::size_t(4));
    addStep(5, 60'000); // after an evaluation, while it is shown
    QTRY_COMPARE(throughput->pointCount(0), std::size_t(5));
    const auto lines = throughput->csv().split('\n');
    QVERIFY2(lines.value(5).contains(",2000,"), lines.value(5).constData());
    m_page->open(ui::runRoute(QStringLiteral("R-1"))); // read anew
    settle();
    QCOMPARE(throughput->csv().count(",2000,"), 5);
}

void TestRunPage::takesBackWhatAResumedRunReplaces()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    for (int step = 1; step <= 4; ++step)
        addPoint("train/loss", step, step);
    open();
    auto* loss = shown<charts::LineChart>(*m_page, "run.loss.chart");
    QCOMPARE(loss->pointCount(0), std::size_t(4));
    addPoint("train/loss", 3, 30);
    addPoint("train/loss", 4, 40);
    addPoint("train/loss", 5, 50);
    QTRY_COMPARE(loss->pointCount(0), std::size_t(5));
    QVERIFY(loss->csv().contains(",3,"));
    QVERIFY(loss->csv().contains(",30,") && loss->csv().contains(",40,"));
}

void TestRunPage::endsTheAxisWhereARunBrokeOff()
{
    m_backend->details = {makeRun(2, jobs::JobState::Interrupted), makeRun(1, jobs::JobState::Running)};
    for (int step = 1; step <= 4; ++step)
        addPoint("train/loss", step, step);
    const auto widthZoomed = [this](const QString& run) {
        open(run);
        auto* loss = shown<charts::LineChart>(*m_page, "run.loss.chart");
        loss->setView(std::nullopt);
        loss->setFocus();
        QTest::keyClick(loss, Qt::Key_Home);
        QTest::keyClick(loss, Qt::Key_Plus);
        return loss->view() ? loss->view()->upper - loss->view()->lower : 0;
    };
    QVERIFY(widthZoomed(QStringLiteral("R-1")) > 10); // of 100 steps
    const double stopped = widthZoomed(QStringLiteral("R-2"));
    QVERIFY2(stopped > 0 && stopped < 4, qPrintable(QString::number(stopped)));
}

void TestRunPage::drawsALongRun()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    constexpr int steps = 200'000; // too many for the window's own thread
    for (int step = 1; step <= steps; ++step) {
        m_backend->points.push_back(
            {"train/loss", step, step / 1e5, {1000 * std::int64_t(step)}, 1.0 / step});
        m_backend->points.push_back({"train/tokens", step, step / 1e5, {1000 * std::int64_t(step)}, 500});
    }
    m_page->open(ui::runRoute(QStringLiteral("R-1")));
    QTRY_VERIFY(m_page->isSettled());
    auto* loss = shown<charts::LineChart>(*m_page, "run.loss.chart");
    auto* throughput = shown<charts::LineChart>(*m_page, "run.throughput.chart");
    QTRY_COMPARE(loss->pointCount(0), std::size_t(steps));
    QCOMPARE(throughput->pointCount(0), std::size_t(steps - 1));
    // what comes, and what a resumed run replaces, follows
    m_backend->points.push_back({"train/loss", steps + 1, 2, {1000 * std::int64_t(steps + 1)}, 7.0});
    QTRY_COMPARE(loss->pointCount(0), std::size_t(steps + 1));
    m_backend->points.push_back({"train/loss", steps, 2, {1000 * std::int64_t(steps + 2)}, 3.0});
    m_backend->points.push_back({"train/loss", steps + 1, 2, {1000 * std::int64_t(steps + 3)}, 4.0});
    QTRY_VERIFY(loss->accessibleName().contains(QStringLiteral("4.000 at step 200,001")) &&
                m_page->isSettled());
    QCOMPARE(loss->pointCount(0), std::size_t(steps + 1));
}

void TestRunPage::bearsAClockThatJumpsBack()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    constexpr std::int64_t seconds[] = {100, 101, 102, 12, 13};
    for (int i = 0; i < 5; ++i)
        m_backend->points.push_back({"train/loss", i + 1, 0.1 * i, {seconds[i] * 1000}, 1.0});
    m_backend->points.push_back({"validation/loss", 5, 0.4, {13'000}, 0.9});
    open();
    auto* loss = shown<charts::LineChart>(*m_page, "run.loss.chart");
    loss->setXAxis(charts::XAxis::Time);
    QTest::keyClick(loss, Qt::Key_End);
    QCOMPARE(loss->cursor(), std::optional(3.0));
    // both lines have their last point there
    QVERIFY2(loss->cursorText().contains(QStringLiteral("validation 0.900")),
             qPrintable(loss->cursorText().join(QLatin1Char('|'))));
}

void TestRunPage::tellsHowItStandsNow()
{
    m_window->resize(1400, 900);
    m_page->resize(m_window->size());
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    m_backend->details[0].artifacts = {{train::ArtifactKind::Checkpoint, "checkpoint", "aa", 87'000'000, 40}};
    addPoint("validation/macro_f1", 10, 0.7);
    addPoint("validation/macro_f1", 20, 0.764);
    addPoint("validation/macro_f1", 30, 0.75);
    open();
    const auto says = [&](const QString& text) {
        const auto* card = shown(*m_page, "run.now");
        const auto labels = card ? card->findChildren<QLabel*>() : QList<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->text().contains(text); });
    };
    QVERIFY(says(QStringLiteral("0.764 at step 20")));
    QVERIFY(says(QStringLiteral("step 40, 87")));
    QVERIFY(!says(QStringLiteral("Rows a second")));
    m_backend->details[0].run.recipe.batchSize = 16;
    m_backend->details[0].run.data = {{"rows", {{"train", 100}, {"validation", 10}, {"test", 10}}}};
    for (int step = 31; step <= 35; ++step) // seven steps make an epoch of 100 rows
        m_backend->points.push_back({"train/loss", step, 0, {1'000'000 + step * 50}, 1.0});
    m_page->refresh();
    settle();
    QTRY_VERIFY(says(QStringLiteral("Rows a second")));
    QVERIFY(says(QStringLiteral("286")));
    QTRY_VERIFY(says(QStringLiteral(" of "))); // memory, after two readings
}

void TestRunPage::showsTheFirstBatch()
{
    auto large = makeRun(2, jobs::JobState::Running);
    large.run.data = {{"rows", {{"train", 9'000'000}, {"validation", 500'000}, {"test", 500'000}}}};
    auto run = makeRun(1, jobs::JobState::Running);
    m_backend->details = {large, run};
    open();
    QVERIFY2(!shown(*m_page, "run.firstBatch"), "its rows are not parted yet");

    m_backend->details[1].run.data = {{"rows", {{"train", 800}, {"validation", 100}, {"test", 100}}}};
    m_page->refresh();
    settle();
    const auto* rows = shown(*m_page, "run.firstBatch.rows");
    QVERIFY(rows);
    QVERIFY2(rows->accessibleName().contains(QStringLiteral("as the model reads them")),
             qPrintable(rows->accessibleName()));

    open(QStringLiteral("R-2"));
    QVERIFY2(!shown(*m_page, "run.firstBatch"), "ten million rows are not read again for it");
}

void TestRunPage::writesANote()
{
    m_window->resize(1440, 900);
    m_page->resize(m_window->size());
    m_backend->details = {makeCompleteRun(1)};
    open();
    QVERIFY(!shown(*m_page, "run.note.text"));
    button("run.note.edit")->click();
    auto* edit = m_window->findChild<QPlainTextEdit*>(QStringLiteral("runNote.edit"));
    QVERIFY(edit);
    QTest::keyClicks(edit, QStringLiteral("Diverges above 1e-4"));
    m_window->findChild<QPushButton*>(QStringLiteral("runNote.save.button"))->click();
    settle();
    QCOMPARE(m_backend->details.front().run.note, std::string("Diverges above 1e-4"));
    QCOMPARE(shown<QLabel>(*m_page, "run.note.text")->text(), QStringLiteral("Diverges above 1e-4"));

    m_backend->refusals.emplace(train::TrainAction::EditRuns,
                                base::Error(base::ErrorCode::NotAllowed, "Ask an admin for the role."));
    m_page->refresh();
    settle();
    QVERIFY(!button("run.note.edit")->isEnabled());
    QCOMPARE(button("run.note.edit")->toolTip(), QStringLiteral("Ask an admin for the role."));
}

void TestRunPage::searchesTheLog()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    m_backend->details[0].job->logTail = {"step 1, loss 1.1", "saved a checkpoint", "step 2, loss 0.9"};
    open();
    auto* log = shown<QPlainTextEdit>(*m_page, "run.log");
    QCOMPARE(log->toPlainText().count(QLatin1Char('\n')), 2);
    QVERIFY(m_page->focusFilter());
    QTest::keyClicks(shown<QLineEdit>(*m_page, "run.log.filter"), QStringLiteral("LOSS 0.9"));
    QCOMPARE(log->toPlainText(), QStringLiteral("step 2, loss 0.9"));
    QVERIFY(m_page->clearFilter());
    QVERIFY(!m_page->clearFilter());
    QVERIFY(log->toPlainText().contains(QStringLiteral("saved")));
}

void TestRunPage::showsFactsInASheetWhereItIsNarrow()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    open(); // 1240 wide
    QVERIFY(!shown(*m_page, "run.facts"));
    button("run.sheet.button")->click();
    QVERIFY(shown(*m_page, "run.facts"));
    QVERIFY(m_page->toggleSideSheet());
    QVERIFY(!shown(*m_page, "run.facts"));
    m_window->resize(1400, 900);
    m_page->resize(m_window->size());
    QTRY_VERIFY(shown(*m_page, "run.facts"));
    QVERIFY(!button("run.sheet.button"));
    QVERIFY(!m_page->toggleSideSheet());
}

void TestRunPage::noticesThatARunIsDeleted()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    open();
    QVERIFY(shown(*m_page, "run.loss.chart"));
    m_backend->details.clear(); // in another window; this one asks again by itself
    QTRY_VERIFY(!shown(*m_page, "run.loss.chart"));
    QVERIFY(shown<ui::InlineBanner>(*m_page, "run.banner")
                ->sentence()
                .contains(QStringLiteral("R-1 is not there any more.")));
    QVERIFY(!button("run.stop.button"));
    settle();
}

void TestRunPage::tellsThatARunIsInTheTrash()
{
    m_backend->details = {makeRun(1, jobs::JobState::Interrupted)};
    open();
    QVERIFY(button("run.resume.button"));
    m_backend->details[0].run.trashed = base::UtcTime{1'700'000'000'000};
    m_page->refresh();
    settle();
    QVERIFY2(!button("run.resume.button"), "it has to be restored first");
    QVERIFY(
        shown<ui::InlineBanner>(*m_page, "run.banner")->sentence().contains(QStringLiteral("in the trash")));
    button("run.banner.remedy1")->click();
    QCOMPARE(m_navigator.routes.last(), ui::trainingRoute());
}

void TestRunPage::leavesRunsOfOthersAlone()
{
    auto other = makeRun(1, jobs::JobState::Running);
    other.job->own = false;
    other.job->pausable = false;
    m_backend->details = {other};
    open();
    QVERIFY(!button("run.pause.button"));
    QVERIFY(!button("run.stop.button"));
    const auto sentence = [this] { return shown<ui::InlineBanner>(*m_page, "run.banner")->sentence(); };
    QVERIFY2(sentence().contains(QStringLiteral("paused and stopped there")), qPrintable(sentence()));
    m_backend->details.front().run.state = m_backend->details.front().job->state = jobs::JobState::Paused;
    m_page->refresh();
    settle();
    QVERIFY(!button("run.goOn.button"));
    QVERIFY2(sentence().contains(QStringLiteral("goes on from there")), qPrintable(sentence()));
}

void TestRunPage::triesAText()
{
    m_backend->details = {makeCompleteRun(1)};
    open(QStringLiteral("R-1"), QStringLiteral("try"));
    auto* field = shown<QLineEdit>(*m_page, "run.try.edit");
    QTest::keyClicks(field, QStringLiteral("Great!"));
    QTest::keyClick(field, Qt::Key_Return);
    settle();
    QCOMPARE(shown<QLabel>(*m_page, "run.try.label")->text(), QStringLiteral("positive"));
    const auto bars = m_page->findChildren<ui::Bar*>();
    QVERIFY(std::any_of(bars.begin(), bars.end(), [](const ui::Bar* bar) {
        return bar->accessibleName() == QStringLiteral("positive: 90.0 %");
    }));
    field->setText(QStringLiteral("so so"));
    button("run.try.button")->click();
    settle();
    QCOMPARE(shown<QLabel>(*m_page, "run.try.label")->text(), QStringLiteral("negative"));
}

void TestRunPage::saysWhyATextWasNotClassified()
{
    m_backend->details = {makeCompleteRun(1)};
    open(QStringLiteral("R-1"), QStringLiteral("try"));
    m_backend->refusal = base::Error(base::ErrorCode::NotFound, "The library is not there.");
    auto* field = shown<QLineEdit>(*m_page, "run.try.edit");
    QTest::keyClicks(field, QStringLiteral("text"));
    QTest::keyClick(field, Qt::Key_Return);
    settle();
    const auto banners = m_page->findChildren<ui::InlineBanner*>();
    QVERIFY(std::any_of(banners.begin(), banners.end(), [](const ui::InlineBanner* banner) {
        return banner->isVisible() &&
               banner->sentence().contains(QStringLiteral("The library is not there."));
    }));
}

void TestRunPage::exports_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("format");
    QTest::newRow("model") << "run.export.model"
                           << "hf";
    QTest::newRow("MLflow") << "run.export.mlflow"
                            << "mlflow";
    QTest::newRow("TensorBoard") << "run.export.tensorboard"
                                 << "tensorboard";
}

void TestRunPage::exports()
{
    QFETCH(QString, entry);
    QFETCH(QString, format);
    m_backend->details = {makeCompleteRun(1)};
    open();
    button("run.export.button")->menu()->findChild<QAction*>(entry)->trigger();
    auto* dialog = m_page->findChild<QFileDialog*>(QStringLiteral("run.export.folder"));
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(QStringLiteral("models/model-of-r1"));
    dialog->reject();
    settle();
    QCOMPARE(m_backend->asked, QStringList{"export " + format + " models/model-of-r1"});
    QVERIFY(m_navigator.toasts.last().contains(QStringLiteral("model-of-r1")));
}

void TestRunPage::exportsARunThatTrainsWithoutAModel()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    open();
    const QMenu* menu = button("run.export.button")->menu();
    const auto* model = menu->findChild<QAction*>(QStringLiteral("run.export.model"));
    QVERIFY(!model->isEnabled());
    QVERIFY(model->toolTip().contains(QStringLiteral("complete")));
    QVERIFY(menu->findChild<QAction*>(QStringLiteral("run.export.mlflow"))->isEnabled());
}

void TestRunPage::offersANewRunWithItsRecipe()
{
    m_backend->details = {makeCompleteRun(1)};
    open();
    button("run.newRun.button")->click();
    QCOMPARE(m_navigator.routes.last(), ui::newRunFromRoute(QStringLiteral("R-1")));
}

void TestRunPage::opensTheVersionThatItIs()
{
    m_backend->details = {makeCompleteRun(1)};
    QStringList registered;
    std::optional<ui::RunVersion> version;
    makePage({.registerRun = [&](QWidget*, const QString& run) { registered << run; },
              .versionOf = [&](const train::RunId&) { return version; }});
    open();
    QCOMPARE(button("run.register.button")->text(), QStringLiteral("Register model"));
    button("run.register.button")->click();
    QCOMPARE(registered, QStringList{QStringLiteral("R-1")});

    version = {QStringLiteral("news-topics v7"), ui::Route{QStringLiteral("model"), {}, 7, {}, {}}};
    m_page->refresh();
    settle();
    QCOMPARE(button("run.register.button")->text(), QStringLiteral("Open news-topics v7"));
    button("run.register.button")->click();
    QCOMPARE(m_navigator.routes.last(), version->route);
    QCOMPARE(registered.size(), 1);
}

void TestRunPage::showsWhatTheScoreHasToReach()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    addPoint("validation/macro_f1", 10, 0.5);
    QStringList asked;
    makePage({.gateOf = [&](const std::string& metric) {
        asked << QString::fromStdString(metric);
        return std::optional(0.75);
    }});
    open();
    QCOMPARE(asked, QStringList{QStringLiteral("macro_f1")});
    auto* score = shown<charts::LineChart>(*m_page, "run.score.chart");
    QVERIFY2(score->picture("svg").contains("gate 0.75"), score->picture("svg").constData());
}

void TestRunPage::beginsNothingWithoutTheRight()
{
    auto failed = makeRun(1, jobs::JobState::Failed);
    failed.artifacts.push_back({train::ArtifactKind::Checkpoint, "checkpoint", {}, 87'000'000, 400});
    m_backend->details = {failed};
    m_backend->refusals.emplace(train::TrainAction::Train,
                                base::Error(base::ErrorCode::NotAllowed, "Ask an admin for the role."));
    open();
    for (const char* name : {"run.newRun.button", "run.resume.button"}) {
        QVERIFY2(!button(name)->isEnabled(), name);
        QCOMPARE(button(name)->toolTip(), QStringLiteral("Ask an admin for the role."));
    }
    QVERIFY(!m_page->primaryAction());
    m_backend->refusals.clear();
    m_page->refresh();
    settle();
    QVERIFY(button("run.resume.button")->isEnabled());
}

void TestRunPage::saysThatThereIsNoSuchRun()
{
    open(QStringLiteral("R-7"));
    QVERIFY(shown<ui::InlineBanner>(*m_page, "run.banner")->sentence().contains(QStringLiteral("R-7")));
    QVERIFY(!shown(*m_page, "run.loss.chart"));
}

void TestRunPage::forgetsTheRunBefore()
{
    m_backend->details = {makeRun(2, jobs::JobState::Queued), makeCompleteRun(1)};
    addPoint("train/loss", 9, 0.5);
    open(QStringLiteral("R-1"));
    const auto* model = button("run.export.button")->menu()->findChild<QAction*>("run.export.model");
    QVERIFY(model->isEnabled());
    m_backend->points.clear();
    open(QStringLiteral("R-2"));
    QVERIFY(!model->isEnabled());
    QCOMPARE(shown(*m_page, "run.loss.chart")->accessibleName(), QStringLiteral("Loss; No values yet"));
}

QTEST_MAIN(TestRunPage)
#include "tst_run_page.moc"
