// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset_fixture.h"
#include "support/asks_for_more.h"
#include "support/nameless_widgets.h"

#include "ui/datasets/browse_page.h"
#include "ui/datasets/dataset_list_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/async.h"
#include "ui/widgets/inline_banner.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace lepton;
using namespace lepton::testing;

class TestBrowsePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void listsDataSetsWithTheirFacts();
    void searchesNamesColumnsAndTagsAsOneTypes();
    void filtersByMenuAndClears();
    void sortsByHeader();
    void showsAPreviewOnSelection();
    void keepsTheNameReadable();
    void opensByEnter();
    void movesToTheTrashAndBack();
    void restoresFromTheTrash();
    void restoresUnderAnotherName();
    void emptiesTheTrashOnlyWhenConfirmed();
    void marksWhatAsksForMore();
    void editsFacts();
    void overwritesNobodysEdit();
    void saysWhatOneHasNoRightTo();
    void saysThatThereIsNothing();
    void keepsTheSelectionWhenAnotherAddsADataSet();
    void restoresItsPlaceFromARoute();
    void givesEveryWidgetAName();

private:
    void open(const QString& part = {}, const QString& search = {});
    void settle();
    QTableView* table() const { return shown<QTableView>(*m_page, "datasets.table"); }
    QStringList names() const;
    void choose(const QString& name);

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::unique_ptr<DatasetFixture> m_fixture;
    std::unique_ptr<QWidget> m_window;
    RecordingNavigator m_navigator;
    ui::BrowsePage* m_page = nullptr;
};

void TestBrowsePage::init()
{
    m_fixture = std::make_unique<DatasetFixture>();
    data::ImportRequest credit;
    credit.department = "Risk";
    credit.description = "Consumer loans and outcome";
    credit.sensitivity = data::Sensitivity::Confidential;
    m_fixture->add("credit", "duration,class\n6,good\n48,bad\n12,good\n", credit);
    data::ImportRequest bikes;
    bikes.department = "Service";
    bikes.tags = {"hourly"};
    m_fixture->add("bikes", "hour,riders\n1,10\n", bikes);
    data::ImportRequest tweets;
    tweets.department = "Marketing";
    m_fixture->add("tweets", "text,label\nhello,good\nno,bad\n", tweets);

    m_navigator = {};
    m_window = std::make_unique<QWidget>();
    m_window->resize(1440, 852);
    m_page = new ui::BrowsePage(m_fixture->context(), m_navigator, m_window.get());
    m_page->resize(m_window->size());
    m_window->show();
    open();
}

void TestBrowsePage::cleanup()
{
    settle();
    m_window.reset();
    m_fixture.reset();
}

