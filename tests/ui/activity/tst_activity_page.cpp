// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nameless_widgets.h"
#include "support/recording_navigator.h"

#include "ui/activity/activity_page.h"
#include "ui/activity/event_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/inline_banner.h"

#include <QAction>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <semaphore>

using namespace lepton;
using namespace lepton::testing;

namespace {

/// A log in memory. Tests set what it answers while nothing is being read.
class FakeActivity final : public ui::ActivityBackend
{
public:
    ui::EventPage events(std::int64_t before, std::int64_t count) override
    {
        if (holdsReads)
            reads.acquire();
        if (readError)
            throw *readError;
        ui::EventPage part = page;
        if (before > 0)
            std::erase_if(part.events, [&](const store::Event& event) { return event.seq >= before; });
        if (std::ssize(part.events) > count)
            part.events.resize(std::size_t(count));
        return part;
    }
    ui::Verification verify(const ui::VerifyRequest& request, const base::Cancellation&,
                            base::Progress& progress) override
    {
        if (holds) {
            progress.begin("verifying", 10);
            progress.update(4);
            progress.flush();
            gate.acquire();
        }
        asked.push_back(request);
        if (verifyError)
            throw *verifyError;
        ui::Verification answer{result, {}};
        if (!request.checkpoint.empty()) {
            answer.checkpoint.emplace();
            answer.checkpoint->head.seq = 2;
        }
        return answer;
    }
    identity::Head saveCheckpoint(const std::filesystem::path& file, const base::Cancellation&,
                                  base::Progress&) override
    {
        if (saveError)
            throw *saveError;
        saved.push_back(file);
        return {3, "hash"};
    }

    ui::EventPage page;
    identity::AuditResult result;
    std::optional<base::Error> readError, verifyError, saveError;
    std::vector<ui::VerifyRequest> asked;
    std::vector<std::filesystem::path> saved;
    bool holds = false; ///< verify() waits for the gate
    std::binary_semaphore gate{0};
    std::atomic<bool> holdsReads = false; ///< events() waits for reads
    std::counting_semaphore<1000> reads{0};
};

} // namespace

class TestActivityPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void saysThatTheChainIsIntact();
    void showsHowFarAVerificationHasCome();
    void verifiesInFullWhenAsked();
    void verifiesWhatComes();
    void leadsToTheEventOfAProblem();
    void opensWhatAnEventIsAbout();
    void walksALongLog();
    void leadsToAnEventFarBack();
    void filtersByKind();
    void filtersTheWholeLog();
    void stopsLookingAndGoesOn();
    void addsWhatComesAndFits();
    void tellsThatNothingFits();
    void readsAgainAfterAnError();
    void exportsWhatTheFilterShows_data();
    void exportsWhatTheFilterShows();
    void exportsTheWholeLog();
    void leavesNoFileOfACancelledExport();
    void savesACheckpoint();
    void checksAgainstACheckpoint();
    void tellsWhoCannotSign();
    void namesEveryControl();

private:
    void makeLong(int events);
    /// An import of penguins at the place @p seq.
    void addFarBack(std::int64_t seq);
    void open();
    void settle() { QTRY_VERIFY(m_page->isSettled()); }
    QString textsBelow(const char* name) const;
    ui::DataTable* table() const
    {
        return m_page->findChild<ui::DataTable*>(QStringLiteral("activity.table"));
    }

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::shared_ptr<FakeActivity> m_backend;
    RecordingNavigator m_navigator;
    std::unique_ptr<ui::ActivityPage> m_page;
};

void TestActivityPage::init()
{
    m_backend = std::make_shared<FakeActivity>();
    m_navigator = {};
    const auto add = [this](std::int64_t seq, const char* kind, const char* detail) {
        store::Event event;
        event.seq = seq;
        event.kind = kind;
        event.detail = detail;
        event.object = "version-1";
        event.hash = "hash" + std::to_string(seq);
        m_backend->page.events.insert(m_backend->page.events.begin(), event);
    };
    add(1, "workspace.created", R"({"name":"Halden"})");
    add(2, "dataset.imported", R"({"name":"tweets, \"raw\"","version":1})");
    add(3, "promotion.requested",
        R"({"number":4,"model_name":"tone","version_number":3,"target":"production","reason":"Better"})");
    m_backend->page.total = 3;
    m_backend->page.canSign = true;
    m_backend->page.names = {{base::MemberId().toString(), "Mei"}};
    m_backend->result = {
        .ok = true, .events = 3, .head = "hash3", .root = {}, .pinned = true, .problems = {}};
}

