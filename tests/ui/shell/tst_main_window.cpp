// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell_fixture.h"

#include "ui/shell/bell.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/create_dialog.h"
#include "ui/shell/job_strip.h"
#include "ui/shell/main_window.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/page_host.h"
#include "ui/shell/session_controller.h"
#include "ui/shell/toast_host.h"
#include "ui/shell/welcome_page.h"
#include "ui/shell/window_audit.h"
#include "ui/shell/window_preferences.h"
#include "ui/shell/window_settings.h"
#include "ui/widgets/async.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/stall_watch.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QUrl>

#include <atomic>
#include <memory>

using namespace lepton;
using namespace lepton::ui;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensASampleWorkspace();
    void fitsTheScreenThereIs();
    void createsAWorkspaceByKeyboard();
    void tellsOnTheWelcomePageWhatCouldNotBeOpened();
    void walksPagesByKeyboard();
    void findsAndRunsByPalette();
    void offersInThePaletteWhatThePageCanDo();
    void undoesByToast();
    void ringsTheBell();
    void narrowsTheRail();
    void switchesTheLanguage();
    void namesEveryWidgetThatTakesTheFocus();
    void tellsHowManyPagesHaveAKey();
    void showsJobsAndAsksBeforeClosing();
    void tellsJobsApartInTheStrip();
    void pausesResumesAndStopsInTheStrip();
    void savesWhatCanBeSavedBeforeClosing();
    void finishesJobsInTheBackground();
    void showsWhatAnotherProcessChanged();
    void takesDroppedFilesAsCopies();
    void remembersPageAndWorkspace();
    void measuresAStall();

private:
    void openSample();
    void makeWindow();
    template <class T>
    T* child(const char* name) const
    {
        return m_window->findChild<T*>(QLatin1String(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    MissingTranslations m_missing;
    std::unique_ptr<theme::Wishes> m_wishes;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<WindowSettings> m_settings;
    std::unique_ptr<WindowPreferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QCoreApplication::installTranslator(&m_missing);
    m_wishes = std::make_unique<theme::Wishes>(*qApp);
    m_theme = std::make_unique<theme::Theme>(*qApp);
    m_language = std::make_unique<Language>();
    makeWindow();
}

void TestMainWindow::makeWindow()
{
    const std::filesystem::path folder(m_folder->path().toStdString());
    m_window.reset();
    m_preferences.reset();
    m_settings.reset(); // it writes what it still holds
    m_settings = std::make_unique<WindowSettings>(folder);
    m_preferences = std::make_unique<WindowPreferences>(*m_theme, *m_wishes, *m_language, *m_settings);
    m_preferences->setLanguage(LanguageChoice::English);
    m_preferences->setThemeMode(theme::Mode::Light);
    m_window = std::make_unique<MainWindow>(
        ShellParts{*m_preferences, *m_settings, std::make_shared<testing::FixtureOpener>(folder)});
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_preferences.reset();
    m_settings.reset();
    QThreadPool::globalInstance()->waitForDone();
    m_language.reset();
    m_theme.reset();
    QCoreApplication::removeTranslator(&m_missing);
}

void TestMainWindow::openSample()
{
    QTest::mouseClick(child<QAbstractButton>("welcome.sample.button"), Qt::LeftButton);
    QTRY_VERIFY(m_window->session().session());
    QVERIFY(m_window->pages().current());
}

void TestMainWindow::fitsTheScreenThereIs()
{
    QWidget onALargerScreen;
    onALargerScreen.setGeometry(10, 40, 3000, 2000);
    m_settings->setGeometry(onALargerScreen.saveGeometry());
    const MainWindow window(ShellParts{
        *m_preferences, *m_settings,
        std::make_shared<testing::FixtureOpener>(std::filesystem::path(m_folder->path().toStdString()))});
    const QSize room = window.screen()->availableSize();
    QVERIFY(window.width() <= std::max(room.width(), window.minimumWidth()));
    QVERIFY(window.height() <= std::max(room.height(), window.minimumHeight()));
}

void TestMainWindow::opensASampleWorkspace()
{
    openSample();
    QCOMPARE(m_window->pages().current()->title(), QStringLiteral("first"));
    QVERIFY(child<QListView>("rail.pages")->isVisible());
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("Sample")));
}

