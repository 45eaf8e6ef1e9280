// SPDX-License-Identifier: GPL-3.0-or-later
// A promotion between two members, each in a process of their own: one asks with the command line, the other
// has the window open and decides by mouse and keyboard.
#include "support/cli.h"
#include "support/real_window.h"
#include "support/tiny_bert.h"

#include "ui/models/models_routes.h"
#include "ui/models/pending_list_model.h"
#include "ui/shell/bell.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_host.h"
#include "ui/shell/session_controller.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/inline_banner.h"
#include "ui/widgets/page.h"

#include <QDateEdit>
#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <memory>

using namespace lepton;
using lepton::testing::Cli;
using lepton::testing::CliResult;
using lepton::testing::RealWindow;
using nlohmann::json;

namespace {

constexpr int patienceMs = 240'000; // a loaded machine computes the gates slowly

QByteArray reviews(int rows)
{
    QByteArray table = "text,label\n";
    for (int i = 0; i < rows; ++i) {
        table += i % 2 == 0 ? "good film " : "bad plot ";
        table += QByteArray(1, char('a' + i % 26)) + " " + QByteArray(1, char('a' + i / 26 % 26));
        table += i % 2 == 0 ? ",positive\n" : ",negative\n";
    }
    return table;
}

} // namespace

class TestWindowReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void seesARequestWithoutAClick();
    void readsTheEvidenceAndApproves();
    void findsRunsAndRequestsByTheirNumbers_data();
    void findsRunsAndRequestsByTheirNumbers();
    void rejectsTheNextWithAComment();
    void showsWhereTheVersionComesFrom();
    void followsItsRoles();
    void mayNotDecideOnceTheKeyIsRevoked();
    void decidesWithAnotherKeyWithoutBeingOpenedAgain();
    void losesNothingWhenItIsClosedWhileItScores();
    void followsAnotherWindow();
    void tellsWhatWasInProductionOnADay();
    void tellsThatTheLogWasChanged();

private:
    void require(const CliResult& result) { QVERIFY2(result.code == 0, result.text()); }
    void openWindow();
    void closeWindow();
    void settle();
    /// Asks for @p version in another process, and waits until the window lists @p name. Milliseconds from
    /// the end of that process.
    qint64 ask(const QString& version, const QString& name);
    /// Clicks the request @p name in the list that is shown.
    void choose(const QString& name);
    template <class Widget>
    Widget* shown(const char* name) const
    {
        return RealWindow::shown<Widget>(*m_window, name);
    }
    int rowOf(const QString& request) const;
    QString person() const; ///< what the rail says of who one is
    void click(const char* name);
    void tabTo(const char* name); ///< presses Tab until the widget has the focus
    QString chip(const char* name) const;
    QString failure() const; ///< what the page says of a decision that was not signed

    std::unique_ptr<Cli> m_ann, m_bo;
    QString m_workspace;
    std::unique_ptr<RealWindow> m_real;
    ui::MainWindow* m_window = nullptr; ///< that is looked at
};