void TestActivityPage::makeLong(int events)
{
    auto& page = m_backend->page;
    page.events.clear();
    for (std::int64_t seq = events; seq > 0; --seq) {
        store::Event event;
        event.seq = seq;
        event.kind = "note.added";
        event.detail = R"({"text":"a note"})";
        event.hash = "hash" + std::to_string(seq);
        page.events.push_back(std::move(event));
    }
    page.total = events;
    m_backend->result.events = events;
}

void TestActivityPage::cleanup()
{
    if (m_page)
        settle();
    m_page.reset();
}

void TestActivityPage::open()
{
    m_page = std::make_unique<ui::ActivityPage>(m_navigator, m_backend);
    m_page->resize(1000, 700);
    m_page->show();
}

QString TestActivityPage::textsBelow(const char* name) const
{
    QStringList texts;
    for (const auto* label : m_page->findChild<QWidget*>(QLatin1String(name))->findChildren<QLabel*>())
        texts << label->text();
    return texts.join(QLatin1Char('|'));
}

void TestActivityPage::saysThatTheChainIsIntact()
{
    open();
    settle();
    const auto told = textsBelow("activity.verdict");
    QVERIFY2(told.contains(QStringLiteral("Chain intact")) && told.contains(QStringLiteral("3 event")),
             qPrintable(told));
    QVERIFY(!m_backend->asked.front().full); // what was checked before is not checked again unasked
}

void TestActivityPage::showsHowFarAVerificationHasCome()
{
    m_backend->holds = true;
    open();
    QTRY_VERIFY(textsBelow("activity.verdict").contains(QStringLiteral("40 %")));
    auto* verify = m_page->findChild<QPushButton*>(QStringLiteral("activity.verify.button"));
    QVERIFY(!verify->isEnabled());
    QVERIFY(!verify->toolTip().isEmpty());
    m_backend->gate.release();
    settle();
    QVERIFY(verify->isEnabled());
}

void TestActivityPage::verifiesInFullWhenAsked()
{
    open();
    settle();
    m_page->findChild<QPushButton*>(QStringLiteral("activity.verify.button"))->click();
    settle();
    QCOMPARE(m_backend->asked.size(), std::size_t(2));
    QVERIFY(m_backend->asked.back().full);
}

void TestActivityPage::verifiesWhatComes()
{
    open();
    settle();
    m_backend->page.total = 4;
    m_page->refresh();
    QTRY_COMPARE(m_backend->asked.size(), std::size_t(2));
    settle();
}

void TestActivityPage::leadsToTheEventOfAProblem()
{
    m_backend->result.ok = false;
    m_backend->result.problems = {{2, "bad_hash", "Event 2 was changed after it was signed."}};
    open();
    settle();
    QVERIFY(textsBelow("activity.verdict").contains(QStringLiteral("Event 2 was changed")));
    auto* edit = m_page->findChild<QLineEdit*>(QStringLiteral("activity.filter.edit"));
    edit->setText(QStringLiteral("Halden")); // it is not among what is shown
    settle();
    auto* banner = m_page->findChild<ui::InlineBanner*>(QStringLiteral("activity.verdict"));
    banner->findChild<QPushButton*>()->click();
    QVERIFY(edit->text().isEmpty());
    settle();
    QCOMPARE(table()->currentIndex().row(), 1);
}

void TestActivityPage::opensWhatAnEventIsAbout()
{
    open();
    settle();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(m_navigator.routes.size(), 1);
    QCOMPARE(m_navigator.routes.front().toString(), QStringLiteral("lepton://review/P-4"));
}

