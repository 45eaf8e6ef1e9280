// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"
#include "base/error.h"
#include "base/file.h"
#include "base/json_text.h"
#include "base/progress.h"
#include "base/sha256.h"
#include "base/text.h"
#include "train/export/mlflow_keys.h"
#include "train/export/mlflow_model.h"
#include "train/export/run_documents.h"
#include "train/export/run_export.h"
#include "train/metric_store.h"
#include "train/object_files.h"
#include "train/staged_folder.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace lepton::train {
namespace {

namespace fs = std::filesystem;

// What MLflow's databases take: mlflow/utils/validation.py.
constexpr std::size_t mostOfParameter = 6'000;
constexpr std::size_t mostOfTag = 8'000;

/// RunStatus of MLflow.
int statusOf(jobs::JobState state)
{
    enum
    {
        Running = 1,
        Scheduled = 2,
        Finished = 3,
        Failed = 4,
        Killed = 5
    };
    switch (state) {
    case jobs::JobState::Queued:
        return Scheduled;
    case jobs::JobState::Completed:
        return Finished;
    case jobs::JobState::Failed:
        return Failed;
    case jobs::JobState::Cancelled:
    case jobs::JobState::Interrupted:
        return Killed;
    default:
        return Running;
    }
}

std::string runId(const Run& run)
{
    std::string id = run.id.toString();
    std::erase(id, '-');
    return id;
}

/// 18 digits, as MLflow's own, and the same in every export of runs on this data set.
std::string experimentId(const Run& run)
{
    constexpr std::uint64_t least = 100'000'000'000'000'000;
    std::uint64_t number = 0;
    for (const std::uint8_t byte : base::sha256(run.dataset.toString()))
        number = number * 31 + byte;
    return std::to_string(least + number % (9 * least));
}

/// "file:///a%20b".
std::string fileUri(const fs::path& path)
{
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    std::string uri = "file://";
    for (const char c : path.string())
        uri += plain.find(c) != std::string_view::npos
                   ? std::string(1, c)
                   : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return uri;
}

std::string shortened(const std::string& text, std::size_t most)
{
    if (base::codePointCount(text) <= most)
        return text;
    return std::string(base::firstCodePoints(text, most - 1)) + "\u2026";
}

/// As Python reads numbers.
std::string numberText(double value)
{
    if (std::isnan(value))
        return "nan";
    return std::isinf(value) ? (value > 0 ? "inf" : "-inf") : fmt::format("{}", value);
}

/// JSON is YAML.
void writeMeta(const fs::path& folder, const nlohmann::json& values)
{
    writeNewFile(folder / "meta.yaml", base::indentedJsonText(values) + "\n");
}

class MlflowRun
{
public:
    MlflowRun(const RunSource& source, const fs::path& target, const fs::path& stage,
              const base::Cancellation& cancellation, base::Progress& progress)
        : m_source(source)
        , m_run(source.run)
        , m_id(runId(source.run))
        , m_experiment(experimentId(source.run))
        , m_target(fs::absolute(target).lexically_normal())
        , m_stage(stage)
        , m_folder(stage / m_experiment / m_id)
        , m_cancellation(cancellation)
        , m_progress(progress)
    {}

    fs::path experiment() const { return m_experiment; }
    fs::path place() const { return experiment() / m_id; } ///< of the run in the store

    void write()
    {
        writeMetadata();
        writeParameters();
        writeMetrics();
        writeArtifacts();
        writeTags();
    }

private:
    void writeMetadata()
    {
        writeMeta(m_stage / m_experiment, {{"artifact_location", fileUri(m_target / m_experiment)},
                                           {"creation_time", m_run.created.milliseconds},
                                           {"experiment_id", m_experiment},
                                           {"last_update_time", m_run.created.milliseconds},
                                           {"lifecycle_stage", "active"},
                                           {"name", m_run.datasetName}});
        writeMeta(m_folder, {{"artifact_uri", fileUri(m_target / place() / "artifacts")},
                             {"end_time", m_run.finished ? nlohmann::json(m_run.finished->milliseconds)
                                                         : nlohmann::json()},
                             {"entry_point_name", ""},
                             {"experiment_id", m_experiment},
                             {"lifecycle_stage", "active"},
                             {"run_id", m_id},
                             {"run_name", runName()},
                             {"run_uuid", m_id},
                             {"source_name", ""},
                             {"source_type", 4}, // local
                             {"source_version", ""},
                             {"start_time", startOf(m_run).milliseconds},
                             {"status", statusOf(m_run.state)},
                             {"tags", nlohmann::json::array()},
                             {"user_id", m_run.memberName}});
        for (const char* name : {"artifacts", "metrics", "params", "tags"})
            makeFolders(m_folder / name);
    }

    std::string runName() const { return m_run.title.empty() ? m_run.name() : m_run.title; }

    void writeParameters()
    {
        const auto parameter = [this](const std::string& key, const std::string& value) {
            writeNewFile(m_folder / "params" / key, shortened(value, mostOfParameter));
        };
        for (const auto& [key, value] : recipeValues(m_run))
            parameter(key, recipeText(value));
        parameter("dataset", fmt::format("{}@{}", m_run.datasetName, m_run.datasetNumber));
        parameter("text_column", m_run.recipe.textColumn);
        parameter("label_column", m_run.recipe.labelColumn);
        parameter("base_model", m_run.baseModelName);
    }

