// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_comparison.h"

#include "base/json_text.h"
#include "train/recipe_field.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace lepton::train {
namespace {

constexpr std::array<std::string_view, 7> smallerIsBetter{
    "loss", "log_loss", "brier", "calibration_error", "duration", "training_seconds", "seconds"};
constexpr std::array<std::string_view, 5> neither{"learning_rate", "gradient_norm", "tokens", "steps",
                                                  "best_step"};
constexpr std::array<std::string_view, 6> environmentKeys{"program",   "library", "device_name",
                                                          "precision", "threads", "processor"};

/// Metrics that a comparison looks at: what is measured of a model, not the noise of single steps.
bool isCompared(const std::string& key)
{
    return !key.starts_with("train/");
}

/// Whether it is how long all took, which only what came to its end can be compared by.
bool isTime(std::string_view key)
{
    return key == "duration" || key == "training_seconds";
}

ComparedValue valueFrom(const nlohmann::json& json)
{
    if (json.is_null())
        return std::monostate();
    if (json.is_number())
        return json.get<double>();
    return json.is_string() ? json.get<std::string>() : base::jsonText(json);
}

bool isSame(const ComparedValue& one, const ComparedValue& other)
{
    const auto* number = std::get_if<double>(&one);
    const auto* otherNumber = std::get_if<double>(&other);
    return one == other || (number && otherNumber && std::isnan(*number) && std::isnan(*otherNumber));
}

/// Gathers what differs, and counts what does not.
class Gatherer
{
public:
    explicit Gatherer(const std::vector<ComparedRun>& runs)
        : m_runs(runs)
    {}

    std::vector<Difference> differences;
    std::int64_t equal = 0;

    /// @p value gives a run's ComparedValue.
    template <class Value>
    void take(DifferenceKind kind, std::string key, const Value& value, bool always = false)
    {
        Difference difference{kind, std::move(key), {}, {}, {}};
        bool differs = false;
        for (const ComparedRun& run : m_runs) {
            difference.values.push_back(value(run));
            difference.unlikeFirst.push_back(!isSame(difference.values.front(), difference.values.back()));
            differs = differs || difference.unlikeFirst.back();
        }
        if (!differs && kind != DifferenceKind::Score)
            ++equal;
        if (!differs && !always)
            return;
        if (kind == DifferenceKind::Score) {
            difference.best = bestOf(difference);
            difference.unlikeFirst.assign(m_runs.size(), false);
        }
        differences.push_back(std::move(difference));
    }

private:
    /// A run that broke off was not quick.
    bool takesPart(const Difference& difference, std::size_t run) const
    {
        return !isTime(difference.key) || m_runs[run].run.state == jobs::JobState::Completed;
    }

    /// None is best where all are equal, or only one has a value.
    std::vector<bool> bestOf(const Difference& difference) const
    {
        std::vector<bool> best(m_runs.size(), false);
        const Better better = betterOf(difference.key);
        std::optional<double> winner, loser;
        std::size_t figures = 0;
        for (std::size_t i = 0; i < difference.values.size(); ++i) {
            const auto* number = std::get_if<double>(&difference.values[i]);
            if (!number || std::isnan(*number) || !takesPart(difference, i))
                continue;
            ++figures;
            winner = !winner                     ? *number
                     : better == Better::Smaller ? std::min(*winner, *number)
                                                 : std::max(*winner, *number);
            loser = !loser                      ? *number
                    : better == Better::Smaller ? std::max(*loser, *number)
                                                : std::min(*loser, *number);
        }
        if (better == Better::Neither || figures < 2 || winner == loser)
            return best;
        for (std::size_t i = 0; i < best.size(); ++i)
            best[i] = difference.values[i] == ComparedValue(*winner) && takesPart(difference, i);
        return best;
    }

