// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nameless_widgets.h"
#include "support/recording_navigator.h"

#include "data/dataset_service.h"
#include "ui/home/dismissals.h"
#include "ui/home/failure_sources.h"
#include "ui/home/home_page.h"
#include "ui/home/review_source.h"
#include "ui/theme/theme.h"
#include "ui/training/training_routes.h"
#include "ui/widgets/async.h"
#include "ui/widgets/inline_banner.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <atomic>
#include <future>

using namespace lepton;
using namespace lepton::testing;
using jobs::JobState;

namespace {

/// A workspace in memory. Tests set what it answers while nothing is being read.
class FakeHomeBackend final : public ui::HomeBackend
{
public:
    ui::HomeFacts facts() override
    {
        if (readError)
            throw *readError;
        return told;
    }
    ui::HomePromotions promotions() override
    {
        if (mayProve.valid())
            mayProve.wait();
        return told.promotions;
    }
    std::vector<ui::RunningJob> running() override
    {
        ++runningAsked;
        return active;
    }
    std::vector<ui::UnfinishedRun> unfinishedRuns(base::UtcTime) override { return unfinished; }
    std::vector<jobs::JobInfo> failedJobs(base::UtcTime) override { return failed; }
    void resume(const train::RunId& run) override
    {
        if (refusal)
            throw *refusal;
        resumed.push_back(run);
        std::erase_if(unfinished, [&](const ui::UnfinishedRun& one) { return one.run.id == run; });
    }

    ui::HomeFacts told;
    std::vector<ui::RunningJob> active;
    std::vector<ui::UnfinishedRun> unfinished;
    std::vector<jobs::JobInfo> failed;
    std::vector<train::RunId> resumed;
    std::optional<base::Error> readError;
    std::optional<base::Error> refusal;
    std::shared_future<void> mayProve; ///< who reads promotions waits for it, where there is one
    std::optional<base::Error> whyNot; ///< the person has the right to nothing that Home begins
    std::atomic<int> runningAsked{0};
};

base::UtcTime minutesAgo(int minutes)
{
    return {base::systemClock().now().milliseconds - minutes * 60'000LL};
}

train::Run makeRun(int number, JobState state)
{
    train::Run run;
    run.id = train::RunId::generate();
    run.number = number;
    run.datasetName = "tweets";
    run.datasetNumber = 4;
    run.baseModelName = "MiniLM";
    run.created = minutesAgo(number);
    run.finished = run.created;
    run.state = state;
    return run;
}

ui::RunningJob makeTraining(int number)
{
    ui::RunningJob running;
    running.run = makeRun(number, JobState::Running);
    running.run->metrics = {{"validation/macro_f1", 0.764}};
    running.job.id = base::JobId::generate();
    running.job.kind = "train";
    running.job.state = JobState::Running;
    running.job.progress = {
        .phase = "training", .done = 1612, .total = 2748, .unitsPerSecond = 3, .secondsLeft = 308.0};
    return running;
}

ui::HomePromotion makePromotion(const std::string& name, registry::PromotionState state)
{
    ui::HomePromotion promotion;
    promotion.name = name;
    promotion.model = "tone";
    promotion.version = 3;
    promotion.reason = "Macro F1 up";
    promotion.requester = "Jonas";
    promotion.state = state;
    promotion.needed = 2;
    promotion.asked = minutesAgo(240);
    promotion.decided = minutesAgo(5);
    return promotion;
}

jobs::JobInfo failedImport()
{
    data::ImportRequest request;
    request.file = "/data/loans.csv";
    request.name = "credit";
    jobs::JobInfo job;
    job.id = base::JobId::generate();
    job.kind = "import";
    job.title = request.name;
    job.params = request;
    job.state = JobState::Failed;
    job.queued = minutesAgo(3);
    job.errorKind = "ragged_row";
    job.errorMessage = "Row 4,817 has 4 fields, the header has 3.";
    return job;
}

store::Event makeEvent(const std::string& kind, const std::string& detail, base::MemberId member)
{
    store::Event event;
    event.kind = kind;
    event.detail = detail;
    event.member = member;
    event.time = minutesAgo(7);
    return event;
}

} // namespace

class TestHomePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }
    void init();
    void cleanup();

    void offersTheNextStep_data();
    void offersTheNextStep();
    void saysThatNothingWaits();
    void tellsWhyARunFailed();
    void resumesAStoppedRun();
    void startsARunWithoutACheckpointAgain();
    void saysWhyItCouldNotResume();
    void offersToImportAgain();
    void tellsOfAnImportByANewerProgram();
    void dismissesWhatWasRead();
    void countsBesideTheTitle();
    void showsOneKindAlone();
    void cutsALongList();
    void showsWhatRuns();
    void keepsTheRowWhileItsProgressMoves();
    void tellsWhatHappenedInWords();
    void showsTheNewestRunsWithTheirScore();
    void followsChangesOfOthers();
    void keepsWhatItShowsWhenItCannotRead();
    void showsTheRestWhileTheLogIsProven();
    void leadsToReviews();
    void tellsWhatBecameOfOwnRequests();
    void tellsWhatWasDecided();
    void beginsNothingWithoutTheRight();
    void namesEveryControl();

