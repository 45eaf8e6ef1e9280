// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_backend.h"
#include "support/asks_for_more.h"

#include "ui/charts/line_chart.h"
#include "ui/datasets/grid/column_picker.h"
#include "ui/theme/theme.h"
#include "ui/training/compare_table.h"
#include "ui/training/compare_table_model.h"
#include "ui/training/run_list_model.h"
#include "ui/training/training_page.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/async.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/view_memory.h"

#include <QAction>
#include <QDialog>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

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
    void tellsALossThatWasNoNumberByItsStatus();
    void beginsANewRunFromTheCurrentOne();
    void filters();
    void saysWhatIsWrongWithAFilterInPlace();
    void filtersByMenus();
    void ordersByAColumn();
    void hidesAndAddsColumns();
    void offersEachColumnOnce();
    void keepsTheDataSetReadable();
    void savesViews();
    void marksWhatAsksForMore();
    void namesAndTagsRuns();
    void movesRunsToTheTrashWithUndo();
    void actsOnTheRowUnderThePointer();
    void saysWhyARunWasNotMoved();
    void saysWhatOneHasNoRightTo();
    void comparesWhatIsTicked();
    void savesAComparison();
    void comparesRunsOfOtherClasses();
    void keepsFiguresOfSixRunsWhole();
    void forgetsARunThatIsGone();
    void remembersThePlaceOfTheSplitter();
    void followsARunThatGoesOn();
    void saysWhyRunsCannotBeRead();
    void importsABaseModel();
    void saysWhyAModelWasNotImported();
    void movesAModelToTheTrashWithUndo();
    void tellsOfAFailedUndoWhereThePersonIs();

private:
    void open(const ui::Route& route = ui::trainingRoute());
    static QString textAt(const QTableView& table, int row, int column);
    void tick(int row);
    void chooseInMenu(const char* button, const QString& text);
    void settle();

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::shared_ptr<FakeBackend> m_backend;
    RecordingNavigator m_navigator;
    ui::ViewMemory m_memory;
    std::unique_ptr<QWidget> m_window;
    ui::TrainingPage* m_page = nullptr;
};