void TestBrowsePage::settle()
{
    QTRY_COMPARE(ui::runningAsyncCount(), 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestBrowsePage::open(const QString& part, const QString& search)
{
    ui::Route route;
    route.page = QStringLiteral("datasets");
    route.part = part;
    if (!search.isEmpty())
        route.query[QStringLiteral("search")] = search;
    m_page->open(route);
    settle();
}

QStringList TestBrowsePage::names() const
{
    QStringList names;
    if (const auto* list = table()) {
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names << list->model()->index(row, ui::DatasetListModel::NameColumn).data().toString();
    }
    return names;
}

void TestBrowsePage::choose(const QString& name)
{
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        if (table()->model()->index(row, 0).data().toString() == name)
            table()->setCurrentIndex(table()->model()->index(row, 0));
    }
    settle();
}

void TestBrowsePage::listsDataSetsWithTheirFacts()
{
    QVERIFY(table());
    QAbstractItemModelTester tester(table()->model());
    QCOMPARE(names(), (QStringList{"bikes", "credit", "tweets"}));
    const auto text = [&](int column) { return table()->model()->index(1, column).data().toString(); };
    QCOMPARE(text(ui::DatasetListModel::DepartmentColumn), QStringLiteral("Risk"));
    QCOMPARE(text(ui::DatasetListModel::OwnerColumn), QStringLiteral("Mei"));
    QCOMPARE(text(ui::DatasetListModel::RowsColumn), QStringLiteral("3"));
    QCOMPARE(text(ui::DatasetListModel::ColumnsColumn), QStringLiteral("2"));
    QCOMPARE(text(ui::DatasetListModel::SensitivityColumn), QStringLiteral("Confidential"));
}

void TestBrowsePage::searchesNamesColumnsAndTagsAsOneTypes()
{
    auto* edit = shown<QLineEdit>(*m_page, "datasets.filter.edit");
    QVERIFY(edit);
    QVERIFY(m_page->focusFilter());
    QTest::keyClicks(edit, "TWEE");
    settle();
    QCOMPARE(names(), QStringList{"tweets"});
    edit->clear();
    QTest::keyClicks(edit, "riders"); // a column
    settle();
    QCOMPARE(names(), QStringList{"bikes"});
    edit->clear();
    QTest::keyClicks(edit, "hourly"); // a tag
    settle();
    QCOMPARE(names(), QStringList{"bikes"});
    edit->clear();
    QTest::keyClicks(edit, "no such thing");
    settle();
    auto* nothing = shown(*m_page, "datasets.nothing");
    QVERIFY(nothing);
    const auto isShownPrimary = [](const QPushButton* button) {
        return button->isVisible() && button->property("kind") == QStringLiteral("primary");
    };
    QCOMPARE(std::ranges::count_if(m_page->findChildren<QPushButton*>(), isShownPrimary), 1);
    for (auto* button : nothing->findChildren<QPushButton*>())
        if (button->isVisible())
            button->click();
    settle();
    QCOMPARE(names().size(), 3);
    QVERIFY(!m_page->clearFilter());
}

void TestBrowsePage::filtersByMenuAndClears()
{
    auto* button = shown<QPushButton>(*m_page, "datasets.filter.department");
    QVERIFY(button);
    Q_EMIT button->menu()->aboutToShow();
    QStringList choices;
    for (auto* action : button->menu()->actions())
        choices << action->text();
    QCOMPARE(choices, (QStringList{"Marketing (1)", "Risk (1)", "Service (1)"}));
    button->menu()->actions()[1]->trigger();
    QCOMPARE(names(), QStringList{"credit"});
    QVERIFY(button->text().contains(QStringLiteral("Risk")));
    auto* clear = shown<QPushButton>(*m_page, "datasets.filter.clear");
    QVERIFY(clear);
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(names().size(), 3);
    QVERIFY(!shown(*m_page, "datasets.filter.clear"));
}

void TestBrowsePage::sortsByHeader()
{
    auto* header = table()->horizontalHeader();
    const QPoint place(header->sectionViewportPosition(ui::DatasetListModel::RowsColumn) + 20, 10);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(names(), (QStringList{"bikes", "tweets", "credit"}));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(names(), (QStringList{"credit", "tweets", "bikes"}));
}

void TestBrowsePage::showsAPreviewOnSelection()
{
    QVERIFY(!shown(*m_page, "datasets.preview"));
    choose(QStringLiteral("credit"));
    QVERIFY(shown(*m_page, "datasets.preview"));
    QTest::keyClick(table(), Qt::Key_Space);
    QVERIFY(!shown(*m_page, "datasets.preview"));
    QTest::keyClick(table(), Qt::Key_Space);
    QVERIFY(shown(*m_page, "datasets.preview"));
    auto* openButton = shown<QPushButton>(*m_page, "datasets.preview.open");
    QVERIFY(openButton);
    QTest::mouseClick(openButton, Qt::LeftButton);
    QCOMPARE(m_navigator.routes.last().object, QStringLiteral("credit"));
}

void TestBrowsePage::keepsTheNameReadable()
{
    const auto isShown = [this](int column) { return !table()->isColumnHidden(column); };
    QVERIFY(isShown(ui::DatasetListModel::TagsColumn));
    choose(QStringLiteral("credit"));
    for (const int width : {1240, 1224, 968}) { // a window of 1440, 1280 and 1024
        m_window->resize(width, 720);
        m_page->resize(m_window->size());
        if (!shown(*m_page, "datasets.preview"))
            QVERIFY(m_page->toggleSideSheet());
        settle();
        const auto* pane = shown(*m_page, "datasets.preview");
        QVERIFY(pane && table()->geometry().right() < pane->x()); // nothing lies below the preview
        QVERIFY(table()->columnWidth(ui::DatasetListModel::NameColumn) >= 280);
        QVERIFY(isShown(ui::DatasetListModel::SensitivityColumn));
        QVERIFY(!isShown(ui::DatasetListModel::TagsColumn));
        QCOMPARE(isShown(ui::DatasetListModel::OwnerColumn), width > 1000);
    }
}

void TestBrowsePage::opensByEnter()
{
    choose(QStringLiteral("tweets"));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(m_navigator.routes.size(), 1);
    QCOMPARE(m_navigator.routes.last().page, QStringLiteral("dataset"));
    QCOMPARE(m_navigator.routes.last().object, QStringLiteral("tweets"));
}

void TestBrowsePage::movesToTheTrashAndBack()
{
    choose(QStringLiteral("tweets"));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    settle();
    QCOMPARE(names(), (QStringList{"bikes", "credit"}));
    QCOMPARE(m_navigator.toasts.size(), 1);
    QVERIFY(m_navigator.lastUndo);
    m_navigator.lastUndo();
    settle();
    QCOMPARE(names(), (QStringList{"bikes", "credit", "tweets"}));

    choose(QStringLiteral("tweets"));
    QTest::keyClick(table(), Qt::Key_Delete);
    settle();
    QVERIFY(m_page->undo()); // Ctrl+Z
    settle();
    QCOMPARE(names().size(), 3);
}

void TestBrowsePage::restoresFromTheTrash()
{
    QVERIFY(!shown(*m_page, "datasets.trash.restore"));
    choose(QStringLiteral("tweets"));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    settle();
    open(QStringLiteral("trash"));
    auto* restore = shown<QPushButton>(*m_page, "datasets.trash.restore");
    QVERIFY(restore && !restore->isEnabled());
    QVERIFY(!restore->toolTip().isEmpty()); // it says why
    choose(QStringLiteral("tweets"));
    QVERIFY(restore->isEnabled());
    QTest::mouseClick(restore, Qt::LeftButton);
    settle();
    QVERIFY(names().isEmpty());
    QCOMPARE(m_navigator.toasts.size(), 2);
    open();
    QCOMPARE(names(), (QStringList{"bikes", "credit", "tweets"}));
}

void TestBrowsePage::restoresUnderAnotherName()
{
    choose(QStringLiteral("tweets"));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    settle();
    m_fixture->add("tweets", "a\n5\n");
    m_navigator.lastUndo();
    settle();
    QVERIFY(shown(*m_page, "datasets.banner"));
    QCOMPARE(m_navigator.toasts.size(), 1); // the banner says it where the person is
    QTRY_VERIFY(shown<QPushButton>(
        *m_page, "datasets.restoreBeside.button")); // shown with the next turn of the event loop
    shown<QPushButton>(*m_page, "datasets.restoreBeside.button")->click();
    settle();
    QCOMPARE(names(), (QStringList{"bikes", "credit", "tweets", "tweets 2"}));
    QVERIFY(!shown(*m_page, "datasets.banner"));
}

void TestBrowsePage::emptiesTheTrashOnlyWhenConfirmed()
{
    choose(QStringLiteral("tweets"));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    settle();
    open(QStringLiteral("trash"));
    QCOMPARE(names(), QStringList{"tweets"});
    QVERIFY(!shown(*m_page, "datasets.import.button"));

    auto* empty = shown<QPushButton>(*m_page, "datasets.trash.empty");
    QVERIFY(empty);
    QTest::mouseClick(empty, Qt::LeftButton);
    auto* cancel = m_window->findChild<QPushButton*>(QStringLiteral("confirm.cancel.button"));
    QVERIFY(cancel);
    QTest::mouseClick(cancel, Qt::LeftButton);
    settle();
    QCOMPARE(names(), QStringList{"tweets"});

    QTest::mouseClick(empty, Qt::LeftButton);
    auto* act = m_window->findChild<QPushButton*>(QStringLiteral("confirm.act.button"));
    QVERIFY(act);
    QTest::mouseClick(act, Qt::LeftButton);
    settle();
    settle();
    QVERIFY(names().isEmpty());
    QVERIFY(m_fixture->service().store().list().size() == 2);
    open();
    QCOMPARE(names().size(), 2);
}

void TestBrowsePage::marksWhatAsksForMore()
{
    const auto menuOfFirst = [this] { // what is chosen last takes it from the list
        settle();
        table()->setCurrentIndex(table()->model()->index(0, 0));
        settle();
        auto* menu = shown<QToolButton>(*m_page, "datasets.preview.more")->menu();
        Q_EMIT menu->aboutToShow();
        return menu;
    };
    QCOMPARE(entriesOf(*menuOfFirst()).size(), 5);
    QCOMPARE(wrongEllipses(menuOfFirst), QString());
    QCOMPARE(names(), (QStringList{"credit", "tweets"}));
    QCOMPARE(wrongEllipses([this] {
                 settle();
                 auto* menu = shown<QToolButton>(*m_page, "datasets.more.button")->menu();
                 Q_EMIT menu->aboutToShow();
                 return menu;
             }),
             QString());
    m_fixture->service().trash(m_fixture->service().store().findByName("credit")->id);
    open(QStringLiteral("trash"));
    QCOMPARE(wrongEllipses([this] { // there is no preview in the trash
                 settle();
                 table()->setCurrentIndex(table()->model()->index(0, 0));
                 Q_EMIT table()->customContextMenuRequested({});
                 return m_page->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly).last();
             }),
             QString());
    QCOMPARE(names(), QStringList{"credit"});
}

