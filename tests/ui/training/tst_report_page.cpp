// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_backend.h"
#include "support/asks_for_more.h"
#include "support/report_cases.h"

#include "train/report/report_palette.h"
#include "ui/theme/theme.h"
#include "ui/training/report/confusion_model.h"
#include "ui/training/report/confusion_view.h"
#include "ui/training/report/report_model.h"
#include "ui/training/report/report_panel.h"
#include "ui/training/report/sample_list_model.h"
#include "ui/training/run_page.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/async.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/text_label.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>

#include <algorithm>

using namespace lepton;
using namespace lepton::testing;

namespace {

/// Classes a, b, c. Wrong: rows 6 (a as b, 0.9), 8 (a as c, 0.6), 12 (b as a, 0.8).
ReportCase threeClasses()
{
    ReportCase one;
    one.classes = {"a", "b", "c"};
    one.add(0, 0, 0.95F);
    one.add(0, 0, 0.7F);
    one.add(0, 1, 0.9F, "surely wrong,\nin two lines");
    one.add(0, 2, 0.6F, "less surely");
    one.add(1, 1, 0.5F);
    one.add(1, 0, 0.8F, "the other way round");
    one.add(2, 2, 1.0F);
    return one;
}

} // namespace

/// The report of a run as a person reads it: one selection for table, matrix and samples.
class TestReportPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void showsTheReport();
    void copiesTheReportToTheCharacter();
    void tableMatrixAndSamplesAreOneSelection();
    void escapeListsAllWrongRowsAgain();
    void aCellIsChosenByKeys();
    void figuresAreCountsOrShares();
    void marksWhatAsksForMore();
    void actsOnTheReportFromAnotherPart();
    void savesTheReportAsOneFile();
    void nothingIsCutWhereItIsNarrow_data();
    void nothingIsCutWhereItIsNarrow();
    void aSampleOpensWhole();
    void aSampleOpensItsRow();
    void saysThatTheRowsAreGone();
    void comparesWithTheRunBefore();
    void saysWhyThereIsNoChange_data();
    void saysWhyThereIsNoChange();
    void comparesWithAnotherRunOnDemand();
    void saysThatNothingIsWrong();
    void saysThatTheReportIsDamaged();
    void aRunWithoutReportHasNone_data();
    void aRunWithoutReportHasNone();
    void oneClassInTheTestPart();
    void twoHundredClassesScroll();
    void labelsOfTwoHundredCharacters();
    void labelsAreTextAndNoMarkup();
    void probabilitiesThatAreNoNumber();
    void figuresCanBeReadOnTheirGround();
    void theFileHasTheColoursOfTheTheme();
    void modelsKeepTheRules();

private:
    void open(const ReportCase& one);
    void openRun(int number, const QString& part = QStringLiteral("report"));
    void settle();
    ui::DataTable* table(const char* name) const { return shown<ui::DataTable>(*m_page, name); }
    ui::ConfusionView* matrix() const { return shown<ui::ConfusionView>(*m_page, "run.report.matrix"); }
    QPushButton* button(const char* name) const { return shown<QPushButton>(*m_page, name); }
    QStringList samples() const;
    QString title() const;
    void clickCell(int truth, int predicted);

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::shared_ptr<FakeBackend> m_backend;
    RecordingNavigator m_navigator;
    std::unique_ptr<QWidget> m_window;
    ui::RunPage* m_page = nullptr;
    ReportMaker m_maker;
};

void TestReportPage::init()
{
    m_backend = std::make_shared<FakeBackend>();
    m_navigator = {};
    m_window = std::make_unique<QWidget>();
    m_window->resize(1240, 900);
    m_page = new ui::RunPage(m_backend, m_navigator, m_window.get());
    m_page->resize(m_window->size());
    m_window->show();
}

void TestReportPage::cleanup()
{
    settle();
    m_window.reset();
}

