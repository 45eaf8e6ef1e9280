// SPDX-License-Identifier: GPL-3.0-or-later
// What the self-check takes pictures of, beyond the samples: tables of people, runs, and versions of a model
// that three people decide on.
#include "app/workbench/workbench_session.h"
#include "base/cancellation.h"
#include "base/file.h"
#include "base/progress.h"
#include "data/dataset_service.h"
#include "identity/member_request.h"
#include "identity/member_service.h"
#include "train/export/run_export.h"
#include "train/training_service.h"
#include "ui/datasets/dataset_routes.h"
#include "ui/training/training_routes.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <functional>
#include <thread>

namespace lepton::app {
namespace {

/// What the self-check holds its models to.
constexpr std::string_view exampleStandard = R"({"name":"tone","version":1,"applies_to":{},
  "production":{"approvals":2,"roles":["reviewer","admin"],"exclude":["requester"],"gates":[
    {"metric":"macro_f1","at_least":0.2},{"metric":"macro_f1","not_below_production_by":0.05},
    {"metric":"lowest_class_f1","at_least":0.02,"min_support":20},{"metric":"ece","at_most":0.4},
    {"test_rows":{"at_least":100}},{"leakage":{"at_most":0}},{"repeatable":true}]},
  "staging":{"approvals":0,"gates":[]}})";

/// Another member with a key of their own, as on another computer.
class Colleague
{
public:
    Colleague(Session& session, const std::string& name, const std::string& department,
              const identity::Roles& roles)
    {
        const std::filesystem::path home = base::configFolder() / "colleagues" / name;
        identity::UserStores user{identity::KeyStore(home), identity::PinStore(home / "pins.json")};
        const store::WorkspaceInfo& info = session.workspace().info();
        if (user.keys.keys().empty())
            identity::MemberService(session.workspace())
                .enrol(identity::makeRequest(name, department, info.id.toString(), user.keys, {}), roles);
        m_local = identity::openWorkspace(info.folder, user);
        m_datasets = std::make_unique<data::DatasetService>(*m_local.workspace, department,
                                                            [](data::DatasetAction) {});
        m_registry = std::make_unique<registry::RegistryService>(registry::RegistryService::Parts{
            *m_local.workspace, [&session]() -> train::Engine& { return session.engine(); }, department,
            [] {}});
    }
    registry::RegistryService& registry() { return *m_registry; }
    data::DatasetService& datasets() { return *m_datasets; }

private:
    identity::LocalWorkspace m_local;
    std::unique_ptr<data::DatasetService> m_datasets;      ///< goes before the workspace
    std::unique_ptr<registry::RegistryService> m_registry; ///< goes before the workspace
};

/// Waits until @p isSo of the job, at most for a while and until it ends.
void waitUntil(jobs::JobQueue& queue, const base::JobId& id,
               const std::function<bool(const jobs::JobInfo&)>& isSo)
{
    constexpr auto between = std::chrono::milliseconds(50);
    constexpr int mostTimes = 1200;
    for (int i = 0; i < mostTimes; ++i) {
        const auto job = queue.find(id);
        if (!job || jobs::isFinal(job->state) || isSo(*job))
            return;
        std::this_thread::sleep_for(between);
    }
}

void waitForStep(jobs::JobQueue& queue, const base::JobId& id, std::int64_t step)
{
    waitUntil(queue, id, [step](const jobs::JobInfo& job) {
        return job.progress.phase == "training" && job.progress.done >= step;
    });
}

} // namespace

std::optional<train::Recipe> WorkbenchSession::exampleRecipe()
{
    const auto models = m_session->baseModels().store().list();
    if (models.empty())
        return std::nullopt;
    const auto [dataset, version] = m_session->datasets().resolve("tweets_sentiment");
    train::Recipe recipe;
    recipe.datasetVersion = version.id;
    recipe.textColumn = "text";
    recipe.labelColumn = "label";
    recipe.baseModel = models.front().id;
    for (const char* assignment : {"batch_size=8", "max_length=32"})
        train::set(recipe, assignment);
    return recipe;
}