void TestTrainingPage::init()
{
    m_backend = std::make_shared<FakeBackend>();
    m_navigator = {};
    m_memory = {};
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
    m_page = new ui::TrainingPage(m_backend, m_navigator, m_memory, m_window.get());
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

QString TestTrainingPage::textAt(const QTableView& table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

void TestTrainingPage::tick(int row)
{
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    table->setCurrentIndex(table->model()->index(row, ui::RunListModel::RunColumn));
    QTest::keyClick(table, Qt::Key_Space);
    settle();
}

void TestTrainingPage::chooseInMenu(const char* name, const QString& text)
{
    QMenu* menu = nullptr;
    if (auto* button = shown<QPushButton>(*m_page, name))
        menu = button->menu();
    else if (auto* tool = shown<QToolButton>(*m_page, name))
        menu = tool->menu();
    QVERIFY(menu);
    Q_EMIT menu->aboutToShow();
    for (auto* action : menu->actions()) {
        if (action->text() == text) {
            action->trigger();
            settle();
            return;
        }
    }
    QFAIL(qPrintable(QStringLiteral("no such entry: ") + text));
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

void TestTrainingPage::tellsALossThatWasNoNumberByItsStatus()
{
    auto diverged = makeRun(2, jobs::JobState::Failed);
    diverged.run.errorKind = "diverged";
    auto full = makeRun(1, jobs::JobState::Failed);
    full.run.errorKind = "no_space";
    m_backend->details = {diverged, full};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    QCOMPARE(textAt(*table, 0, ui::RunListModel::StateColumn), QStringLiteral("Failed, NaN"));
    QCOMPARE(textAt(*table, 1, ui::RunListModel::StateColumn), QStringLiteral("Failed"));
}

void TestTrainingPage::beginsANewRunFromTheCurrentOne()
{
    m_backend->details = {makeCompleteRun(2), makeCompleteRun(1)};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    table->setCurrentIndex(table->model()->index(1, ui::RunListModel::RunColumn));
    chooseInMenu("training.more.button", QStringLiteral("New run from this one"));
    QCOMPARE(m_navigator.routes.last(), ui::newRunFromRoute(QStringLiteral("R-1")));
}

void TestTrainingPage::opensARun()
{
    m_backend->details = {makeRun(2, jobs::JobState::Failed), makeCompleteRun(1)};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(textAt(*table, 0, ui::RunListModel::RunColumn), QStringLiteral("R-2")); // the newest first
    table->setCurrentIndex(table->model()->index(1, 1));
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
    settle();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(m_page->route().query.value(QStringLiteral("filter")), QStringLiteral("failed"));
    field->setText(QStringLiteral("macro_f1 > 0.7 and number < 2"));
    settle();
    QCOMPARE(textAt(*table, 0, ui::RunListModel::RunColumn), QStringLiteral("R-1"));
    field->setText(QStringLiteral("nothing of the kind"));
    settle();
    QVERIFY(shown(*m_page, "training.nothing"));
    QVERIFY(m_page->clearFilter());
    QVERIFY(!m_page->clearFilter());
    settle();
    QCOMPARE(table->model()->rowCount(), 2);
}

void TestTrainingPage::saysWhatIsWrongWithAFilterInPlace()
{
    m_backend->details = {makeRun(2, jobs::JobState::Failed), makeCompleteRun(1)};
    open();
    auto* field = shown<QLineEdit>(*m_page, "training.filter.edit");
    field->setText(QStringLiteral("macro_f2 > 0.5"));
    settle();
    auto* message = shown(*m_page, "training.filter.message");
    QVERIFY(message);
    QVERIFY(message->findChild<QLabel*>()->text().contains(QStringLiteral("macro_f1")));
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    QCOMPARE(table->model()->rowCount(), 2); // what was shown stays
    field->setText(QStringLiteral("macro_f1 > 0.5"));
    settle();
    QVERIFY(!shown(*m_page, "training.filter.message"));
    QCOMPARE(table->model()->rowCount(), 1);
}

void TestTrainingPage::filtersByMenus()
{
    auto other = makeCompleteRun(2);
    other.run.datasetName = "it's (a) \"name\"";
    m_backend->details = {other, makeCompleteRun(1)};
    open();
    chooseInMenu("training.filter.dataset", QStringLiteral("it's (a) \"name\" (1)"));
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    QCOMPARE(table->model()->rowCount(), 1);
    auto* field = shown<QLineEdit>(*m_page, "training.filter.edit");
    field->setText(QStringLiteral("number = 1 or number = 2"));
    settle();
    QCOMPARE(table->model()->rowCount(), 1); // the menu holds for all of the expression
    shown<QPushButton>(*m_page, "training.filter.clear")->click();
    settle();
    QVERIFY(field->text().isEmpty());
    QCOMPARE(table->model()->rowCount(), 2);
}

void TestTrainingPage::ordersByAColumn()
{
    auto better = makeCompleteRun(1);
    better.run.metrics["validation/macro_f1"] = 0.9;
    m_backend->details = {makeRun(3, jobs::JobState::Failed), makeCompleteRun(2), better};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    const auto order = [&] {
        QStringList runs;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            runs << textAt(*table, row, ui::RunListModel::RunColumn);
        return runs.join(QLatin1Char(' '));
    };
    table->horizontalHeader()->setSortIndicator(ui::RunListModel::BestColumn, Qt::DescendingOrder);
    settle();
    QCOMPARE(order(), QStringLiteral("R-1 R-2 R-3"));
    table->horizontalHeader()->setSortIndicator(ui::RunListModel::BestColumn, Qt::AscendingOrder);
    settle();
    QCOMPARE(order(), QStringLiteral("R-2 R-1 R-3")); // a failed run is last in either direction
    table->horizontalHeader()->setSortIndicator(ui::RunListModel::TickColumn, Qt::AscendingOrder);
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), int(ui::RunListModel::BestColumn));
}

void TestTrainingPage::hidesAndAddsColumns()
{
    m_backend->details = {makeCompleteRun(1)};
    open();
    shown<QPushButton>(*m_page, "training.columns.button")->click();
    auto* picker = m_page->findChild<ui::ColumnPicker*>();
    QVERIFY(picker);
    const auto toggle = [&](const QString& title, Qt::CheckState state) {
        for (int row = 0; row < picker->names().rowCount(); ++row) {
            const auto index = picker->names().index(row);
            if (index.data().toString() == title)
                return picker->names().setData(index, state, Qt::CheckStateRole);
        }
        return false;
    };
    QVERIFY(toggle(QStringLiteral("Base model"), Qt::Unchecked));
    QVERIFY(toggle(QStringLiteral("Accuracy, test"), Qt::Checked));
    settle();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    QVERIFY(table->isColumnHidden(ui::RunListModel::BaseModelColumn));
    const int added = table->model()->columnCount() - 1;
    QCOMPARE(table->model()->headerData(added, Qt::Horizontal).toString(), QStringLiteral("Accuracy, test"));
    QTRY_COMPARE(textAt(*table, 0, added), QStringLiteral("0.670"));
    picker->close();
    open(); // the same person comes back
    table = shown<QTableView>(*m_page, "training.runs.table");
    QVERIFY(table->isColumnHidden(ui::RunListModel::BaseModelColumn));
    QCOMPARE(table->model()->headerData(added, Qt::Horizontal).toString(), QStringLiteral("Accuracy, test"));
}

void TestTrainingPage::offersEachColumnOnce()
{
    m_backend->details = {makeCompleteRun(1)};
    open();
    shown<QPushButton>(*m_page, "training.columns.button")->click();
    auto* picker = m_page->findChild<ui::ColumnPicker*>();
    QStringList titles;
    for (int row = 0; row < picker->names().rowCount(); ++row)
        titles << picker->names().index(row).data().toString();
    QVERIFY(titles.contains(QStringLiteral("Best")) &&
            titles.contains(QStringLiteral("Macro F1, validation")));
    QCOMPARE(titles.removeDuplicates(), 0);
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    const auto best = [table] {
        return table->model()->headerData(ui::RunListModel::BestColumn, Qt::Horizontal).toString();
    };
    QCOMPARE(best(), QStringLiteral("Macro F1, validation"));
    const int metric = int(titles.indexOf(QStringLiteral("Macro F1, validation")));
    picker->names().setData(picker->names().index(metric), Qt::Checked, Qt::CheckStateRole);
    settle();
    QCOMPARE(best(), QStringLiteral("Best")); // or two columns would have one name

    const int columns = table->model()->columnCount();
    QPushButton* usual = nullptr;
    for (auto* button : picker->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Show the usual"))
            usual = button;
    }
    QVERIFY(usual);
    usual->click();
    settle();
    QCOMPARE(table->model()->columnCount(), columns - 1);
    picker->close();
}

void TestTrainingPage::keepsTheDataSetReadable()
{
    m_backend->details = {makeCompleteRun(1)};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    const int roomy = table->columnWidth(ui::RunListModel::DatasetColumn);
    shown<QPushButton>(*m_page, "training.columns.button")->click();
    auto* picker = m_page->findChild<ui::ColumnPicker*>();
    for (int row = 0; row < picker->names().rowCount(); ++row)
        picker->names().setData(picker->names().index(row), Qt::Checked, Qt::CheckStateRole);
    settle();
    QCOMPARE(table->columnWidth(ui::RunListModel::DatasetColumn), 120);
    QTRY_VERIFY(table->horizontalScrollBar()->maximum() > 0);
    for (auto* button : picker->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Show the usual"))
            button->click();
    }
    settle();
    QTRY_COMPARE(table->columnWidth(ui::RunListModel::DatasetColumn), roomy);
    picker->close();
}

void TestTrainingPage::savesViews()
{
    m_backend->details = {makeRun(2, jobs::JobState::Failed), makeCompleteRun(1)};
    open();
    shown<QLineEdit>(*m_page, "training.filter.edit")->setText(QStringLiteral("state = 'completed'"));
    settle();
    chooseInMenu("training.views.button", QStringLiteral("Save as a view…"));
    auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("viewName"));
    QVERIFY(dialog);
    dialog->findChild<QLineEdit*>(QStringLiteral("viewName.name"))
        ->setText(QStringLiteral("What ended well"));
    dialog->findChild<QPushButton*>(QStringLiteral("viewName.save.button"))->click();
    settle();
    QCOMPARE(shown<QPushButton>(*m_page, "training.views.button")->text(),
             QStringLiteral("View: What ended well"));
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    QCOMPARE(table->model()->rowCount(), 2);
    chooseInMenu("training.views.button", QStringLiteral("What ended well"));
    QCOMPARE(table->model()->rowCount(), 1);
    // the same columns, chosen in another order, are the same view
    shown<QPushButton>(*m_page, "training.columns.button")->click();
    auto* picker = m_page->findChild<ui::ColumnPicker*>();
    for (const auto state : {Qt::Unchecked, Qt::Checked})
        picker->names().setData(picker->names().index(1), state, Qt::CheckStateRole);
    picker->close();
    chooseInMenu("training.views.button", QStringLiteral("Rename the view What ended well…"));
    dialog = m_window->findChild<QDialog*>(QStringLiteral("viewName"));
    QVERIFY(dialog);
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("viewName.name"));
    QCOMPARE(name->text(), QStringLiteral("What ended well"));
    name->setText(QStringLiteral("Good & done"));
    dialog->findChild<QPushButton*>(QStringLiteral("viewName.save.button"))->click();
    settle();
    const auto views = [this] { return shown<QPushButton>(*m_page, "training.views.button")->text(); };
    QCOMPARE(views(), QStringLiteral("View: Good & done"));
    chooseInMenu("training.views.button", QStringLiteral("Forget the view Good && done"));
    QCOMPARE(views(), QStringLiteral("Views"));
    QVERIFY(m_navigator.lastUndo);
    m_navigator.lastUndo();
    QCOMPARE(views(), QStringLiteral("View: Good & done"));
}