void TestReportPage::settle()
{
    QTRY_VERIFY(ui::runningAsyncCount() == 0 && m_page->isSettled());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestReportPage::openRun(int number, const QString& part)
{
    m_page->open(ui::runRoute(QStringLiteral("R-%1").arg(number), part));
    settle();
}

void TestReportPage::open(const ReportCase& one)
{
    auto run = makeCompleteRun(1);
    run.run.report = ReportMaker::kept(one);
    m_backend->details = {run};
    m_backend->reports = {{1, m_maker.report(one)}};
    openRun(1);
}

QStringList TestReportPage::samples() const
{
    QStringList texts;
    auto* shownTable = table("run.report.samples");
    for (int row = 0; shownTable && row < shownTable->model()->rowCount(); ++row)
        texts << shownTable->model()->index(row, 0).data().toString();
    return texts;
}

QString TestReportPage::title() const
{
    for (QWidget* widget = table("run.report.samples"); widget; widget = widget->parentWidget()) {
        if (auto* card = qobject_cast<ui::Card*>(widget))
            return card->findChild<ui::TextLabel*>()->text();
    }
    return {};
}

void TestReportPage::clickCell(int truth, int predicted)
{
    auto* view = matrix();
    QVERIFY(view);
    const QModelIndex index = view->model()->index(truth, predicted);
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    settle();
}

void TestReportPage::showsTheReport()
{
    open(threeClasses());
    QCOMPARE(m_page->route(), ui::runRoute(QStringLiteral("R-1"), QStringLiteral("report")));
    auto* report = table("run.report.table");
    QVERIFY(report);
    const auto text = [&](int row, int column) {
        return report->model()->index(row, column).data().toString();
    };
    QCOMPARE(report->model()->rowCount(), 6);
    QCOMPARE(text(0, ui::ReportModel::ClassColumn), QStringLiteral("a"));
    QCOMPARE(text(0, ui::ReportModel::PrecisionColumn), QStringLiteral("0.667")); // 2 of 3
    QCOMPARE(text(0, ui::ReportModel::RecallColumn), QStringLiteral("0.500"));    // 2 of 4
    QCOMPARE(text(3, ui::ReportModel::ClassColumn), QStringLiteral("Accuracy"));
    QCOMPARE(text(3, ui::ReportModel::PrecisionColumn), QString());
    QCOMPARE(text(3, ui::ReportModel::F1Column), QStringLiteral("0.571")); // 4 of 7
    QCOMPARE(text(3, ui::ReportModel::SupportColumn), QStringLiteral("7"));
    QCOMPARE(samples(), (QStringList{QStringLiteral("surely wrong, in two lines"),
                                     QStringLiteral("the other way round"), QStringLiteral("less surely")}));
    QCOMPARE(title(), QStringLiteral("Mispredicted"));
    const auto tiles = m_page->findChildren<ui::StatTile*>();
    QVERIFY(std::ranges::any_of(tiles, [](const ui::StatTile* tile) {
        return tile->accessibleName() == QStringLiteral("Accuracy, test: 0.571");
    }));
}

void TestReportPage::copiesTheReportToTheCharacter()
{
    open(threeClasses());
    button("run.report.copy")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QString::fromStdString(ReportMaker::kept(threeClasses())["text"].get<std::string>()));
    QVERIFY(QGuiApplication::clipboard()->text().contains(
        QStringLiteral("    accuracy                           0.57         7\n")));
    QCOMPARE(m_navigator.toasts.size(), 1);
}

void TestReportPage::tableMatrixAndSamplesAreOneSelection()
{
    open(threeClasses());
    clickCell(0, 1); // a read as b
    QCOMPARE(samples(), QStringList{QStringLiteral("surely wrong, in two lines")});
    QCOMPARE(title(), QStringLiteral("a read as b"));
    QCOMPARE(table("run.report.table")->selectionModel()->selectedRows().value(0).row(), 0);
    QCOMPARE(QModelIndex(matrix()->chosen()), matrix()->model()->index(0, 1));
    // a class of the table takes the cell back
    auto* report = table("run.report.table");
    QTest::mouseClick(report->viewport(), Qt::LeftButton, {},
                      report->visualRect(report->model()->index(2, 0)).center());
    settle();
    QCOMPARE(samples(), QStringList{QStringLiteral("less surely")});
    QVERIFY(!matrix()->chosen().isValid());
    QCOMPARE(matrix()->chosenClass(), 2);
    // rows that are right can be looked at as well
    clickCell(0, 0);
    QCOMPARE(samples().size(), 2);
    QCOMPARE(title(), QStringLiteral("a, read right"));
    QCOMPARE(matrix()->chosenClass(), -1);
    // an average is all classes
    QTest::mouseClick(report->viewport(), Qt::LeftButton, {},
                      report->visualRect(report->model()->index(4, 0)).center());
    settle();
    QCOMPARE(samples().size(), 3);
}