void TestMainWindow::createsAWorkspaceByKeyboard()
{
    m_window->showCreateDialog();
    auto* dialog = m_window->findChild<CreateDialog*>();
    QVERIFY(dialog);
    auto* create = dialog->findChild<QAbstractButton*>(QStringLiteral("create.create.button"));
    QVERIFY(!create->isEnabled());
    QVERIFY(!create->toolTip().isEmpty()); // says why

    const auto type = [&](const char* field, const QString& text) {
        auto* edit = dialog->findChild<QLineEdit*>(QLatin1String(field));
        edit->setFocus();
        edit->insert(text); // QTest types ASCII alone
    };
    type("create.name.edit", QStringLiteral("Halden"));
    type("create.folder.edit", m_folder->filePath(QStringLiteral("a 新 'one'")));
    type("create.member.edit", QStringLiteral("Mei"));
    type("create.department.edit", QStringLiteral("Risk"));
    QVERIFY(create->isEnabled());
    QTest::keyClick(dialog->findChild<QLineEdit*>(QStringLiteral("create.department.edit")), Qt::Key_Return);
    QTRY_VERIFY(m_window->session().session());
    QCOMPARE(m_window->session().session()->facts().workspaceName, QStringLiteral("Halden"));
    QTRY_VERIFY(!m_window->findChild<CreateDialog*>());
}

void TestMainWindow::tellsOnTheWelcomePageWhatCouldNotBeOpened()
{
    m_window->openWorkspace(m_folder->path());
    auto* error = child<InlineBanner>("welcome.error");
    QTRY_VERIFY(error->isVisible());
    QVERIFY(error->sentence().contains(m_folder->path()));
    QVERIFY(child<QAbstractButton>("welcome.sample.button")->isEnabled());
}

void TestMainWindow::walksPagesByKeyboard()
{
    openSample();
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->pages().current()->title(), QStringLiteral("second"));
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->pages().current()->title(), QStringLiteral("first"));
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_window->pages().current()->title(), QStringLiteral("second"));
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("second.filter.edit"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("a/b"));
    QCOMPARE(static_cast<QLineEdit*>(QApplication::focusWidget())->text(), QStringLiteral("a/b"));
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QVERIFY(!m_window->pages().isAncestorOf(QApplication::focusWidget()));
}

void TestMainWindow::findsAndRunsByPalette()
{
    openSample();
    const auto choose = [&](const QString& typed) {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = m_window->findChild<CommandPalette*>();
        QVERIFY(palette);
        auto* field = palette->findChild<QLineEdit*>(QStringLiteral("palette.field"));
        QTest::keyClicks(field, typed);
        QTRY_VERIFY(palette->isSettled());
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!m_window->findChild<CommandPalette*>());
        // as a window manager does: shortcuts belong to the active window. Platforms without one may refuse
        // the first request while the palette's window is still being taken down, so it is repeated.
        QTRY_VERIFY((m_window->activateWindow(), m_window->isActiveWindow()));
    };
    choose(QStringLiteral("dark th"));
    QVERIFY(theme::isDark());
    choose(QStringLiteral("german"));
    QCOMPARE(m_window->pages().current()->title(), QStringLiteral("second"));
    choose(QStringLiteral("first"));
    QCOMPARE(m_window->pages().current()->title(), QStringLiteral("first"));
}

