// SPDX-License-Identifier: GPL-3.0-or-later
// Data as a person brings it in and keeps it in order: the whole window, on a workspace of its own.
#include "support/real_window.h"

#include "app/session/session.h"
#include "app/workbench/workbench_session.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/datasets/grid/data_grid.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_host.h"
#include "ui/shell/session_controller.h"
#include "ui/shell/toast_host.h"
#include "ui/widgets/page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace lepton;
using lepton::testing::RealWindow;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

class TestWindowData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void importsADroppedFile();
    void importsSeveralDroppedFiles();
    void opensADroppedWorkspace();
    void editsTheFacts();
    void undoesTheTrashByClick();
    void restoresFromTheTrash();
    void keepsTheColumnsOfATable();
    void goesTheWholeWayByKeyboard();

private:
    QString write(const QString& name, const QByteArray& content);
    void openWindow();
    void closeWindow();
    void createWorkspace();
    void drop(const QStringList& files);
    void importTable(const QString& name);
    void settle() { QVERIFY(m_real->settle(patienceMs)); }
    QStringList names() const;
    void select(const QString& name);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    bool chooseInMenu(const QString& text);
    template <class Widget>
    Widget* find(const char* name) const
    {
        return m_real->find<Widget>(name);
    }
    template <class Widget>
    Widget* awaited(const char* name) const
    {
        Widget* found = nullptr;
        [&] { QTRY_VERIFY_WITH_TIMEOUT((found = find<Widget>(name)) && found->isVisible(), patienceMs); }();
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RealWindow> m_real;
    ui::MainWindow* m_window = nullptr; ///< of m_real
};

void TestWindowData::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    qputenv("XDG_CONFIG_HOME", m_folder->filePath("config").toUtf8());
    qputenv("XDG_CACHE_HOME", m_folder->filePath("cache").toUtf8());
    openWindow();
    createWorkspace();
}

void TestWindowData::cleanup()
{
    closeWindow();
    m_folder.reset();
}

void TestWindowData::openWindow()
{
    m_real = std::make_unique<RealWindow>();
    m_window = &m_real->window();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void TestWindowData::closeWindow()
{
    if (m_real && m_window->session().session())
        settle();
    m_real.reset();
    m_window = nullptr;
}

void TestWindowData::createWorkspace()
{
    m_window->showCreateDialog();
    const auto type = [&](const char* field, const QString& text) {
        awaited<QLineEdit>(field)->setText(text);
    };
    type("create.name.edit", QStringLiteral("Team"));
    type("create.folder.edit", m_folder->filePath(QStringLiteral("the team's 数据")));
    type("create.member.edit", QStringLiteral("Mei"));
    type("create.department.edit", QStringLiteral("Risk"));
    awaited<QAbstractButton>("create.create.button")->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().session() && m_window->pages().current(), patienceMs);
    m_window->pages().go({QStringLiteral("datasets"), {}, 0, {}, {}});
    settle();
}

QString TestWindowData::write(const QString& name, const QByteArray& content)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

void TestWindowData::drop(const QStringList& files)
{
    QList<QUrl> urls;
    for (const auto& file : files)
        urls << QUrl::fromLocalFile(file);
    QMimeData data;
    data.setUrls(urls);
    const QPoint place(700, 400);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window, &event);
    QVERIFY(event.isAccepted());
}

/// What the list of data sets shows, in its order.
QStringList TestWindowData::names() const
{
    QStringList names;
    const auto* model = find<QTableView>("datasets.table")->model();
    for (int row = 0; row < model->rowCount(); ++row)
        names << model->index(row, 0).data().toString();
    return names;
}

void TestWindowData::importTable(const QString& name)
{
    drop({write(name + QStringLiteral(".csv"), "id,text\n1,first\n2,second\n3,third\n")});
    auto* start = awaited<QAbstractButton>("import.start.button");
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patienceMs);
    start->click();
    QTRY_VERIFY_WITH_TIMEOUT(names().contains(name), patienceMs);
    settle();
}

void TestWindowData::select(const QString& name)
{
    auto* table = find<QTableView>("datasets.table");
    const auto row = int(names().indexOf(name));
    QVERIFY(row >= 0);
    table->setFocus();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(row, 0)).center());
    settle();
}

