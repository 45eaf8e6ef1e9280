// SPDX-License-Identifier: GPL-3.0-or-later
// How long a person waits for the window while two runs train on all cores and a grid over a large table is
// scrolled.
//   bench_fluency [rows] [seconds]      10,000,000 rows, 20 s; draws offscreen without a display
// Needs the sample base model that set-up fetches. The stalls are those that the program shows in its
// diagnostics; the longest are told apart by where their time went: work of the GUI thread, no core for it,
// or waiting for something else.
#include "grid_motion.h"
#include "large_table.h"

#include "app/session/samples.h"
#include "app/session/session.h"
#include "ui/datasets/grid/data_grid.h"
#include "ui/datasets/grid/table_panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/stall_watch.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stop_token>
#include <thread>
#include <vector>

using namespace lepton;
namespace fs = std::filesystem;

namespace {

std::unique_ptr<app::Session> makeSession(const fs::path& folder)
{
    identity::FirstMember member{"Bench", "Bench", {}, {}};
    auto session = app::createSampleWorkspace(folder, member, "bench", "en", {});
    for (const jobs::JobInfo& job : session->jobs().active())
        session->jobs().wait(job.id);
    return session;
}

/// Two runs that go on for longer than the bench.
std::vector<train::Run> startRuns(app::Session& session)
{
    const auto models = session.baseModels().store().list();
    if (models.empty())
        throw base::Error(base::ErrorCode::NotFound,
                          "The sample base model is not there; packaging/run.sh fetches it.");
    const auto [dataset, version] = session.datasets().resolve("tweets_sentiment");
    train::Recipe recipe;
    recipe.datasetVersion = version.id;
    recipe.textColumn = "text";
    recipe.labelColumn = "label";
    recipe.baseModel = models.front().id;
    for (const char* assignment :
         {"batch_size=16", "max_length=64", "max_steps=100000", "eval_every=50", "checkpoint_every=50"})
        train::set(recipe, assignment);
    std::vector<train::Run> runs;
    for (const char* seed : {"seed=1", "seed=2"}) {
        train::set(recipe, seed);
        runs.push_back(session.training().start(session.jobs(), recipe));
    }
    return runs;
}

/// Starts two runs and looks how far they are, on a thread of its own: the catalog is not for the GUI thread.
class Training
{
public:
    explicit Training(app::Session& session)
        : m_thread([this, &session](const std::stop_token& stop) {
            try {
                watch(session, startRuns(session), stop);
            } catch (const base::Error& error) {
                std::fprintf(stderr, "error: %s\n", error.message().c_str());
                m_failed = true;
            }
        })
    {}

    bool failed() const { return m_failed; }
    bool bothRun() const { return m_steps[0] > 1 && m_steps[1] > 1; }
    std::int64_t step(std::size_t run) const { return m_steps[run]; }

private:
    void watch(app::Session& session, const std::vector<train::Run>& runs, const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            for (const jobs::JobInfo& job : session.jobs().active()) {
                for (std::size_t i = 0; i < runs.size(); ++i) {
                    if (job.id == runs[i].job)
                        m_steps[i] = static_cast<std::int64_t>(job.progress.done);
                }
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
        }
    }

    std::array<std::atomic<std::int64_t>, 2> m_steps{};
    std::atomic<bool> m_failed = false;
    std::jthread m_thread; // last: joined first
};

void print(const char* what, ui::StallWatch& watch)
{
    const ui::StallFigures figures = watch.figures();
    std::printf("%-32s %6lld questions   stall p99.9 %6.2f   worst %6.2f ms\n", what,
                static_cast<long long>(figures.samples), figures.p999, figures.maximum);
    const auto longest = watch.longest();
    for (std::size_t i = 0; i < std::min<std::size_t>(longest.size(), 5); ++i)
        std::printf("    %6.2f ms: worked %6.2f, had no core %6.2f\n", longest[i].milliseconds,
                    longest[i].busy, longest[i].waiting);
    watch.reset();
}

void measure(app::Session& session, const fs::path& path, double seconds)
{
    const auto table = data::Table::open(path);
    ui::TablePanel panel(table, bench::profileOfBeginning(*table), QStringLiteral("bench"),
                         QStringLiteral("v1"));
    panel.resize(1440, 760);
    panel.show();
    QScrollBar& bar = *panel.grid().verticalScrollBar();
    bench::animate(1, [](double) {});

    ui::StallWatch watch;
    bench::animate(seconds, [&](double share) { bench::swing(bar, share); });
    print("scrolling", watch);

    const Training training(session);
    QElapsedTimer patience;
    patience.start();
    constexpr qint64 most = 120'000; // ms
    while (!training.bothRun() && !training.failed() && patience.elapsed() < most)
        bench::animate(0.5, [&](double share) { bench::swing(bar, share); });
    print("two runs begin, scrolling", watch);
    if (!training.bothRun())
        throw base::Error(base::ErrorCode::Internal, "The runs did not begin.");

    const std::array before{training.step(0), training.step(1)};
    bench::animate(seconds, [&](double share) { bench::swing(bar, share); });
    print("two runs train, scrolling", watch);
    std::printf("steps meanwhile: %lld and %lld\n", static_cast<long long>(training.step(0) - before[0]),
                static_cast<long long>(training.step(1) - before[1]));
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY") &&
        !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir folder;
    qputenv("XDG_CONFIG_HOME", folder.filePath(QStringLiteral("config")).toUtf8());
    qputenv("XDG_CACHE_HOME", folder.filePath(QStringLiteral("cache")).toUtf8());
    const QApplication application(argc, argv);
    ui::theme::Theme theme(*qApp);
    const std::int64_t rows = argc > 1 ? std::atoll(argv[1]) : 10'000'000;
    const double seconds = argc > 2 ? std::atof(argv[2]) : 20;
    const fs::path place = folder.path().toStdString();
    int exitCode = 0;
    try {
        bench::writeLargeTable(place / "large.parquet", rows);
        const auto session = makeSession(place / "workspace");
        std::printf("%lld rows, 8 columns; two runs of %s\n", static_cast<long long>(rows),
                    session->baseModels().store().list().empty() ? "nothing" : "the sample base model");
        measure(*session, place / "large.parquet", seconds);
    } catch (const base::Error& error) {
        std::fprintf(stderr, "error: %s\n", error.message().c_str());
        exitCode = 1;
    }
    QThreadPool::globalInstance()->waitForDone();
    return exitCode;
}