void TestMainWindow::offersInThePaletteWhatThePageCanDo()
{
    openSample();
    auto* page = m_window->pages().current();
    int exported = 0;
    int approved = 0;
    auto* exportButton = new Button(QStringLiteral("Export"), ButtonKind::Secondary, page);
    exportButton->setMenu(new QMenu(exportButton));
    connect(exportButton->menu(), &QMenu::aboutToShow, this, [&, menu = exportButton->menu()] {
        menu->clear();
        menu->addAction(QStringLiteral("Run for &MLflow"), this, [&] { ++exported; });
    });
    auto* approve = new Button(QStringLiteral("Approve and sign"), ButtonKind::Primary, page);
    connect(approve, &QPushButton::clicked, this, [&] { ++approved; });
    auto* reject = new Button(QStringLiteral("Reject it"), ButtonKind::Danger, page);
    reject->setDisabledReason(QStringLiteral("Write a comment first."));
    reject->setObjectName(QStringLiteral("sign.reject.button"));
    auto* hidden = new Button(QStringLiteral("Approve elsewhere"), ButtonKind::Secondary, page);
    for (Button* button : {exportButton, approve, reject})
        button->show();
    auto* widen = new IconButton(QStringLiteral("expand"), 28, page);
    widen->setLabel(QStringLiteral("Show the comparison alone"));
    widen->setCheckable(true);
    widen->show();
    hidden->hide();

    CommandPalette* palette = nullptr;
    const auto type = [&](const QString& typed) {
        m_window->showPalette();
        palette = m_window->findChild<CommandPalette*>();
        QTest::keyClicks(palette->findChild<QLineEdit*>(QStringLiteral("palette.field")), typed);
        QTRY_VERIFY(palette->isSettled());
    };
    const auto enter = [&] {
        QTest::keyClick(palette->findChild<QLineEdit*>(QStringLiteral("palette.field")), Qt::Key_Return);
    };
    const auto texts = [&] {
        const auto* model = palette->findChild<QListView*>(QStringLiteral("palette.list"))->model();
        QStringList all;
        for (int row = 0; row < model->rowCount(); ++row)
            all << model->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return all;
    };
    type(QStringLiteral("approve"));
    QVERIFY(texts().contains(QStringLiteral("Approve and sign")));
    QVERIFY(!texts().contains(QStringLiteral("Approve elsewhere")));
    enter();
    QCOMPARE(approved, 1);
    QTRY_VERIFY(!m_window->findChild<CommandPalette*>());

    type(QStringLiteral("sign")); // what is called so, before what only its id has
    QVERIFY(texts().indexOf(QStringLiteral("Approve and sign")) >= 0);
    QVERIFY2(texts().indexOf(QStringLiteral("Approve and sign")) <
                 texts().indexOf(QStringLiteral("Reject it, Write a comment first.")),
             qPrintable(texts().join(QLatin1Char('|'))));
    palette->reject();
    QTRY_VERIFY(!m_window->findChild<CommandPalette*>());

    type(QStringLiteral("mlflow"));
    QVERIFY2(texts().contains(QStringLiteral("Export: Run for MLflow")),
             qPrintable(texts().join(QLatin1Char('|'))));
    enter();
    QCOMPARE(exported, 1);
    QTRY_VERIFY(!m_window->findChild<CommandPalette*>());

    type(QString());
    QVERIFY(texts().contains(QStringLiteral("Approve and sign")));
    QVERIFY(!texts().contains(QStringLiteral("Show the comparison alone"))); // of those that are typed
    palette->reject();
    QTRY_VERIFY(!m_window->findChild<CommandPalette*>());
    type(QStringLiteral("compar"));
    enter();
    QVERIFY(widen->isChecked());
    QTRY_VERIFY(!m_window->findChild<CommandPalette*>());

    // what is off says why, and is not begun
    type(QStringLiteral("reject it"));
    QVERIFY(texts().contains(QStringLiteral("Reject it, Write a comment first.")));
    enter();
    QVERIFY(palette->isVisible());
    palette->reject();
}

void TestMainWindow::undoesByToast()
{
    openSample();
    int undone = 0;
    m_window->pages().toast(QStringLiteral("Moved to the trash"), [&] { ++undone; });
    auto* toast = m_window->findChild<ToastHost*>();
    QCOMPARE(toast->text(), QStringLiteral("Moved to the trash"));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undone, 1);
    QTRY_VERIFY(!toast->isVisible());

    m_window->pages().toast(QStringLiteral("Again"), [&] { ++undone; });
    QTest::mouseClick(child<QAbstractButton>("toast.undo.button"), Qt::LeftButton);
    QCOMPARE(undone, 2);
    m_window->pages().toast(QStringLiteral("A long reason. ").repeated(12), {});
    const auto* line = toast->findChild<QLabel*>();
    QVERIFY2(line->height() >= line->heightForWidth(line->width()) && line->height() > 30,
             "the whole of it is seen");
    m_window->pages().toast(QStringLiteral("Nothing to undo"), {});
    QVERIFY(!child<QAbstractButton>("toast.undo.button")->isVisible());
}