/// A key into what has the focus, in a dialog where there is one. Where no window manager makes the window
/// active again after a dialog, this does.
void TestWindowData::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (!QApplication::activeModalWidget())
        QTRY_VERIFY((m_window->activateWindow(), m_window->isActiveWindow()));
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window, key, modifiers);
}

/// Chooses an entry of the context menu over the list. Whether there is such an entry.
bool TestWindowData::chooseInMenu(const QString& text)
{
    auto* table = find<QTableView>("datasets.table");
    Q_EMIT table->customContextMenuRequested(table->visualRect(table->currentIndex()).center());
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (!menu)
        return false;
    const auto actions = menu->actions();
    const auto found = std::ranges::find(actions, text, &QAction::text);
    menu->close();
    if (found == actions.end())
        return false;
    (*found)->trigger();
    return true;
}

void TestWindowData::importsADroppedFile()
{
    drop({write(QStringLiteral("reviews.csv"), "stars;text\n5;fine\n1;poor\n")});
    QCOMPARE(awaited<QLineEdit>("import.name")->text(), QStringLiteral("reviews"));
    auto* start = awaited<QAbstractButton>("import.start.button");
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patienceMs);
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{QStringLiteral("reviews")}, patienceMs);
}

void TestWindowData::importsSeveralDroppedFiles()
{
    drop({write(QStringLiteral("a.csv"), "n\n1\n"), write(QStringLiteral("b.tsv"), "n\tm\n1\t2\n"),
          write(QStringLiteral("c.jsonl"), "{\"n\": 1}\n")});
    auto* start = awaited<QAbstractButton>("importMany.start.button");
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patienceMs);
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 3, patienceMs);
    QStringList sorted = names();
    sorted.sort();
    QCOMPARE(sorted, (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
}

void TestWindowData::opensADroppedWorkspace()
{
    const auto folder = m_window->session().session()->facts().folder;
    closeWindow();
    openWindow();
    QVERIFY(!m_window->session().session()); // the welcome page
    drop({QString::fromStdString(folder.string())});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().session() != nullptr, patienceMs);
    QCOMPARE(m_window->session().session()->facts().workspaceName, QStringLiteral("Team"));

    const auto other = folder.parent_path() / "other";
    identity::FirstMember eve;
    eve.name = "Eve";
    eve.department = "Risk";
    app::Session::create(other, {.name = "Other"}, eve, {});
    drop({QString::fromStdString(other.string())});
    QTRY_COMPARE_WITH_TIMEOUT(
        m_window->session().session() ? m_window->session().session()->facts().workspaceName : QString(),
        QStringLiteral("Other"), patienceMs);
}

void TestWindowData::editsTheFacts()
{
    importTable(QStringLiteral("reviews"));
    select(QStringLiteral("reviews"));
    QVERIFY(chooseInMenu(QStringLiteral("Edit name and description…")));

    auto* name = awaited<QLineEdit>("datasetEdit.name");
    auto* save = awaited<QAbstractButton>("datasetEdit.save.button");
    name->setText(QStringLiteral("a/b"));
    QVERIFY(!save->isEnabled());
    QVERIFY(save->toolTip().contains(QLatin1Char('/')));
    name->setText(QStringLiteral("opinions"));
    awaited<QPlainTextEdit>("datasetEdit.description")->setPlainText(QStringLiteral("What buyers wrote"));
    auto* tags = awaited<QLineEdit>("datasetEdit.tags");
    tags->setFocus();
    QTest::keyClicks(tags, QStringLiteral("film,"));
    auto* sensitivity = awaited<QComboBox>("datasetEdit.sensitivity");
    sensitivity->setCurrentIndex(sensitivity->findData(int(data::Sensitivity::Confidential)));
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{QStringLiteral("opinions")}, patienceMs);
    settle();

    auto& workspace = *static_cast<app::WorkbenchSession*>(m_window->session().session().get());
    const auto dataset = workspace.session().datasets().store().findByName("opinions");
    QVERIFY(dataset);
    QCOMPARE(dataset->description, std::string("What buyers wrote"));
    QCOMPARE(dataset->tags, std::vector<std::string>{"film"});
    QCOMPARE(dataset->sensitivity, data::Sensitivity::Confidential);
}