    const std::vector<ComparedRun>& m_runs;
};

std::string decidingKey(const Run& run)
{
    return "validation/" + std::string(metricName(run.recipe.metric));
}

/// The scores that are looked at first, after the one that decides.
constexpr std::array<std::string_view, 3> mainScores{"test/macro_f1", "test/accuracy", "test/loss"};

void takeScore(Gatherer& gatherer, const std::string& key, bool always = false)
{
    gatherer.take(
        DifferenceKind::Score, key,
        [&key](const ComparedRun& run) -> ComparedValue {
            const auto found = run.metrics.find(key);
            return found == run.metrics.end() ? ComparedValue() : ComparedValue(found->second);
        },
        always);
}

void takeMainScores(Gatherer& gatherer, const std::string& deciding)
{
    takeScore(gatherer, deciding, true);
    for (const std::string_view key : mainScores) {
        if (key != deciding)
            takeScore(gatherer, std::string(key));
    }
    gatherer.take(DifferenceKind::Score, "duration", [](const ComparedRun& compared) -> ComparedValue {
        const Run& run = compared.run;
        if (!run.started || !run.finished)
            return std::monostate();
        return run.seconds();
    });
}

void takeOtherScores(Gatherer& gatherer, const std::vector<ComparedRun>& runs, const std::string& deciding)
{
    std::set<std::string> keys;
    for (const ComparedRun& run : runs) {
        for (const auto& [key, value] : run.metrics) {
            if (isCompared(key))
                keys.insert(key);
        }
    }
    keys.erase(deciding);
    for (const std::string_view key : mainScores)
        keys.erase(std::string(key));
    for (const std::string_view part : {"test/", "validation/"}) {
        for (const std::string& key : keys) {
            if (key.starts_with(part))
                takeScore(gatherer, key);
        }
    }
    for (const std::string& key : keys) {
        if (!key.starts_with("test/") && !key.starts_with("validation/"))
            takeScore(gatherer, key);
    }
}

void takeSettings(Gatherer& gatherer)
{
    gatherer.take(DifferenceKind::Setting, "basemodel",
                  [](const ComparedRun& run) { return ComparedValue(run.run.baseModelName); });
    gatherer.take(DifferenceKind::Setting, "basemodel_hash",
                  [](const ComparedRun& run) { return ComparedValue(run.run.baseModelHash.substr(0, 12)); });
    for (const RecipeField& field : recipeFields())
        gatherer.take(DifferenceKind::Setting, std::string(field.key),
                      [&field](const ComparedRun& run) { return valueFrom(valueOf(run.run.recipe, field)); });
}

ComparedValue dataFact(const Run& run, const char* group, Part part)
{
    if (!run.data.is_object() || !run.data.contains(group))
        return std::monostate();
    return valueFrom(run.data.at(group).value(std::string(partName(part)), nlohmann::json()));
}

void takeData(Gatherer& gatherer)
{
    gatherer.take(DifferenceKind::Data, "dataset", [](const ComparedRun& run) {
        return ComparedValue(run.run.datasetName + " v" + std::to_string(run.run.datasetNumber));
    });
    gatherer.take(DifferenceKind::Data, "dataset_hash",
                  [](const ComparedRun& run) { return ComparedValue(run.run.datasetHash.substr(0, 12)); });
    gatherer.take(DifferenceKind::Data, "text_column",
                  [](const ComparedRun& run) { return ComparedValue(run.run.recipe.textColumn); });
    gatherer.take(DifferenceKind::Data, "label_column",
                  [](const ComparedRun& run) { return ComparedValue(run.run.recipe.labelColumn); });
    gatherer.take(DifferenceKind::Data, "classes", [](const ComparedRun& run) -> ComparedValue {
        if (!run.run.data.is_object() || !run.run.data.contains("classes"))
            return std::monostate();
        return static_cast<double>(run.run.data.at("classes").size());
    });
    for (const Part part : {Part::Train, Part::Validation, Part::Test})
        gatherer.take(DifferenceKind::Data, std::string(partName(part)) + "_rows",
                      [part](const ComparedRun& run) { return dataFact(run.run, "rows", part); });
}

void takeEnvironment(Gatherer& gatherer)
{
    for (const std::string_view key : environmentKeys)
        gatherer.take(
            DifferenceKind::Environment, std::string(key), [&key](const ComparedRun& run) -> ComparedValue {
                return run.run.environment.is_object()
                           ? valueFrom(run.run.environment.value(std::string(key), nlohmann::json()))
                           : ComparedValue();
            });
}

std::vector<ClassScores> classScores(const std::vector<ComparedRun>& runs)
{
    std::map<std::string, std::vector<std::optional<double>>> scores;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const nlohmann::json& report = runs[i].run.report;
        if (!report.is_object() || !report.contains("classes") || !report.contains("dict"))
            continue;
        for (const auto& name : report.at("classes")) {
            auto& one = scores[name.get<std::string>()];
            one.resize(runs.size());
            const auto found = report.at("dict").find(name.get<std::string>());
            if (found != report.at("dict").end() && found->is_object() &&
                found->value("f1-score", nlohmann::json()).is_number())
                one[i] = found->at("f1-score").get<double>();
        }
    }
    std::vector<ClassScores> classes;
    for (auto& [name, values] : scores) {
        std::optional<double> least, most;
        for (const auto& value : values) {
            if (!value)
                continue;
            least = std::min(least.value_or(*value), *value);
            most = std::max(most.value_or(*value), *value);
        }
        classes.push_back({name, std::move(values), least ? *most - *least : 0});
    }
    std::ranges::stable_sort(classes, std::greater(), &ClassScores::spread);
    return classes;
}

