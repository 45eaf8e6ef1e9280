// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/failure_sources.h"

#include "base/error_json.h"
#include "data/dataset_service.h"
#include "ui/datasets/dataset_text.h"
#include "ui/training/training_routes.h"
#include "ui/training/training_text.h"
#include "ui/widgets/core_text.h"
#include "ui/widgets/job_text.h"

#include <QCoreApplication>

#include <chrono>
#include <utility>

namespace lepton::ui {

namespace {

struct FailureSources
{
    Q_DECLARE_TR_FUNCTIONS(FailureSources)
};

/// What is older is history: the lists of runs and activity have it.
constexpr std::chrono::hours shownFor{14 * 24};

base::UtcTime since()
{
    const auto span = std::chrono::duration_cast<std::chrono::milliseconds>(shownFor).count();
    return {base::systemClock().now().milliseconds - span};
}

class RunFindings final : public HomeFindings
{
public:
    RunFindings(std::shared_ptr<HomeBackend> backend, std::vector<UnfinishedRun> runs)
        : m_backend(std::move(backend))
        , m_runs(std::move(runs))
    {}

    std::vector<HomeItem> items() const override
    {
        std::vector<HomeItem> items;
        for (const UnfinishedRun& one : m_runs)
            items.push_back(itemOf(one));
        return items;
    }

private:
    HomeItem itemOf(const UnfinishedRun& one) const
    {
        const train::Run& run = one.run;
        const QString name = TrainingText::runName(run);
        const bool isFailed = run.state == jobs::JobState::Failed;
        HomeItem item;
        item.id = name;
        item.icon = isFailed ? QStringLiteral("error") : QStringLiteral("pause");
        item.tone = isFailed ? theme::Role::Bad : theme::Role::Warn;
        item.time = run.finished.value_or(run.created);
        item.title =
            isFailed
                ? FailureSources::tr("%1 on %2 failed", "run, data set").arg(name, TrainingText::dataset(run))
                : FailureSources::tr("%1 on %2 was stopped before its end", "run, data set")
                      .arg(name, TrainingText::dataset(run));
        const HomeAction seeWhy{.id = QStringLiteral("seeWhy"),
                                .text = isFailed ? FailureSources::tr("See why") : FailureSources::tr("Open"),
                                .route = runRoute(name)};
        const HomeAction resume{.id = QStringLiteral("resume"),
                                .text = one.checkpointStep ? FailureSources::tr("Resume")
                                                           : FailureSources::tr("Start again"),
                                .route = runRoute(name),
                                .work = [backend = m_backend, id = run.id] { backend->resume(id); },
                                .right = HomeRight::Train};
        item.isNews = true;
        item.actions.push_back(seeWhy);
        if (!isFailed || one.isMachineFault) // what the recipe is to blame for would fail again
            item.actions.push_back(resume);
        if (isFailed)
            item.sentence = CoreText::error(base::codeFromKind(run.errorKind), run.errorMessage);
        else if (one.checkpointStep)
            item.sentence = FailureSources::tr("Step %1 is saved and can be resumed.")
                                .arg(DatasetText::count(*one.checkpointStep));
        else
            item.sentence = FailureSources::tr("There is no checkpoint: it begins again at step 0.");
        return item;
    }

    std::shared_ptr<HomeBackend> m_backend;
    std::vector<UnfinishedRun> m_runs;
};

/// What an import was asked for; nothing where a newer program asked for what this one does not know.
std::optional<data::ImportRequest> requestOf(const jobs::JobInfo& job)
{
    try {
        return job.params.get<data::ImportRequest>();
    } catch (const base::Error&) {
        return std::nullopt;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

bool canImportAgain(const jobs::JobInfo& job)
{
    return job.kind == "import_model" || (job.kind == "import" && requestOf(job));
}

/// "Importing credit.csv as credit failed".
QString titleOf(const jobs::JobInfo& job)
{
    const bool isFailed = job.state == jobs::JobState::Failed;
    const QString name = QString::fromStdString(job.title);
    const auto request = job.kind == "import" ? requestOf(job) : std::nullopt;
    if (request) {
        const QString file = QString::fromStdString(request->file.filename().string());
        if (request->newVersion)
            return isFailed
                       ? FailureSources::tr("Importing %1 as a new version of %2 failed", "file, data set")
                             .arg(file, name)
                       : FailureSources::tr("Importing %1 as a new version of %2 was interrupted",
                                            "file, data set")
                             .arg(file, name);
        return isFailed ? FailureSources::tr("Importing %1 as %2 failed", "file, data set").arg(file, name)
                        : FailureSources::tr("Importing %1 as %2 was interrupted", "file, data set")
                              .arg(file, name);
    }
    if (job.kind == "import_model")
        return isFailed ? FailureSources::tr("Importing the base model %1 failed").arg(name)
                        : FailureSources::tr("Importing the base model %1 was interrupted").arg(name);
    return isFailed ? FailureSources::tr("“%1” failed", "title of a job").arg(name)
                    : FailureSources::tr("“%1” was interrupted", "title of a job").arg(name);
}

class JobFindings final : public HomeFindings
{
public:
    JobFindings(std::vector<jobs::JobInfo> jobs, FailedJobSource::ImportAgain importAgain)
        : m_jobs(std::move(jobs))
        , m_importAgain(std::move(importAgain))
    {}

    std::vector<HomeItem> items() const override
    {
        std::vector<HomeItem> items;
        for (const jobs::JobInfo& job : m_jobs) {
            const bool isFailed = job.state == jobs::JobState::Failed;
            HomeItem item;
            item.id = QString::fromStdString(job.id.toString());
            item.icon = isFailed ? QStringLiteral("error") : QStringLiteral("pause");
            item.tone = isFailed ? theme::Role::Bad : theme::Role::Warn;
            item.time = job.finished.value_or(job.queued);
            item.title = titleOf(job);
            item.isNews = true;
            item.sentence =
                isFailed ? jobFailure(job) : FailureSources::tr("The program ended before the job did.");
            if (m_importAgain && canImportAgain(job))
                item.actions.push_back(
                    {.id = QStringLiteral("importAgain"),
                     .text = FailureSources::tr("Import again"),
                     .open = [again = m_importAgain, job](QWidget* over) { again(over, job); },
                     .right = HomeRight::Import});
            items.push_back(std::move(item));
        }
        return items;
    }

private:
    std::vector<jobs::JobInfo> m_jobs;
    FailedJobSource::ImportAgain m_importAgain;
};

} // namespace

UnfinishedRunSource::UnfinishedRunSource(std::shared_ptr<HomeBackend> backend)
    : m_backend(std::move(backend))
{}

QString UnfinishedRunSource::title() const
{
    return FailureSources::tr("Runs");
}

std::shared_ptr<const HomeFindings> UnfinishedRunSource::find(const base::Cancellation&)
{
    return std::make_shared<RunFindings>(m_backend, m_backend->unfinishedRuns(since()));
}

FailedJobSource::FailedJobSource(std::shared_ptr<HomeBackend> backend, ImportAgain importAgain)
    : m_backend(std::move(backend))
    , m_importAgain(std::move(importAgain))
{}

QString FailedJobSource::title() const
{
    return FailureSources::tr("Jobs");
}

std::shared_ptr<const HomeFindings> FailedJobSource::find(const base::Cancellation&)
{
    return std::make_shared<JobFindings>(m_backend->failedJobs(since()), m_importAgain);
}

} // namespace lepton::ui