void TestTrainingPage::marksWhatAsksForMore()
{
    m_backend->details = {makeRun(2, jobs::JobState::Failed), makeCompleteRun(1)};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    const auto menuOf = [this](const char* name) {
        return [this, name] {
            settle();
            auto* push = shown<QPushButton>(*m_page, name);
            QMenu* menu = push ? push->menu() : shown<QToolButton>(*m_page, name)->menu();
            Q_EMIT menu->aboutToShow();
            return menu;
        };
    };
    table->setCurrentIndex(table->model()->index(1, 1));
    QCOMPARE(wrongEllipses(menuOf("training.more.button")), QString());
    m_backend->details = {makeRun(2, jobs::JobState::Failed), makeCompleteRun(1)}; // one is in the trash
    open();
    QCOMPARE(wrongEllipses(menuOf("training.views.button")), QString());
    tick(0);
    tick(1);
    QCOMPARE(wrongEllipses(menuOf("training.compare.export")), QString());
}

void TestTrainingPage::namesAndTagsRuns()
{
    m_backend->details = {makeCompleteRun(2), makeCompleteRun(1)};
    m_backend->details[0].run.tags = {"late"};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    table->setCurrentIndex(table->model()->index(0, 1));
    chooseInMenu("training.more.button", QStringLiteral("Name and tags…"));
    auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("runEdit"));
    QVERIFY(dialog);
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("runEdit.name"));
    auto* save = dialog->findChild<QPushButton*>(QStringLiteral("runEdit.save.button"));
    QString tooLong;
    for (int i = 0; i < 200; ++i)
        tooLong += i % 2 ? QChar(u'x') : QChar(u'长');
    name->setText(tooLong);
    QVERIFY(!save->isEnabled() && !save->toolTip().isEmpty());
    name->setText(QStringLiteral("更多 dropout"));
    auto* tags = dialog->findChild<QLineEdit*>(QStringLiteral("runEdit.tags"));
    QTest::keyClicks(tags, QStringLiteral("baseline"));
    QTest::keyClick(tags, Qt::Key_Return);
    save->click();
    settle();
    QCOMPARE(m_backend->details[0].run.title, std::string("更多 dropout"));
    QCOMPARE(m_backend->details[0].run.tags, (std::vector<std::string>{"late", "baseline"}));
    QTRY_COMPARE(textAt(*table, 0, ui::RunListModel::NameColumn), QStringLiteral("更多 dropout"));

    tick(0);
    tick(1);
    chooseInMenu("training.more.button", QStringLiteral("Tags of 2 run(s)…"));
    dialog = m_window->findChild<QDialog*>(QStringLiteral("runEdit"));
    QVERIFY(!dialog->findChild<QLineEdit*>(QStringLiteral("runEdit.name"))->isVisible());
    tags = dialog->findChild<QLineEdit*>(QStringLiteral("runEdit.tags"));
    QTest::keyClicks(tags, QStringLiteral("both"));
    QTest::keyClick(tags, Qt::Key_Return);
    dialog->findChild<QPushButton*>(QStringLiteral("runEdit.save.button"))->click();
    settle();
    QCOMPARE(m_backend->details[0].run.tags, (std::vector<std::string>{"late", "baseline", "both"}));
    QCOMPARE(m_backend->details[1].run.tags, std::vector<std::string>{"both"});
}