void TestMainWindow::ringsTheBell()
{
    openSample();
    QTRY_COMPARE(runningAsyncCount(), 0);
    auto* bell = child<Bell>("header.bell.button");
    QVERIFY(bell->isVisible());
    QCOMPARE(bell->count(), 0);
    const base::UtcTime now = base::systemClock().now();
    const Route second{QStringLiteral("second"), {}, 0, {}, {}};
    auto& session = static_cast<testing::FixtureSession&>(*m_window->session().session());
    session.notices = {{QStringLiteral("P-4"), QStringLiteral("shield"), theme::Role::Accent,
                        QStringLiteral("Review A & B"), now, second},
                       {QStringLiteral("P-3"), QStringLiteral("check-circle"), theme::Role::Good,
                        QStringLiteral("C was approved"), now, second, false}};
    session.workspace().write([](store::Transaction& transaction) {
        transaction.append({"note.added", "x", {{"text", "something happened"}}});
    });
    QTRY_COMPARE(bell->count(), 2);
    QCOMPARE(bell->accessibleName(), QStringLiteral("2 waiting for you"));

    bell->menu()->popup(QPoint(0, 0)); // as a click does, which waits until the menu is closed
    QCOMPARE(bell->count(), 1);        // the news is known now, the review still waits
    auto* review = bell->menu()->findChild<QAction*>(QStringLiteral("header.bell.P-4"));
    QVERIFY(review && review->text().startsWith(QStringLiteral("Review A && B")));
    review->trigger();
    bell->menu()->close();
    QTRY_COMPARE(m_window->pages().current()->title(), QStringLiteral("second"));
}

void TestMainWindow::narrowsTheRail()
{
    openSample();
    const auto* rail = m_window->findChild<NavRail*>();
    QCOMPARE(rail->width(), NavRail::wideWidth);
    m_window->resize(1280, 800);
    QTRY_COMPARE(rail->width(), NavRail::narrowWidth);
    m_window->resize(1440, 900);
    QTRY_COMPARE(rail->width(), NavRail::wideWidth);
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    QTRY_COMPARE(rail->width(), NavRail::narrowWidth);
}

void TestMainWindow::switchesTheLanguage()
{
    const auto* sample = child<QAbstractButton>("welcome.sample.button");
    QCOMPARE(sample->text(), QStringLiteral("Open the sample workspace"));
    m_missing.clear();
    m_preferences->setLanguage(LanguageChoice::Chinese);
    QTRY_COMPARE(sample->text(), QStringLiteral("打开示例工作区"));
    const auto ofQt = [] { return QCoreApplication::translate("QFileDialog", "Look in:"); };
    QVERIFY2(ofQt() != QStringLiteral("Look in:"), "packaging/deps installs what Qt itself says in Chinese");
    openSample();
    m_window->pages().go({QStringLiteral("activity"), {}, 0, {}, {}});
    QTRY_VERIFY(m_window->pages().current()->isSettled());
    QVERIFY2(m_missing.missing().isEmpty(), qPrintable(m_missing.missing().join(QLatin1Char('\n'))));
    m_window->pages().toast(QStringLiteral("已取消"), {});
    m_preferences->setLanguage(LanguageChoice::English);
    QTRY_COMPARE(m_window->pages().current()->title(), QStringLiteral("Activity"));
    QTRY_VERIFY(m_window->findChild<ToastHost*>()->text().isEmpty());
}

void TestMainWindow::namesEveryWidgetThatTakesTheFocus()
{
    QCOMPARE(namelessWidgets(*m_window), QStringList());
    openSample();
    QCOMPARE(namelessWidgets(*m_window), QStringList());
    m_window->pages().go({QStringLiteral("activity"), {}, 0, {}, {}});
    QTRY_VERIFY(m_window->pages().current()->isSettled());
    QCOMPARE(namelessWidgets(*m_window), QStringList());
}

