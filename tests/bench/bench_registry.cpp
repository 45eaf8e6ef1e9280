// SPDX-License-Identifier: GPL-3.0-or-later
// How long the GUI thread is busy at a stretch with a model of many versions and a long log.
//   bench_registry [versions] [events]      200 and 100,000 in the temporary folder; draws offscreen without
//   a display
// A stall is the time from the wake-up of the event loop until it waits again, by the thread's processor
// time, which does not count what else runs on the machine; in brackets by the clock.
#include "milliseconds.h"
#include "support/recording_navigator.h"
#include "support/tiny_bert.h"

#include "app/session/registry_of.h"
#include "app/session/session.h"
#include "base/cancellation.h"
#include "base/progress.h"
#include "identity/pin_store.h"
#include "ui/activity/activity_page.h"
#include "ui/activity/service_activity.h"
#include "ui/models/model_page.h"
#include "ui/models/models_routes.h"
#include "ui/models/service_models_backend.h"
#include "ui/theme/theme.h"
#include "ui/widgets/async.h"
#include "ui/widgets/data_table.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEventLoop>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace lepton;
using namespace lepton::bench;

namespace {

constexpr int scrolls = 120;

/// A heart that beats each millisecond in the loop of this thread; the longest beat that it misses is the
/// longest stall.
class Stretches
{
public:
    Stretches()
    {
        m_heart.setTimerType(Qt::PreciseTimer);
        m_heart.setInterval(1);
        QObject::connect(&m_heart, &QTimer::timeout, &m_heart, [this] { beat(); });
        m_heart.start();
        m_cpu = threadMilliseconds();
        m_clock = clockMilliseconds();
    }

    double longest = 0, longestByClock = 0;

private:
    void beat()
    {
        const double cpu = threadMilliseconds();
        const double clock = clockMilliseconds();
        longest = std::max(longest, cpu - m_cpu);
        longestByClock = std::max(longestByClock, clock - m_clock - m_heart.interval());
        m_cpu = cpu;
        m_clock = clock;
    }

    QTimer m_heart;
    double m_cpu = 0, m_clock = 0;
};

void waitUntil(const std::function<bool()>& done)
{
    QEventLoop loop;
    QTimer timer;
    timer.setInterval(4);
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (done())
            loop.quit();
    });
    timer.start();
    loop.exec();
}

/// Does @p act in the event loop, waits until @p page has all, and prints what it took.
void measure(const char* what, const ui::Page& page, const std::function<void()>& act)
{
    Stretches stretches;
    const double start = clockMilliseconds();
    bool acted = false;
    QTimer::singleShot(0, [&] {
        act();
        acted = true;
    });
    waitUntil([&] { return acted && page.isSettled() && ui::runningAsyncCount() == 0; });
    std::printf("%-44s longest stall %6.1f ms (%6.1f by the clock), ready after %7.1f ms\n", what,
                stretches.longest, stretches.longestByClock, clockMilliseconds() - start);
}

/// Drags the table from the top to the bottom, a step a turn of the event loop.
void scroll(const char* what, const ui::Page& page, QAbstractItemView& table)
{
    int step = 0;
    QTimer timer;
    Stretches stretches;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        auto* bar = table.verticalScrollBar();
        bar->setValue(bar->maximum() * ++step / scrolls);
    });
    timer.start(0);
    waitUntil([&] { return step >= scrolls && page.isSettled(); });
    std::printf("%-44s longest stall %6.1f ms (%6.1f by the clock)\n", what, stretches.longest,
                stretches.longestByClock);
}

/// A model whose versions moved to staging one after the other, and notes on top of that.
void fill(app::Session& session, registry::RegistryService& registry, const std::filesystem::path& folder,
          int versions, int events)
{
    lepton::testing::TinyBertOptions options;
    options.classes = 2;
    const base::Cancellation cancellation;
    base::Progress progress;
    for (int i = 0; i < versions; ++i) {
        options.config = [i](nlohmann::json& config) {
            config["id2label"] = {{"0", "no"}, {"1", "yes"}};
            config["label2id"] = {{"no", 0}, {"yes", 1}};
            config["architectures"] = {"BertForSequenceClassification"};
            config["version"] = i; // another model each time
        };
        lepton::testing::writeTinyBert(folder, options);
        const auto made = registry.registerFolder(folder, "news-topics", {}, cancellation, progress);
        registry.promote(made.version.id, registry::Stage::Staging, "Another try.", cancellation, progress);
    }
    constexpr int inTransaction = 10'000;
    for (int first = int(session.workspace().eventCount()); first < events; first += inTransaction)
        session.workspace().write([&](store::Transaction& transaction) {
            for (int i = first; i < std::min(events, first + inTransaction); ++i)
                transaction.append({"note.added", std::to_string(i), {{"text", "a note of some words"}}});
        });
}

} // namespace