void TestTrainingPage::movesRunsToTheTrashWithUndo()
{
    m_backend->details = {makeCompleteRun(3), makeCompleteRun(2), makeCompleteRun(1)};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    tick(0);
    tick(2);
    chooseInMenu("training.more.button", QStringLiteral("Move 2 run(s) to the trash"));
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(textAt(*table, 0, ui::RunListModel::RunColumn), QStringLiteral("R-2"));
    chooseInMenu("training.more.button", QStringLiteral("Show the trash"));
    QCOMPARE(table->model()->rowCount(), 2);
    chooseInMenu("training.more.button", QStringLiteral("Leave the trash"));
    QVERIFY(m_page->undo());
    settle();
    QCOMPARE(table->model()->rowCount(), 3);
}

void TestTrainingPage::actsOnTheRowUnderThePointer()
{
    m_backend->details = {makeCompleteRun(4), makeCompleteRun(3), makeCompleteRun(2), makeCompleteRun(1)};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    const auto entriesAt = [&](int row) {
        const QPoint place = table->visualRect(table->model()->index(row, 1)).center();
        QTest::mousePress(table->viewport(), Qt::RightButton, {}, place);
        QTest::mouseRelease(table->viewport(), Qt::RightButton, {}, place);
        Q_EMIT table->customContextMenuRequested(place);
        auto* menu = table->findChild<QMenu*>(QStringLiteral("training.run.menu"));
        QStringList texts;
        for (const QAction* action : menu->actions())
            texts << action->text();
        delete menu;
        return texts;
    };
    tick(0);
    // another than the ticked one: it alone
    QVERIFY(entriesAt(2).contains(QStringLiteral("Move R-2 to the trash")));
    QVERIFY(entriesAt(2).contains(QStringLiteral("Open R-2")));
    tick(1);
    QVERIFY(entriesAt(1).contains(QStringLiteral("Move 2 run(s) to the trash")));
    table->setCurrentIndex(table->model()->index(3, 1));
    for (auto* action : table->actions()) {
        if (action->shortcut() == QKeySequence(QKeySequence::Delete))
            action->trigger();
    }
    settle();
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(textAt(*table, 2, ui::RunListModel::RunColumn), QStringLiteral("R-2"));
}