void WorkbenchSession::makeUnfinishedRuns()
{
    auto recipe = exampleRecipe();
    if (!recipe)
        return;
    for (const char* assignment : {"max_steps=8", "warmup_ratio=0", "learning_rate=1e30"})
        train::set(*recipe, assignment); // its loss is soon no number
    jobs().wait(m_session->training().start(jobs(), *recipe).job);
    for (const char* assignment : {"max_steps=400", "learning_rate=5e-4", "eval_every=4"})
        train::set(*recipe, assignment);
    const train::Run stopped = m_session->training().start(jobs(), *recipe);
    waitForStep(jobs(), stopped.job, 10);
    m_session->training().stop(jobs(), stopped, train::RunStop::KeepCheckpoint);
    jobs().wait(stopped.job);
}

std::vector<train::Run> WorkbenchSession::makeExampleRuns()
{
    const auto wanted = exampleRecipe();
    if (!wanted)
        return {};
    makeUnfinishedRuns();
    train::Recipe recipe = *wanted;
    std::vector<train::Run> runs;
    // one that will do, one that is better but for a class, and one that has hardly learned
    constexpr std::array settings{std::array{"learning_rate=5e-4", "max_steps=16", "eval_every=8"},
                                  std::array{"learning_rate=5e-4", "max_steps=24", "eval_every=24"},
                                  std::array{"learning_rate=2e-5", "max_steps=12", "eval_every=6"}};
    for (const auto& assignments : settings) {
        for (const char* assignment : assignments)
            train::set(recipe, assignment);
        runs.push_back(m_session->training().start(jobs(), recipe));
    }
    for (train::Run& run : runs) {
        jobs().wait(run.job);
        run = m_session->training().runs().resolve(run.name()); // with what it came to
    }
    return runs;
}

void WorkbenchSession::addExampleTables()
{
    const std::filesystem::path folder = base::configFolder() / "tables";
    std::filesystem::create_directories(folder);
    const auto import = [&](const char* file, std::string_view bytes, data::ImportRequest request) {
        std::ofstream(folder / file, std::ios::binary) << bytes;
        request.file = folder / file;
        request.name = request.file.stem().string();
        jobs().wait(m_session->submitImport(std::move(request)));
    };
    // The next month's file is not in this encoding, but is read by the same marks and types.
    data::ImportRequest prices;
    prices.description = "What the shops charge, a file a month.";
    prices.options.encoding = "windows-1252";
    prices.options.delimiter = ';';
    prices.options.decimalMark = ',';
    data::Column price;
    price.name = "price";
    price.type = data::ColumnType::Decimal;
    price.precision = 10;
    price.scale = 2;
    prices.options.types.emplace(price.name, price);
    import("shop_prices.csv",
           "article;name;price\n00017;Br\xF6tchen;0,45\n00023;K\xE4se;3,20\n00031;M\xF6hren;1,10\n", prices);
    import("shop_prices_draft.csv", "article;name;price\n17;Br\xF6tchen;0,40\n", prices);
    m_session->datasets().trash(m_session->datasets().resolve("shop_prices_draft").dataset.id);
    import("orders.csv", "order,customer,total\n1,Mei,20.50\n2,Bo, Risk,31.00\n3,Ines,12.00\n", {});
}

void WorkbenchSession::addExamples()
{
    addExampleTables();
    const std::vector<train::Run> runs = makeExampleRuns();
    if (runs.empty())
        return; // set-up did not fetch the sample model: the pages are shown empty
    using enum identity::Role;
    Colleague ines(*m_session, "Ines", "Service", {Engineer, Reviewer});
    Colleague tomas(*m_session, "Tomas", "Risk", {Reviewer});
    Colleague jonas(*m_session, "Jonas", "Risk", {Engineer});
    m_registry->publish(exampleStandard);
    const base::Cancellation cancellation;
    base::Progress progress;
    std::vector<registry::ModelVersionId> versions;
    for (const train::Run& run : runs)
        versions.push_back(m_registry->registerRun(run, "tweets-tone", {}).version.id);
    const registry::ModelId model = m_registry->resolveModel("tweets-tone").id;
    m_registry->describe(model,
                         "Sorts tweets for the service desk by their tone; a person reads what is angry.",
                         "English only. Irony is mostly missed.");

    // The first is in production by two signatures; the second waits for the second signature, that of this
    // person; the third this person asked for, and it is worse than what runs.
    const auto first =
        jonas.registry().promote(versions[0], registry::Stage::Production,
                                 "The first version, so that the desk can begin.", cancellation, progress);
    if (!first.gatesPassed)
        return; // another processor trains otherwise: what is there is shown
    tomas.registry().approve(first.id, "Good enough to begin with.", cancellation, progress);
    m_registry->approve(first.id, {}, cancellation, progress);
    m_registry->promote(versions[1], registry::Stage::Staging, "To try it beside the first.", cancellation,
                        progress);
    const auto second = jonas.registry().promote(
        versions[1], registry::Stage::Production,
        "Trained for longer, which finds more of the angry tweets. The service desk wants it before "
        "Monday's opening.",
        cancellation, progress);
    if (second.gatesPassed)
        tomas.registry().approve(second.id, "The gain holds on the rows that I looked at.", cancellation,
                                 progress);
    m_registry->promote(versions[2], registry::Stage::Production,
                        "Trained more gently. Let us see whether that is enough.", cancellation, progress);
    importExampleModel(runs.front());
}