void TestReportPage::escapeListsAllWrongRowsAgain()
{
    open(threeClasses());
    QVERIFY(!m_page->clearFilter());
    clickCell(1, 0);
    QCOMPARE(samples().size(), 1);
    QVERIFY(m_page->clearFilter()); // what the window calls on Esc
    settle();
    QCOMPARE(samples().size(), 3);
    QVERIFY(table("run.report.table")->selectionModel()->selectedRows().isEmpty());
    clickCell(1, 0);
    clickCell(1, 0); // a second click takes the first one back
    QCOMPARE(samples().size(), 3);
}

void TestReportPage::aCellIsChosenByKeys()
{
    open(threeClasses());
    auto* view = matrix();
    view->setFocus(Qt::TabFocusReason);
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Return);
    settle();
    QCOMPARE(title(), QStringLiteral("b read as a"));
    const QString sentence = view->model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(sentence.startsWith(QStringLiteral("b read as a: 1 row")), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(QStringLiteral("50.0 % of the class")), qPrintable(sentence));
}

void TestReportPage::figuresAreCountsOrShares()
{
    open(threeClasses());
    const QModelIndex cell = matrix()->model()->index(0, 0);
    QCOMPARE(cell.data().toString(), QStringLiteral("2"));
    shown<QAbstractButton>(*m_page, "run.report.matrix.shares")->click();
    QCOMPARE(cell.data().toString(), QStringLiteral("0.50"));
}

void TestReportPage::marksWhatAsksForMore()
{
    open(threeClasses());
    button("run.report.copy"); // the report is shown
    auto* menu = shown<QToolButton>(*m_page, "run.more.button")->menu();
    const auto filled = [menu] {
        Q_EMIT menu->aboutToShow();
        return menu;
    };
    QCOMPARE(wrongEllipses(filled), QString());
    auto* csv = shown<QAbstractButton>(*m_page, "run.report.csv");
    QVERIFY(asksForMore([csv] { csv->click(); }) && csv->text().endsWith(QChar(u'…')));
}

void TestReportPage::actsOnTheReportFromAnotherPart()
{
    open(threeClasses());
    auto* tabs = shown<QTabBar>(*m_page, "run.tabs");
    tabs->setCurrentIndex(0);
    settle();
    const auto* more = shown<QToolButton>(*m_page, "run.more.button"); // it stays, and so do those beside it
    QVERIFY(more);
    Q_EMIT more->menu()->aboutToShow();
    const auto actions = more->menu()->actions();
    actions.front()->trigger();
    settle();
    QCOMPARE(tabs->currentIndex(), 1);
    QCOMPARE(m_navigator.toasts, QStringList{QStringLiteral("The report is copied")});
}