void TestBrowsePage::editsFacts()
{
    choose(QStringLiteral("bikes"));
    auto* more = shown<QToolButton>(*m_page, "datasets.preview.more");
    QVERIFY(more);
    Q_EMIT more->menu()->aboutToShow();
    more->menu()->actions()[1]->trigger();
    auto* name = m_window->findChild<QLineEdit*>(QStringLiteral("datasetEdit.name"));
    QVERIFY(name);
    auto* save = m_window->findChild<QPushButton*>(QStringLiteral("datasetEdit.save.button"));
    name->setText(QStringLiteral("a/b"));
    QVERIFY(!save->isEnabled());
    QVERIFY(!save->toolTip().isEmpty());
    name->setText(QStringLiteral("credit")); // taken
    QTest::mouseClick(save, Qt::LeftButton);
    settle();
    QVERIFY(m_fixture->service().store().findByName("bikes"));
    name->setText(QStringLiteral("rentals"));
    auto* tags = m_window->findChild<QLineEdit*>(QStringLiteral("datasetEdit.tags"));
    QTest::keyClicks(tags, "weather,");
    QTest::mouseClick(save, Qt::LeftButton);
    settle();
    settle();
    const auto dataset = m_fixture->service().store().findByName("rentals");
    QVERIFY(dataset);
    QCOMPARE(dataset->tags, (std::vector<std::string>{"hourly", "weather"}));
    QVERIFY(names().contains(QStringLiteral("rentals")));
}

