// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_fixture.h"
#include "support/error_of.h"

#include "store/migration.h"
#include "train/metric_store.h"
#include "train/run_editor.h"
#include "train/run_list_store.h"

#include <QTest>
#include <SQLiteCpp/Database.h>

#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <vector>

using namespace lepton;
using jobs::JobState;
using testing::errorOf;
using testing::kindOf;
using testing::RunFixture;
using train::Run;
using train::RunFact;
using train::RunListQuery;
using train::RunRow;
using train::SortDirection;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

train::NewRun draftOf(const std::string& dataset)
{
    train::NewRun draft;
    draft.datasetName = dataset;
    draft.datasetNumber = 2;
    draft.baseModelName = "MiniLM";
    return draft;
}

/// A workspace with runs and the list of them.
class Lists : public RunFixture
{
public:
    Lists()
        : list(workspace())
        , editor(workspace(), [this](train::TrainAction action) {
            if (refuses && action == train::TrainAction::EditRuns)
                throw base::Error(base::ErrorCode::NotAllowed, "Not you.");
        })
    {}

    Run complete(const std::string& dataset, double score, const std::map<std::string, double>& more = {})
    {
        const Run run = start(draftOf(dataset));
        train::RunResult result;
        result.metrics = more;
        result.metrics["validation/macro_f1"] = score;
        records().complete(run, result);
        endJob(run.id, JobState::Completed);
        return run;
    }

    void point(const Run& run, const std::string& key, std::int64_t step, double value)
    {
        const train::MetricPoint point{key, step, 0, {}, value};
        workspace().write([&](store::Transaction& transaction) {
            train::MetricStore(workspace()).add(transaction, run.number, std::span(&point, 1));
        });
    }

    /// Numbers of the runs that fit, as "3 1".
    std::string numbers(const std::string& filter, const std::string& sort = "number",
                        SortDirection direction = SortDirection::Descending,
                        train::RunShelf shelf = train::RunShelf::Listed)
    {
        const auto names = list.fieldNames();
        std::string text;
        for (const std::int64_t number :
             list.order({train::RunFilter(filter, names), names.find(sort), direction, shelf}).numbers)
            text += (text.empty() ? "" : " ") + std::to_string(number);
        return text;
    }

    RunRow row(std::int64_t number, const train::RunRowWish& wish = {})
    {
        return list.rows(std::span(&number, 1), wish).at(0);
    }

    train::RunListStore list;
    train::RunEditor editor;
    bool refuses = false;
};

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ",") + word;
    return text;
}

} // namespace