void TestTrainingPage::saysWhyARunWasNotMoved()
{
    m_backend->details = {makeCompleteRun(1)};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    table->setCurrentIndex(table->model()->index(0, 1));
    m_backend->refusal = base::Error(base::ErrorCode::NotAllowed, "You may only look at runs here.");
    chooseInMenu("training.more.button", QStringLiteral("Move R-1 to the trash"));
    auto* banner = shown<ui::InlineBanner>(*m_page, "training.banner");
    QVERIFY(banner && banner->sentence().contains(QStringLiteral("only look")));
    QCOMPARE(table->model()->rowCount(), 1);
    QTRY_COMPARE(banner->height() - banner->contentsRect().bottom() - 1, 12); // the filter does not touch it
}

void TestTrainingPage::saysWhatOneHasNoRightTo()
{
    using train::TrainAction;
    const base::Error refusal(base::ErrorCode::NotAllowed, "Ask an admin for the role.");
    m_backend->details = {makeCompleteRun(1)};
    for (const TrainAction action : {TrainAction::Train, TrainAction::Import, TrainAction::EditRuns})
        m_backend->refusals.emplace(action, refusal);
    open();
    auto* newRun = shown<QPushButton>(*m_page, "training.newRun.button");
    QVERIFY(!newRun->isEnabled());
    QCOMPARE(newRun->toolTip(), QStringLiteral("Ask an admin for the role."));
    QVERIFY(!m_page->primaryAction());

    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    table->setCurrentIndex(table->model()->index(0, ui::RunListModel::RunColumn));
    auto* menu = shown<QToolButton>(*m_page, "training.more.button")->menu();
    Q_EMIT menu->aboutToShow();
    const auto entry = [menu](const char* name) { return menu->findChild<QAction*>(QLatin1String(name)); };
    QVERIFY(entry("training.run.open")->isEnabled());
    QVERIFY(!entry("training.run.edit")->isEnabled());
    QVERIFY(!entry("training.run.trash")->isEnabled());
    QStringList texts;
    for (const auto* action : menu->actions())
        texts << action->text();
    QVERIFY(texts.contains(QStringLiteral("Ask an admin for the role.")));
    // the keyboard gets the sentence, too, and no form to fill in
    for (auto* action : table->actions()) {
        if (action->shortcut() == QKeySequence(Qt::Key_F2))
            action->trigger();
    }
    settle();
    QVERIFY(m_page->findChildren<QDialog*>().isEmpty());
    auto* banner = shown<ui::InlineBanner>(*m_page, "training.banner");
    QVERIFY(banner && banner->sentence().contains(QStringLiteral("Ask an admin")));

    m_page->open(ui::trainingRoute(QStringLiteral("models")));
    settle();
    QVERIFY(!shown<QPushButton>(*m_page, "training.importModel.button")->isEnabled());
    QVERIFY(!shown<QPushButton>(*m_page, "training.models.empty.import")->isEnabled());

    m_backend->refusals.clear(); // an admin gave the role meanwhile
    m_page->refresh();
    settle();
    QVERIFY(shown<QPushButton>(*m_page, "training.importModel.button")->isEnabled());
    m_page->open(ui::trainingRoute());
    settle();
    QVERIFY(newRun->isEnabled());
    QVERIFY(newRun->toolTip().isEmpty());
}