void TestReportPage::savesTheReportAsOneFile()
{
    QTemporaryDir folder;
    open(threeClasses());
    button("run.report.copy"); // the report is shown
    auto* menu = shown<QToolButton>(*m_page, "run.more.button")->menu();
    QVERIFY(menu);
    Q_EMIT menu->aboutToShow(); // as a click does before it waits for a choice
    menu->findChild<QAction*>(QStringLiteral("run.report.save"))->trigger();
    auto* dialog = m_page->findChild<QFileDialog*>(QStringLiteral("run.report.file"));
    QVERIFY(dialog);
    const QString file = folder.filePath(QStringLiteral("R-1.html"));
    Q_EMIT dialog->fileSelected(file); // what the file dialog of any desktop tells
    dialog->close();
    settle();
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QString html = QString::fromUtf8(written.readAll());
    QVERIFY(html.contains(QStringLiteral("Report of R-1")));
    QVERIFY(html.contains(QStringLiteral("surely wrong")));
    QCOMPARE(m_navigator.toasts, QStringList{QStringLiteral("The report is in R-1.html")});
    shown<QAbstractButton>(*m_page, "run.report.csv")->click();
    dialog = m_page->findChildren<QFileDialog*>(QStringLiteral("run.report.file")).last();
    const QString table = folder.filePath(QStringLiteral("R-1.csv"));
    Q_EMIT dialog->fileSelected(table);
    dialog->close();
    settle();
    QFile csv(table);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readAll().startsWith("class,precision,recall,f1,support"));
    QCOMPARE(m_navigator.toasts.last(), QStringLiteral("The report is in R-1.csv"));
    // a folder that is gone
    m_page->findChild<ui::ReportPanel*>()->viewModel().exportHtml(
        folder.filePath(QStringLiteral("no/R-1.html")));
    settle();
    auto* ask = shown<ui::InlineBanner>(*m_page, "run.ask");
    QVERIFY(ask);
    QVERIFY(ask->sentence().contains(QStringLiteral("The report was not saved.")));
}

void TestReportPage::nothingIsCutWhereItIsNarrow_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {1220, 1120, 1060, 967}) // the last in the smallest window
        QTest::addRow("%d", width) << width;
}

void TestReportPage::nothingIsCutWhereItIsNarrow()
{
    QFETCH(int, width);
    open(threeClasses());
    m_window->resize(width, 700);
    m_page->resize(m_window->size());
    settle();
    // after the layouts that answer the new size
    QTRY_VERIFY(shown(*m_page, "run.report.comparison"));
    const auto* area = m_page->findChild<QScrollArea*>();
    for (auto* each : m_page->findChildren<QScrollArea*>()) {
        if (each->isAncestorOf(shown(*m_page, "run.report.comparison")))
            area = each;
    }
    QTRY_COMPARE(area->widget()->width(), area->viewport()->width());
    QVERIFY2(area->widget()->minimumSizeHint().width() <= area->viewport()->width(),
             qPrintable(QString::number(area->widget()->minimumSizeHint().width())));
}

void TestReportPage::aSampleOpensWhole()
{
    open(threeClasses());
    auto* list = table("run.report.samples");
    list->setFocus(Qt::TabFocusReason);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    auto* dialog = m_window->findChild<ui::Dialog*>(QStringLiteral("run.report.sample"));
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QPlainTextEdit*>(QStringLiteral("run.report.sample.text"))->toPlainText(),
             QStringLiteral("surely wrong,\nin two lines"));
    QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("run.report.sample.facts"))
                ->text()
                .contains(QStringLiteral("Predicted: b (0.900)")));
    dialog->findChild<QPushButton*>(QStringLiteral("run.report.sample.copy"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("surely wrong,\nin two lines"));
    dialog->findChild<QPushButton*>(QStringLiteral("run.report.sample.openRow"))->click();
    QCOMPARE(m_navigator.routes.size(), 1);
}

void TestReportPage::aSampleOpensItsRow()
{
    open(threeClasses());
    QVERIFY(!button("run.report.openRow.button")->isEnabled()); // no row is chosen
    auto* list = table("run.report.samples");
    list->setCurrentIndex(list->model()->index(1, 0));
    button("run.report.openRow.button")->click();
    QCOMPARE(m_navigator.routes.value(0).toString(),
             QStringLiteral("lepton://dataset/reviews@2/table?row=12"));
}

void TestReportPage::saysThatTheRowsAreGone()
{
    m_backend->areRowsThere = false;
    open(threeClasses());
    auto* list = table("run.report.samples");
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY(!button("run.report.openRow.button")->isEnabled());
    QVERIFY(button("run.report.openRow.button")->toolTip().contains(QStringLiteral("reviews v2")));
    QCOMPARE(samples().size(), 3); // the run has kept its texts
}