void TestBrowsePage::overwritesNobodysEdit()
{
    const auto openEditor = [this] {
        choose(QStringLiteral("bikes"));
        auto* more = shown<QToolButton>(*m_page, "datasets.preview.more");
        Q_EMIT more->menu()->aboutToShow();
        more->menu()->actions()[1]->trigger();
    };
    const auto described = [this] { return m_fixture->service().store().findByName("bikes")->description; };
    const auto theyWrite = [this](const std::string& text) {
        data::DatasetEdit edit;
        edit.description = text;
        edit.department = "Fleet";
        m_fixture->service().edit(m_fixture->service().store().findByName("bikes")->id, edit);
    };
    const auto click = [this](const char* name) {
        QTest::mouseClick(m_window->findChild<QPushButton*>(QLatin1String(name)), Qt::LeftButton);
        settle();
        settle();
    };
    openEditor();
    theyWrite("Theirs");
    auto* description = m_window->findChild<QPlainTextEdit*>(QStringLiteral("datasetEdit.description"));
    description->setPlainText(QStringLiteral("Mine"));
    const int heightBefore = description->window()->height();
    click("datasetEdit.save.button");
    auto* banner = m_window->findChild<ui::InlineBanner*>(QStringLiteral("datasetEdit.banner"));
    QVERIFY(banner->isVisible());
    QVERIFY2(description->window()->height() >= heightBefore + banner->height(),
             "the fields keep their room");
    QVERIFY2(banner->sentence().contains(QStringLiteral("Description: Theirs")),
             qPrintable(banner->sentence()));
    QVERIFY2(!banner->sentence().contains(QStringLiteral("Fleet")), "only what both changed");
    QCOMPARE(described(), std::string("Theirs"));
    click("datasetEdit.theirs.button");
    QCOMPARE(description->toPlainText(), QStringLiteral("Theirs"));
    QVERIFY(!banner->isVisible());
    description->setPlainText(QStringLiteral("Theirs and mine"));
    click("datasetEdit.save.button");
    QCOMPARE(described(), std::string("Theirs and mine"));
    QCOMPARE(m_fixture->service().store().findByName("bikes")->department, std::string("Fleet"));

    openEditor();
    theyWrite("Again");
    m_window->findChild<QPlainTextEdit*>(QStringLiteral("datasetEdit.description"))
        ->setPlainText(QStringLiteral("Mine"));
    click("datasetEdit.save.button");
    click("datasetEdit.mine.button");
    QCOMPARE(described(), std::string("Mine"));
}

