// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/evidence_maker.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "registry/run_rows.h"
#include "store/workspace.h"
#include "train/base_model_store.h"
#include "train/model_folder.h"
#include "train/object_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace lepton::registry {
namespace {

using base::Error;
using base::ErrorCode;
using nlohmann::json;

/// Fewer test rows than this say little: half a percent of them is one row.
constexpr std::int64_t fewRows = 200;
/// A class whose F1 falls by more than this against production is worth a look.
constexpr double fallOfClass = 0.02;
/// Of models with very many classes, only so many are in the evidence: those with the lowest F1.
constexpr std::size_t mostClasses = 1'000;

/// @p work's value, or the sentence of what it throws.
template <class Work>
auto attempt(Work work) -> Computed<decltype(work())>
{
    try {
        return {work(), {}};
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled)
            throw;
        return {std::nullopt, error.message()};
    }
}

json classJson(const ClassScore& one)
{
    return {{"label", one.label},
            {"precision", one.precision},
            {"recall", one.recall},
            {"f1", one.f1},
            {"support", one.support}};
}

json metricsJson(const std::map<std::string, double>& metrics)
{
    json document = json::object();
    for (const auto& [name, value] : metrics) {
        if (std::isfinite(value))
            document[name] = value;
    }
    return document;
}

json classesJson(std::vector<ClassScore> classes)
{
    if (classes.size() > mostClasses) {
        std::ranges::stable_sort(classes, {}, &ClassScore::f1);
        classes.resize(mostClasses);
        std::ranges::sort(classes, {}, &ClassScore::label);
    }
    json list = json::array();
    for (const ClassScore& one : classes)
        list.push_back(classJson(one));
    return list;
}

/// What the run of @p version recorded of its test part.
json recorded(const RegistryState& state, const VersionRecord& version)
{
    json metrics = json::object();
    if (const RunFacts* run = state.run(version.run)) {
        constexpr std::string_view prefix = "test/";
        for (const auto& [key, value] : run->metrics.items()) {
            if (key.starts_with(prefix) && value.is_number())
                metrics[key.substr(prefix.size())] = value;
        }
    }
    return metrics;
}

json sideJson(const RegistryState& state, const VersionRecord& version, const Computed<ModelScores>* scores)
{
    const bool scored = scores && scores->value;
    json side{{"version", version.id.toString()},
              {"number", version.number},
              {"hash", version.hash},
              {"source", version.source},
              {"scored", scored},
              {"metrics", scored ? metricsJson(scores->value->metrics) : recorded(state, version)},
              {"classes", scored ? classesJson(scores->value->classes) : json::array()}};
    if (scores && !scored)
        side["why"] = scores->why;
    return side;
}

/// @p incumbent: what is to be said of the version in production.
json cautions(const VersionRecord& version, const GateInput& input,
              const std::optional<std::string>& incumbent)
{
    json list = json::array();
    if (version.isImported())
        list.push_back("The version was imported: how it was trained, and on what, is not recorded here.");
    if (input.test.value && std::ssize(input.test.value->texts) < fewRows)
        list.push_back(fmt::format("There are only {} test rows: small differences say little.",
                                   input.test.value->texts.size()));
    if (input.test.value && input.test.value->leaks > 0)
        list.push_back(fmt::format("{} of the test rows have texts that stand in the training part, too.",
                                   input.test.value->leaks));
    // Why is not said: another machine says it in other words.
    if (!input.candidate.why.empty() && !version.isImported())
        list.push_back(
            "No figures could be computed for this request: those shown are what the runs recorded, "
            "each on test rows of its own.");
    if (incumbent)
        list.push_back(*incumbent);
    if (!input.candidate.value || !input.incumbent.value)
        return list;
    std::map<std::string, double> before;
    for (const ClassScore& one : input.incumbent.value->classes)
        before[one.label] = one.f1;
    for (const ClassScore& one : input.candidate.value->classes) {
        const auto old = before.find(one.label);
        if (old != before.end() && one.support > 0 && one.f1 < old->second - fallOfClass)
            list.push_back(fmt::format("The class {} falls from F1 {:.4f} to {:.4f} ({} test rows).",
                                       one.label, old->second, one.f1, one.support));
    }
    return list;
}