void TestMainWindow::tellsHowManyPagesHaveAKey()
{
    openSample();
    int pages = 0;
    while (!m_window->findChild<NavRail*>()->pageAt(pages).isEmpty())
        ++pages;
    m_window->showHelp();
    QStringList keys;
    for (const QLabel* label : m_window->findChild<QWidget*>(QStringLiteral("help"))->findChildren<QLabel*>())
        keys << label->text();
    QVERIFY(keys.contains(QStringLiteral("Ctrl+1")));
    QVERIFY(keys.contains(QStringLiteral("Ctrl+%1").arg(pages)));
    QVERIFY(!keys.contains(QStringLiteral("Ctrl+%1").arg(pages + 1)));
}

void TestMainWindow::showsJobsAndAsksBeforeClosing()
{
    openSample();
    jobs::JobQueue& queue = m_window->session().session()->jobs();
    queue.registerKind("wait", [](jobs::JobContext& context) -> nlohmann::json {
        context.progress().begin("waiting", 100);
        context.progress().update(42);
        context.progress().flush();
        while (!context.cancellation().requested())
            QThread::yieldCurrentThread();
        context.cancellation().throwIfRequested();
        return {};
    });
    const base::JobId id = queue.submit({"wait", "reviews.csv", {}});
    const QString name = QStringLiteral("jobStrip.job.") + QString::fromStdString(id.toString());
    QTRY_VERIFY(m_window->findChild<QWidget*>(name));
    QTRY_VERIFY(m_window->findChild<QWidget*>(name)->accessibleName().contains(QStringLiteral("42 %")));

    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    auto* cancel = m_window->findChild<QAbstractButton*>(QStringLiteral("leave.cancel.button"));
    QVERIFY(cancel);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(queue.find(id)->state, jobs::JobState::Cancelled);
}

namespace {

/// Work that saves between two steps when it is asked to.
void registerTraining(jobs::JobQueue& queue)
{
    queue.registerKind("train",
                       [](jobs::JobContext& context) -> nlohmann::json {
                           context.progress().begin("steps", 100);
                           context.progress().update(42);
                           context.progress().flush();
                           for (;;) {
                               jobs::StopRequest stop = context.stopRequest();
                               if (stop == jobs::StopRequest::Pause)
                                   stop = context.waitWhilePaused();
                               if (stop != jobs::StopRequest::None)
                                   throw base::Error(base::ErrorCode::Cancelled, "Stopped.");
                               QThread::yieldCurrentThread();
                           }
                       },
                       {.pausable = true});
}

} // namespace

void TestMainWindow::tellsJobsApartInTheStrip()
{
    openSample();
    m_window->resize(1280, 800);
    jobs::JobQueue& queue = m_window->session().session()->jobs();
    queue.setSlots(3);
    registerTraining(queue);
    for (const char* title :
         {"R-7 tweets_sentiment, all-MiniLM-L6-v2", "R-8 tweets_sentiment, all-MiniLM-L6-v2",
          "R-12345 tweets_sentiment, all-MiniLM-L6-v2"}) {
        const base::JobId id = queue.submit({"train", title, {}});
        const QString name = QStringLiteral("jobStrip.job.") + QString::fromStdString(id.toString());
        QTRY_VERIFY(m_window->findChild<QWidget*>(name));
        const auto* item = m_window->findChild<QWidget*>(name);
        QTRY_VERIFY(item->accessibleName().contains(QStringLiteral("42 %")));
        const QString whole = QString::fromUtf8(title);
        const QString wanted = whole.section(QLatin1Char(','), 0, 0);
        const QString number = whole.section(QLatin1Char(' '), 0, 0);
        const auto labels = item->findChildren<QLabel*>();
        const auto label = std::ranges::find_if(labels, [&](QLabel* one) { return one->text() == wanted; });
        QVERIFY(label != labels.end());
        const QString shown =
            (*label)->fontMetrics().elidedText(wanted, Qt::ElideRight, (*label)->contentsRect().width());
        QVERIFY2(shown.startsWith(number), qPrintable(shown));
        QVERIFY(item->toolTip().contains(whole));
    }
}

