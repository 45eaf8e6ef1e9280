// SPDX-License-Identifier: GPL-3.0-or-later
// RegistryState: what the events say of data, base models and runs. What was said once stands: a later event
// that says something else of the same thing is refused, whoever wrote it, since models are judged by it.
#include "registry/event_reader.h"
#include "registry/registry_state.h"

#include <utility>

namespace lepton::registry {

using nlohmann::json;
using namespace nlohmann::literals;
using store::RawEvent;

std::optional<Refusal> RegistryState::takeDataset(const RawEvent& event, const Reader& detail)
{
    const std::string id = detail.textOr("version_id", "");
    if (id.empty())
        return std::nullopt;
    DatasetFacts facts{event.object, detail.text("name"), static_cast<int>(detail.number("version")),
                       detail.text("content_hash"), detail.text("object_hash")};
    if (!m_datasets.add(id, std::move(facts)))
        return badEvent("It imports a version of a data set that is there already.");
    m_datasetNames.add(event.object, detail.text("name")); // where it is new
    return std::nullopt;
}

std::optional<Refusal> RegistryState::nameDataset(const RawEvent& event, const Reader& detail)
{
    const auto name = event.kind == "dataset.restored"
                          ? detail.value("name")
                          : detail.value("changes").value("/name/after"_json_pointer, json());
    if (name.is_string() && m_datasetNames.contains(event.object))
        m_datasetNames.change(event.object, [&](std::string& known) { known = name.get<std::string>(); });
    return std::nullopt;
}

std::optional<Refusal> RegistryState::takeBaseModel(const RawEvent& event, const Reader& detail)
{
    if (!m_baseModels.add(event.object, {detail.textOr("name", ""), detail.text("hash")}))
        return badEvent("It imports a base model that is there already.");
    return std::nullopt;
}

std::optional<Refusal> RegistryState::startRun(const RawEvent& event, const Reader& detail)
{
    RunFacts run;
    run.id = event.object;
    run.name = detail.text("run");
    run.trainer = run.worker = event.member;
    run.datasetVersion = detail.text("dataset_version");
    run.datasetName = detail.text("dataset_name");
    run.datasetNumber = static_cast<int>(detail.number("version"));
    run.datasetHash = detail.text("dataset_hash");
    run.baseModel = detail.text("base_model");
    run.baseModelName = detail.text("base_model_name");
    run.baseModelHash = detail.text("base_model_hash");
    run.recipe = detail.value("recipe");
    run.recipeHash = detail.text("recipe_hash");
    if (!run.recipe.is_object())
        return badEvent("The recipe of the run is none.");
    // Who reads what a model was trained and tested on reads what was imported, not what is said of it here.
    if (const DatasetFacts* data = dataset(run.datasetVersion)) {
        if (data->number != run.datasetNumber || data->contentHash != run.datasetHash)
            return badEvent("The run names another version of the data than the one that it has.");
        run.datasetName = m_datasetNames.at(data->dataset);
    }
    if (const auto base = m_baseModels.find(run.baseModel); base != m_baseModels.end()) {
        if (base->second.hash != run.baseModelHash)
            return badEvent("The run names another base model than the one that it has.");
        if (!base->second.name.empty())
            run.baseModelName = base->second.name;
    }
    if (!m_runs.add(event.object, std::move(run)))
        return badEvent("It starts a run that has started already.");
    return std::nullopt;
}

std::optional<Refusal> RegistryState::resumeRun(const RawEvent& event, const identity::Membership& members)
{
    const auto found = m_runs.find(event.object);
    if (found == m_runs.end())
        return badEvent("It resumes a run that is not there.");
    const identity::Member* member = members.find(event.member);
    if (!member || !identity::mayDo(member->roles, identity::Right::Train))
        return Refusal{"not_allowed", "Who resumed the run may not train."};
    // A program that died after it had told of the end, and before its job ended, leaves a run that is
    // resumed though there is nothing left to do: what it ended with stands.
    if (!found->second.completed)
        m_runs.change(event.object, [&](RunFacts& run) { run.worker = event.member; });
    return std::nullopt;
}

std::optional<Refusal> RegistryState::completeRun(const RawEvent& event, const Reader& detail)
{
    const auto found = m_runs.find(event.object);
    if (found == m_runs.end() || found->second.completed)
        return badEvent("It ends a run that is not there, or is complete already.");
    const RunFacts& run = found->second;
    if (run.worker != event.member)
        return Refusal{"not_allowed", "Somebody else works on " + run.name + "."};
    train::ModelFiles files;
    for (const json& artifact : detail.value("artifacts")) {
        if (artifact.at("kind") == "model")
            files[artifact.at("name").get<std::string>()] = {artifact.at("hash").get<std::string>(),
                                                             artifact.at("bytes").get<std::int64_t>()};
    }
    json metrics = detail.value("metrics");
    if (!metrics.is_object())
        return badEvent("The metrics of the run are none.");
    m_runs.change(event.object, [&](RunFacts& ended) {
        ended.metrics = std::move(metrics);
        ended.files = std::move(files);
        ended.completed = true;
    });
    return std::nullopt;
}

const RunFacts* RegistryState::run(const std::string& id) const
{
    const auto found = m_runs.find(id);
    return found == m_runs.end() ? nullptr : &found->second;
}

const DatasetFacts* RegistryState::dataset(const std::string& versionId) const
{
    const auto found = m_datasets.find(versionId);
    return found == m_datasets.end() ? nullptr : &found->second;
}

} // namespace lepton::registry