template <class Kind>
bool hasGate(const StageRules& rules)
{
    return std::ranges::any_of(rules.gates,
                               [](const Gate& gate) { return std::holds_alternative<Kind>(gate); });
}

json gatesJson(const StageRules& rules, const GateInput& input)
{
    json gates = json::array();
    for (const Gate& gate : rules.gates) {
        const GateResult result = judge(gate, input);
        gates.push_back({{"name", result.name}, {"passed", result.passed}, {"why", result.why}});
    }
    return gates;
}

json testJson(const std::optional<TestRows>& test)
{
    if (!test)
        return {};
    return {{"dataset", test->dataset},
            {"version", test->number},
            {"hash", test->hash},
            {"rows", test->texts.size()},
            {"leaks", test->leaks}};
}

} // namespace

std::optional<ModelScores> KnownScores::find(const Key& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_scores.find(key);
    return found == m_scores.end() ? std::nullopt : std::optional(found->second);
}

void KnownScores::keep(const Key& key, const ModelScores& scores)
{
    const std::lock_guard lock(m_mutex);
    if (m_scores.size() >= most)
        m_scores.clear();
    m_scores.insert_or_assign(key, scores);
}

EvidenceMaker::EvidenceMaker(store::Workspace& workspace, std::function<train::Engine&()> engine)
    : m_workspace(workspace)
    , m_engine(std::move(engine))
{}

Evidence EvidenceMaker::make(const RegistryState& state, const Question& question,
                             const base::Cancellation& cancellation, base::Progress& progress)
{
    const VersionRecord& version = question.version;
    const Stage target = question.target;
    const StandardRecord& standard = question.standard;
    const StageRules& rules = standard.standard.rules(target);
    // Who decides sees both versions on the same rows, whether a gate asks for it or not.
    const bool scores = target == Stage::Production || rules.approvals > 0 || hasGate<MetricGate>(rules);
    const VersionRecord* incumbent = question.incumbent;
    GateInput input;
    input.hasIncumbent = incumbent != nullptr;
    input.isRollback = question.isRollback;
    if (scores || !rules.gates.empty())
        input.test = attempt([&] { return testRows(state, version, cancellation, progress); });
    const auto scoreOf = [&](const VersionRecord& one) {
        if (!input.test.value)
            return Computed<ModelScores>{std::nullopt, input.test.why};
        const KnownScores::Key key{one.id, version.id};
        if (auto known = question.known ? question.known->find(key) : std::nullopt)
            return Computed<ModelScores>{std::move(known), {}};
        return attempt([&] {
            const ModelScores computed =
                scoreModel(*predictor(one, cancellation), *input.test.value, cancellation, progress);
            if (question.known)
                question.known->keep(key, computed);
            return computed;
        });
    };
    if (scores)
        input.candidate = scoreOf(version);
    if (scores && incumbent) // a trial may be of what is in production
        input.incumbent = incumbent->id == version.id ? input.candidate : scoreOf(*incumbent);
    if (hasGate<RepeatableGate>(rules))
        input.notRepeatable = whyNotRepeatable(state, version, cancellation);

    std::optional<std::string> caution;
    if (input.candidate.value && incumbent)
        caution = input.incumbent.value
                      ? cautionOf(state, *incumbent, *input.test.value, cancellation, progress)
                      : fmt::format(
                            "Version {} (in production) could not be scored on these test rows: its figures "
                            "are what its run recorded, on test rows of its own.",
                            incumbent->number);

    return {
        {"format", 1},
        {"target", stageName(target)},
        {"rollback", question.isRollback},
        {"standard",
         {{"name", standard.standard.name}, {"version", standard.standard.version}, {"hash", standard.hash}}},
        {"candidate", sideJson(state, version, scores ? &input.candidate : nullptr)},
        {"incumbent", incumbent ? sideJson(state, *incumbent, scores ? &input.incumbent : nullptr) : json()},
        {"test", testJson(input.test.value)},
        {"gates", gatesJson(rules, input)},
        {"cautions", cautions(version, input, caution)}};
}