void TestWindowData::undoesTheTrashByClick()
{
    importTable(QStringLiteral("reviews"));
    select(QStringLiteral("reviews"));
    press(Qt::Key_Delete);
    const auto* toast = m_window->findChild<ui::ToastHost*>();
    QTRY_COMPARE_WITH_TIMEOUT(toast->text(), QStringLiteral("reviews is in the trash"), patienceMs);
    settle();
    QCOMPARE(names(), QStringList());
    QTest::mouseClick(find<QAbstractButton>("toast.undo.button"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{QStringLiteral("reviews")}, patienceMs);
}

void TestWindowData::restoresFromTheTrash()
{
    importTable(QStringLiteral("reviews"));
    importTable(QStringLiteral("orders"));
    for (const auto& name : {QStringLiteral("reviews"), QStringLiteral("orders")}) {
        select(name);
        press(Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(!names().contains(name), patienceMs);
        settle();
    }
    m_window->pages().go({QStringLiteral("datasets"), {}, 0, QStringLiteral("trash"), {}});
    settle();
    QCOMPARE(names().size(), 2);
    select(QStringLiteral("orders"));
    QVERIFY(chooseInMenu(QStringLiteral("Restore")));
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{QStringLiteral("reviews")}, patienceMs);

    // what is removed for good asks first, and Escape keeps it
    QTest::mouseClick(find<QAbstractButton>("datasets.trash.empty"), Qt::LeftButton);
    QTest::keyClick(awaited<QAbstractButton>("confirm.act.button")->window(), Qt::Key_Escape);
    QTRY_VERIFY(!find<QAbstractButton>("confirm.act.button"));
    QCOMPARE(names(), QStringList{QStringLiteral("reviews")});
    QTest::mouseClick(find<QAbstractButton>("datasets.trash.empty"), Qt::LeftButton);
    QTest::mouseClick(awaited<QAbstractButton>("confirm.act.button"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList(), patienceMs);
    QTest::mouseClick(find<QAbstractButton>("datasets.trash.leave"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{QStringLiteral("orders")}, patienceMs);
}

void TestWindowData::keepsTheColumnsOfATable()
{
    importTable(QStringLiteral("reviews"));
    const auto folder = m_window->session().session()->facts().folder;
    const auto openTable = [&] {
        m_window->pages().go(ui::datasetRoute(QStringLiteral("reviews"), 0, QStringLiteral("table")));
        settle();
        return awaited<ui::DataGrid>("table.grid");
    };
    openTable()->setColumnHidden(0, true);
    closeWindow();
    openWindow();
    m_window->openWorkspace(QString::fromStdString(folder.string()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().session() && m_window->pages().current(), patienceMs);
    QCOMPARE(openTable()->shownColumns(), std::vector<int>{1});
}

void TestWindowData::goesTheWholeWayByKeyboard()
{
    const QString file = write(QStringLiteral("reviews.csv"), "stars,text\n5,fine\n1,poor\n3,so so\n");
    const auto type = [](const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); };
    const auto tabTo = [&](const QString& name) {
        for (int i = 0; i < 30 && QApplication::focusWidget()->objectName() != name; ++i)
            press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), name);
    };

    press(Qt::Key_I, Qt::ControlModifier);
    auto* choose = awaited<QWidget>("import.files");
    QTRY_VERIFY(choose->isAncestorOf(QApplication::focusWidget()));
    type(file);
    press(Qt::Key_Return);
    auto* start = awaited<QAbstractButton>("import.start.button");
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patienceMs);
    QTRY_VERIFY(start->window()->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{QStringLiteral("reviews")}, patienceMs);
    settle();

    // from the filter into the list, and into the data set
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("datasets.filter.edit"));
    type(QStringLiteral("rev"));
    settle();
    tabTo(QStringLiteral("datasets.table"));
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->pages().current()->route().page, QStringLiteral("dataset"),
                              patienceMs);
    settle();

    // through the tabs to the rows, and to one of their cells
    while (m_window->pages().current()->route().part != QStringLiteral("table")) {
        press(Qt::Key_Tab, Qt::ControlModifier);
        settle();
        QVERIFY(!m_window->pages().current()->route().part.isEmpty()); // round once without a table
    }
    tabTo(QStringLiteral("table.grid"));
    press(Qt::Key_End, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text().trimmed(), QStringLiteral("so so"));
    press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->pages().current()->route().page, QStringLiteral("datasets"),
                              patienceMs);
    settle();

    // away and back
    find<QTableView>("datasets.table")->setFocus();
    press(Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList(), patienceMs);
    settle();
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{QStringLiteral("reviews")}, patienceMs);
}

QTEST_MAIN(TestWindowData)
#include "tst_window_data.moc"