void TestMainWindow::pausesResumesAndStopsInTheStrip()
{
    openSample();
    jobs::JobQueue& queue = m_window->session().session()->jobs();
    registerTraining(queue);
    const base::JobId id = queue.submit({"train", "R-1", {}});
    const QString name = QStringLiteral("jobStrip.job.") + QString::fromStdString(id.toString());
    const auto button = [&](const char* role) {
        return m_window->findChild<QAbstractButton*>(name + QLatin1Char('.') + QLatin1String(role));
    };
    const auto says = [&](const char* text) {
        const auto* item = m_window->findChild<QWidget*>(name);
        return item && item->accessibleName().contains(QLatin1String(text));
    };
    QTRY_VERIFY(says("42 %"));
    QVERIFY(button("pause")->isVisible() && button("stop")->isVisible() && !button("cancel"));
    QTest::mouseClick(button("pause"), Qt::LeftButton);
    QTRY_VERIFY(says("paused"));
    QCOMPARE(queue.find(id)->state, jobs::JobState::Paused);
    QTRY_VERIFY(button("resume"));
    QVERIFY(button("resume")->accessibleName().contains(QStringLiteral("R-1")));
    QCOMPARE(namelessWidgets(*m_window), QStringList());
    QTest::mouseClick(button("resume"), Qt::LeftButton);
    QTRY_VERIFY(says("42 %"));
    QTest::mouseClick(button("stop"), Qt::LeftButton);
    QTRY_VERIFY(!m_window->findChild<QWidget*>(name));
    QCOMPARE(queue.find(id)->state, jobs::JobState::Interrupted);
    auto* toast = m_window->findChild<ToastHost*>();
    QTRY_VERIFY(toast->text().contains(QStringLiteral("R-1")));
}

void TestMainWindow::savesWhatCanBeSavedBeforeClosing()
{
    openSample();
    jobs::JobQueue& queue = m_window->session().session()->jobs();
    registerTraining(queue);
    const base::JobId id = queue.submit({"train", "R-1", {}});
    QTRY_COMPARE(queue.find(id)->state, jobs::JobState::Running);
    queue.pause(id);
    QTRY_COMPARE(queue.find(id)->state, jobs::JobState::Paused);
    const QString name = QStringLiteral("jobStrip.job.") + QString::fromStdString(id.toString());
    QTRY_VERIFY(m_window->findChild<QWidget*>(name + QStringLiteral(".resume")));
    QVERIFY(!m_window->close());
    QVERIFY(!child<QAbstractButton>("leave.wait.button")); // what is paused is never done
    QTest::mouseClick(child<QAbstractButton>("leave.stop.button"), Qt::LeftButton);
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(queue.find(id)->state, jobs::JobState::Interrupted);
}

void TestMainWindow::finishesJobsInTheBackground()
{
    openSample();
    jobs::JobQueue& queue = m_window->session().session()->jobs();
    std::atomic<bool> mayEnd{false};
    queue.registerKind("wait", [&mayEnd](jobs::JobContext& context) -> nlohmann::json {
        while (!mayEnd) {
            context.cancellation().throwIfRequested();
            QThread::yieldCurrentThread();
        }
        return {};
    });
    const base::JobId id = queue.submit({"wait", "reviews.csv", {}});
    const QString name = QStringLiteral("jobStrip.job.") + QString::fromStdString(id.toString());
    QTRY_VERIFY(m_window->findChild<QWidget*>(name));

    QVERIFY(!m_window->close());
    auto* background = m_window->findChild<QAbstractButton*>(QStringLiteral("leave.background.button"));
    QVERIFY(background);
    QSignalSpy finished(m_window.get(), &MainWindow::finished);
    QTest::mouseClick(background, Qt::LeftButton);
    QVERIFY(!m_window->isVisible());
    QCOMPARE(queue.find(id)->state, jobs::JobState::Running);
    mayEnd = true;
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(queue.find(id)->state, jobs::JobState::Completed);
    QApplication::setQuitOnLastWindowClosed(true);
}

