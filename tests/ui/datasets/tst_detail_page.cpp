// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset_fixture.h"
#include "support/asks_for_more.h"
#include "support/nameless_widgets.h"

#include "ui/datasets/column_list_model.h"
#include "ui/datasets/dataset_actions.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/datasets/detail_page.h"
#include "ui/datasets/event_list_model.h"
#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/import_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/async.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/view_memory.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace lepton;
using namespace lepton::testing;

class TestDetailPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void showsTheNewestVersion();
    void opensAnOlderVersion();
    void showsTheStatisticsOfAColumn();
    void leavesRoomForAnEstimatedCount();
    void standsTheSourceAtTheTopWithItsNotices();
    void comparesTwoVersions();
    void listsWhatHappened();
    void copiesTheHash();
    void followsANewVersionOfAnother();
    void saysWhenThereIsNoSuchDataSet();
    void marksWhatAsksForMore();
    void movesToTheTrashWithUndo();
    void tellsOfAFailedUndoWhereThePersonIs();
    void saysThatAColleagueMovedItToTheTrash();
    void goesThroughTheTabsByKeyboard();
    void keepsWhatIsTypedWhileTheRowsAreRead();
    void goesToARowFromTheTabs();
    void opensARowOfAVersion();
    void startsNoRunWithoutTheRight();
    void asksForNoFilesWithoutTheRight();
    void givesEveryWidgetAName();

private:
    void open(int version = 0, const QString& tab = {}, const QString& name = QStringLiteral("credit"));
    void settle();
    QTabBar* tabs() const { return shown<QTabBar>(*m_page, "dataset.tabs"); }
    QString text(const char* table, int row, int column) const;

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::unique_ptr<DatasetFixture> m_fixture;
    std::unique_ptr<QWidget> m_window;
    RecordingNavigator m_navigator;
    ui::ViewMemory m_memory;
    ui::DetailPage* m_page = nullptr;
};

void TestDetailPage::init()
{
    m_fixture = std::make_unique<DatasetFixture>();
    data::ImportRequest first;
    first.description = "Consumer loans";
    m_fixture->add("credit", "months,class\n6,good\n48,bad\n12,good\n", first);
    data::ImportRequest second;
    second.newVersion = true;
    second.note = "Late outcomes added";
    m_fixture->add("credit", "months,class\n6,good\n48,bad\n24,bad\n36,good\n", second);

    m_navigator = {};
    m_window = std::make_unique<QWidget>();
    m_window->resize(1440, 852);
    m_page = new ui::DetailPage(m_fixture->context(), m_navigator, m_memory, m_window.get());
    m_page->resize(m_window->size());
    m_window->show();
    open();
}

void TestDetailPage::cleanup()
{
    settle();
    m_window.reset();
    m_fixture.reset();
}

