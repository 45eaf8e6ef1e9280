// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_backend.h"

#include "ui/theme/theme.h"
#include "ui/training/compare_table_model.h"
#include "ui/training/parallel_axes.h"
#include "ui/training/run_delegates.h"
#include "ui/training/run_list_model.h"
#include "ui/training/run_views.h"
#include "ui/training/runs_view_model.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/view_memory.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace lepton;
using namespace lepton::testing;

class TestRunListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(*qApp); }

    void keepsThePlaceWhenRunsComeAndGo();
    void asksOnlyForWhatIsShown();
    void showsWhatItHasWhileItReads();
    void namesTheMetricAsSoonAsItIsKnown();
    void ticksKeepTheirSeries();
    void namesOf200Characters();
    void requestsAsExpressions_data();
    void requestsAsExpressions();
    void forgetsViewsItCannotRead();
    void tableOfAComparison();
    void axesOfHardValues();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void TestRunListModel::keepsThePlaceWhenRunsComeAndGo()
{
    ui::RunTicks ticks;
    ui::RunListModel model(ticks);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setOrder({3, 2, 1});
    model.setItems({listed(makeRun(2, jobs::JobState::Running))});
    const QPersistentModelIndex kept = model.index(1, ui::RunListModel::RunColumn);
    QCOMPARE(kept.data().toString(), QStringLiteral("R-2"));
    QCOMPARE(kept.sibling(1, ui::RunListModel::StateColumn).data(ui::RunListModel::ShareRole).toDouble(),
             0.42);
    model.setOrder({4, 1, 5, 2});
    QVERIFY(kept.isValid());
    QCOMPARE(kept.row(), 3);
    QCOMPARE(kept.data().toString(), QStringLiteral("R-2"));
    model.setExtras({{train::RunFact::Recipe, "seed"}, {train::RunFact::Metric, "test/accuracy"}});
    QCOMPARE(model.columnCount(), int(ui::RunListModel::FixedColumns) + 2);
    model.setExtras({});
    std::vector<std::int64_t> many;
    for (int i = 1; i <= 1000; ++i)
        many.push_back(i);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setOrder(many);
    QCOMPARE(reset.count(), 1); // more than can be moved one by one
    model.setOrder({});
    QCOMPARE(model.rowCount(), 0);
}