void TestReportPage::comparesWithTheRunBefore()
{
    const ReportCase now = threeClasses();
    ReportCase before = now;
    before.probabilities.assign(before.probabilities.size(), 0.2F);
    for (std::size_t row = 0; row < before.truth.size(); ++row)
        before.probabilities[3 * row] = 0.6F; // everything is an a: 4 of 7, as now
    ReportCase other = now;
    other.rows.back() = 99;
    m_backend->details = {makeCompleteRun(3), makeCompleteRun(2), makeCompleteRun(1)};
    m_backend->reports = {{1, m_maker.report(before)}, {2, m_maker.report(other)}, {3, m_maker.report(now)}};
    openRun(3);
    QVERIFY(shown<QLabel>(*m_page, "run.report.comparison")
                ->text()
                .startsWith(QStringLiteral("Changes are against R-1, on the same 7 test row")));
    auto* report = table("run.report.table");
    QVERIFY(!report->isColumnHidden(ui::ReportModel::ChangeColumn));
    const auto change = [&](int row) {
        return report->model()->index(row, ui::ReportModel::ChangeColumn).data().toString();
    };
    QCOMPARE(change(2), QStringLiteral("\u2191 0.667")); // c was never found
    QCOMPARE(change(3), QStringLiteral("= 0.000"));
    QCOMPARE(change(0), QStringLiteral("\u2193 0.156")); // 8/11 before, 4/7 now
}

void TestReportPage::saysWhyThereIsNoChange_data()
{
    QTest::addColumn<int>("earlier");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no earlier run") << 0 << "no earlier run on reviews v2 is complete";
    QTest::newRow("other rows") << 1 << "no earlier run is chosen that was tested on the same rows";
}

void TestReportPage::saysWhyThereIsNoChange()
{
    QFETCH(int, earlier);
    QFETCH(QString, sentence);
    ReportCase other = threeClasses();
    other.rows.back() = 99;
    m_backend->details = {makeCompleteRun(3)};
    m_backend->reports = {{2, m_maker.report(other)}, {3, m_maker.report(threeClasses())}};
    if (earlier > 0)
        m_backend->details.push_back(makeCompleteRun(2));
    openRun(3);
    auto* label = shown<QLabel>(*m_page, "run.report.comparison");
    QVERIFY2(label->text().contains(sentence), qPrintable(label->text()));
    QVERIFY(table("run.report.table")->isColumnHidden(ui::ReportModel::ChangeColumn));
}

void TestReportPage::comparesWithAnotherRunOnDemand()
{
    ReportCase other = threeClasses();
    other.rows.back() = 99;
    m_backend->details = {makeCompleteRun(3), makeCompleteRun(2), makeCompleteRun(1)};
    m_backend->reports = {
        {1, m_maker.report(threeClasses())}, {2, m_maker.report(other)}, {3, m_maker.report(threeClasses())}};
    openRun(3);
    const auto choose = [&](const QString& name) {
        button("run.report.compare.button")->click();
        auto* menu = m_page->findChild<QMenu*>(QStringLiteral("run.report.compare.menu"));
        QVERIFY(menu);
        const auto actions = menu->actions();
        const auto found =
            std::ranges::find_if(actions, [&](const QAction* one) { return one->text().startsWith(name); });
        QVERIFY(found != actions.end());
        (*found)->trigger();
        menu->close();
        settle();
    };
    choose(QStringLiteral("R-2"));
    auto* label = shown<QLabel>(*m_page, "run.report.comparison");
    QCOMPARE(label->text(), QStringLiteral("No change is shown: R-2 was tested on other rows."));
    QVERIFY(table("run.report.table")->isColumnHidden(ui::ReportModel::ChangeColumn));
    choose(QStringLiteral("R-1"));
    QVERIFY(label->text().startsWith(QStringLiteral("Changes are against R-1")));
    choose(QStringLiteral("No run"));
    QVERIFY(table("run.report.table")->isColumnHidden(ui::ReportModel::ChangeColumn));
}

void TestReportPage::saysThatNothingIsWrong()
{
    ReportCase one;
    one.classes = {"a", "b"};
    one.add(0, 0, 0.9F);
    one.add(1, 1, 0.9F);
    open(one);
    QVERIFY(!table("run.report.samples"));
    const auto labels = m_page->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text() == QStringLiteral("No row is wrong");
    }));
}