void WorkbenchSession::importExampleModel(const train::Run& run)
{
    const base::Cancellation cancellation;
    base::Progress progress;
    const std::filesystem::path folder = base::configFolder() / "tone-of-last-year";
    train::exportRun(m_session->training(), run, train::RunFormat::HuggingFace, folder, cancellation,
                     progress);
    m_registry->registerFolder(folder, "tone-imported", {}, cancellation, progress);
}

std::vector<ui::ExamplePlace> WorkbenchSession::beginWork()
{
    // The page of the data set is there, and shows it to this person.
    using enum identity::Role;
    Colleague ines(*m_session, "Ines", "Service", {Engineer, Reviewer});
    ines.datasets().trash(m_session->datasets().resolve(shownDataset).dataset.id);
    std::vector<ui::ExamplePlace> places{
        {QStringLiteral("dataset-trashed"), ui::datasetRoute(QLatin1String(shownDataset))}};

    auto recipe = exampleRecipe();
    if (!recipe)
        return places;
    for (const char* assignment : {"max_steps=600", "learning_rate=5e-4", "eval_every=6"})
        train::set(*recipe, assignment);
    m_slotsBeforeWork = jobs().slots();
    jobs().setSlots(1); // so that one waits
    const auto start = [&] { return m_session->training().start(jobs(), *recipe); };
    const train::Run paused = start();
    waitForStep(jobs(), paused.job, 14);
    jobs().pause(paused.job);
    waitUntil(jobs(), paused.job,
              [](const jobs::JobInfo& job) { return job.state == jobs::JobState::Paused; });
    const train::Run running = start();
    waitForStep(jobs(), running.job, 14);
    const train::Run queued = start();
    const auto placeOf = [](const char* name, const train::Run& run) {
        return ui::ExamplePlace{QLatin1String(name), ui::runRoute(QString::fromStdString(run.name()))};
    };
    places.insert(places.end(), {{QStringLiteral("home-live"), {QStringLiteral("home"), {}, 0, {}, {}}},
                                 {QStringLiteral("training-runs-live"), ui::trainingRoute()},
                                 placeOf("run-live", running),
                                 placeOf("run-paused", paused),
                                 placeOf("run-queued", queued)});
    return places;
}

void WorkbenchSession::endWork()
{
    const auto left = jobs().active();
    for (const jobs::JobInfo& job : left)
        jobs().cancel(job.id);
    for (const jobs::JobInfo& job : left)
        jobs().wait(job.id);
    if (m_slotsBeforeWork > 0)
        jobs().setSlots(m_slotsBeforeWork);
}

bool WorkbenchSession::damageExamples()
{
    const auto state = m_registry->state();
    if (state->promotions().empty())
        return false;
    const registry::PromotionRecord& promotion = state->promotions().begin()->second;
    const auto& files = state->version(promotion.version).files;
    const auto largest =
        std::ranges::max_element(files, {}, [](const auto& named) { return named.second.bytes; });
    const std::filesystem::path file = m_session->workspace().objects().path(largest->second.hash);
    std::filesystem::permissions(file, std::filesystem::perms::owner_write,
                                 std::filesystem::perm_options::add);
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    const auto middle = std::streamoff(largest->second.bytes / 2);
    bytes.seekg(middle);
    const int before = bytes.get();
    bytes.seekp(middle);
    bytes.put(char(before ^ 1));
    bytes.flush();
    return bytes.good();
}

} // namespace lepton::app