void TestTrainingPage::comparesWhatIsTicked()
{
    auto first = makeCompleteRun(1), second = makeCompleteRun(2);
    for (auto* one : {&first, &second})
        one->run.data = {{"classes", {"negative", "positive"}},
                         {"rows", {{"train", 80}, {"validation", 10}, {"test", 100}}},
                         {"part_hashes", {{"train", "a"}, {"validation", "b"}, {"test", "c"}}}};
    second.run.recipe.learningRate = 5e-5;
    second.run.metrics["validation/macro_f1"] = 0.9;
    m_backend->details = {second, first};
    m_backend->points = {{"validation/macro_f1", 10, 0.5, {}, 0.4}, {"validation/macro_f1", 20, 1, {}, 0.7}};
    open();
    QVERIFY(!shown(*m_page, "training.compare"));
    tick(1);
    QVERIFY(!shown(*m_page, "training.compare")); // one is not compared with anything
    tick(0);
    QVERIFY(shown(*m_page, "training.compare"));
    auto* sentence = shown<QLabel>(*m_page, "training.compare.sentence");
    QCOMPARE(sentence->text(),
             QStringLiteral("Both have the same 100 test rows, so the numbers can be compared"));
    auto* table = shown<QTableView>(*m_page, "training.compare.table");
    const auto* model = table->model();
    // The first that was ticked has the first series, whatever the order of the list.
    QCOMPARE(model->headerData(1, Qt::Horizontal).toString(), QStringLiteral("R-1"));
    QCOMPARE(model->headerData(2, Qt::Horizontal, ui::CompareTableModel::SeriesRole).toInt(), 1);
    QCOMPARE(textAt(*table, 0, 0), QStringLiteral("Macro F1, validation"));
    QVERIFY(!model->index(0, 1).data(ui::CompareTableModel::BestRole).toBool());
    QVERIFY(model->index(0, 2).data(ui::CompareTableModel::BestRole).toBool());
    int rate = -1;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (textAt(*table, row, 0) == QStringLiteral("Learning rate"))
            rate = row;
    }
    QVERIFY(rate > 0);
    QCOMPARE(textAt(*table, rate, 2), QStringLiteral("5e-5"));
    QVERIFY(model->index(rate, 2).data(ui::CompareTableModel::UnlikeRole).toBool());
    auto* chart = m_page->findChild<charts::LineChart*>();
    QCOMPARE(chart->series().size(), std::size_t{2});
    QCOMPARE(chart->pointCount(1), std::size_t{2});

    auto* list = shown<QTableView>(*m_page, "training.runs.table");
    QCOMPARE(list->model()->index(1, 1).data(ui::RunListModel::SeriesRole).toInt(), 0);
    tick(1); // the other keeps its series
    QVERIFY(!shown(*m_page, "training.compare"));
    QCOMPARE(list->model()->index(0, 1).data(ui::RunListModel::SeriesRole).toInt(), 1);
    tick(1);
    shown<QToolButton>(*m_page, "training.compare.alone")->click();
    QVERIFY(!shown(*m_page, "training.runs.table"));
    shown<QToolButton>(*m_page, "training.compare.close")->click();
    QVERIFY(!shown(*m_page, "training.compare"));
    QVERIFY(shown(*m_page, "training.runs.table"));
    chooseInMenu("training.more.button", QStringLiteral("Compare what is ticked"));
    QVERIFY(shown(*m_page, "training.compare"));
    shown<QToolButton>(*m_page, "training.compare.alone")->click(); // the list is there, too, again
    QVERIFY(shown(*m_page, "training.runs.table"));
}