private:
    void show();
    void open();
    void settle();
    template <class Widget = QWidget>
    Widget* shown(const QString& name) const
    {
        for (auto* widget : m_page->findChildren<Widget*>(name)) {
            if (widget->isVisibleTo(m_page->window()))
                return widget;
        }
        return nullptr;
    }
    QString textsBelow(const QString& name) const;

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::shared_ptr<FakeHomeBackend> m_backend;
    RecordingNavigator m_navigator;
    std::unique_ptr<QWidget> m_window;
    ui::HomePage* m_page = nullptr;
    ui::ViewMemory m_memory;
    std::vector<base::JobId> m_importedAgain;
    int m_importAsked = 0;
    int m_modelAsked = 0;
};

void TestHomePage::init()
{
    m_backend = std::make_shared<FakeHomeBackend>();
    m_backend->told.datasetCount = 1;
    m_backend->told.baseModelCount = 1;
    m_backend->told.runs = {makeRun(3, JobState::Completed)};
    m_navigator = {};
    m_importAsked = m_modelAsked = 0;
    m_importedAgain.clear();
    m_memory = {};
}

void TestHomePage::cleanup()
{
    settle();
    m_window.reset();
}

void TestHomePage::open()
{
    show();
    settle();
}

void TestHomePage::show()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(1240, 800);
    const auto importData = [this](QWidget*) { ++m_importAsked; };
    m_page = new ui::HomePage(
        m_backend,
        {std::make_shared<ui::ReviewSource>(m_backend), std::make_shared<ui::UnfinishedRunSource>(m_backend),
         std::make_shared<ui::FailedJobSource>(
             m_backend, [this](QWidget*, const jobs::JobInfo& job) { m_importedAgain.push_back(job.id); })},
        {importData, [this](QWidget*) { ++m_modelAsked; },
         [this](train::TrainAction) { return m_backend->whyNot; },
         std::make_shared<ui::Dismissals>(m_memory, QStringLiteral("w"))},
        m_navigator, m_window.get());
    m_page->resize(m_window->size());
    m_window->show();
    m_page->open(m_page->route());
}