Spread spreadOf(const std::vector<double>& values)
{
    Spread spread;
    const auto count = static_cast<double>(values.size());
    for (const double value : values)
        spread.mean += value / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - spread.mean) * (value - spread.mean);
    spread.deviation = std::sqrt(squares / (count - 1));
    return spread;
}

std::vector<SeedGroup> seedGroups(const std::vector<ComparedRun>& runs)
{
    // By what is equal but for the seed, and then by seed.
    std::map<std::string, std::map<std::int64_t, std::size_t>> groups;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const Run& run = runs[i].run;
        if (run.state != jobs::JobState::Completed)
            continue;
        Recipe recipe = run.recipe;
        recipe.seed = 0;
        auto& seeds = groups[recipeHash(recipe, run.datasetHash, run.baseModelHash)];
        const auto [place, isNew] = seeds.try_emplace(run.recipe.seed, i);
        if (!isNew && runs[place->second].run.number < run.number)
            place->second = i;
    }
    std::vector<SeedGroup> result;
    for (const auto& [hash, seeds] : groups) {
        if (seeds.size() < 2)
            continue;
        SeedGroup group;
        std::vector<Run> members;
        for (const auto& [seed, position] : seeds) {
            group.runs.push_back(position);
            members.push_back(runs[position].run);
        }
        group.sameRows = comparability(members, Part::Test).isYes();
        for (const auto& [key, first] : runs[group.runs.front()].metrics) {
            if (!isCompared(key))
                continue;
            std::vector<double> values;
            for (const std::size_t position : group.runs) {
                const auto found = runs[position].metrics.find(key);
                if (found != runs[position].metrics.end() && std::isfinite(found->second))
                    values.push_back(found->second);
            }
            if (values.size() == group.runs.size())
                group.metrics[key] = spreadOf(values);
        }
        result.push_back(std::move(group));
    }
    std::ranges::sort(result, {}, [](const SeedGroup& group) { return group.runs.front(); });
    return result;
}

} // namespace

Better betterOf(std::string_view key) noexcept
{
    const std::string_view name = key.substr(key.rfind('/') + 1);
    if (std::ranges::find(smallerIsBetter, name) != smallerIsBetter.end())
        return Better::Smaller;
    return std::ranges::find(neither, name) != neither.end() ? Better::Neither : Better::Larger;
}

std::string_view differenceKindName(DifferenceKind kind) noexcept
{
    switch (kind) {
    case DifferenceKind::Score:
        return "score";
    case DifferenceKind::Setting:
        return "setting";
    case DifferenceKind::Data:
        return "data";
    case DifferenceKind::Environment:
        return "environment";
    }
    return {};
}

RunComparison compareRuns(const std::vector<ComparedRun>& runs)
{
    RunComparison comparison;
    for (const ComparedRun& run : runs)
        comparison.runs.push_back(run.run);
    if (runs.empty())
        return comparison;
    comparison.test = comparability(comparison.runs, Part::Test);
    comparison.validation = comparability(comparison.runs, Part::Validation);
    Gatherer gatherer(runs);
    const std::string deciding = decidingKey(runs.front().run);
    takeMainScores(gatherer, deciding);
    takeSettings(gatherer);
    takeData(gatherer);
    takeEnvironment(gatherer);
    takeOtherScores(gatherer, runs, deciding);
    comparison.differences = std::move(gatherer.differences);
    comparison.equalSettings = gatherer.equal;
    comparison.classes = classScores(runs);
    comparison.seedGroups = seedGroups(runs);
    return comparison;
}

} // namespace lepton::train