    void writeMetrics()
    {
        const std::vector<std::string> keys = m_source.metrics.keys(m_run.number);
        const auto closing = closingPoints(m_run, keys);
        std::vector<std::string> all = keys;
        for (const MetricPoint& point : closing)
            all.push_back(point.key);
        const auto names = mlflowKeys(all);
        for (const std::string& key : keys)
            writeHistory(key, m_folder / "metrics" / names.at(key));
        for (const MetricPoint& point : closing)
            writeNewFile(m_folder / "metrics" / names.at(point.key), line(point));
        nlohmann::json changed = nlohmann::json::object();
        for (const auto& [key, name] : names) {
            if (key != name)
                changed[name] = key;
        }
        if (!changed.empty())
            artifact("metric_names.json", changed);
    }

    void writeHistory(const std::string& key, const fs::path& path)
    {
        makeFolders(path.parent_path());
        base::File file = base::File::create(path);
        std::optional<std::int64_t> last;
        for (;;) {
            m_cancellation.throwIfRequested();
            const auto points = m_source.metrics.seriesAfter(m_run.number, key, last, pointsAtATime);
            std::string text;
            for (const MetricPoint& point : points)
                text += line(point);
            file.write(text);
            if (std::ssize(points) < pointsAtATime)
                break;
            last = points.back().step;
        }
        file.close();
    }

    static std::string line(const MetricPoint& point)
    {
        return fmt::format("{} {} {}\n", point.time.milliseconds, numberText(point.value), point.step);
    }

    void writeArtifacts()
    {
        std::vector<RunArtifact> model;
        std::int64_t bytes = 0;
        for (const RunArtifact& file : m_source.runs.artifacts(m_run.id)) {
            bytes += file.bytes;
            if (file.kind == ArtifactKind::Model)
                model.push_back(file);
        }
        m_progress.begin("saving", bytes);
        if (!model.empty())
            m_model = writeMlflowModel(m_source, model, m_id, m_folder / "artifacts" / "model",
                                       m_cancellation, m_progress);
        for (const RunArtifact& file : m_source.runs.artifacts(m_run.id)) {
            if (file.kind == ArtifactKind::Predictions)
                copyFile(verifiedObject(m_source.objects, {file.hash, file.bytes, {}}, m_cancellation),
                         m_folder / "artifacts" / file.name, m_cancellation, m_progress);
        }
        artifact("recipe.json", m_run.recipe);
        if (m_run.report.is_object()) {
            artifact("report.json", m_run.report);
            writeNewFile(m_folder / "artifacts" / "report.txt", m_run.report.value("text", ""));
        }
        if (m_run.environment.is_object())
            artifact("environment.json", m_run.environment);
        if (m_run.data.is_object())
            artifact("data.json", m_run.data);
    }

    void artifact(const std::string& name, const nlohmann::json& document)
    {
        writeNewFile(m_folder / "artifacts" / name, base::indentedJsonText(document) + "\n");
    }

    void writeTags()
    {
        const auto tag = [this](const std::string& key, const std::string& value) {
            writeNewFile(m_folder / "tags" / key, shortened(value, mostOfTag));
        };
        tag("mlflow.runName", runName());
        tag("mlflow.user", m_run.memberName);
        tag("mlflow.source.name", "lepton-workbench");
        tag("mlflow.source.type", "LOCAL");
        std::string description = m_run.note;
        if (const std::string report = reportMarkdown(m_run); !report.empty())
            description += (description.empty() ? "" : "\n\n") + report;
        if (!description.empty())
            tag("mlflow.note.content", description);
        if (!m_model.is_null())
            tag("mlflow.log-model.history", nlohmann::json::array({m_model}).dump());
        for (auto [key, value] : originOf(m_run)) {
            std::ranges::replace(key, ' ', '_');
            tag("lepton." + key, value);
        }
    }

    const RunSource& m_source;
    const Run& m_run;
    std::string m_id, m_experiment;
    fs::path m_target, m_stage, m_folder;
    const base::Cancellation& m_cancellation;
    base::Progress& m_progress;
    nlohmann::json m_model;
};

} // namespace

void exportToMlflow(const RunSource& source, const fs::path& folder, const base::Cancellation& cancellation,
                    base::Progress& progress)
{
    const auto refuse = [&](const fs::path& place) {
        throw base::Error(
            base::ErrorCode::Exists,
            fmt::format("{} is in {} already: as {}. Remove it there, or choose another folder.",
                        source.run.name(), folder.string(), place.string()));
    };
    StagedFolder staged(folder);
    MlflowRun run(source, folder, staged.path(), cancellation, progress);
    if (fs::exists(folder / run.place()))
        refuse(run.place());
    progress.begin("saving", 0);
    run.write();
    cancellation.throwIfRequested();
    // The first run on a data set brings its experiment.
    if (!staged.moveOut(run.experiment()) && !staged.moveOut(run.place()))
        refuse(run.place());
}

} // namespace lepton::train
