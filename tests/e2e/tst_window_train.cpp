// SPDX-License-Identifier: GPL-3.0-or-later
// Fine-tuning as a person does it in the window: the pages on the services of a real workspace, and the
// library that trains.
#include "support/cli.h"
#include "support/recording_navigator.h"
#include "support/tiny_bert.h"

#include "app/session/session.h"
#include "ui/theme/theme.h"
#include "ui/training/new_run_page.h"
#include "ui/training/run_page.h"
#include "ui/training/service_backend.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/async.h"
#include "ui/widgets/chip.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace lepton;
using lepton::testing::Cli;
using lepton::testing::RecordingNavigator;

namespace {

constexpr int patienceMs = 240'000; // a loaded machine trains slowly

/// Texts of which "good" and "bad" tell the label.
QByteArray reviews(int rows)
{
    QByteArray table = "text,label\n";
    for (int i = 0; i < rows; ++i) {
        const bool isGood = i % 2 == 0;
        table += isGood ? "good film " : "bad plot ";
        table += QByteArray(1, char('a' + i % 26)) + " " + QByteArray(1, char('a' + i / 26 % 26));
        table += isGood ? ",yes\n" : ",no\n";
    }
    return table;
}

} // namespace

class TestWindowTrain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void trainsReportsAndExports();
    void goesOnWithAnInterruptedRunAfterReopening();

private:
    std::filesystem::path workspace() const { return (m_folder->path() + "/workspace").toStdString(); }
    void makeBackend();
    void closeWorkspace();
    void openPage(ui::Page* page, const ui::Route& route);
    void settle();
    QString startRun(int epochs);
    QString state() const;
    template <class Widget>
    Widget* find(const char* name) const
    {
        return m_page->findChild<Widget*>(QLatin1String(name));
    }

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Session> m_session;
    std::shared_ptr<ui::ServiceBackend> m_backend;
    RecordingNavigator m_navigator;
    std::unique_ptr<QWidget> m_window;
    ui::Page* m_page = nullptr;
};

void TestWindowTrain::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->filePath("config").toUtf8());
    qputenv("XDG_CACHE_HOME", m_folder->filePath("cache").toUtf8());
    m_navigator = {};
    m_session =
        app::Session::create(workspace(), {"Team", store::JournalMode::Local}, {"Mei", "Risk", {}, {}}, {});
    QFile table(m_folder->filePath("reviews.csv"));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write(reviews(240));
    table.close();
    data::ImportRequest request;
    request.name = "reviews";
    request.file = table.fileName().toStdString();
    m_session->waitForImport(m_session->submitImport(request));
    const std::filesystem::path model = m_folder->filePath("tiny").toStdString();
    lepton::testing::writeTinyBert(model);
    const auto imported = m_session->jobs().wait(m_session->submitModelImport(model, "tiny"));
    QCOMPARE(imported.state, jobs::JobState::Completed);
    makeBackend();
}

void TestWindowTrain::cleanup()
{
    closeWorkspace();
    m_folder.reset();
}

void TestWindowTrain::makeBackend()
{
    m_backend = std::make_shared<ui::ServiceBackend>(ui::TrainingServices{
        m_session->datasets(), m_session->training(), m_session->baseModels(), m_session->jobs(),
        [session = m_session.get()]() -> train::Engine& { return session->engine(); }});
}

void TestWindowTrain::closeWorkspace()
{
    if (m_window)
        settle();
    m_window.reset();
    m_backend.reset();
    m_session.reset();
}

void TestWindowTrain::settle()
{
    QTRY_VERIFY_WITH_TIMEOUT(ui::runningAsyncCount() == 0 && m_page->isSettled(), patienceMs);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestWindowTrain::openPage(ui::Page* page, const ui::Route& route)
{
    if (m_window)
        settle();
    m_window = std::make_unique<QWidget>();
    m_window->resize(1240, 900);
    page->setParent(m_window.get());
    page->resize(m_window->size());
    m_page = page;
    m_window->show();
    m_page->open(route);
    settle();
}

QString TestWindowTrain::state() const
{
    const auto* chip = find<ui::Chip>("run.state");
    return chip ? chip->content().text : QString();
}

/// Fills the page New run in and starts; opens the page of the run. Its name.
QString TestWindowTrain::startRun(int epochs)
{
    openPage(new ui::NewRunPage(m_backend, m_navigator), ui::newRunRoute(QStringLiteral("reviews")));
    find<QSpinBox>("newRun.max_length")->setValue(20); // as much as the small model takes
    find<QSpinBox>("newRun.epochs")->setValue(epochs);
    auto* rate = find<QLineEdit>("newRun.learning_rate");
    rate->setText(QStringLiteral("1e-3"));
    Q_EMIT rate->editingFinished();
    settle();
    auto* start = find<QAbstractButton>("newRun.start.button");
    [&] { QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), patienceMs); }();
    start->click();
    settle();
    const ui::Route route = m_navigator.routes.value(m_navigator.routes.size() - 1);
    openPage(new ui::RunPage(m_backend, m_navigator), route);
    return route.object;
}