void TestRunListModel::asksOnlyForWhatIsShown()
{
    auto backend = std::make_shared<FakeBackend>();
    for (int i = 10'000; i > 0; --i)
        backend->details.push_back(makeRun(i, jobs::JobState::Completed));
    ui::RunsViewModel viewModel(backend);
    ui::DataTable table;
    table.setModel(&viewModel.runs());
    table.setItemDelegate(new ui::RunTextDelegate(&table));
    table.resize(900, 400);
    table.show();
    viewModel.refresh();
    QTRY_COMPARE(viewModel.runs().rowCount(), 10'000);
    QTRY_VERIFY(viewModel.runs().item(10'000));
    QTRY_VERIFY(!viewModel.isBusy());
    QVERIFY2(backend->rowsRead < 60, qPrintable(QString::number(backend->rowsRead)));
    table.scrollToBottom();
    QTRY_VERIFY(viewModel.runs().item(1));
    QVERIFY2(backend->rowsRead < 120, qPrintable(QString::number(backend->rowsRead)));
}

void TestRunListModel::showsWhatItHasWhileItReads()
{
    ui::RunTicks ticks;
    ui::RunListModel model(ticks);
    QSignalSpy wanted(&model, &ui::RunListModel::wanted);
    model.setOrder({2, 1});
    QCOMPARE(model.index(0, ui::RunListModel::RunColumn).data().toString(), QStringLiteral("R-2"));
    QVERIFY(model.index(0, ui::RunListModel::StateColumn).data().toString().isEmpty());
    QTRY_COMPARE(wanted.count(), 1); // once for the whole row
    QCOMPARE(model.takeWanted(), std::vector<std::int64_t>{2});
    model.setItems({listed(makeCompleteRun(2))});
    model.setStale();
    QCOMPARE(model.index(0, ui::RunListModel::StateColumn).data().toString(), QStringLiteral("Completed"));
    QCOMPARE(model.takeWanted(), std::vector<std::int64_t>{2});
}

void TestRunListModel::namesTheMetricAsSoonAsItIsKnown()
{
    ui::RunTicks ticks;
    ui::RunListModel model(ticks);
    const QAbstractItemModelTester tester(&model);
    QSignalSpy renamed(&model, &QAbstractItemModel::headerDataChanged);
    model.setOrder({1});
    QCOMPARE(model.headerData(ui::RunListModel::BestColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Best"));
    ui::RunListItem item;
    item.row.number = 1;
    item.row.decidedBy = "validation/macro_f1";
    model.setItems({item});
    QCOMPARE(model.headerData(ui::RunListModel::BestColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Macro F1, validation"));
    QCOMPARE(renamed.size(), 1); // or the header goes on showing what it showed
}

void TestRunListModel::ticksKeepTheirSeries()
{
    ui::RunTicks ticks;
    QSignalSpy changed(&ticks, &ui::RunTicks::changed);
    ticks.add({10, 11, 12, 13, 14, 15, 16, 16});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(ticks.runs().size(), std::size_t{7});
    QCOMPARE(ticks.compared().size(), std::size_t{6}); // more could not be told apart
    QVERIFY(!ticks.seriesOf(16));
    ticks.set(12, false);
    QCOMPARE(ticks.seriesOf(13), std::optional(3)); // keeps its own
    QCOMPARE(ticks.seriesOf(16), std::optional(2)); // takes the place that is free
    ticks.set(12, true);
    QVERIFY(ticks.contains(12) && !ticks.seriesOf(12));
    ticks.clear();
    QVERIFY(ticks.compared().empty());
}

void TestRunListModel::namesOf200Characters()
{
    ui::RunTicks ticks;
    ui::RunListModel model(ticks);
    auto item = listed(makeCompleteRun(1));
    for (int i = 0; i < 100; ++i) {
        item.row.datasetName += "数x";
        item.row.title += "名n";
        item.row.tags.push_back("标签" + std::to_string(i));
    }
    item.row.best = std::numeric_limits<double>::quiet_NaN();
    item.curve = {0.1, 0.5, 0.4};
    model.setOrder({1});
    model.setItems({item});
    ticks.add({1});
    ui::DataTable table;
    table.setModel(&model);
    table.setItemDelegate(new ui::RunTextDelegate(&table));
    table.setItemDelegateForColumn(ui::RunListModel::TickColumn, new ui::RunTickDelegate(&table));
    table.setItemDelegateForColumn(ui::RunListModel::RunColumn, new ui::RunNumberDelegate(&table));
    table.setItemDelegateForColumn(ui::RunListModel::StateColumn, new ui::RunStateDelegate(&table));
    table.setItemDelegateForColumn(ui::RunListModel::CurveColumn, new ui::RunCurveDelegate(&table));
    table.setItemDelegateForColumn(ui::RunListModel::TagsColumn, new ui::RunTagsDelegate(&table));
    table.resize(1000, 200);
    QVERIFY(!table.grab().isNull());
    QCOMPARE(model.index(0, ui::RunListModel::BestColumn).data().toString(), QStringLiteral("NaN"));
    QVERIFY(model.index(0, ui::RunListModel::DatasetColumn).data(Qt::ToolTipRole).toString().size() > 200);
}

void TestRunListModel::requestsAsExpressions_data()
{
    QTest::addColumn<bool>("matches");
    for (const char* yes : {"", "reviews", "MINI completed", "R-7", "r-7 mei", "7", "number = 7", "rev"})
        QTest::newRow(*yes ? yes : "nothing") << true;
    for (const char* no : {"R-8", "reviews R-8", "weather", "number = 8"})
        QTest::newRow(no) << false;
}

void TestRunListModel::requestsAsExpressions()
{
    QFETCH(bool, matches);
    FakeBackend backend;
    backend.details = {makeCompleteRun(7)};
    ui::RunListRequest request;
    if (QByteArray(QTest::currentDataTag()) != "nothing")
        request.filter = QTest::currentDataTag();
    QCOMPARE(backend.runOrder(request).numbers.size(), std::size_t(matches ? 1 : 0));
}

void TestRunListModel::forgetsViewsItCannotRead()
{
    ui::ViewMemory memory;
    memory.setState(QStringLiteral("training.views"), "[{\"name\": \"a\"}, 3, {\"name\": 4}]");
    QVERIFY(ui::RunViews(memory).views().empty());
    memory.setState(QStringLiteral("training.views"), "nonsense");
    ui::RunViews views(memory);
    ui::RunView view{QStringLiteral("b"), {}, {QStringLiteral("state")}};
    view.request.filter = "macro_f1 > 0.5";
    view.request.chosen[train::RunFact::Tag] = {"中文", "it's"};
    view.request.sort = "validation/macro_f1";
    views.save(view);
    view.name = QStringLiteral("B");
    views.save(view); // the same name in another case
    const ui::RunViews again(memory);
    QCOMPARE(again.views().size(), std::size_t{1});
    QVERIFY(again.views().front().request == view.request);
    QVERIFY(again.matching(view.request, view.columns));
    QVERIFY(!again.matching({}, view.columns));
}

void TestRunListModel::tableOfAComparison()
{
    auto first = makeCompleteRun(1).run, second = makeCompleteRun(2).run,
         third = makeRun(3, jobs::JobState::Failed).run;
    second.recipe.seed = 2;
    second.report["dict"]["negative"]["f1-score"] = 0.5;
    const auto comparison =
        train::compareRuns({{first, first.metrics}, {second, second.metrics}, {third, {}}});
    ui::CompareTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    using Content = ui::CompareTableModel::Content;
    model.setComparison(comparison, {0, 1, 2}, Content::Classes);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("negative")); // the largest change first
    QCOMPARE(model.index(0, 2).data(ui::CompareTableModel::ChangeRole).toString(), QStringLiteral("+0.167"));
    QCOMPARE(model.index(0, 2).data(ui::CompareTableModel::BetterRole).toInt(), 1);
    QCOMPARE(model.index(0, 3).data().toString(), QStringLiteral("none"));
    model.setComparison(comparison, {0, 1, 2}, Content::Seeds);
    QCOMPARE(model.columnCount(), 2);
    QVERIFY(model.index(0, 1).data().toString().contains(QStringLiteral("±")));
    model.setComparison(comparison, {0, 1, 2}, Content::Differences);
    QCOMPARE(model.columnCount(), 4);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestRunListModel::axesOfHardValues()
{
    auto first = makeCompleteRun(1).run, second = makeCompleteRun(2).run,
         third = makeRun(3, jobs::JobState::Failed).run;
    first.recipe.learningRate = 1e-6;
    second.recipe.learningRate = 1e-4;
    third.recipe.learningRate = 1e-5;
    second.recipe.schedule = train::Schedule::Cosine;
    first.metrics["validation/macro_f1"] = std::numeric_limits<double>::infinity();
    const auto comparison =
        train::compareRuns({{first, first.metrics}, {second, second.metrics}, {third, {}}});
    ui::ParallelAxes axes;
    axes.setComparison(comparison, {0, 1, 2});
    axes.resize(600, 300);
    QVERIFY(!axes.grab().isNull());
    QVERIFY(axes.accessibleName().contains(QStringLiteral("Learning rate")));
    const auto rate =
        std::ranges::find(axes.axes(), QStringLiteral("Learning rate"), &ui::ParallelAxes::Axis::title);
    QVERIFY(rate != axes.axes().end());
    QVERIFY(std::abs(*rate->places[2] - 0.5) < 1e-9); // by the logarithm
    const auto score = std::ranges::find(axes.axes(), QStringLiteral("Macro F1, validation"),
                                         &ui::ParallelAxes::Axis::title);
    QVERIFY(score != axes.axes().end());
    QVERIFY(!score->places[0] && !score->places[2]); // infinite, and none at all
}

QTEST_MAIN(TestRunListModel)
#include "tst_run_list_model.moc"