void TestBrowsePage::saysWhatOneHasNoRightTo()
{
    using data::DatasetAction;
    for (const DatasetAction action : {DatasetAction::Import, DatasetAction::Edit, DatasetAction::EmptyTrash})
        m_fixture->refusals.emplace(action,
                                    base::Error(base::ErrorCode::NotAllowed, "Ask an admin for the role."));
    m_page->refresh();
    settle();
    auto* import = shown<QPushButton>(*m_page, "datasets.import.button");
    QVERIFY(!import->isEnabled());
    QCOMPARE(import->toolTip(), QStringLiteral("Ask an admin for the role."));
    QVERIFY(!m_page->primaryAction());
    choose(QStringLiteral("bikes"));
    Q_EMIT table()->customContextMenuRequested({});
    auto* menu = m_page->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly).last();
    QStringList on, off;
    for (const auto* action : menu->actions()) {
        if (!action->isSeparator())
            (action->isEnabled() ? on : off) << action->text();
    }
    QCOMPARE(on, QStringList({QStringLiteral("Open"), QStringLiteral("Export…")}));
    QVERIFY(off.contains(QStringLiteral("Move to trash")));
    QVERIFY(off.contains(QStringLiteral("Ask an admin for the role.")));
    menu->close();

    m_fixture->refusals.clear(); // an admin gave the role meanwhile
    m_page->refresh();
    settle();
    QVERIFY(import->isEnabled());
}

void TestBrowsePage::saysThatThereIsNothing()
{
    for (const auto& dataset : m_fixture->service().store().list())
        m_fixture->service().trash(dataset.id);
    m_page->refresh();
    settle();
    QVERIFY(shown(*m_page, "datasets.empty"));
    QVERIFY(!table());
}

void TestBrowsePage::keepsTheSelectionWhenAnotherAddsADataSet()
{
    choose(QStringLiteral("credit"));
    m_fixture->add("apples");
    m_page->refresh();
    settle();
    QCOMPARE(names(), (QStringList{"apples", "bikes", "credit", "tweets"}));
    QCOMPARE(table()->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("credit"));
    QVERIFY(shown(*m_page, "datasets.preview"));
}

void TestBrowsePage::restoresItsPlaceFromARoute()
{
    open({}, QStringLiteral("e"));
    choose(QStringLiteral("tweets"));
    const auto route = m_page->route();
    open();
    QCOMPARE(names().size(), 3);
    m_page->open(*ui::Route::parse(route.toString()));
    settle();
    settle();
    QCOMPARE(m_page->route(), route);
    QCOMPARE(table()->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("tweets"));
}

void TestBrowsePage::givesEveryWidgetAName()
{
    choose(QStringLiteral("credit"));
    const QStringList nameless = namelessWidgets(*m_page);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

QTEST_MAIN(TestBrowsePage)
#include "tst_browse_page.moc"