void TestTrainingPage::savesAComparison()
{
    auto other = makeCompleteRun(2);
    other.run.recipe.seed = 2;
    other.run.metrics["validation/macro_f1"] = 0.9;
    m_backend->details = {other, makeCompleteRun(1)};
    open();
    tick(0);
    tick(1);
    const QTemporaryDir folder;
    const auto save = [&](const QString& suffix) {
        const QString file = folder.filePath(QStringLiteral("both.") + suffix);
        auto* menu = shown<QPushButton>(*m_page, "training.compare.export")->menu();
        Q_EMIT menu->aboutToShow();
        menu->findChild<QAction*>(QStringLiteral("training.compare.export.") + suffix)->trigger();
        auto* dialog = m_page->findChild<QFileDialog*>(QStringLiteral("training.compare.export.file"));
        Q_EMIT dialog->fileSelected(file); // what the file dialog of any desktop tells
        dialog->close();
        settle();
        return file;
    };
    QFile csv(save(QStringLiteral("csv")));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readAll().contains("setting,seed,2,1"));
    const auto* table = shown<QTableView>(*m_page, "training.compare.table");
    const int rows = table->model()->rowCount();
    QVERIFY(rows > 1);
    QStringList titles;
    for (int row = 0; row < rows; ++row)
        titles << textAt(*table, row, 0);
    QVERIFY(titles.contains(QStringLiteral("Seed")));
    const QImage picture(save(QStringLiteral("png")));
    QVERIFY(picture.width() > 1280); // chart and table side by side
    QVERIFY(picture.height() > 2 * rows * ui::theme::rowDense);
    QCOMPARE(m_navigator.toasts, QStringList({QStringLiteral("The comparison is in both.csv"),
                                              QStringLiteral("The comparison is in both.png")}));
}

void TestTrainingPage::comparesRunsOfOtherClasses()
{
    auto first = makeCompleteRun(1), second = makeRun(2, jobs::JobState::Failed);
    first.run.data = {{"classes", {"negative", "positive"}}, {"rows", {{"test", 100}}}};
    m_backend->details = {second, first};
    open();
    tick(1);
    tick(0);
    auto* sentence = shown<QLabel>(*m_page, "training.compare.sentence");
    QVERIFY2(sentence->text().contains(QStringLiteral("R-2 has not read its data yet")),
             qPrintable(sentence->text()));
    m_backend->details[0].run.data = {{"classes", {"a", "b", "c"}}, {"rows", {{"test", 100}}}};
    tick(0);
    tick(0);
    QVERIFY2(sentence->text().contains(QStringLiteral("R-2 has other classes than R-1")),
             qPrintable(sentence->text()));
    auto* table = shown<QTableView>(*m_page, "training.compare.table");
    QCOMPARE(textAt(*table, 0, 2), QStringLiteral("none")); // a failed run without a score
}

