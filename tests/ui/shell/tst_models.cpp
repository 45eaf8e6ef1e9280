// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/event_model.h"
#include "ui/shell/job_strip.h"
#include "ui/shell/palette_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text_label.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace lepton;
using namespace lepton::ui;

class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsComeInFront();
    void eventsComeBehind();
    void paletteHasHeadings();
    void theStripKeepsNamesReadable_data();
    void theStripKeepsNamesReadable();

private:
    static EventPage page(int newest, int oldest)
    {
        EventPage page;
        for (int seq = newest; seq >= oldest; --seq) {
            store::Event event;
            event.seq = seq;
            event.hash = "hash" + std::to_string(seq);
            event.kind = seq % 2 == 0 ? "dataset.imported" : "job.queued";
            event.detail =
                seq % 2 == 0 ? R"({"name":"bikeshare","version":3})" : R"({"title":"reviews.csv"})";
            page.events.push_back(event);
        }
        page.total = newest;
        return page;
    }
};

void TestModels::eventsComeInFront()
{
    EventModel model;
    const QAbstractItemModelTester tester(&model);
    model.setPage(page(10, 1));
    QCOMPARE(model.rowCount(), 10);
    QPersistentModelIndex oldest(model.index(9, 0));
    model.setPage(page(13, 1));
    QCOMPARE(model.rowCount(), 13);
    QCOMPARE(oldest.row(), 12); // what was selected stays selected
    QCOMPARE(model.index(0, EventModel::Place).data().toString(), QStringLiteral("13"));
    QCOMPARE(model.index(1, EventModel::What).data().toString(), QStringLiteral("Imported bikeshare v3"));
    QCOMPARE(model.index(0, EventModel::What).data().toString(), QStringLiteral("Queued: reviews.csv"));
    model.setPage(page(3, 1));
    QCOMPARE(model.rowCount(), 3);
}

void TestModels::theStripKeepsNamesReadable_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("1440") << 1440;
    QTest::newRow("1280") << 1280;
}

void TestModels::theStripKeepsNamesReadable()
{
    QFETCH(const int, width);
    const theme::Theme theme(*qApp);
    JobStrip strip;
    strip.setWorkspaceOpen(true);
    strip.setDevice(QStringLiteral("CPU, 2 threads"));
    strip.resize(width, strip.height());
    strip.QWidget::show();
    std::vector<jobs::JobInfo> jobs(3);
    for (int i = 0; i < 3; ++i) {
        auto& job = jobs[static_cast<std::size_t>(i)];
        job.id = base::JobId::generate();
        job.kind = "train";
        job.title = "R-" + std::to_string(6 + i) + " tweets_sentiment, all-MiniLM-L6-v2";
        job.state = i == 0   ? jobs::JobState::Paused
                    : i == 1 ? jobs::JobState::Running
                             : jobs::JobState::Queued;
        job.own = job.pausable = true;
        job.progress.total = 600;
        job.progress.done = 18;
        job.progress.secondsLeft = 780;
    }
    strip.setJobs(jobs);
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    int names = 0;
    for (const QLabel* label : strip.findChildren<QLabel*>()) {
        if (!label->text().startsWith(QLatin1String("R-")))
            continue;
        ++names;
        QVERIFY(label->text().endsWith(QLatin1String(" tweets_sentiment"))); // the rest is on its page
        QTRY_VERIFY2(label->width() >= label->fontMetrics().horizontalAdvance(label->text()),
                     qPrintable(QStringLiteral("%1: %2").arg(label->text()).arg(label->width())));
    }
    QCOMPARE(names, 3);
}

void TestModels::eventsComeBehind()
{
    EventModel model;
    const QAbstractItemModelTester tester(&model);
    model.append(page(10, 6));
    model.append(page(5, 1));
    model.prepend(page(12, 11));
    QCOMPARE(model.rowCount(), 12);
    for (int row = 0; row < 12; ++row)
        QCOMPARE(model.index(row, EventModel::Place).data().toString(), QString::number(12 - row));
}

void TestModels::paletteHasHeadings()
{
    PaletteModel model;
    const QAbstractItemModelTester tester(&model);
    model.setItems({{PaletteItem::Group::Pages, QStringLiteral("Datasets"), {}, {}, {}, -1},
                    {PaletteItem::Group::Actions, QStringLiteral("Dark theme"), {}, {}, {}, 0},
                    {PaletteItem::Group::Actions, QStringLiteral("Light theme"), {}, {}, {}, 1}});
    QCOMPARE(model.rowCount(), 5);
    QVERIFY(!model.item(0)); // a heading cannot be chosen
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
    QCOMPARE(model.item(1)->text, QStringLiteral("Datasets"));
    QVERIFY(!model.item(2));
    QCOMPARE(model.item(4)->action, 1);
}

QTEST_MAIN(TestModels)
#include "tst_models.moc"