void TestReportPage::saysThatTheReportIsDamaged()
{
    m_backend->details = {makeCompleteRun(1)};
    openRun(1);
    auto* banner = shown<ui::InlineBanner>(*m_page, "run.report.failed");
    QVERIFY(banner);
    QVERIFY(banner->sentence().contains(QStringLiteral("damaged")));
    m_backend->reports = {{1, m_maker.report(threeClasses())}};
    banner->findChild<QPushButton*>()->click(); // try again
    settle();
    QVERIFY(table("run.report.table"));
}

void TestReportPage::aRunWithoutReportHasNone_data()
{
    QTest::addColumn<jobs::JobState>("state");
    QTest::newRow("running") << jobs::JobState::Running;
    QTest::newRow("failed") << jobs::JobState::Failed;
}

void TestReportPage::aRunWithoutReportHasNone()
{
    QFETCH(jobs::JobState, state);
    m_backend->details = {makeRun(1, state)};
    openRun(1);
    auto* tabs = shown<QTabBar>(*m_page, "run.tabs");
    QVERIFY(!tabs->isTabEnabled(1));
    QVERIFY(!tabs->isTabEnabled(2));
    QCOMPARE(tabs->currentIndex(), 0);
    QVERIFY(!table("run.report.table"));
    m_backend->details[0].run.state = jobs::JobState::Completed; // the page must not go on polling
    m_page->refresh();
}

void TestReportPage::oneClassInTheTestPart()
{
    ReportCase one;
    one.classes = {"a", "b"};
    one.add(0, 0, 0.9F);
    one.add(0, 1, 0.6F);
    open(one);
    shown<QAbstractButton>(*m_page, "run.report.matrix.shares")->click();
    QCOMPARE(matrix()->model()->index(1, 1).data().toString(), QStringLiteral("\u2013")); // no rows, no share
    clickCell(1, 1);
    QVERIFY(!table("run.report.samples"));
    QVERIFY(m_page->clearFilter());
    settle();
    QCOMPARE(samples().size(), 1);
}

void TestReportPage::twoHundredClassesScroll()
{
    ReportCase one;
    for (int i = 0; i < 200; ++i)
        one.classes.push_back("class " + std::to_string(1000 + i));
    for (int i = 0; i < 200; ++i)
        one.add(i, i % 7 == 0 ? (i + 1) % 200 : i, 0.5F);
    open(one);
    auto* view = matrix();
    QCOMPARE(view->model()->rowCount(), 200);
    view->setFocus(Qt::TabFocusReason);
    QTest::keyClick(view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(view->currentIndex(), view->model()->index(199, 199));
    QVERIFY(view->viewport()->rect().contains(view->visualRect(view->currentIndex())));
    QVERIFY(view->columnWidth(0) >= 36);
    clickCell(196, 197);
    QCOMPARE(title(), QStringLiteral("class 1196 read as class 1197"));
    QCOMPARE(samples().size(), 1);
}

void TestReportPage::labelsOfTwoHundredCharacters()
{
    const QString latin = QString(200, QLatin1Char('l'));
    const QString chinese = QString(200, QChar(0x6807));
    ReportCase one;
    one.classes = {latin.toStdString(), chinese.toStdString()};
    one.add(0, 1, 0.9F);
    one.add(1, 1, 0.9F);
    open(one);
    const auto* list = table("run.report.samples"); // the text says more than names that go on and on
    QVERIFY2(list->columnWidth(ui::SampleListModel::TextColumn) >
                 list->columnWidth(ui::SampleListModel::TruthColumn),
             qPrintable(QString::number(list->columnWidth(ui::SampleListModel::TextColumn))));
    QCOMPARE(matrix()->model()->headerData(1, Qt::Vertical, Qt::ToolTipRole).toString(), chinese);
    clickCell(0, 1);
    QVERIFY(title().size() < 100);
    QVERIFY(m_page->minimumSizeHint().width() <= 1240);
    QVERIFY(matrix()->verticalHeader()->width() <= 130);
    QCOMPARE(table("run.report.table")->model()->index(0, 0).data(Qt::ToolTipRole).toString(), latin);
}

void TestReportPage::labelsAreTextAndNoMarkup()
{
    const QString markup = QStringLiteral("<b>bold</b> & <img src=x>");
    ReportCase one;
    one.classes = {markup.toStdString(), "plain"};
    one.add(0, 1, 0.9F, "<h1>big</h1>");
    open(one);
    clickCell(0, 1);
    QCOMPARE(title(), markup + QStringLiteral(" read as plain"));
    for (const auto* label : m_page->findChildren<QLabel*>()) {
        if (label->text().contains(QLatin1String("<b>")))
            QVERIFY(label->textFormat() == Qt::PlainText ||
                    (label->textFormat() == Qt::AutoText && !Qt::mightBeRichText(label->text())));
    }
    auto* list = table("run.report.samples");
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("<h1>big</h1>"));
    const QString tip = list->model()->index(0, 0).data(Qt::ToolTipRole).toString();
    QTextDocument shownTip;
    shownTip.setHtml(tip);
    QCOMPARE(shownTip.toPlainText(), QStringLiteral("<h1>big</h1>"));
}

