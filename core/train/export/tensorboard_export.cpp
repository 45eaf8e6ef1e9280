// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "train/export/record_file.h"
#include "train/export/run_documents.h"
#include "train/export/run_export.h"
#include "train/export/tensorboard_events.h"
#include "train/metric_store.h"
#include "train/staged_folder.h"

#include <fmt/format.h>

#include <system_error>

namespace lepton::train {
namespace {

namespace fs = std::filesystem;

/// By this word in their names TensorBoard knows its files.
constexpr const char* eventFileMark = "tfevents";

std::string fileName(const Run& run)
{
    constexpr std::int64_t millisecondsOfSecond = 1'000;
    return fmt::format("events.out.{}.{:010}.{}.lepton", eventFileMark,
                       startOf(run).milliseconds / millisecondsOfSecond, run.name());
}

void requireNoEvents(const fs::path& folder)
{
    std::error_code none;
    for (fs::directory_iterator entry(folder, none), end; !none && entry != end; entry.increment(none)) {
        if (entry->path().filename().string().find(eventFileMark) != std::string::npos)
            throw base::Error(base::ErrorCode::Exists,
                              fmt::format("{} is there already, and TensorBoard would draw both as one run. "
                                          "Choose a folder of its own.",
                                          entry->path().string()));
    }
}

SessionStatus statusOf(const Run& run)
{
    if (!jobs::isFinal(run.state))
        return SessionStatus::Running;
    return run.state == jobs::JobState::Completed ? SessionStatus::Success : SessionStatus::Failure;
}

void addTexts(RecordFile& file, const Run& run)
{
    const base::UtcTime start = startOf(run);
    nlohmann::json values = nlohmann::json::object();
    std::vector<std::pair<std::string, std::string>> recipe;
    for (const auto& [key, value] : recipeValues(run)) {
        recipe.emplace_back(key, recipeText(value));
        values[key] = value.is_null() ? nlohmann::json("model") : value;
    }
    values["dataset"] = fmt::format("{}@{}", run.datasetName, run.datasetNumber);
    values["base_model"] = run.baseModelName;
    file.add(sessionStartEvent(values, run.name(), start));
    file.add(textEvent("run", markdownTable("what", "value", originOf(run)), start));
    file.add(textEvent("recipe", markdownTable("key", "value", recipe), start));
}

void addPoints(RecordFile& file, const RunSource& source, const base::Cancellation& cancellation,
               base::Progress& progress)
{
    for (std::int64_t cursor = 0;;) {
        cancellation.throwIfRequested();
        const MetricPage page = source.metrics.after(source.run.number, cursor, pointsAtATime);
        for (const MetricPoint& point : page.points)
            file.add(scalarEvent(point));
        progress.advance(std::ssize(page.points));
        if (std::ssize(page.points) < pointsAtATime)
            return;
        cursor = page.cursor;
    }
}

} // namespace

void exportToTensorBoard(const RunSource& source, const fs::path& folder,
                         const base::Cancellation& cancellation, base::Progress& progress)
{
    const Run& run = source.run;
    requireNoEvents(folder);
    StagedFolder staged(folder);
    progress.begin("saving", 0);
    const std::string name = fileName(run);
    RecordFile file(staged.path() / name);
    file.add(fileVersionEvent(startOf(run)));
    addTexts(file, run);
    addPoints(file, source, cancellation, progress);
    for (const MetricPoint& point : closingPoints(run, source.metrics.keys(run.number)))
        file.add(scalarEvent(point));
    if (const std::string report = reportMarkdown(run); !report.empty())
        file.add(textEvent("report", report, endOf(run)));
    file.add(sessionEndEvent(statusOf(run), endOf(run)));
    file.close();
    cancellation.throwIfRequested();
    if (!staged.moveOut(name))
        throw base::Error(
            base::ErrorCode::Exists,
            fmt::format("{} is there already. Choose a folder of its own.", (folder / name).string()));
}

} // namespace lepton::train