void TestDetailPage::settle()
{
    QTRY_VERIFY(ui::runningAsyncCount() == 0 && m_page->isSettled());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestDetailPage::open(int version, const QString& tab, const QString& name)
{
    ui::Route route;
    route.page = QStringLiteral("dataset");
    route.object = name;
    route.version = version;
    route.part = tab;
    m_page->open(route);
    settle();
}

QString TestDetailPage::text(const char* table, int row, int column) const
{
    const auto* view = shown<QTableView>(*m_page, table);
    return view ? view->model()->index(row, column).data().toString() : QStringLiteral("no table");
}

void TestDetailPage::showsTheNewestVersion()
{
    QCOMPARE(m_page->title(), QStringLiteral("credit"));
    auto* version = shown<QPushButton>(*m_page, "dataset.version.button");
    QVERIFY(version);
    QVERIFY2(version->text().contains(QStringLiteral("v2")), qPrintable(version->text()));
    QCOMPARE(text("dataset.overview.columns", 0, ui::ColumnListModel::NameColumn), QStringLiteral("months"));
    QCOMPARE(text("dataset.overview.columns", 0, ui::ColumnListModel::TypeColumn), QStringLiteral("integer"));
    QVERIFY(text("dataset.overview.columns", 0, ui::ColumnListModel::SummaryColumn)
                .startsWith(QStringLiteral("6 / ")));
    QCOMPARE(text("dataset.overview.sample", 2, 0), QStringLiteral("24"));
    QCOMPARE(m_page->route().version, 0);
}

void TestDetailPage::opensAnOlderVersion()
{
    auto* version = shown<QPushButton>(*m_page, "dataset.version.button");
    Q_EMIT version->menu()->aboutToShow();
    QCOMPARE(version->menu()->actions().size(), 2);
    version->menu()->actions()[1]->trigger();
    QCOMPARE(m_navigator.routes.size(), 1);
    QCOMPARE(m_navigator.routes.last().version, 1);
    m_page->open(m_navigator.routes.last());
    settle();
    QCOMPARE(text("dataset.overview.sample", 2, 0), QStringLiteral("12"));
}

void TestDetailPage::showsTheStatisticsOfAColumn()
{
    open(0, QStringLiteral("columns"));
    auto* columns = shown<QTableView>(*m_page, "dataset.columns.table");
    QVERIFY(columns);
    QTest::keyClick(columns, Qt::Key_Down);
    const auto* name = m_page->findChild<QLabel*>(QStringLiteral("dataset.column.name"));
    QVERIFY(name && name->isVisible());
    QCOMPARE(name->text(), QStringLiteral("class"));
}

void TestDetailPage::leavesRoomForAnEstimatedCount()
{
    const auto* all = m_page->findChild<QTableView*>(QStringLiteral("dataset.columns.table"));
    QVERIFY(all);
    const auto metrics = all->fontMetrics();
    QVERIFY(all->horizontalHeader()->sectionSize(ui::ColumnListModel::DistinctColumn) >=
            metrics.horizontalAdvance(QStringLiteral("about 19,000,000")));
    // the overview has less room, and gives each column what it takes
    using Model = ui::ColumnListModel;
    m_fixture->add("widths", "a_name_that_is_as_long_as_this,n\n1,2\n3,4\n");
    open(0, {}, QStringLiteral("widths"));
    const auto* few = m_page->findChild<QTableView*>(QStringLiteral("dataset.overview.columns"));
    QVERIFY(few);
    for (const int column : {Model::NameColumn, Model::TypeColumn, Model::DistinctColumn})
        for (int row = 0; row < few->model()->rowCount(); ++row) {
            const QModelIndex index = few->model()->index(row, column);
            QVERIFY(few->visualRect(index).width() > metrics.horizontalAdvance(index.data().toString()) + 16);
        }
}

void TestDetailPage::standsTheSourceAtTheTopWithItsNotices()
{
    m_window->resize(1240, 900);
    m_fixture->add("notes", "a_name,another\nNA,NA\n1,2\n3,4\n");
    open(0, {}, QStringLiteral("notes"));
    const auto* source = shown(*m_page, "dataset.source");
    QVERIFY(source);
    QTRY_COMPARE(source->y(), 0);
    QTRY_COMPARE(source->height(), source->heightForWidth(source->width()));
}

void TestDetailPage::comparesTwoVersions()
{
    open(0, QStringLiteral("versions"));
    QCOMPARE(text("dataset.versions.table", 0, 1), QStringLiteral("Late outcomes added"));
    auto* compare = shown<QPushButton>(*m_page, "dataset.versions.compare");
    QVERIFY(compare);
    QTest::mouseClick(compare, Qt::LeftButton);
    settle();
    const auto tile = [&](const char* name) {
        auto* widget = shown<ui::StatTile>(*m_page, name);
        return widget ? widget->accessibleName() : QString();
    };
    QCOMPARE(tile("dataset.comparison.added"), QStringLiteral("Rows added: 2"));
    QCOMPARE(tile("dataset.comparison.removed"), QStringLiteral("Rows removed: 1"));
    QCOMPARE(tile("dataset.comparison.kept"), QStringLiteral("Rows kept: 2"));
    QCOMPARE(text("dataset.comparison.addedRows", 0, 0), QStringLiteral("24"));
    QCOMPARE(text("dataset.comparison.removedRows", 0, 0), QStringLiteral("12"));
    QVERIFY(shown(*m_page, "dataset.comparison.schema"));
}

void TestDetailPage::listsWhatHappened()
{
    data::DatasetEdit edit;
    edit.description = "Loans";
    m_fixture->service().edit(m_fixture->service().store().findByName("credit")->id, edit);
    open(0, QStringLiteral("activity"));
    QVERIFY(text("dataset.activity.table", 0, ui::EventListModel::WhatColumn)
                .contains(QStringLiteral("description")));
    QVERIFY(text("dataset.activity.table", 1, ui::EventListModel::WhatColumn)
                .startsWith(QStringLiteral("v2 imported")));
    QCOMPARE(text("dataset.activity.table", 1, ui::EventListModel::WhoColumn), QStringLiteral("Mei"));
}

void TestDetailPage::copiesTheHash()
{
    auto* copy = shown<QToolButton>(*m_page, "dataset.source.copyContentHash");
    QVERIFY(copy);
    QTest::mouseClick(copy, Qt::LeftButton);
    const auto dataset = m_fixture->service().store().findByName("credit");
    QCOMPARE(QGuiApplication::clipboard()->text().toStdString(),
             m_fixture->service().store().version(dataset->id, 2)->contentHash);
}

void TestDetailPage::followsANewVersionOfAnother()
{
    data::ImportRequest third;
    third.newVersion = true;
    m_fixture->add("credit", "months,class\n1,good\n", third);
    m_page->refresh();
    settle();
    QVERIFY(shown<QPushButton>(*m_page, "dataset.version.button")->text().contains(QStringLiteral("v3")));
}

void TestDetailPage::saysWhenThereIsNoSuchDataSet()
{
    open(0, {}, QStringLiteral("nothing"));
    QVERIFY(shown(*m_page, "dataset.banner"));
    open();
    QVERIFY(!shown(*m_page, "dataset.banner"));
    // Without it the page begins right below the line under the tabs.
    const auto* stack = m_page->findChild<QStackedWidget*>(QString(), Qt::FindDirectChildrenOnly);
    QTRY_COMPARE(stack->y(), shown(*m_page, "dataset.tabs")->geometry().bottom() + 2);
}

void TestDetailPage::marksWhatAsksForMore()
{
    const auto menuOf = [this](const char* name) {
        return [this, name] {
            settle();
            auto* menu = shown<QToolButton>(*m_page, name)->menu();
            Q_EMIT menu->aboutToShow();
            return menu;
        };
    };
    QCOMPARE(entriesOf(*menuOf("dataset.more.button")()).size(), 3);
    QCOMPARE(wrongEllipses(menuOf("dataset.more.button")), QString());
    QVERIFY(!m_fixture->service().store().findByName("credit")); // its last entry was chosen, too
}

void TestDetailPage::movesToTheTrashWithUndo()
{
    auto* more = shown<QToolButton>(*m_page, "dataset.more.button");
    QVERIFY(more);
    Q_EMIT more->menu()->aboutToShow();
    more->menu()->actions().last()->trigger();
    settle();
    QVERIFY(!m_fixture->service().store().findByName("credit"));
    QCOMPARE(m_navigator.routes.last().page, QStringLiteral("datasets"));
    QVERIFY(m_navigator.lastUndo);
    m_navigator.lastUndo();
    settle();
    QVERIFY(m_fixture->service().store().findByName("credit"));
    QCOMPARE(m_navigator.routes.last().object, QStringLiteral("credit"));
}

void TestDetailPage::tellsOfAFailedUndoWhereThePersonIs()
{
    auto* more = shown<QToolButton>(*m_page, "dataset.more.button");
    QVERIFY(more);
    Q_EMIT more->menu()->aboutToShow();
    more->menu()->actions().last()->trigger();
    settle();
    m_page->hide(); // the window shows the list now
    m_fixture->add("credit", "a\n5\n");
    const auto toasts = m_navigator.toasts.size();
    QVERIFY(m_navigator.lastUndo);
    m_navigator.lastUndo();
    settle();
    QCOMPARE(m_navigator.toasts.size(), toasts + 1);
    QVERIFY2(m_navigator.toasts.last().startsWith(QStringLiteral("The data set was not restored. ")) &&
                 m_navigator.toasts.last().contains(QStringLiteral("another data set has it now")),
             qPrintable(m_navigator.toasts.last()));
    QCOMPARE(m_navigator.routes.last().page, QStringLiteral("datasets"));
}

void TestDetailPage::saysThatAColleagueMovedItToTheTrash()
{
    const auto before = m_fixture->add("tickets", "text,class\nIt broke,bad\nThank you,good\n");
    open(0, {}, QStringLiteral("tickets"));
    m_fixture->service().trash(before.id);
    m_page->refresh(); // as when the catalog changed
    settle();
    auto* banner = shown<ui::InlineBanner>(*m_page, "dataset.banner");
    QVERIFY(banner);
    QVERIFY2(banner->sentence().contains(QStringLiteral("tickets is in the trash")),
             qPrintable(banner->sentence()));
    const auto* start = shown<QPushButton>(*m_page, "dataset.newRun.button");
    QVERIFY2(!start->isEnabled() && !start->toolTip().isEmpty(), "another of its name would be taken");
    auto* more = shown<QToolButton>(*m_page, "dataset.more.button");
    Q_EMIT more->menu()->aboutToShow();
    for (const auto* action : more->menu()->actions())
        QVERIFY2(action->isSeparator() || !action->isEnabled(), qPrintable(action->text()));

    QTRY_VERIFY(shown<QPushButton>(*m_page, "dataset.restore.button"));
    shown<QPushButton>(*m_page, "dataset.restore.button")->click();
    settle();
    open(0, {}, m_navigator.routes.last().object);
    QVERIFY(m_fixture->service().store().findByName("tickets"));
    QVERIFY(!shown(*m_page, "dataset.banner"));
    QVERIFY(start->isEnabled());

    m_fixture->service().trash(before.id); // and its name is taken meanwhile
    m_fixture->add("tickets", "text,class\nOther,bad\nOne,good\n");
    m_page->refresh();
    settle();
    QTRY_VERIFY(shown<QPushButton>(*m_page, "dataset.restore.button"));
    shown<QPushButton>(*m_page, "dataset.restore.button")->click();
    settle();
    QTRY_VERIFY(shown<ui::InlineBanner>(*m_page, "dataset.banner"));
    QVERIFY2(shown<ui::InlineBanner>(*m_page, "dataset.banner")
                 ->sentence()
                 .contains(QStringLiteral("another data set has it now")),
             qPrintable(shown<ui::InlineBanner>(*m_page, "dataset.banner")->sentence()));
    QTRY_VERIFY(shown<QPushButton>(*m_page, "dataset.restoreBeside.button"));
    shown<QPushButton>(*m_page, "dataset.restoreBeside.button")->click();
    settle();
    QCOMPARE(m_navigator.routes.last().object, QStringLiteral("tickets 2"));
    QCOMPARE(m_fixture->service().store().findByName("tickets 2")->id, before.id);
}

void TestDetailPage::goesThroughTheTabsByKeyboard()
{
    QCOMPARE(tabs()->count(), 5);
    QStringList parts;
    for (int i = 0; i < tabs()->count(); ++i) {
        parts << m_page->route().part;
        QVERIFY(m_page->changeTab(1)); // Ctrl+Tab
        settle();
    }
    QCOMPARE(parts, (QStringList{"", "table", "columns", "versions", "activity"}));
    QCOMPARE(m_page->route().part, QString());
}

void TestDetailPage::keepsWhatIsTypedWhileTheRowsAreRead()
{
    ui::Route route;
    route.page = QStringLiteral("dataset");
    route.object = QStringLiteral("credit");
    route.part = QStringLiteral("table");
    m_page->open(route);
    QVERIFY(!m_page->isSettled());
    m_page->focusFilter(); // "/", and on at once
    QWidget* typist = m_window->focusWidget();
    QVERIFY(typist);
    QTest::keyClicks(typist, QStringLiteral("months > 200"));
    QTest::keyClick(typist, Qt::Key_Backspace);
    settle();
    const auto* filter = shown<QLineEdit>(*m_page, "table.filter.edit");
    QVERIFY(filter);
    QCOMPARE(filter->text(), QStringLiteral("months > 20"));
    QCOMPARE(m_window->focusWidget(), filter);
    QVERIFY(!filter->hasSelectedText());
}

void TestDetailPage::goesToARowFromTheTabs()
{
    open(0, QStringLiteral("table"));
    tabs()->setFocus();
    QTest::keyClick(tabs(), Qt::Key_G, Qt::ControlModifier);
    QWidget* field = m_window->focusWidget();
    QVERIFY(shown(*m_page, "table.grid")->isVisible());
    QVERIFY(field && field != tabs());
    QTest::keyClick(field, Qt::Key_2);
    QTest::keyClick(field, Qt::Key_Return);
    settle();
    QCOMPARE(m_page->findChild<ui::DataGrid*>()->cursorCell().position, 1);

    open();
    tabs()->setFocus();
    QTest::keyClick(tabs(), Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(m_window->focusWidget(), tabs()); // no table is there to go through
}

void TestDetailPage::opensARowOfAVersion()
{
    const auto openRow = [&](int version, const QString& row) {
        ui::Route route = ui::datasetRoute(QStringLiteral("credit"), version, QStringLiteral("table"));
        route.query[QStringLiteral("row")] = row;
        m_page->open(route);
        settle();
    };
    const auto current = [&] {
        const auto* grid = m_page->findChild<ui::DataGrid*>();
        return grid->rowNumber(grid->cursorCell().position) + 1;
    };
    openRow(1, QStringLiteral("2"));
    QCOMPARE(current(), std::int64_t{2});
    openRow(2, QStringLiteral("4")); // version 1 has no row 4
    QCOMPARE(current(), std::int64_t{4});
    openRow(2, QStringLiteral("1"));
    QCOMPARE(current(), std::int64_t{1});
}

void TestDetailPage::startsNoRunWithoutTheRight()
{
    m_fixture->add("tickets", "text,class\nIt broke,bad\nThank you,good\n");
    open(0, {}, QStringLiteral("tickets"));
    const auto* start = shown<QPushButton>(*m_page, "dataset.newRun.button");
    QVERIFY(start);
    QVERIFY(start->isEnabled());
    QVERIFY(m_page->primaryAction());
    QCOMPARE(m_navigator.routes.last(), ui::newRunRoute(QStringLiteral("tickets"), 0));

    m_fixture->trainRefusal = base::Error(base::ErrorCode::NotAllowed, "This takes the role engineer.");
    m_page->refresh(); // as when the catalog changed
    settle();
    QVERIFY(!start->isEnabled());
    QVERIFY2(!start->toolTip().isEmpty(), "it says why");

    m_fixture->trainRefusal.reset();
    m_page->refresh();
    settle();
    QVERIFY(start->isEnabled());
}

void TestDetailPage::asksForNoFilesWithoutTheRight()
{
    m_fixture->refusals = {{data::DatasetAction::Import,
                            base::Error(base::ErrorCode::NotAllowed, "This takes the role engineer.")}};
    ui::chooseFilesToImport(m_window.get(), m_fixture->context(), m_navigator); // as the palette does
    settle();
    QVERIFY(!m_window->findChild<QFileDialog*>(QStringLiteral("import.files")));
    auto* close = m_window->findChild<QPushButton*>(QStringLiteral("refusal.close.button"));
    QVERIFY2(close, "a dialog says why");
    close->click();
    settle();

    ui::importDroppedFiles(m_window.get(), m_fixture->context(), m_navigator,
                           {m_fixture->write(QStringLiteral("dropped.csv"), "a,b\n1,x\n")});
    settle();
    QVERIFY(!m_window->findChild<ui::ImportDialog*>());
    QVERIFY(m_window->findChild<QPushButton*>(QStringLiteral("refusal.close.button")));
    m_fixture->refusals.clear();
}

void TestDetailPage::givesEveryWidgetAName()
{
    QStringList nameless;
    for (const auto* tab : {"", "columns", "versions", "activity"}) {
        open(0, QLatin1String(tab));
        nameless << namelessWidgets(*m_page);
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

QTEST_MAIN(TestDetailPage)
#include "tst_detail_page.moc"