void TestActivityPage::walksALongLog()
{
    makeLong(25'000);
    open();
    settle();
    const auto seqAt = [this](int row) {
        return table()->model()->index(row, ui::EventModel::Place).data().toString();
    };
    auto* older = m_page->findChild<QPushButton*>(QStringLiteral("activity.older.button"));
    auto* newest = m_page->findChild<QPushButton*>(QStringLiteral("activity.newest.button"));
    QCOMPARE(seqAt(0), QLocale().toString(25'000));
    QVERIFY(!newest->isVisibleTo(m_page.get()));
    int clicks = 0;
    while (older->isVisibleTo(m_page.get()) && ++clicks < 20) {
        older->click();
        settle();
        QVERIFY(table()->model()->rowCount() <= 10'000); // as many as a table takes
    }
    QCOMPARE(seqAt(table()->model()->rowCount() - 1), QStringLiteral("1"));
    QVERIFY(newest->isVisibleTo(m_page.get()));
    newest->click();
    settle();
    QCOMPARE(seqAt(0), QLocale().toString(25'000));
}

void TestActivityPage::leadsToAnEventFarBack()
{
    makeLong(25'000);
    m_backend->result.ok = false;
    m_backend->result.problems = {
        {.event = 12, .kind = "bad_hash", .message = "Event 12 was changed.", .refused = false}};
    open();
    settle();
    auto* verdict = m_page->findChild<ui::InlineBanner*>(QStringLiteral("activity.verdict"));
    const auto buttons = verdict->findChildren<QPushButton*>();
    QVERIFY(!buttons.isEmpty());
    buttons.front()->click();
    settle();
    const auto selected = table()->selectionModel()->selectedRows(ui::EventModel::Place);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.front().data().toString(), QStringLiteral("12"));
}

void TestActivityPage::filtersByKind()
{
    open();
    settle();
    m_page->open(
        {QStringLiteral("activity"), {}, 0, {}, {{QStringLiteral("group"), QStringLiteral("promotion")}}});
    settle();
    QCOMPARE(table()->model()->rowCount(), 1);
    QVERIFY(m_page->findChild<QPushButton*>(QStringLiteral("activity.group.button"))
                ->text()
                .contains(QStringLiteral("Promotions")));
}

void TestActivityPage::addFarBack(std::int64_t seq)
{
    auto& event = m_backend->page.events[m_backend->page.events.size() - std::size_t(seq)];
    QCOMPARE(event.seq, seq);
    event.kind = "dataset.imported";
    event.detail = R"({"name":"penguins","version":1})";
}

void TestActivityPage::filtersTheWholeLog()
{
    makeLong(25'000);
    addFarBack(7);
    addFarBack(24'000);
    open();
    settle();
    auto* edit = m_page->findChild<QLineEdit*>(QStringLiteral("activity.filter.edit"));
    edit->setText(QStringLiteral("imported PENGUINS"));
    settle();
    QCOMPARE(table()->model()->rowCount(), 2);
    QCOMPARE(table()->model()->index(1, ui::EventModel::Place).data().toString(), QStringLiteral("7"));
    const auto shown = m_page->findChild<QLabel*>(QStringLiteral("activity.shown"))->text();
    QCOMPARE(shown, QStringLiteral("2 of 25,000 fit"));
    QVERIFY(
        !m_page->findChild<QPushButton*>(QStringLiteral("activity.older.button"))->isVisibleTo(m_page.get()));
    edit->clear();
    settle();
    QCOMPARE(table()->model()->rowCount(), 500);
}

void TestActivityPage::stopsLookingAndGoesOn()
{
    makeLong(25'000);
    addFarBack(7);
    addFarBack(24'990);
    open();
    settle();
    m_backend->holdsReads = true;
    m_page->findChild<QLineEdit*>(QStringLiteral("activity.filter.edit"))
        ->setText(QStringLiteral("penguins"));
    m_backend->reads.release(2);
    auto* stop = m_page->findChild<QPushButton*>(QStringLiteral("activity.stop.button"));
    QTRY_VERIFY(stop->isVisible());
    QTRY_COMPARE(m_page->findChild<QLabel*>(QStringLiteral("activity.shown"))->text(),
                 QStringLiteral("1 fit; 4,000 of 25,000 looked through"));
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(m_page->isSettled());
    QCOMPARE(table()->model()->rowCount(), 1);
    m_backend->holdsReads = false;
    m_backend->reads.release(1); // of the reading that was under way
    auto* older = m_page->findChild<QPushButton*>(QStringLiteral("activity.older.button"));
    QVERIFY(older->isVisible());
    QTest::mouseClick(older, Qt::LeftButton);
    settle();
    QCOMPARE(table()->model()->rowCount(), 2);
}

void TestActivityPage::addsWhatComesAndFits()
{
    makeLong(3000);
    open();
    settle();
    m_page->findChild<QLineEdit*>(QStringLiteral("activity.filter.edit"))
        ->setText(QStringLiteral("penguins"));
    settle();
    QCOMPARE(table()->model()->rowCount(), 0);
    auto& page = m_backend->page;
    for (const char* kind : {"note.added", "dataset.imported"}) {
        store::Event event;
        event.seq = ++page.total;
        event.kind = kind;
        event.detail = R"({"name":"penguins","version":1})";
        event.hash = "hash" + std::to_string(event.seq);
        page.events.insert(page.events.begin(), event);
    }
    m_page->refresh();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    settle();
    m_page->refresh(); // nothing new comes twice
    settle();
    QCOMPARE(table()->model()->rowCount(), 1);
    // another log than the one that was read
    makeLong(40);
    addFarBack(9);
    m_page->refresh();
    QTRY_COMPARE(table()->model()->index(0, ui::EventModel::Place).data().toString(), QStringLiteral("9"));
    settle();
}

void TestActivityPage::tellsThatNothingFits()
{
    makeLong(5000);
    open();
    settle();
    m_page->findChild<QLineEdit*>(QStringLiteral("activity.filter.edit"))->setText(QStringLiteral("zebra"));
    settle();
    QVERIFY(!table()->isVisible());
    auto* remove = m_page->findChild<QPushButton*>(QStringLiteral("activity.removeFilter.button"));
    QVERIFY(remove->isVisible());
    remove->click();
    settle();
    QVERIFY(table()->isVisible());
    QCOMPARE(table()->model()->rowCount(), 500);
}

void TestActivityPage::readsAgainAfterAnError()
{
    m_backend->readError = base::Error(base::ErrorCode::Io, "The disk does not answer.");
    open();
    settle();
    auto* error = m_page->findChild<ui::InlineBanner*>(QStringLiteral("activity.error"));
    QVERIFY(error->isVisible());
    QVERIFY(textsBelow("activity.error").contains(QStringLiteral("does not answer")));
    m_backend->readError.reset();
    error->findChild<QPushButton*>()->click();
    settle();
    QVERIFY(!error->isVisible());
    QCOMPARE(table()->model()->rowCount(), 3);
}

void TestActivityPage::exportsTheWholeLog()
{
    makeLong(25'000);
    addFarBack(7);
    const QTemporaryDir folder;
    open();
    settle();
    const QString all = folder.filePath(QStringLiteral("all.jsonl"));
    m_page->exportTo(all);
    settle();
    QFile written(all);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll().count('\n'), 25'000); // the table shows 500
    m_page->findChild<QLineEdit*>(QStringLiteral("activity.filter.edit"))
        ->setText(QStringLiteral("penguins"));
    const QString few = folder.filePath(QStringLiteral("few.csv"));
    m_page->exportTo(few);
    settle();
    QFile fitting(few);
    QVERIFY(fitting.open(QIODevice::ReadOnly));
    QCOMPARE(fitting.readAll().count("\r\n"), 2); // the head and one event
    QVERIFY(m_navigator.toasts.back().contains(QStringLiteral("few.csv")));
}

void TestActivityPage::leavesNoFileOfACancelledExport()
{
    makeLong(25'000);
    const QTemporaryDir folder;
    open();
    settle();
    m_backend->holdsReads = true;
    m_page->exportTo(folder.filePath(QStringLiteral("events.csv")));
    m_backend->reads.release(2);
    auto* cancel = m_page->findChild<QPushButton*>(QStringLiteral("activity.exporting.cancel"));
    QTRY_VERIFY(cancel->isVisible());
    QVERIFY(textsBelow("activity.exporting").contains(QStringLiteral("of 25,000")));
    cancel->click();
    m_backend->holdsReads = false;
    m_backend->reads.release(1);
    settle();
    QVERIFY(!cancel->isVisible());
    QTRY_VERIFY(ui::runningAsyncCount() == 0);
    QTRY_COMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
    QVERIFY(m_navigator.toasts.isEmpty());
    QVERIFY(m_page->findChild<QPushButton*>(QStringLiteral("activity.export.button"))->isEnabled());
}

void TestActivityPage::exportsWhatTheFilterShows_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("csv") << "csv";
    QTest::newRow("json lines") << "jsonl";
    QTest::newRow("neither") << "doc";
}

void TestActivityPage::exportsWhatTheFilterShows()
{
    QFETCH(QString, ending);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("events.") + ending);
    open();
    settle();
    m_page->findChild<QLineEdit*>(QStringLiteral("activity.filter.edit"))->setText(QStringLiteral("tweets"));
    m_page->exportTo(file);
    settle();
    QFile written(file);
    if (ending == QLatin1String("doc")) {
        QVERIFY(!written.exists());
        QVERIFY(textsBelow("activity.error").contains(QStringLiteral(".csv")));
        return;
    }
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QCOMPARE(m_navigator.toasts.size(), 1);
    if (ending == QLatin1String("csv")) {
        QCOMPARE(text.count("\r\n"), 2); // the head and one event
        QVERIFY(text.contains("\r\n2,"));
        QVERIFY(text.contains(R"("{""name"":""tweets, \""raw\"""",""version"":1}")"));
        return;
    }
    QCOMPARE(text.count('\n'), 1);
    const auto event = QJsonDocument::fromJson(text).object();
    QCOMPARE(event.value(QStringLiteral("seq")).toInt(), 2);
    QCOMPARE(event.value(QStringLiteral("member_name")).toString(), QStringLiteral("Mei"));
    QCOMPARE(event.value(QStringLiteral("detail")).toObject().value(QStringLiteral("name")).toString(),
             QStringLiteral("tweets, \"raw\""));
}

void TestActivityPage::savesACheckpoint()
{
    open();
    settle();
    QVERIFY(m_page->findChild<QAction*>(QStringLiteral("activity.saveCheckpoint.action"))->isEnabled());
    m_page->saveCheckpoint(QStringLiteral("monday.json"));
    settle();
    QCOMPARE(m_backend->saved, std::vector<std::filesystem::path>{"monday.json"});
    QVERIFY(m_navigator.toasts.front().contains(QStringLiteral("monday.json")));
    m_backend->saveError = base::Error(base::ErrorCode::Exists, "The file is there already.");
    m_page->saveCheckpoint(QStringLiteral("monday.json"));
    settle();
    QVERIFY(textsBelow("activity.error").contains(QStringLiteral("there already")));
}

void TestActivityPage::checksAgainstACheckpoint()
{
    open();
    settle();
    m_page->checkAgainst(QStringLiteral("monday.json"));
    settle();
    QVERIFY(textsBelow("activity.verdict").contains(QStringLiteral("goes on from the checkpoint")));
    m_backend->result.ok = false;
    m_backend->result.problems = {{0, "rolled_back", "The log lacks event 2."}};
    m_page->checkAgainst(QStringLiteral("monday.json"));
    settle();
    QVERIFY(textsBelow("activity.verdict").contains(QStringLiteral("lacks event 2")));
    m_backend->verifyError = base::Error(base::ErrorCode::InvalidArgument, "This is no checkpoint.");
    m_page->checkAgainst(QStringLiteral("photo.jpg"));
    settle();
    QVERIFY(textsBelow("activity.verdict").contains(QStringLiteral("no checkpoint")));
}

void TestActivityPage::tellsWhoCannotSign()
{
    m_backend->page.canSign = false;
    open();
    settle();
    auto* save = m_page->findChild<QAction*>(QStringLiteral("activity.saveCheckpoint.action"));
    QVERIFY(!save->isEnabled());
    QVERIFY(save->toolTip().contains(QStringLiteral("member")));
}

void TestActivityPage::namesEveryControl()
{
    open();
    settle();
    QCOMPARE(namelessWidgets(*m_page), QStringList());
}

QTEST_MAIN(TestActivityPage)
#include "tst_activity_page.moc"