int main(int count, char** arguments)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariable("QT_QPA_PLATFORM", QStringLiteral("offscreen")).toUtf8());
    const QTemporaryDir folder;
    qputenv("XDG_CONFIG_HOME", folder.filePath("config").toUtf8());
    qputenv("XDG_CACHE_HOME", folder.filePath("cache").toUtf8());
    QApplication application(count, arguments);
    ui::theme::Theme theme(application);
    const int versions = count > 1 ? std::atoi(arguments[1]) : 200;
    const int events = count > 2 ? std::atoi(arguments[2]) : 100'000;
    const std::filesystem::path root = folder.path().toStdString();
    auto session = app::Session::create(root / "workspace", {"Bench", store::JournalMode::Local},
                                        {"Ada", "Risk", {}, {}}, {});
    const auto registry = app::registryOf(*session);
    fill(*session, *registry, root / "model", versions, events);
    std::printf("versions %d, events %lld\n", versions,
                static_cast<long long>(session->workspace().eventCount()));

    lepton::testing::RecordingNavigator navigator;
    const auto backend = [&session](registry::RegistryService& service) {
        return std::make_shared<ui::ServiceModelsBackend>(
            ui::ModelsServices{service, session->workspace(), session->training(), session->datasets(),
                               session->member()->id.toString(), nullptr});
    };
    {
        ui::ModelPage page(backend(*registry), navigator);
        page.resize(1240, 850);
        page.show();
        measure("model: open, every signature checked", page,
                [&] { page.open(ui::modelRoute(QStringLiteral("news-topics"))); });
        measure("model: read again", page, [&] { page.refresh(); });
        measure("model: another version", page,
                [&] { page.open(ui::modelRoute(QStringLiteral("news-topics"), 1)); });
        scroll("model: through the versions", page,
               *page.findChild<ui::DataTable*>(QStringLiteral("model.side.versions")));
        scroll("model: through the history", page,
               *page.findChild<ui::DataTable*>(QStringLiteral("model.history.table")));
    }
    {
        const auto anew = app::registryOf(*session); // as the next program finds it
        ui::ModelPage page(backend(*anew), navigator);
        page.resize(1240, 850);
        page.show();
        measure("model: open, signatures checked before", page,
                [&] { page.open(ui::modelRoute(QStringLiteral("news-topics"))); });
    }
    {
        ui::ActivityPage page(navigator, std::make_shared<ui::ServiceActivity>(
                                             nullptr, session->workspace(), identity::PinStore::ofUser(),
                                             identity::SealStore::ofUser()));
        page.resize(1240, 850);
        page.show();
        auto* older = page.findChild<QAbstractButton*>(QStringLiteral("activity.older.button"));
        auto* field = page.findChild<QLineEdit*>(QStringLiteral("activity.filter.edit"));
        auto* table = page.findChild<ui::DataTable*>(QStringLiteral("activity.table"));
        measure("activity: open and verify", page, [&] {
            page.open({QStringLiteral("activity"), {}, 0, {}, {}});
        });
        for (int more = 0; more < 4; ++more)
            measure("activity: older events", page, [&] { older->click(); });
        std::printf("activity: %d events in the table\n", table->model()->rowCount());
        scroll("activity: through the events", page, *table);
        for (const char* text : {"n", "no", "no such note"})
            measure("activity: filter by text", page, [&] { field->setText(QLatin1String(text)); });
        measure("activity: clear the filter", page, [&] { field->clear(); });
        measure("activity: read again", page, [&] { page.refresh(); });
    }
    return 0;
}