/// Ann has trained two versions with the command line; Bo is a reviewer, and the window is Bo's.
void TestWindowReview::initTestCase()
{
    m_ann = std::make_unique<Cli>();
    m_bo = std::make_unique<Cli>();
    m_workspace = m_ann->makeWorkspace();
    const QString folder = m_ann->folder() + "/tiny";
    lepton::testing::writeTinyBert(folder.toStdString());
    require(m_ann->run({"basemodel", "import", folder, "--name", "tiny"}));
    require(m_ann->run(
        {"dataset", "import", m_ann->writeFile("reviews.csv", reviews(240)), "--name", "reviews"}));
    for (const char* rate : {"0.001", "0.002"})
        require(m_ann->run({"train", "--dataset", "reviews", "--text", "text", "--label", "label",
                            "--basemodel", "tiny", "--set", "max_length=20", "--set", "max_steps=4", "--set",
                            QString("learning_rate=%1").arg(rate)}));
    for (const char* run : {"R-1", "R-2"})
        require(m_ann->run({"model", "register", run, "--name", "sentiment"}));
    const QString request = m_bo->folder() + "/request.json";
    require(m_bo->run({"member", "request", request, "--name", "Bo", "--department", "Service"}));
    require(m_ann->run({"member", "enrol", request, "--role", "reviewer"}));
    m_bo->use(m_workspace);
    for (const char* variable : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        qputenv(variable, m_bo->environment().value(QLatin1String(variable)).toUtf8());
    openWindow();
}

void TestWindowReview::cleanupTestCase()
{
    closeWindow();
}

void TestWindowReview::openWindow()
{
    m_real = std::make_unique<RealWindow>();
    m_window = &m_real->window();
    QVERIFY(m_real->open(m_workspace, patienceMs));
    m_real->go(QStringLiteral("models"));
    settle();
}

void TestWindowReview::closeWindow()
{
    m_real.reset();
    m_window = nullptr;
}

void TestWindowReview::settle()
{
    QVERIFY(RealWindow::settle(*m_window, patienceMs));
}

QString TestWindowReview::failure() const
{
    const auto* banner = shown<ui::InlineBanner>("review.error");
    return banner ? banner->sentence() : QString();
}

int TestWindowReview::rowOf(const QString& request) const
{
    for (const char* list : {"models.side.pending", "review.side.pending"}) {
        const auto* view = shown<QListView>(list);
        for (int row = 0; view && row < view->model()->rowCount(); ++row) {
            if (view->model()->index(row, 0).data(ui::PendingListModel::NameRole).toString() == request)
                return row;
        }
    }
    return -1;
}

void TestWindowReview::tabTo(const char* name)
{
    constexpr int mostStops = 120;
    for (int stop = 0; stop < mostStops; ++stop) {
        QWidget* focused = QApplication::focusWidget();
        if (focused && focused->objectName() == QLatin1String(name))
            return;
        QTest::keyClick(focused ? focused : m_window, Qt::Key_Tab);
    }
    QFAIL(name);
}

qint64 TestWindowReview::ask(const QString& version, const QString& name)
{
    const CliResult asked = m_ann->json(
        {"model", "promote", version, "--to", "production", "--reason", "Better on short texts."});
    if (asked.json().value("promotion", "") != name.toStdString())
        qWarning("%s", asked.text().constData());
    QElapsedTimer since;
    since.start();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(rowOf(name) >= 0, patienceMs); }();
    return since.elapsed();
}

void TestWindowReview::choose(const QString& name)
{
    auto* list = shown<QListView>("models.side.pending");
    if (!list)
        list = shown<QListView>("review.side.pending");
    QVERIFY(list);
    const QModelIndex index = list->model()->index(rowOf(name), 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->pages().current()->route().object == name &&
                                 shown<QLabel>("review.request.reason"),
                             patienceMs);
    settle();
}

