// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_backend.h"

#include "ui/theme/theme.h"
#include "ui/training/training_page.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/async.h"
#include "ui/widgets/inline_banner.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace lepton;
using namespace lepton::testing;

class TestTrainingPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void saysHowToBegin();
    void opensARun();
    void filters();
    void followsARunThatGoesOn();
    void saysWhyRunsCannotBeRead();
    void importsABaseModel();
    void saysWhyAModelWasNotImported();
    void movesAModelToTheTrashWithUndo();

private:
    void open(const ui::Route& route = ui::trainingRoute());
    void settle();

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::shared_ptr<FakeBackend> m_backend;
    RecordingNavigator m_navigator;
    std::unique_ptr<QWidget> m_window;
    ui::TrainingPage* m_page = nullptr;
};

void TestTrainingPage::init()
{
    m_backend = std::make_shared<FakeBackend>();
    m_navigator = {};
}

void TestTrainingPage::cleanup()
{
    m_window.reset();
    QTRY_COMPARE(ui::runningAsyncCount(), 0);
}

void TestTrainingPage::open(const ui::Route& route)
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(1240, 800);
    m_page = new ui::TrainingPage(m_backend, m_navigator, m_window.get());
    m_page->resize(m_window->size());
    m_window->show();
    m_page->open(route);
    settle();
}

void TestTrainingPage::settle()
{
    QTRY_VERIFY(ui::runningAsyncCount() == 0 && m_page->isSettled());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestTrainingPage::saysHowToBegin()
{
    open();
    auto* begin = shown<QPushButton>(*m_page, "training.empty.newRun");
    QVERIFY(begin);
    begin->click();
    QCOMPARE(m_navigator.routes.last(), ui::newRunRoute());
    m_page->open(ui::trainingRoute(QStringLiteral("models")));
    settle();
    QVERIFY(shown(*m_page, "training.models.empty.import"));
}

void TestTrainingPage::opensARun()
{
    m_backend->details = {makeRun(2, jobs::JobState::Failed), makeCompleteRun(1)};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("R-2")); // the newest first
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(m_navigator.routes.last(), ui::runRoute(QStringLiteral("R-1")));
}

void TestTrainingPage::filters()
{
    m_backend->details = {makeRun(2, jobs::JobState::Failed), makeCompleteRun(1)};
    open();
    QVERIFY(m_page->focusFilter());
    auto* field = shown<QLineEdit>(*m_page, "training.filter.edit");
    field->setText(QStringLiteral("failed"));
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    QCOMPARE(table->model()->rowCount(), 1);
    field->setText(QStringLiteral("nothing of the kind"));
    QVERIFY(shown(*m_page, "training.nothing"));
    QVERIFY(m_page->clearFilter());
    QVERIFY(!m_page->clearFilter());
    QCOMPARE(table->model()->rowCount(), 2);
}

void TestTrainingPage::followsARunThatGoesOn()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    const QPersistentModelIndex state = table->model()->index(0, 3);
    QCOMPARE(state.data().toString(), QStringLiteral("Running"));
    settle();
    m_backend->details = {makeCompleteRun(1)};
    // the page asks again by itself while something runs
    QTRY_COMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("Completed"));
}

void TestTrainingPage::saysWhyRunsCannotBeRead()
{
    m_backend->readError = base::Error(base::ErrorCode::Io, "The catalog cannot be reached.");
    open();
    auto* banner = shown<ui::InlineBanner>(*m_page, "training.banner");
    QVERIFY(banner);
    QVERIFY2(banner->sentence().contains(QStringLiteral("cannot be reached")),
             qPrintable(banner->sentence()));
    m_backend->readError.reset();
    banner->findChild<QPushButton*>()->click();
    settle();
    QVERIFY(!shown(*m_page, "training.banner"));
    QVERIFY(shown(*m_page, "training.empty.newRun"));
}

void TestTrainingPage::importsABaseModel()
{
    open(ui::trainingRoute(QStringLiteral("models")));
    shown<QPushButton>(*m_page, "training.models.empty.import")->click();
    auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("importModel"));
    QVERIFY(dialog);
    auto* start = dialog->findChild<QPushButton*>(QStringLiteral("importModel.import.button"));
    QVERIFY(!start->isEnabled());
    dialog->findChild<QLineEdit*>(QStringLiteral("importModel.folder.edit"))
        ->setText(QStringLiteral("/models/MiniLM-L6"));
    QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("importModel.name.edit"))->text(),
             QStringLiteral("MiniLM-L6"));
    QVERIFY(start->isEnabled());
    start->click();
    settle();
    auto* table = shown<QTableView>(*m_page, "training.models.table");
    QVERIFY(table);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("MiniLM-L6"));
    QVERIFY(m_navigator.toasts.last().contains(QStringLiteral("MiniLM-L6")));
}

void TestTrainingPage::saysWhyAModelWasNotImported()
{
    open(ui::trainingRoute(QStringLiteral("models")));
    m_backend->refusal = base::Error(base::ErrorCode::BadModel, "The folder has no config.json.");
    shown<QPushButton>(*m_page, "training.models.empty.import")->click();
    auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("importModel"));
    dialog->findChild<QLineEdit*>(QStringLiteral("importModel.folder.edit"))->setText(QStringLiteral("/x"));
    dialog->findChild<QPushButton*>(QStringLiteral("importModel.import.button"))->click();
    settle();
    QVERIFY(dialog->isVisible());
    auto* banner = dialog->findChild<ui::InlineBanner*>();
    QVERIFY(banner->isVisible());
    QVERIFY(banner->sentence().contains(QStringLiteral("config.json")));
    dialog->reject();
    QVERIFY(m_backend->models.empty());
}

void TestTrainingPage::movesAModelToTheTrashWithUndo()
{
    m_backend->models = {makeModel("a"), makeModel("b")};
    open(ui::trainingRoute(QStringLiteral("models")));
    auto* table = shown<QTableView>(*m_page, "training.models.table");
    table->setCurrentIndex(table->model()->index(1, 0));
    table->setFocus();
    for (auto* action : table->actions()) {
        if (action->shortcut() == QKeySequence(Qt::Key_Delete))
            action->trigger();
    }
    settle();
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(m_navigator.lastUndo);
    m_navigator.lastUndo();
    settle();
    QCOMPARE(table->model()->rowCount(), 2);
}

QTEST_MAIN(TestTrainingPage)
#include "tst_training_page.moc"
