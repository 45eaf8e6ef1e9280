// SPDX-License-Identifier: GPL-3.0-or-later
// How long a list of many runs takes: its order by filter and sort, and the rows of a page.
//   bench_runs [runs] [metric keys] [keys a run]      10,000, 1,000 and 100; the catalog is removed
//   afterwards
#include "support/test_signer.h"

#include "jobs/job_store.h"
#include "store/workspace.h"
#include "train/metric_store.h"
#include "train/run_list_store.h"
#include "train/run_records.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include <unistd.h>

using namespace lepton;

namespace {

constexpr int runsInTransaction = 200;
constexpr std::size_t pageRows = 40;
constexpr std::size_t curvePoints = 48;

double milliseconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void print(const char* what, const std::function<void()>& work)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i)
        times.push_back(milliseconds(work));
    std::printf("%-44s first %7.1f ms, then %7.1f ms\n", what, times.front(),
                *std::min_element(times.begin() + 1, times.end()));
}

/// Runs as they come: one in ten failed, each with some of the keys and a report of 20 classes.
class Catalog
{
public:
    explicit Catalog(store::Workspace& workspace)
        : m_workspace(workspace)
        , m_records(workspace)
        , m_jobs(workspace)
        , m_metrics(workspace)
    {
        for (int i = 0; i < 20; ++i)
            m_report["dict"]["class " + std::to_string(i)] = {
                {"precision", 0.1234567}, {"recall", 0.1234567}, {"f1-score", 0.1234567}, {"support", 100}};
    }

    void fill(int runs, int keys, int keysOfRun)
    {
        for (int first = 0; first < runs; first += runsInTransaction)
            m_workspace.write([&](store::Transaction& transaction) {
                for (int i = first; i < std::min(runs, first + runsInTransaction); ++i)
                    add(transaction, i, keys, keysOfRun);
            });
    }

private:
    void add(store::Transaction& transaction, int i, int keys, int keysOfRun)
    {
        train::NewRun draft;
        draft.datasetName = "data set " + std::to_string(i % 30);
        draft.datasetNumber = 1 + i % 4;
        draft.baseModelName = i % 3 ? "MiniLM-L6" : "BERT-base";
        draft.recipe.learningRate = 1e-5 * (1 + i % 7);
        draft.recipe.seed = i;
        jobs::JobInfo job;
        job.id = base::JobId::generate();
        job.kind = "train";
        job.subject = draft.id.toString();
        job.queued = transaction.now();
        m_jobs.insert(transaction, job, m_holder);
        m_records.start(transaction, draft, job.id);
        train::Run run = m_records.store().find(transaction, draft.id).value();
        std::vector<train::MetricPoint> points;
        for (int key = 0; key < keysOfRun; ++key)
            points.push_back({"own/figure_" + std::to_string((i + key * 7) % keys), 1, 0, {}, figure()});
        for (int step = 1; step <= 10; ++step)
            points.push_back({"validation/macro_f1", step, 0, {}, figure()});
        m_metrics.add(transaction, run.number, points);
        run.report = m_report;
        run.metrics = {{"validation/macro_f1", figure()}};
        m_records.store().setResult(transaction, run);
        job.state = i % 10 ? jobs::JobState::Completed : jobs::JobState::Failed;
        job.started = job.finished = job.queued;
        m_jobs.finish(transaction, job, m_holder);
    }

    double figure() { return std::uniform_real_distribution(0.0, 1.0)(m_random); }

    store::Workspace& m_workspace;
    train::RunRecords m_records;
    jobs::JobStore m_jobs;
    train::MetricStore m_metrics;
    nlohmann::json m_report;
    std::mt19937 m_random{1};
    jobs::LeaseHolder m_holder{"machine", "boot", 1, 2, 3};
};

} // namespace

int main(int argc, char** argv)
{
    const auto argument = [&](int place, int otherwise) {
        return argc > place ? std::atoi(argv[place]) : otherwise;
    };
    const int runs = argument(1, 10'000), keys = argument(2, 1'000), keysOfRun = argument(3, 100);
    const auto folder =
        std::filesystem::temp_directory_path() / ("lepton-bench-runs-" + std::to_string(::getpid()));
    const auto signer = std::make_shared<testing::TestSigner>();
    {
        const auto workspace = store::Workspace::create(
            folder, {"Bench", store::JournalMode::Local}, signer, [](store::Transaction& transaction) {
                transaction.append({"workspace.created", "w", {}});
            });
        workspace->setSigner(signer);
        std::printf("%d runs, %d metric keys, %d of them in each run\n", runs, keys, keysOfRun);
        const double made = milliseconds([&] { Catalog(*workspace).fill(runs, keys, keysOfRun); });
        std::printf("made in %.0f s, catalog %.0f MB\n", made / 1000,
                    static_cast<double>(std::filesystem::file_size(folder / "catalog.db")) / 1e6);

        train::RunListStore lists(*workspace);
        const train::RunFieldNames names = lists.fieldNames();
        train::RunOrder order;
        const auto ordered = [&](const char* filter, const char* sort) {
            order = lists.order({train::RunFilter(filter, names), names.find(sort)});
        };
        print("names of fields", [&] { lists.fieldNames(); });
        print("order by number", [&] { ordered("", "number"); });
        print("order by a metric", [&] { ordered("", "own/figure_7"); });
        print("order by the best score", [&] { ordered("", "best"); });
        print("filter by data set and metric",
              [&] { ordered("dataset = 'data set 3' and macro_f1 > 0.5", "number"); });
        print("filter by a value of the recipe", [&] { ordered("learning_rate > 3e-5", "learning_rate"); });
        print("filter by text", [&] { ordered("basemodel contains 'BERT' and tag is null", "dataset"); });
        ordered("", "number");
        order.numbers.resize(std::min(order.numbers.size(), pageRows));
        print("rows of a page, two metrics", [&] {
            lists.rows(order.numbers, {{"validation/macro_f1", "own/figure_7"}, {"learning_rate"}});
        });
        print("curves of a page", [&] {
            for (const std::int64_t number : order.numbers)
                lists.curve(number, "validation/macro_f1", curvePoints);
        });
        print("facets of a menu", [&] { lists.facets(train::RunFact::Dataset); });
        print("all metrics of a run", [&] { lists.metrics(1); });
    }
    std::filesystem::remove_all(folder);
    return 0;
}