void TestReportPage::probabilitiesThatAreNoNumber()
{
    ReportCase one = threeClasses();
    one.add(1, 0, std::numeric_limits<float>::quiet_NaN(), "unsure");
    open(one);
    QCOMPARE(samples().last(), QStringLiteral("unsure"));
    auto* list = table("run.report.samples");
    QCOMPARE(list->model()->index(3, ui::SampleListModel::ConfidenceColumn).data().toString(),
             QStringLiteral("NaN"));
}

void TestReportPage::figuresCanBeReadOnTheirGround()
{
    for (const auto mode : {ui::theme::Mode::Light, ui::theme::Mode::Dark}) {
        m_theme->setMode(mode);
        for (const bool isRight : {true, false}) {
            for (int i = 0; i <= 100; ++i) {
                const QColor ground = ui::heatGround(isRight, 1, i / 100.0);
                // no text reaches 4.5 on every ground: between two colours of contrast c, the worst is
                // sqrt(c)
                QVERIFY(ui::theme::contrast(ui::heatFigure(ground, 1), ground) >= 4.0);
            }
        }
        const QColor empty = ui::heatGround(false, 0, 0);
        QCOMPARE(empty, ui::theme::color(ui::theme::Role::Sunken));
        QVERIFY(ui::theme::contrast(ui::heatFigure(empty, 0), empty) >= 4.5);
    }
    m_theme->setMode(ui::theme::Mode::Light);
}

void TestReportPage::theFileHasTheColoursOfTheTheme()
{
    for (const auto& color : train::reportColors) {
        bool isKnown = false;
        for (std::size_t i = 0; i < ui::theme::RoleCount; ++i) {
            const auto role = ui::theme::Role(i);
            if (color.name != ui::theme::roleName(role))
                continue;
            isKnown = true;
            QCOMPARE(QColor(QRgb(color.light)).rgb(), ui::theme::Tokens::light().color(role).rgb());
            QCOMPARE(QColor(QRgb(color.dark)).rgb(), ui::theme::Tokens::dark().color(role).rgb());
        }
        QVERIFY2(isKnown, color.name.data());
    }
}

void TestReportPage::modelsKeepTheRules()
{
    const auto report = m_maker.report(threeClasses());
    const auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;
    ui::ReportModel rows;
    QAbstractItemModelTester rowsTester(&rows, strict);
    rows.setReport(*report, {});
    QCOMPARE(rows.classCount(), 3);
    rows.clear();
    ui::ConfusionModel cells;
    QAbstractItemModelTester cellsTester(&cells, strict);
    cells.setReport(report.get());
    cells.setFigure(ui::CellFigure::ShareOfRow);
    cells.setReport(nullptr);
    QCOMPARE(cells.rowCount(), 0);
    ui::SampleListModel list;
    QAbstractItemModelTester listTester(&list, strict);
    list.setSamples(*report, report->samples({}, 10, {}));
    QCOMPARE(list.rowCount(), 3);
    list.clear();
}

QTEST_MAIN(TestReportPage)
#include "tst_report_page.moc"