void TestMainWindow::showsWhatAnotherProcessChanged()
{
    openSample();
    auto* page = qobject_cast<testing::NotePage*>(m_window->pages().current());
    QVERIFY(page);
    QTRY_COMPARE(runningAsyncCount(), 0);
    const int before = page->refreshed;
    // a second opening of the folder stands for another process: it has connections of its own
    testing::FixtureOpener other(std::filesystem::path(m_folder->path().toStdString()));
    const auto session = other.open(std::filesystem::path(m_folder->path().toStdString()) / "sample");
    session->workspace().write([](store::Transaction& transaction) {
        transaction.append({"dataset.edited", "x", nlohmann::json::object()});
    });
    QTRY_VERIFY(page->refreshed > before);
}

void TestMainWindow::takesDroppedFilesAsCopies()
{
    openSample();
    const auto& session = static_cast<const testing::FixtureSession&>(*m_window->session().session());
    const auto drop = [&](const QMimeData& data) {
        constexpr auto actions = Qt::CopyAction | Qt::MoveAction;
        QDragEnterEvent enter(QPoint(600, 400), actions, &data, Qt::LeftButton, Qt::NoModifier);
        enter.setDropAction(Qt::MoveAction); // as from a folder of the same disk
        QApplication::sendEvent(m_window.get(), &enter);
        if (!enter.isAccepted())
            return Qt::IgnoreAction;
        QDropEvent event(QPointF(600, 400), actions, &data, Qt::LeftButton, Qt::NoModifier);
        event.setDropAction(Qt::MoveAction);
        QApplication::sendEvent(m_window.get(), &event);
        return event.dropAction();
    };
    QMimeData words;
    words.setText(QStringLiteral("a.csv"));
    QCOMPARE(drop(words), Qt::IgnoreAction);
    QMimeData page;
    page.setUrls({QUrl(QStringLiteral("https://example.org/a.csv"))});
    QCOMPARE(drop(page), Qt::IgnoreAction);
    QVERIFY(session.dropped.isEmpty());

    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(QStringLiteral("/data/a.csv")),
                   QUrl::fromLocalFile(QStringLiteral("/data/b.csv"))});
    QCOMPARE(drop(files), Qt::CopyAction);
    QCOMPARE(session.dropped, QStringList({QStringLiteral("/data/a.csv"), QStringLiteral("/data/b.csv")}));
}

void TestMainWindow::remembersPageAndWorkspace()
{
    openSample();
    m_window->pages().go({QStringLiteral("second"), {}, 0, {}, {}});
    const QString folder = QString::fromStdString(m_window->session().session()->facts().folder.string());
    QVERIFY(m_window->close());
    makeWindow();
    QCOMPARE(m_settings->recentWorkspaces(), QStringList{folder});
    auto* recent = child<QAbstractButton>("welcome.recent.button");
    QVERIFY(recent);
    QCOMPARE(recent->text(), QStringLiteral("Sample"));
    QTest::mouseClick(recent, Qt::LeftButton);
    QTRY_VERIFY(m_window->pages().current());
    QCOMPARE(m_window->pages().current()->title(), QStringLiteral("second"));
}

void TestMainWindow::measuresAStall()
{
    StallWatch watch;
    QTRY_VERIFY(watch.figures().samples > 3);
    watch.setActivity(QStringLiteral("a busy loop"));
    // keep the thread busy until a question has waited for long enough
    QElapsedTimer busy;
    busy.start();
    while (busy.elapsed() < 120) {
    }
    QTRY_VERIFY(watch.figures().maximum >= 60);
    QTRY_VERIFY(!watch.longest().empty() && watch.longest().front().milliseconds >= 60);
    const Stall longest = watch.longest().front();
    QVERIFY(longest.during.contains(QLatin1String("a busy loop")));
    QVERIFY(longest.busy > 0);
    watch.reset();
    QCOMPARE(watch.figures().maximum, 0.0);
    QVERIFY(watch.longest().empty());
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
