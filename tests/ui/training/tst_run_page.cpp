// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_backend.h"

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
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void showsWhereItStands();
    void followsTheCurves();
    void pausesAndGoesOn();
    void asksBeforeItStops();
    void resumesFromACheckpoint();
    void saysWhatAFailureWas_data();
    void saysWhatAFailureWas();
    void leavesRunsOfOthersAlone();
    void triesAText();
    void saysWhyATextWasNotClassified();
    void exportsTheModel();
    void offersANewRunWithItsRecipe();
    void saysThatThereIsNoSuchRun();
    void forgetsTheRunBefore();

private:
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

void TestRunPage::init()
{
    m_backend = std::make_shared<FakeBackend>();
    m_navigator = {};
    m_window = std::make_unique<QWidget>();
    m_window->resize(1240, 800);
    m_page = new ui::RunPage(m_backend, m_navigator, m_window.get());
    m_page->resize(m_window->size());
    m_window->show();
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
    button("run.pause.button")->click();
    settle();
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("pause")});
    QVERIFY(!button("run.pause.button"));
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
    button("run.ask.stop")->click();
    settle();
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("interrupt")});
    QVERIFY(shown<ui::InlineBanner>(*m_page, "run.banner")->sentence().contains(QStringLiteral("step 42")));
    QVERIFY(button("run.resume.button"));
}

void TestRunPage::resumesFromACheckpoint()
{
    m_backend->details = {makeRun(1, jobs::JobState::Interrupted)};
    open();
    QVERIFY(!button("run.resume.button")); // nothing to go on from
    m_backend->details[0].artifacts = {{train::ArtifactKind::Checkpoint, "checkpoint", "aa", 10, 40}};
    m_page->refresh();
    settle();
    QVERIFY(m_page->primaryAction());
    settle();
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("resume")});
    QCOMPARE(m_page->findChild<ui::Chip*>(QStringLiteral("run.state"))->content().text,
             QStringLiteral("Queued"));
}

void TestRunPage::saysWhatAFailureWas_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("advice");
    QTest::newRow("the machine's fault") << "no_space"
                                         << "The computer was at fault";
    QTest::newRow("the run's fault") << "diverged"
                                     << "Start a new run";
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
    QVERIFY2(sentence.contains(QStringLiteral("Failed at step 42")), qPrintable(sentence));
    QVERIFY(sentence.contains(QStringLiteral("It went wrong here.")));
    QVERIFY2(sentence.contains(advice), qPrintable(sentence));
    auto* stages = shown<ui::StageBar>(*m_page, "run.stages");
    QVERIFY(stages->stages()[2].state == ui::Stage::State::Failed);
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

void TestRunPage::exportsTheModel()
{
    m_backend->details = {makeCompleteRun(1)};
    open();
    button("run.export.button")->click();
    auto* dialog = m_page->findChild<QFileDialog*>(QStringLiteral("run.export.folder"));
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(QStringLiteral("models/model-of-r1"));
    dialog->reject();
    settle();
    QCOMPARE(m_backend->asked, QStringList{QStringLiteral("export models/model-of-r1")});
    QVERIFY(m_navigator.toasts.last().contains(QStringLiteral("model-of-r1")));
}

void TestRunPage::offersANewRunWithItsRecipe()
{
    m_backend->details = {makeCompleteRun(1)};
    open();
    button("run.newRun.button")->click();
    QCOMPARE(m_navigator.routes.last(), ui::newRunFromRoute(QStringLiteral("R-1")));
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
    QVERIFY(button("run.export.button"));
    m_backend->points.clear();
    open(QStringLiteral("R-2"));
    QVERIFY(!button("run.export.button"));
    QCOMPARE(shown(*m_page, "run.loss.chart")->accessibleName(), QStringLiteral("Loss"));
}

QTEST_MAIN(TestRunPage)
#include "tst_run_page.moc"