std::unique_ptr<train::Predictor> EvidenceMaker::predictor(const VersionRecord& version,
                                                           const base::Cancellation& cancellation)
{
    for (const auto& [name, object] : version.files)
        train::verifiedObject(m_workspace.objects(), object, cancellation);
    return m_engine().newPredictor(train::modelFolder(m_workspace, version.files),
                                   {.maxLength = static_cast<std::size_t>(version.maxLength)});
}

TestRows EvidenceMaker::testRows(const RegistryState& state, const VersionRecord& version,
                                 const base::Cancellation& cancellation, base::Progress& progress)
{
    const RunFacts* run = state.run(version.run);
    if (!run)
        throw Error(ErrorCode::NotFound,
                    "The version was imported, so there are no test rows that it was not trained on.");
    return testRowsOf(*run, readRunRows(m_workspace.objects(), state, *run, cancellation, progress));
}

/// Who was trained on the questions of an examination does well in it. Why data cannot be read is not said:
/// it reads otherwise on another machine, and what is signed is the same on all.
std::optional<std::string> EvidenceMaker::cautionOf(const RegistryState& state,
                                                    const VersionRecord& incumbent, const TestRows& rows,
                                                    const base::Cancellation& cancellation,
                                                    base::Progress& progress)
{
    const std::string name = fmt::format("Version {} (in production)", incumbent.number);
    const RunFacts* run = state.run(incumbent.run);
    if (!run)
        return name + " was imported: whether it was trained on these test rows is not known.";
    const auto count = attempt([&] {
        return countTrainedOn(rows, readRunRows(m_workspace.objects(), state, *run, cancellation, progress));
    });
    if (!count.value)
        return name +
               " was trained on data that cannot be read: whether it was on these test rows is not known.";
    if (*count.value == 0)
        return std::nullopt;
    return fmt::format(
        "{} was trained on the texts of {} of these test rows: its figures may look better than it is.", name,
        *count.value);
}

std::string EvidenceMaker::whyNotRepeatable(const RegistryState& state, const VersionRecord& version,
                                            const base::Cancellation& cancellation)
{
    const auto result = attempt([&]() -> bool {
        const RunFacts* run = state.run(version.run);
        if (!run)
            throw Error(ErrorCode::NotFound, "The version was imported: no run can be repeated.");
        const DatasetFacts* dataset = state.dataset(run->datasetVersion);
        if (!dataset || dataset->contentHash != run->datasetHash)
            throw Error(ErrorCode::NotFound,
                        "The data of " + run->name + " is not recorded in this workspace.");
        train::verifiedObject(m_workspace.objects(), {dataset->objectHash, 0}, cancellation);
        const auto id = train::BaseModelId::parse(run->baseModel);
        const auto baseModel = id ? train::BaseModelStore(m_workspace).find(*id) : std::nullopt;
        const auto told = state.baseModels().find(run->baseModel);
        if (!baseModel || told == state.baseModels().end() || told->second.hash != run->baseModelHash ||
            train::modelHash(baseModel->files) != run->baseModelHash)
            throw Error(ErrorCode::NotFound, "The base model " + run->baseModelName + " is not there as " +
                                                 run->name + " had it.");
        for (const auto& [name, object] : baseModel->files)
            train::verifiedObject(m_workspace.objects(), object, cancellation);
        if (train::recipeHash(train::recipeFromJson(run->recipe), run->datasetHash, run->baseModelHash) !=
            run->recipeHash)
            throw Error(ErrorCode::Damaged,
                        "The recipe of " + run->name + " is not the one that it recorded.");
        return true;
    });
    return result.value ? std::string() : result.why;
}

} // namespace lepton::registry