void TestWindowReview::click(const char* name)
{
    auto* button = shown<QPushButton>(name);
    QVERIFY2(button && button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

QString TestWindowReview::chip(const char* name) const
{
    const auto* there = shown<ui::Chip>(name);
    return there ? there->content().text : QString();
}

void TestWindowReview::seesARequestWithoutAClick()
{
    QCOMPARE(rowOf("P-1"), -1);
    const qint64 after = ask("sentiment@1", "P-1");
    qInfo("the request was shown %lld ms after it was made", static_cast<long long>(after));
    QCOMPARE(m_window->pages().current()->route().page, QStringLiteral("models"));
    // and the rail tells how much waits
    auto* rail = m_window->findChild<QListView*>(QStringLiteral("rail.pages"));
    const auto told = [rail] {
        for (int row = 0; row < rail->model()->rowCount(); ++row) {
            const QString text = rail->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
            if (text == QStringLiteral("Models, 1 waiting for you"))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(told(), patienceMs);
    // so does the bell
    QTRY_COMPARE_WITH_TIMEOUT(shown<ui::Bell>("header.bell.button")->count(), 1, patienceMs);
}

void TestWindowReview::readsTheEvidenceAndApproves()
{
    choose("P-1");
    QCOMPARE(shown<QLabel>("review.request.reason")->text(), QStringLiteral("Better on short texts."));
    QVERIFY(shown<QTableView>("review.metrics")->model()->rowCount() > 0);
    QVERIFY(shown<QWidget>("review.gates"));
    QCOMPARE(chip("review.to"), QStringLiteral("Production"));
    auto* comment = shown<QPlainTextEdit>("review.comment.edit");
    QTest::mouseClick(comment->viewport(), Qt::LeftButton);
    QTest::keyClicks(comment, "Read it; fine.");
    click("review.approve.button");
    QTRY_COMPARE_WITH_TIMEOUT(chip("review.from"), QStringLiteral("Approved"), patienceMs);
    QVERIFY(!shown<QPushButton>("review.approve.button"));

    const CliResult answer =
        m_ann->runWithInput({"predict", "sentiment@production"}, "good film\nbad plot\n");
    require(answer);
    QCOMPARE(answer.out.count('\n'), 2);
    const CliResult proof = m_ann->json({"audit", "verify", "--full"});
    QVERIFY2(proof.code == 0 && proof.json().value("ok", false), proof.text());
    const json decisions = m_ann->json({"audit", "log", "--kind", "promotion.approved"}).json()["events"];
    QCOMPARE(decisions.size(), std::size_t{1});
    QVERIFY(decisions[0].dump().find("Read it; fine.") != std::string::npos);
}

void TestWindowReview::findsRunsAndRequestsByTheirNumbers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    QTest::newRow("a run") << "R-1"
                           << "lepton://run/R-1";
    QTest::newRow("by its figure") << "2"
                                   << "lepton://run/R-2";
    QTest::newRow("a request that is decided") << "p-1"
                                               << "lepton://review/P-1";
    QTest::newRow("without the dash") << "P1"
                                      << "lepton://review/P-1";
}

void TestWindowReview::findsRunsAndRequestsByTheirNumbers()
{
    QFETCH(QString, typed);
    QFETCH(QString, found);
    constexpr int few = 8;
    const auto objects = m_window->session().session()->find(typed, few, {});
    QVERIFY(!objects.empty());
    QCOMPARE(objects.front().route.toString(), found);
}

void TestWindowReview::rejectsTheNextWithAComment()
{
    ask("sentiment@2", "P-2"); // the window stands on the page of P-1
    QCOMPARE(m_window->pages().current()->route().object, QStringLiteral("P-1"));
    choose("P-2");
    click("review.reject.button"); // refused in place: a rejection takes a comment
    settle();
    QVERIFY(shown<QPushButton>("review.reject.button"));
    auto* comment = shown<QPlainTextEdit>("review.comment.edit");
    QTRY_VERIFY(comment->hasFocus());
    QTest::keyClicks(comment, "No better than the first.");
    click("review.reject.button");
    QTRY_COMPARE_WITH_TIMEOUT(chip("review.from"), QStringLiteral("Rejected"), patienceMs);

    const json versions = m_ann->json({"model", "show", "sentiment"}).json()["versions"];
    for (const json& version : versions)
        QCOMPARE(version.value("stage", ""), std::string(version["version"] == 1 ? "production" : "none"));
    const CliResult proof = m_bo->json({"audit", "verify"});
    QVERIFY2(proof.code == 0 && proof.json().value("ok", false), proof.text());
}

/// Of the request just rejected: what the page says of origin, recipe and course is what the command line
/// says.
void TestWindowReview::showsWhereTheVersionComesFrom()
{
    const json model = m_ann->json({"model", "show", "sentiment"}).json();
    const auto hashOf = [&model](int number) {
        for (const json& version : model["versions"]) {
            if (version["version"] == number)
                return QString::fromStdString(version.value("hash", ""));
        }
        return QString();
    };
    const auto said = [this](int step) {
        const auto* box = shown<QAbstractButton>(qPrintable(QStringLiteral("review.lineage.%1").arg(step)));
        return box ? box->toolTip() : QString();
    };
    QVERIFY2(said(0).contains("reviews"), qPrintable(said(0)));
    QVERIFY2(said(1).contains("R-2"), qPrintable(said(1)));
    QVERIFY(!hashOf(2).isEmpty());
    QVERIFY2(said(2).contains(hashOf(2)), qPrintable(said(2)));
    QVERIFY2(said(3).contains(hashOf(1)), qPrintable(said(3)));

    const QAbstractItemModel* recipe = shown<QTableView>("review.recipe")->model();
    QCOMPARE(recipe->rowCount(), 1); // the runs differ by the learning rate alone
    QCOMPARE(recipe->index(0, 1).data().toString(), QStringLiteral("0.001"));
    QCOMPARE(recipe->index(0, 2).data().toString(), QStringLiteral("0.002"));

    QStringList course;
    for (const auto* line : shown<QWidget>("review.timeline")->findChildren<QLabel*>())
        course << line->text();
    const QString told = course.join(QLatin1Char('\n'));
    for (const char* part : {"No better than the first.", "R-2"})
        QVERIFY2(told.contains(QLatin1String(part)), qPrintable(told));

    // each of them leads to its page
    QTest::mouseClick(shown<QAbstractButton>("review.lineage.1"), Qt::LeftButton);
    settle();
    QCOMPARE(m_window->pages().current()->route().toString(), QStringLiteral("lepton://run/R-2"));
    m_window->pages().back();
    settle();
    QCOMPARE(m_window->pages().current()->route().object, QStringLiteral("P-2"));
}

QString TestWindowReview::person() const
{
    const auto* foot = m_window->findChild<QWidget*>(QStringLiteral("rail.member"));
    return foot ? foot->accessibleName() : QString();
}

void TestWindowReview::followsItsRoles()
{
    QTRY_COMPARE_WITH_TIMEOUT(person(), QStringLiteral("Bo, Service · reviewer"), patienceMs);
    require(m_ann->run({"member", "role", "Bo", "--add", "engineer"}));
    QTRY_COMPARE_WITH_TIMEOUT(person(), QStringLiteral("Bo, Service · engineer, reviewer"), patienceMs);
}

void TestWindowReview::mayNotDecideOnceTheKeyIsRevoked()
{
    ask("sentiment@2", "P-3");
    choose("P-3");
    QVERIFY(shown<QPushButton>("review.approve.button"));
    require(m_ann->run({"member", "revoke", "Bo", "--reason", "lost the laptop"}));
    QTRY_VERIFY_WITH_TIMEOUT(!shown<QPushButton>("review.approve.button"), patienceMs);
    QVERIFY(!shown<QPushButton>("review.reject.button"));
    QVERIFY(shown<QLabel>("review.lock.text"));
    QTRY_COMPARE_WITH_TIMEOUT(person(), QStringLiteral("Bo, Service · key revoked"), patienceMs);
}

void TestWindowReview::decidesWithAnotherKeyWithoutBeingOpenedAgain()
{
    const QString request = m_bo->folder() + "/again.json";
    m_bo->use({});
    require(m_bo->run({"member", "request", request, "--name", "Bo", "--department", "Service"}));
    m_bo->use(m_workspace);
    require(m_ann->run({"member", "replace-key", "Bo", request, "--reason", "has a new one"}));
    QTRY_COMPARE_WITH_TIMEOUT(person(), QStringLiteral("Bo, Service · engineer, reviewer"), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(shown<QPushButton>("review.approve.button"), patienceMs);
    QCOMPARE(m_window->pages().current()->route().object, QStringLiteral("P-3")); // where Bo was
    settle();
    // this time without the mouse: the page of models, the request, the comment, the decision
    QTest::keyClick(m_window, Qt::Key_4, Qt::ControlModifier);
    settle();
    tabTo("models.side.pending");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Home);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->pages().current()->route().object, QStringLiteral("P-3"), patienceMs);
    settle();
    tabTo("review.comment.edit");
    QTest::keyClicks(QApplication::focusWidget(), "Typed.");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    QVERIFY2(!shown<ui::InlineBanner>("review.error"), qPrintable(failure()));
    QTRY_COMPARE_WITH_TIMEOUT(chip("review.from"), QStringLiteral("Approved"), patienceMs);
    const CliResult proof = m_ann->json({"audit", "verify", "--full"});
    QVERIFY2(proof.code == 0 && proof.json().value("ok", false), proof.text());
}

void TestWindowReview::tellsWhatWasInProductionOnADay()
{
    m_window->pages().go({QStringLiteral("model"), QStringLiteral("sentiment"), 0, {}, {}});
    settle();
    auto* day = shown<QDateEdit>("model.history.day");
    auto* answer = shown<QLabel>("model.history.answer");
    QVERIFY(day && answer);
    int inProduction = 0;
    const json model = m_ann->json({"model", "show", "sentiment"}).json();
    for (const json& version : model["versions"]) {
        if (version["stage"] == "production")
            inProduction = version["version"];
    }
    QTRY_COMPARE_WITH_TIMEOUT(answer->text(), QStringLiteral("v%1").arg(inProduction), patienceMs);
    day->setDate(QDate::currentDate().addDays(-1));
    settle();
    QVERIFY2(!answer->text().contains("v1") && !answer->text().contains("v2"), qPrintable(answer->text()));
}

/// Either nothing of it is recorded, and it waits as before, or all of it is.
void TestWindowReview::losesNothingWhenItIsClosedWhileItScores()
{
    ask("sentiment@1", "P-4");
    choose("P-4");
    auto* comment = shown<QPlainTextEdit>("review.comment.edit");
    QTest::mouseClick(comment->viewport(), Qt::LeftButton);
    QTest::keyClicks(comment, "Closed on the way.");
    click("review.approve.button");
    closeWindow();
    const json asked = m_ann->json({"model", "review", "P-4"}).json();
    const bool isWaiting = asked.value("state", "") == "waiting";
    QVERIFY2(isWaiting || asked.value("state", "") == "approved", asked.dump(1).c_str());
    QCOMPARE(asked.at("reviews").size(), std::size_t{isWaiting ? 0U : 1U});
    const CliResult proof = m_ann->json({"audit", "verify", "--full"});
    QVERIFY2(proof.code == 0 && proof.json().value("ok", false), proof.text());
    openWindow();
    QCOMPARE(rowOf("P-4") >= 0, isWaiting);
}

void TestWindowReview::followsAnotherWindow()
{
    if (rowOf("P-4") < 0)
        ask("sentiment@2", "P-5"); // the one before was signed before its window closed
    const QString name = rowOf("P-4") < 0 ? QStringLiteral("P-5") : QStringLiteral("P-4");
    choose(name);
    QVERIFY(shown<QPushButton>("review.approve.button"));
    auto another = m_real->another(m_workspace);
    ui::MainWindow* other = another.get();
    QTRY_VERIFY_WITH_TIMEOUT(other->session().session(), patienceMs);
    other->pages().go(ui::reviewRoute(name));
    std::swap(m_window, other);
    settle();
    auto* comment = shown<QPlainTextEdit>("review.comment.edit");
    QTest::mouseClick(comment->viewport(), Qt::LeftButton);
    QTest::keyClicks(comment, "Not now.");
    click("review.reject.button");
    QTRY_COMPARE_WITH_TIMEOUT(chip("review.from"), QStringLiteral("Rejected"), patienceMs);
    std::swap(m_window, other);
    QTRY_COMPARE_WITH_TIMEOUT(chip("review.from"), QStringLiteral("Rejected"), patienceMs);
    QVERIFY(!shown<QPushButton>("review.approve.button"));
}

/// Somebody with write access to the folder changes what was said of a decision.
void TestWindowReview::tellsThatTheLogWasChanged()
{
    m_real->go(QStringLiteral("activity"));
    settle();
    const auto* verdict = shown<ui::InlineBanner>("activity.verdict");
    QTRY_VERIFY_WITH_TIMEOUT(verdict->sentence().contains("Chain intact"), patienceMs);
    const json rejected =
        m_ann->json({"audit", "log", "--kind", "promotion.rejected"}).json()["events"].at(0);
    const qint64 seq = rejected["seq"];
    {
        SQLite::Database catalog((m_workspace + "/catalog.db").toStdString(), SQLite::OPEN_READWRITE);
        SQLite::Statement change(catalog,
                                 "UPDATE event SET detail = replace(detail, 'No better', 'Much better') "
                                 "WHERE seq = ?");
        change.bind(1, std::int64_t(seq));
        QCOMPARE(change.exec(), 1);
    }
    click("activity.verify.button");
    QTRY_VERIFY_WITH_TIMEOUT(verdict->sentence().contains(QStringLiteral("Event %1").arg(seq)), patienceMs);
    QVERIFY2(verdict->sentence().contains("was changed"), qPrintable(verdict->sentence()));
    settle();
    auto* showEvent = verdict->findChild<QPushButton*>();
    QVERIFY(showEvent);
    QTest::mouseClick(showEvent, Qt::LeftButton);
    settle();
    const auto* table = shown<QTableView>("activity.table");
    QVERIFY(table->currentIndex().siblingAtColumn(0).data().toString().contains("Much better"));
    // So do the pages that had read the log before, by themselves.
    m_real->go(QStringLiteral("models"));
    QTRY_VERIFY_WITH_TIMEOUT(shown<ui::InlineBanner>("models.banner"), patienceMs);
    const QString told = shown<ui::InlineBanner>("models.banner")->sentence();
    QVERIFY2(told.contains(QStringLiteral("Event %1").arg(seq)), qPrintable(told));
}

QTEST_MAIN(TestWindowReview)
#include "tst_window_review.moc"