void TestTrainingPage::keepsFiguresOfSixRunsWhole()
{
    for (int number = 6; number >= 1; --number) {
        auto run = makeCompleteRun(number);
        const double score = 0.1 * number;
        run.run.report = {{"classes", {"no", "yes"}},
                          {"dict", {{"no", {{"f1-score", score}}}, {"yes", {{"f1-score", 1 - score}}}}}};
        m_backend->details.push_back(run);
    }
    open();
    for (int row = 0; row < 6; ++row)
        tick(row);
    auto* table = shown<QTableView>(*m_page, "training.compare.table");
    using Content = ui::CompareTableModel::Content;
    for (const Content content : {Content::Classes, Content::Differences}) {
        auto* segment = shown<ui::Segment>(*m_page, "training.compare.content");
        segment->setCurrent(int(content));
        Q_EMIT segment->chosen(int(content));
        settle();
        QCOMPARE(table->model()->columnCount(), 7);
        for (int column = 1; column < 7; ++column) {
            for (int row = 0; row < table->model()->rowCount(); ++row)
                QVERIFY(table->columnWidth(column) >=
                        ui::CompareDelegate::wantedWidth(table->model()->index(row, column)));
        }
    }
}

void TestTrainingPage::forgetsARunThatIsGone()
{
    m_backend->details = {makeCompleteRun(3), makeCompleteRun(2), makeCompleteRun(1)};
    open();
    for (int row = 0; row < 3; ++row)
        tick(row);
    QVERIFY(shown(*m_page, "training.compare"));
    m_backend->details[1].run.trashed = base::UtcTime{1}; // in another window
    m_page->refresh();
    settle();
    auto* table = shown<QTableView>(*m_page, "training.compare.table");
    QCOMPARE(table->model()->columnCount(), 3);
    m_backend->details.erase(m_backend->details.begin());
    m_page->refresh();
    settle();
    QVERIFY(!shown(*m_page, "training.compare"));
    QCOMPARE(shown<QTableView>(*m_page, "training.runs.table")->model()->rowCount(), 1);
}

void TestTrainingPage::remembersThePlaceOfTheSplitter()
{
    m_backend->details = {makeCompleteRun(2), makeCompleteRun(1)};
    open();
    tick(0);
    tick(1);
    auto* splitter = m_page->findChild<QSplitter*>(QStringLiteral("training.compare.splitter"));
    splitter->setSizes({200, 400});
    Q_EMIT splitter->splitterMoved(200, 1);
    const auto sizes = splitter->sizes();
    open();
    tick(0);
    tick(1);
    splitter = m_page->findChild<QSplitter*>(QStringLiteral("training.compare.splitter"));
    QTRY_COMPARE(splitter->sizes(), sizes);
}

void TestTrainingPage::followsARunThatGoesOn()
{
    m_backend->details = {makeRun(1, jobs::JobState::Running)};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    QTRY_COMPARE(textAt(*table, 0, ui::RunListModel::StateColumn), QStringLiteral("Running"));
    settle();
    m_backend->details = {makeCompleteRun(1)};
    // the page asks again by itself while something runs
    QTRY_COMPARE(textAt(*table, 0, ui::RunListModel::StateColumn), QStringLiteral("Completed"));
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

void TestTrainingPage::tellsOfAFailedUndoWhereThePersonIs()
{
    m_backend->details = {makeCompleteRun(1)};
    open();
    auto* table = shown<QTableView>(*m_page, "training.runs.table");
    table->setCurrentIndex(table->model()->index(0, 1));
    chooseInMenu("training.more.button", QStringLiteral("Move R-1 to the trash"));
    m_page->hide();
    m_backend->refusal = base::Error(base::ErrorCode::NotAllowed, "You may only look at runs here.");
    m_navigator.lastUndo();
    settle();
    QVERIFY2(m_navigator.toasts.last().endsWith(QStringLiteral(". You may only look at runs here.")),
             qPrintable(m_navigator.toasts.last()));
}

QTEST_MAIN(TestTrainingPage)
#include "tst_training_page.moc"