class TestRunList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatARunIs()
    {
        Lists lists;
        const Run run = lists.complete("tweets", 0.9, {{"test/loss", notANumber}, {"steps", 12}});
        const RunRow row = lists.row(1, {{"test/loss", "steps", "nothing"}, {"learning_rate", "dropout"}});
        QVERIFY(row.id == run.id && row.state == JobState::Completed);
        QCOMPARE(row.datasetName, std::string("tweets"));
        QCOMPARE(row.best, std::optional(0.9));
        QCOMPARE(row.decidedBy, std::string("validation/macro_f1"));
        QCOMPARE(row.metrics.size(), std::size_t{2});
        QVERIFY(std::isnan(row.metrics.at("test/loss")));
        QVERIFY(row.recipe.at("learning_rate") == 2e-5);
        QVERIFY(row.recipe.at("dropout").is_null());
        QVERIFY(lists.list.rows(std::vector<std::int64_t>{5, 1, 9}).size() == 1);
    }

    void ordersByAMetric()
    {
        Lists lists;
        lists.complete("a", 0.5);
        lists.complete("b", 0.7);
        lists.complete("c", notANumber);
        const Run failed = lists.start(draftOf("d"));
        lists.point(failed, "validation/macro_f1", 1, 0.99);
        lists.endJob(failed.id, JobState::Failed, "The loss is no number.");
        lists.start(draftOf("e")); // without a score
        lists.complete("f", std::numeric_limits<double>::infinity());
        QCOMPARE(lists.numbers("", "macro_f1"), std::string("6 2 1 5 3 4"));
        QCOMPARE(lists.numbers("", "macro_f1", SortDirection::Ascending), std::string("1 2 6 5 3 4"));
        QCOMPARE(lists.numbers("", "best"), std::string("6 2 1 5 3 4"));
        QCOMPARE(lists.numbers("", "dataset", SortDirection::Ascending), std::string("1 2 3 5 6 4"));
        QCOMPARE(lists.numbers(""), std::string("6 5 4 3 2 1")); // the order of numbers tells what came when
        QCOMPARE(lists.numbers("macro_f1 is nan or macro_f1 is null"), std::string("5 3"));
        QCOMPARE(lists.numbers("state = 'failed' or dataset = 'a'"), std::string("4 1"));
        const auto order = lists.list.order({});
        QCOMPARE(order.total, std::int64_t{6});
        QCOMPARE(order.open, std::int64_t{1});
    }

    void theBestOfALossIsTheSmallest()
    {
        Lists lists;
        train::NewRun draft = draftOf("a");
        draft.recipe.metric = train::Metric::Loss;
        const Run run = lists.start(draft);
        QVERIFY(!lists.row(1).best);
        lists.point(run, "validation/loss", 2, notANumber);
        QVERIFY(std::isnan(lists.row(1).best.value()));
        lists.point(run, "validation/loss", 4, 0.3);
        lists.point(run, "validation/loss", 6, 0.8);
        QCOMPARE(lists.row(1).best, std::optional(0.3));
    }

    void theLastValueIsThatOfTheHighestStep()
    {
        Lists lists;
        const Run run = lists.start(draftOf("a"));
        lists.point(run, "train/loss", 10, 1);
        lists.point(run, "train/loss", 5, 2); // came late
        QCOMPARE(lists.row(1, {{"train/loss"}, {}}).metrics.at("train/loss"), 1.0);
        lists.point(run, "train/loss", 10, 3); // a resumed run writes a step again
        QCOMPARE(lists.row(1, {{"train/loss"}, {}}).metrics.at("train/loss"), 3.0);
        QCOMPARE(lists.list.curve(1, "train/loss", 10), (std::vector<double>{2, 3}));
    }

    void namesAndTags()
    {
        Lists lists;
        const Run first = lists.start(draftOf("a")), second = lists.start(draftOf("b"));
        lists.editor.rename(first.id, "With more dropout 试验");
        lists.editor.rename(first.id, "With more dropout 试验"); // nothing new, no event
        const std::vector both{first.id, second.id};
        lists.editor.tag(both, {{"Baseline", "baseline", "试验"}, {}});
        lists.editor.tag(std::span(both).first(1), {{"late"}, {"BASELINE", "never there"}});
        QCOMPARE(lists.row(1).title, std::string("With more dropout 试验"));
        QCOMPARE(joined(lists.row(1).tags), std::string("late,试验"));
        QCOMPARE(joined(lists.records().store().find(second.id)->tags), std::string("Baseline,试验"));
        QCOMPARE(lists.events(),
                 std::string("run.started run.started run.renamed run.tagged run.tagged run.tagged"));
        QCOMPARE(lists.numbers("tag = 'late'"), std::string("1"));
        QCOMPARE(lists.numbers("name contains 'DROPOUT'"), std::string("1"));
        QCOMPARE(lists.numbers("name is null"), std::string("2"));
        QCOMPARE(lists.list.facets(RunFact::Tag).front().value, std::string("试验"));
        lists.editor.rename(first.id, "");
        QCOMPARE(lists.row(1).title, std::string());
    }

    void notes()
    {
        Lists lists;
        const Run run = lists.start(draftOf("a"));
        const auto note = [&] { return lists.records().store().find(run.id)->note; };
        QCOMPARE(note(), std::string());
        lists.editor.setNote(run.id, "Diverges above 1e-4.\r\n试验：见 R-2\n\n");
        QCOMPARE(note(), std::string("Diverges above 1e-4.\n试验：见 R-2"));
        lists.editor.setNote(run.id, "Diverges above 1e-4.\n试验：见 R-2"); // nothing new, no event
        QCOMPARE(lists.events(), std::string("run.started run.noted"));
        lists.editor.setNote(run.id, "");
        QCOMPARE(note(), std::string());
        const std::string many(train::RunEditor::mostOfNote + 1, 'x');
        for (const std::string& wrong : {many, std::string("a\x01"), std::string("\xff")})
            QCOMPARE(kindOf([&] { lists.editor.setNote(run.id, wrong); }), "invalid_argument");
        QCOMPARE(kindOf([&] { lists.editor.setNote(train::RunId::generate(), "a"); }), "not_found");
        lists.refuses = true;
        QCOMPARE(kindOf([&] { lists.editor.setNote(run.id, "a"); }), "not_allowed");
        QCOMPARE(note(), std::string());
    }

    void refusesWhatCannotBeAName()
    {
        Lists lists;
        const Run run = lists.start(draftOf("a"));
        std::string longName;
        for (int i = 0; i < 200; ++i)
            longName += i % 2 ? "x" : "长";
        for (const std::string& name :
             {longName, std::string("a/b"), std::string(" a"), std::string("a\nb")}) {
            QCOMPARE(kindOf([&] { lists.editor.rename(run.id, name); }), "invalid_argument");
            QCOMPARE(kindOf([&] {
                         lists.editor.tag(std::span(&run.id, 1), {{"fine", name}, {}});
                     }),
                     "invalid_argument");
        }
        QCOMPARE(lists.events(), std::string("run.started"));
        QCOMPARE(kindOf([&] { lists.editor.rename(train::RunId::generate(), "a"); }), "not_found");
    }

    void trashAndRestore()
    {
        Lists lists;
        const Run first = lists.complete("a", 0.5), second = lists.complete("b", 0.6);
        const Run running = lists.start(draftOf("c"));
        const std::vector ended{first.id, second.id};
        const auto error = errorOf([&] { lists.editor.trash(std::vector{first.id, running.id}); });
        QVERIFY(error && error->code() == base::ErrorCode::Busy);
        QVERIFY(error->message().starts_with("R-3 "));
        QCOMPARE(lists.numbers(""), std::string("3 2 1")); // all or none
        lists.editor.trash(ended);
        lists.editor.trash(ended);
        QCOMPARE(lists.numbers(""), std::string("3"));
        QCOMPARE(lists.numbers("", "number", SortDirection::Descending, train::RunShelf::Trashed),
                 std::string("2 1"));
        QCOMPARE(lists.records().store().list().size(), std::size_t{1});
        QVERIFY(lists.records().store().resolve("R-2").trashed);
        QCOMPARE(kindOf([&] {
                     lists.workspace().write([&](store::Transaction& transaction) {
                         lists.records().resume(transaction, first.id, base::JobId::generate());
                     });
                 }),
                 "not_found");
        lists.editor.restore(std::span(ended).first(1));
        QCOMPARE(lists.numbers(""), std::string("3 1"));
        QVERIFY(lists.events().ends_with("run.trashed run.trashed run.restored"));
    }

    void asksForTheRight()
    {
        Lists lists;
        const Run run = lists.complete("a", 0.5);
        lists.refuses = true;
        const std::string before = lists.events();
        QCOMPARE(kindOf([&] { lists.editor.rename(run.id, "a"); }), "not_allowed");
        QCOMPARE(kindOf([&] { lists.editor.tag(std::span(&run.id, 1), {{"a"}, {}}); }), "not_allowed");
        QCOMPARE(kindOf([&] { lists.editor.trash(std::span(&run.id, 1)); }), "not_allowed");
        QCOMPARE(kindOf([&] { lists.editor.restore(std::span(&run.id, 1)); }), "not_allowed");
        QCOMPARE(lists.events(), before);
    }

    void timeOfARunInPieces()
    {
        using namespace std::chrono_literals;
        Lists lists;
        const Run run = lists.start(draftOf("a"));
        lists.work(run.id, base::UtcTime{1'000'000}, 23s, 30s, JobState::Interrupted); // paused for 7 s
        lists.resume(run.id);
        const auto row = [&] { return lists.list.rows(std::span(&run.number, 1)).at(0); };
        QVERIFY(row().started == base::UtcTime{1'000'000} && row().seconds() == 23);
        lists.work(run.id, base::UtcTime{9'000'000}, 13s, 13s, JobState::Completed);
        QVERIFY(row().started == base::UtcTime{1'000'000});
        QVERIFY(row().finished == base::UtcTime{9'013'000});
        QCOMPARE(row().seconds(), 36.0);
        const Run whole = lists.records().store().find(run.id).value();
        QVERIFY(whole.started == base::UtcTime{1'000'000} && whole.seconds() == 36);
        const Run other = lists.start(draftOf("b"));
        lists.work(other.id, base::UtcTime{5'000'000}, 30s, 30s, JobState::Completed);
        train::RunListQuery longest;
        longest.sort = {train::RunFact::Duration};
        QCOMPARE(lists.list.order(longest).numbers, (std::vector{run.number, other.number}));
        longest.sort = {train::RunFact::Started};
        QCOMPARE(lists.list.order(longest).numbers, (std::vector{other.number, run.number}));
    }

    /// A catalog of the schema before gets entries and standings for the runs that it holds.
    void migration()
    {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        const auto steps = store::migrations();
        const auto step =
            std::ranges::find(steps, std::string_view("0006_run_list"), &store::Migration::name);
        QVERIFY(step != steps.end());
        for (auto before = steps.begin(); before != step; ++before)
            database.exec(std::string(before->sql));
        database.exec(
            "INSERT INTO job (id, kind, title, state, params, member, queued, finished, machine, boot,"
            " process_space, pid, process_start) VALUES ('j', 'train', '', 'completed', '{}', 'm', 0, 1, '', "
            "'',"
            " 0, 0, 0);"
            "INSERT INTO run (id, number, job, dataset, dataset_version, dataset_name, dataset_number,"
            " dataset_hash, base_model, base_model_name, base_model_hash, recipe, recipe_hash, member, "
            "created,"
            " best_step, metrics) VALUES"
            " ('a', 1, 'j', '', '', 'd', 1, '', '', 'b', '', '{\"metric\":\"loss\"}', '', 'm', 0, 2,"
            "  '{\"validation/loss\": 0.25, \"test/loss\": \"nan\", \"steps\": 3}'),"
            " ('b', 2, 'j', '', '', 'd', 1, '', '', 'b', '', '{\"metric\":\"accuracy\"}', '', 'm', 0, 0, "
            "NULL);"
            "INSERT INTO metric_key (id, key) VALUES (1, 'validation/loss');"
            "INSERT INTO metric_point (run, key, step, place, epoch, time, value) VALUES"
            " (1, 1, 2, 1, 0, 0, 0.25), (1, 1, 3, 2, 0, 0, 0.75), (2, 1, 1, 1, 0, 0, NULL);");
        database.exec(std::string(step->sql));
        const auto text = [&database](const char* sql) { return database.execAndGet(sql).getString(); };
        QCOMPARE(text("SELECT group_concat(decided_by) FROM run_entry"),
                 std::string("validation/loss,validation/accuracy"));
        const std::string all =
            text("SELECT group_concat(line, ';') FROM (SELECT k.key || ' ' || m.run || ' ' ||"
                 " coalesce(m.value, 'nan') || ' ' || coalesce(m.least, '-') || ' ' || coalesce(m.most, '-')"
                 " AS line FROM run_metric m JOIN metric_key k ON k.id = m.key ORDER BY m.run, k.key)");
        QCOMPARE(all, std::string("steps 1 3.0 3.0 3.0;test/loss 1 nan - -;validation/loss 1 0.25 0.25 0.75;"
                                  "validation/loss 2 nan - -"));
    }
};

QTEST_GUILESS_MAIN(TestRunList)
#include "tst_run_list.moc"