void TestWindowTrain::trainsReportsAndExports()
{
    const QString run = startRun(4);
    QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("Completed"), patienceMs);
    // the curves hold every step: 192 training rows in batches of 16, four times
    const auto points = m_session->training().metrics().after(1, 0).points;
    QCOMPARE(std::ranges::count(points, std::string("train/loss"), &train::MetricPoint::key), 48);

    m_page->open(ui::runRoute(QStringLiteral("R-1"), QStringLiteral("report")));
    settle();
    const auto* table = find<QTableView>("run.report.table");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 5,
                              patienceMs); // two classes, accuracy, two averages
    settle();
    find<QAbstractButton>("run.report.copy")->click();
    const QString report = QGuiApplication::clipboard()->text();

    Cli cli;
    cli.setVariable(QStringLiteral("XDG_CONFIG_HOME"), m_folder->filePath("config"));
    cli.use(QString::fromStdString(workspace().string()));
    const auto printed = cli.run({"run", "report", "R-1"});
    QVERIFY2(printed.code == 0, printed.text());
    QCOMPARE(report, QString::fromUtf8(printed.out));

    find<QPushButton>("run.export.button")->menu()->findChild<QAction*>("run.export.model")->trigger();
    auto* dialog = m_page->findChild<QFileDialog*>(QStringLiteral("run.export.folder"));
    QVERIFY(dialog);
    const QString folder = m_folder->filePath("exported");
    Q_EMIT dialog->fileSelected(folder); // what the file dialog of any desktop tells
    dialog->close();
    settle();
    for (const char* file : {"config.json", "model.safetensors", "vocab.txt"})
        QVERIFY2(QFile::exists(folder + "/" + QLatin1String(file)), file);
    // the exported folder is a model as any other
    QCOMPARE(cli.run({"basemodel", "import", folder, "--name", "again"}).code, 0);

    closeWorkspace();
    m_session = app::Session::open(workspace(), {});
    makeBackend();
    openPage(new ui::RunPage(m_backend, m_navigator), ui::runRoute(run, QStringLiteral("report")));
    QTRY_VERIFY_WITH_TIMEOUT(find<QTableView>("run.report.table")->model()->rowCount() == 5, patienceMs);
    QGuiApplication::clipboard()->clear();
    find<QAbstractButton>("run.report.copy")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), report);
}

void TestWindowTrain::goesOnWithAnInterruptedRunAfterReopening()
{
    const QString run = startRun(5'000); // longer than anyone waits
    const auto lastStep = [this] {
        std::int64_t step = 0;
        for (const auto& point : m_session->training().metrics().after(1, 0).points)
            step = std::max(step, point.step);
        return step;
    };
    QTRY_VERIFY_WITH_TIMEOUT(lastStep() > 0, patienceMs);
    const auto stop = [this](const char* answer, const QString& becomes) {
        QTRY_VERIFY_WITH_TIMEOUT(find<QAbstractButton>("run.stop.button")->isVisible(), patienceMs);
        find<QAbstractButton>("run.stop.button")->click();
        QTRY_VERIFY_WITH_TIMEOUT(find<QAbstractButton>(answer), patienceMs);
        find<QAbstractButton>(answer)->click();
        QTRY_COMPARE_WITH_TIMEOUT(state(), becomes, patienceMs);
    };
    stop("run.ask.stop", QStringLiteral("Stopped"));
    closeWorkspace();

    m_session = app::Session::open(workspace(), {});
    makeBackend();
    const std::int64_t before = lastStep();
    QVERIFY(before > 0);
    openPage(new ui::RunPage(m_backend, m_navigator), ui::runRoute(run));
    auto* resume = find<QAbstractButton>("run.resume.button");
    QVERIFY(resume->isVisible());
    resume->click();
    QTRY_VERIFY_WITH_TIMEOUT(lastStep() > before, patienceMs);
    stop("run.ask.drop", QStringLiteral("Cancelled"));
    QTRY_COMPARE_WITH_TIMEOUT(resume->text(), QStringLiteral("Start again"), patienceMs);
    const auto artifacts =
        m_session->training().runs().artifacts(m_session->training().runs().resolve("R-1").id);
    QVERIFY(artifacts.empty());
}

QTEST_MAIN(TestWindowTrain)
#include "tst_window_train.moc"