void TestHomePage::settle()
{
    QTRY_VERIFY(m_page->isSettled());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QString TestHomePage::textsBelow(const QString& name) const
{
    QStringList texts;
    if (const auto* card = shown(name)) {
        for (const auto* label : card->findChildren<QLabel*>()) {
            if (label->isVisibleTo(m_page->window()))
                texts << label->text();
        }
    }
    return texts.join(QLatin1Char('|'));
}

void TestHomePage::offersTheNextStep_data()
{
    QTest::addColumn<int>("datasets");
    QTest::addColumn<int>("models");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty workspace") << 0 << 0 << "Import data";
    QTest::newRow("data alone") << 1 << 0 << "Import base model";
    QTest::newRow("data and model") << 1 << 1 << "New run";
}

void TestHomePage::offersTheNextStep()
{
    QFETCH(int, datasets);
    QFETCH(int, models);
    QFETCH(QString, text);
    m_backend->told = {};
    m_backend->told.datasetCount = datasets;
    m_backend->told.baseModelCount = models;
    open();
    auto* button = shown<QPushButton>(QStringLiteral("home.nextStep.button"));
    QVERIFY(button);
    QCOMPARE(button->text(), text);
    button->click();
    QCOMPARE(m_importAsked, datasets == 0 ? 1 : 0);
    QCOMPARE(m_modelAsked, datasets > 0 && models == 0 ? 1 : 0);
    QCOMPARE(m_navigator.routes.contains(ui::newRunRoute()), datasets > 0 && models > 0);
}

void TestHomePage::saysThatNothingWaits()
{
    open();
    QVERIFY(textsBelow(QStringLiteral("home.waiting")).contains(QStringLiteral("Nothing waits for you")));
    QVERIFY(!shown(QStringLiteral("home.nextStep.button")));
    QVERIFY(!shown(QStringLiteral("home.waiting.segments")));
}

void TestHomePage::tellsWhyARunFailed()
{
    auto run = makeRun(147, JobState::Failed);
    run.errorKind = "diverged";
    run.errorMessage = "The loss is no longer a number at step 412.";
    m_backend->unfinished = {{run, false, 400}};
    open();
    const auto texts = textsBelow(QStringLiteral("home.waiting"));
    QVERIFY2(texts.contains(QStringLiteral("R-147 on tweets v4 failed")), qPrintable(texts));
    QVERIFY2(texts.contains(QStringLiteral("no longer a number at step 412")), qPrintable(texts));
    // what the recipe is to blame for would fail again
    QVERIFY(!shown(QStringLiteral("home.waiting.R-147.resume")));
    shown<QPushButton>(QStringLiteral("home.waiting.R-147.seeWhy"))->click();
    QCOMPARE(m_navigator.routes.last(), ui::runRoute(QStringLiteral("R-147")));
    auto* row = shown(QStringLiteral("home.waiting.R-147"));
    QTest::keyClick(row, Qt::Key_Return);
    QCOMPARE(m_navigator.routes.size(), 2);
}

void TestHomePage::resumesAStoppedRun()
{
    const auto run = makeRun(12, JobState::Interrupted);
    m_backend->unfinished = {{run, false, 4200}};
    open();
    QVERIFY(textsBelow(QStringLiteral("home.waiting")).contains(QStringLiteral("Step 4,200 is saved")));
    shown<QPushButton>(QStringLiteral("home.waiting.R-12.resume"))->click();
    settle();
    QCOMPARE(m_backend->resumed, std::vector{run.id});
    QCOMPARE(m_navigator.routes.last(), ui::runRoute(QStringLiteral("R-12")));
    QTRY_VERIFY(!shown(QStringLiteral("home.waiting.R-12")));
}

void TestHomePage::startsARunWithoutACheckpointAgain()
{
    auto full = makeRun(13, JobState::Failed);
    full.errorKind = "no_space";
    full.errorMessage = "The disk is full.";
    const auto stopped = makeRun(12, JobState::Interrupted);
    m_backend->unfinished = {{full, true, {}}, {stopped, false, {}}};
    open();
    QVERIFY(textsBelow(QStringLiteral("home.waiting")).contains(QStringLiteral("begins again at step 0")));
    for (const char* run : {"R-12", "R-13"}) {
        auto* again = shown<QPushButton>(QStringLiteral("home.waiting.%1.resume").arg(QLatin1String(run)));
        QVERIFY2(again, run);
        QCOMPARE(again->text(), QStringLiteral("Start again"));
    }
    shown<QPushButton>(QStringLiteral("home.waiting.R-12.resume"))->click();
    settle();
    QCOMPARE(m_backend->resumed, std::vector{stopped.id});
    QCOMPARE(m_navigator.routes.last(), ui::runRoute(QStringLiteral("R-12")));
}

void TestHomePage::saysWhyItCouldNotResume()
{
    m_backend->unfinished = {{makeRun(12, JobState::Interrupted), false, 42}};
    open();
    m_backend->refusal = base::Error(base::ErrorCode::NotAllowed, "Only an engineer can train.");
    shown<QPushButton>(QStringLiteral("home.waiting.R-12.resume"))->click();
    settle();
    auto* banner = shown<ui::InlineBanner>(QStringLiteral("home.banner"));
    QVERIFY(banner);
    QVERIFY(banner->sentence().contains(QStringLiteral("engineer")));
    QVERIFY(m_navigator.routes.isEmpty());
}

void TestHomePage::offersToImportAgain()
{
    const jobs::JobInfo job = failedImport();
    m_backend->failed = {job};
    open();
    const auto texts = textsBelow(QStringLiteral("home.waiting"));
    QVERIFY2(texts.contains(QStringLiteral("Importing loans.csv as credit failed")), qPrintable(texts));
    QVERIFY2(texts.contains(QStringLiteral("Row 4,817 has 4 fields")), qPrintable(texts));
    const auto row = QStringLiteral("home.waiting.") + QString::fromStdString(job.id.toString());
    auto* again = shown<QPushButton>(row + QStringLiteral(".importAgain"));
    again->click();
    QTest::keyClick(shown(row), Qt::Key_Return); // the row does the same
    QCOMPARE(m_importedAgain, (std::vector{job.id, job.id}));

    m_backend->whyNot = base::Error(base::ErrorCode::NotAllowed, "This takes the role engineer.");
    m_page->refresh();
    settle();
    again = shown<QPushButton>(row + QStringLiteral(".importAgain"));
    QVERIFY2(!again->isEnabled() && again->toolTip().contains(QStringLiteral("engineer")),
             "one without the right is told why");
    QTest::keyClick(shown(row), Qt::Key_Return);
    QCOMPARE(m_importedAgain.size(), std::size_t{2});
}

void TestHomePage::tellsOfAnImportByANewerProgram()
{
    jobs::JobInfo job = failedImport();
    job.params["options"]["format"] = "parchment";
    m_backend->failed = {job};
    open();
    QVERIFY(textsBelow(QStringLiteral("home.waiting")).contains(QStringLiteral("“credit” failed")));
    const auto row = QStringLiteral("home.waiting.") + QString::fromStdString(job.id.toString());
    QVERIFY2(!shown(row + QStringLiteral(".importAgain")), "what it asked for cannot be done here");
}

void TestHomePage::dismissesWhatWasRead()
{
    const jobs::JobInfo job = failedImport();
    auto run = makeRun(12, JobState::Failed);
    m_backend->failed = {job};
    m_backend->unfinished = {{run, false, {}}};
    open();
    const auto row = QStringLiteral("home.waiting.") + QString::fromStdString(job.id.toString());
    shown<QToolButton>(row + QStringLiteral(".dismiss"))->click();
    QVERIFY(!shown(row));
    QVERIFY(shown(QStringLiteral("home.waiting.R-12")));
    QVERIFY(textsBelow(QStringLiteral("home.waiting")).contains(QLatin1String("1")));
    QVERIFY(m_navigator.lastUndo);
    m_navigator.lastUndo();
    QVERIFY(shown(row));

    shown<QToolButton>(row + QStringLiteral(".dismiss"))->click();
    shown<QToolButton>(QStringLiteral("home.waiting.R-12.dismiss"))->click();
    m_page->refresh();
    settle();
    QVERIFY2(!shown(row) && !shown(QStringLiteral("home.waiting.R-12")), "it stays away");
    QVERIFY(textsBelow(QStringLiteral("home.waiting")).contains(QStringLiteral("Nothing waits for you")));

    run.finished = minutesAgo(0); // it was resumed, and failed once more
    m_backend->unfinished = {{run, false, {}}};
    m_page->refresh();
    settle();
    QVERIFY(shown(QStringLiteral("home.waiting.R-12")));
}

void TestHomePage::countsBesideTheTitle()
{
    m_backend->unfinished = {{makeRun(4, JobState::Failed), false, {}}};
    open();
    const auto* card = m_page->findChild<QWidget*>(QStringLiteral("home.waiting"));
    const auto labels = card->findChildren<QLabel*>();
    const auto title = std::ranges::find(labels, QStringLiteral("Waiting for me"), &QLabel::text);
    QVERIFY(title != labels.end());
    const auto placeOf = [&](const QWidget* widget) {
        return QRect(widget->mapTo(card, QPoint()), widget->size());
    };
    const QRect count = placeOf(card->findChild<QWidget*>(QStringLiteral("home.waiting.count")));
    QCOMPARE(count.left() - placeOf(*title).right() - 1, 8);
    const QRect segments = placeOf(card->findChild<QWidget*>(QStringLiteral("home.waiting.segments")));
    QVERIFY(segments.left() > count.right() + 24);
}

void TestHomePage::showsOneKindAlone()
{
    m_backend->unfinished = {{makeRun(12, JobState::Interrupted), false, 42}};
    jobs::JobInfo job;
    job.id = base::JobId::generate();
    job.kind = "import";
    job.state = JobState::Interrupted;
    m_backend->failed = {job};
    open();
    auto* runs = shown<QToolButton>(QStringLiteral("home.waiting.segment.runs"));
    QCOMPARE(runs->text(), QStringLiteral("Runs 1"));
    runs->click();
    const auto jobRow = QStringLiteral("home.waiting.") + QString::fromStdString(job.id.toString());
    QTRY_VERIFY(!shown(jobRow));
    QVERIFY(shown(QStringLiteral("home.waiting.R-12")));
    shown<QToolButton>(QStringLiteral("home.waiting.segment.all"))->click();
    QVERIFY(shown(jobRow));
    settle(); // laid out
    const auto* ofRun = shown(QStringLiteral("home.waiting.R-12.actions"));
    const auto* ofJob = shown(jobRow + QStringLiteral(".actions"));
    QVERIFY(ofRun && ofJob);
    QVERIFY2(ofRun->findChildren<QAbstractButton*>().size() != ofJob->findChildren<QAbstractButton*>().size(),
             "else they are equal by chance");
    QTRY_COMPARE(ofRun->x(), ofJob->x()); // so are the times before them
}

void TestHomePage::cutsALongList()
{
    for (int number = 1; number <= 30; ++number)
        m_backend->unfinished.push_back({makeRun(number, JobState::Failed), false, {}});
    open();
    QVERIFY(shown(QStringLiteral("home.waiting.R-1"))); // the newest
    QVERIFY(!shown(QStringLiteral("home.waiting.R-30")));
    auto* all = shown<QPushButton>(QStringLiteral("home.waiting.all"));
    QCOMPARE(all->text(), QStringLiteral("Show all 30"));
    all->click();
    QVERIFY(shown(QStringLiteral("home.waiting.R-30")));
}

void TestHomePage::showsWhatRuns()
{
    m_backend->active = {makeTraining(148)};
    open();
    const auto texts = textsBelow(QStringLiteral("home.running"));
    QVERIFY2(texts.contains(QStringLiteral("Step 1,612 of 2,748, Macro F1, validation 0.764, MiniLM")),
             qPrintable(texts));
    QVERIFY2(texts.contains(QStringLiteral("5:08 left")), qPrintable(texts));
    QVERIFY2(texts.contains(QStringLiteral("58 %")), qPrintable(texts));
    const auto id = QString::fromStdString(m_backend->active[0].job.id.toString());
    QTest::mouseClick(shown(QStringLiteral("home.running.") + id), Qt::LeftButton);
    QCOMPARE(m_navigator.routes.last(), ui::runRoute(QStringLiteral("R-148")));
}

void TestHomePage::keepsTheRowWhileItsProgressMoves()
{
    m_backend->active = {makeTraining(148)};
    open();
    const auto name =
        QStringLiteral("home.running.") + QString::fromStdString(m_backend->active[0].job.id.toString());
    const auto* row = shown(name);
    settle();
    m_backend->active[0].job.progress.done = 2000;
    QTRY_VERIFY(textsBelow(QStringLiteral("home.running")).contains(QStringLiteral("Step 2,000 of")));
    QCOMPARE(shown(name), row);
    // nobody looks: nothing is asked
    m_page->hide();
    settle();
    m_backend->active.clear();
    const int asked = m_backend->runningAsked;
    m_page->show();
    QTRY_VERIFY(m_backend->runningAsked > asked);
    QTRY_VERIFY(shown(QStringLiteral("home.running.none")));
}

void TestHomePage::tellsWhatHappenedInWords()
{
    const auto mei = base::MemberId::generate();
    m_backend->told.names[mei.toString()] = "Mei";
    m_backend->told.events = {
        makeEvent("job.ended", R"({"title": "tweets, MiniLM", "state": "completed"})", mei),
        makeEvent("run.completed", R"({"run": "R-146"})", mei),
        makeEvent("run.started", R"({"run": "R-146", "dataset_name": "tweets", "version": 4})", mei),
        makeEvent("dataset.imported", R"({"name": "tweets", "version": 4})", mei)};
    open();
    const auto texts = textsBelow(QStringLiteral("home.activity"));
    for (const char* sentence :
         {"Finished R-146", "Started R-146 on tweets v4", "Imported tweets v4", "Mei", "7 min"})
        QVERIFY2(texts.contains(QLatin1String(sentence)), qPrintable(texts));
    QVERIFY2(!texts.contains(QStringLiteral("completed")), qPrintable(texts)); // the run's own event tells it
    shown<QPushButton>(QStringLiteral("home.activity.all"))->click();
    QCOMPARE(m_navigator.routes.last().page, QStringLiteral("activity"));
}

void TestHomePage::showsTheNewestRunsWithTheirScore()
{
    m_backend->told.runs[0].metrics = {{"validation/macro_f1", 0.7861}};
    open();
    const auto texts = textsBelow(QStringLiteral("home.runs"));
    QVERIFY2(texts.contains(QStringLiteral("R-3 tweets v4")), qPrintable(texts));
    QVERIFY2(texts.contains(QStringLiteral("0.786")), qPrintable(texts));
    QVERIFY2(texts.contains(QStringLiteral("Macro F1")), qPrintable(texts));
}

void TestHomePage::followsChangesOfOthers()
{
    open();
    data::Dataset dataset;
    dataset.name = "from another window";
    dataset.department = "Risk";
    dataset.updated = minutesAgo(0);
    m_backend->told.datasets = {dataset};
    m_page->refresh(); // as the watch of the catalog asks for it
    settle();
    QVERIFY(textsBelow(QStringLiteral("home.datasets")).contains(QStringLiteral("from another window")));
}

void TestHomePage::keepsWhatItShowsWhenItCannotRead()
{
    m_backend->unfinished = {{makeRun(12, JobState::Interrupted), false, 42}};
    open();
    m_backend->readError = base::Error(base::ErrorCode::Io, "The share does not answer.");
    m_page->refresh();
    settle();
    QVERIFY(
        shown<ui::InlineBanner>(QStringLiteral("home.banner"))->sentence().contains(QStringLiteral("share")));
    QVERIFY(shown(QStringLiteral("home.waiting.R-12")));
    m_backend->readError.reset();
    m_page->refresh();
    settle();
    QVERIFY(!shown(QStringLiteral("home.banner")));
}

/// A long log that is new here takes its time; what waits is not said to be nothing meanwhile.
void TestHomePage::showsTheRestWhileTheLogIsProven()
{
    std::promise<void> proven;
    m_backend->mayProve = proven.get_future().share();
    show();
    QTRY_VERIFY(textsBelow(QStringLiteral("home.runs")).contains(QStringLiteral("R-3")));
    QVERIFY(!m_page->isSettled());
    QVERIFY(!textsBelow(QStringLiteral("home.waiting")).contains(QStringLiteral("Nothing waits")));
    proven.set_value();
    settle();
    QVERIFY(textsBelow(QStringLiteral("home.waiting")).contains(QStringLiteral("Nothing waits for you")));
}

void TestHomePage::leadsToReviews()
{
    auto promotion = makePromotion("P-3", registry::PromotionState::Waiting);
    promotion.approvedBy = {"Tomas"};
    auto failed = makePromotion("P-4", registry::PromotionState::Waiting);
    failed.failedGate = registry::MetricGate{"macro_f1", registry::MetricGate::Bound::AtLeast, 0.9, 1};
    m_backend->told.promotions.toReview = {promotion, failed};
    open();
    const auto texts = textsBelow(QStringLiteral("home.waiting"));
    for (const char* part : {"Review tone v3 for production", "Jonas: “Macro F1 up”", "Approved by Tomas",
                             "The gate Macro F1 at least 0.9 failed"})
        QVERIFY2(texts.contains(QString::fromUtf8(part)), qPrintable(texts));
    shown<QPushButton>(QStringLiteral("home.waiting.P-3.review"))->click();
    QCOMPARE(m_navigator.routes.last().toString(), QStringLiteral("lepton://review/P-3"));
    // decided by somebody else: gone
    m_backend->told.promotions.toReview = {failed};
    m_page->refresh();
    settle();
    QVERIFY(!shown(QStringLiteral("home.waiting.P-3")));
    QVERIFY(shown(QStringLiteral("home.waiting.P-4")));
}

void TestHomePage::tellsWhatBecameOfOwnRequests()
{
    open();
    QVERIFY(!shown(QStringLiteral("home.requests")));
    auto promotion = makePromotion("P-3", registry::PromotionState::Waiting);
    promotion.approvals = 1;
    auto failed = makePromotion("P-4", registry::PromotionState::Waiting);
    failed.failedGate = registry::MetricGate{"ece", registry::MetricGate::Bound::AtMost, 0.05, 1};
    m_backend->told.promotions.mine = {promotion, failed};
    m_page->refresh();
    settle();
    const auto texts = textsBelow(QStringLiteral("home.requests"));
    QVERIFY2(texts.contains(QStringLiteral("tone v3 to production")), qPrintable(texts));
    QVERIFY2(texts.contains(QStringLiteral("Has 1 of 2")), qPrintable(texts));
    QVERIFY2(texts.contains(QStringLiteral("the gate Calibration error at most 0.05 failed")),
             qPrintable(texts));
    // what one asked for does not wait for oneself
    QVERIFY(!shown(QStringLiteral("home.waiting.P-3")));
}

void TestHomePage::tellsWhatWasDecided()
{
    auto approved = makePromotion("P-1", registry::PromotionState::Approved);
    approved.approvedBy = {"Tomas", "Mei"};
    auto rejected = makePromotion("P-2", registry::PromotionState::Rejected);
    rejected.rejectedBy = "Mei";
    rejected.comment = "Few rows";
    m_backend->told.promotions.decided = {rejected, approved};
    open();
    const auto texts = textsBelow(QStringLiteral("home.decisions"));
    QVERIFY2(texts.contains(QStringLiteral("Approved by Tomas, Mei")), qPrintable(texts));
    QVERIFY2(texts.contains(QStringLiteral("Rejected by Mei: “Few rows”")), qPrintable(texts));
    auto* row = shown(QStringLiteral("home.decisions.row"));
    QTest::keyClick(row, Qt::Key_Return);
    QCOMPARE(m_navigator.routes.last().toString(), QStringLiteral("lepton://review/P-2"));
}

void TestHomePage::beginsNothingWithoutTheRight()
{
    m_backend->told.datasetCount = 0;
    m_backend->told.runs.clear();
    m_backend->whyNot = base::Error(base::ErrorCode::NotAllowed, "Ask an admin for the role.");
    open();
    for (const char* name : {"home.import.button", "home.newRun.button", "home.nextStep.button"}) {
        const auto* button = shown<QPushButton>(QLatin1String(name));
        QVERIFY2(!button->isEnabled(), name);
        QCOMPARE(button->toolTip(), QStringLiteral("Ask an admin for the role."));
    }
    m_backend->whyNot.reset();
    m_page->refresh();
    settle();
    QVERIFY(shown<QPushButton>(QStringLiteral("home.nextStep.button"))->isEnabled());
}

void TestHomePage::namesEveryControl()
{
    m_backend->unfinished = {{makeRun(12, JobState::Interrupted), false, 42}};
    m_backend->active = {makeTraining(148)};
    open();
    QCOMPARE(namelessWidgets(*m_page), QStringList());
}

QTEST_MAIN(TestHomePage)
#include "tst_home_page.moc"
