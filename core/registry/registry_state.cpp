// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_state.h"

#include "base/error.h"
#include "base/error_json.h"
#include "base/text.h"
#include "registry/event_reader.h"
#include "registry/evidence.h"
#include "train/model_folder.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lepton::registry {
namespace {

using nlohmann::json;
using store::RawEvent;

base::UtcTime timeOf(const RawEvent& event)
{
    return base::UtcTime{event.time};
}

} // namespace

bool RegistryState::isAbout(std::string_view kind) noexcept
{
    constexpr std::array<std::string_view, 10> beginnings{
        "model.",           "standard.",          "promotion.",  "dataset.imported", "dataset.edited",
        "dataset.restored", "basemodel.imported", "run.started", "run.resumed",      "run.completed",
    };
    return std::ranges::any_of(beginnings,
                               [kind](std::string_view begin) { return kind.starts_with(begin); });
}

std::optional<Refusal> RegistryState::apply(const RawEvent& event, const identity::Membership& members)
{
    if (!isAbout(event.kind))
        return std::nullopt;
    try {
        return change(event, members);
    } catch (const json::exception&) {
        return badEvent("It does not say what events of its kind must say.");
    } catch (const base::Error& error) {
        return badEvent(error.message());
    }
}

std::optional<Refusal> RegistryState::change(const RawEvent& event, const identity::Membership& members)
{
    const Reader detail(event);
    const std::string_view kind = event.kind;
    if (kind == "dataset.imported")
        return takeDataset(event, detail);
    if (kind == "dataset.edited" || kind == "dataset.restored")
        return nameDataset(event, detail);
    if (kind == "basemodel.imported")
        return takeBaseModel(event, detail);
    if (kind == "run.started")
        return startRun(event, detail);
    if (kind == "run.resumed")
        return resumeRun(event, members);
    if (kind == "run.completed")
        return completeRun(event, detail);
    if (kind == "model.registered")
        return registerModel(event, detail);
    if (kind == "model.version_added")
        return addVersion(event, detail);
    if (kind == "model.described" || kind == "model.alias_set" || kind == "model.alias_removed")
        return editModel(event, detail);
    if (kind == "model.version_trashed" || kind == "model.version_restored")
        return trashVersion(event, kind == "model.version_trashed");
    if (kind == "model.scored")
        return score(event, detail);
    if (kind == "standard.published")
        return publish(event, detail, members);
    if (kind == "promotion.requested")
        return request(event, detail);
    if (kind == "promotion.approved" || kind == "promotion.rejected")
        return review(event, detail, kind == "promotion.approved", members);
    if (kind == "promotion.withdrawn")
        return withdraw(event, members);
    if (kind == "promotion.decided")
        return decide(event, detail);
    return std::nullopt; // of a later version
}

std::optional<Refusal> RegistryState::registerModel(const RawEvent& event, const Reader& detail)
{
    ModelRecord model;
    const auto id = ModelId::parse(event.object);
    model.name = base::checkedName(detail.text("name"), "model");
    model.department = base::checkedName(detail.text("department"), "department");
    model.task = detail.text("task");
    const std::string key = base::caseFoldKey(model.name);
    if (!id || id->toString() != event.object || m_models.contains(*id))
        return badEvent("It makes a model with an id that is none, or is taken.");
    if (m_modelByName.contains(key))
        return Refusal{"exists", "There is a model called " + model.name + " already."};
    model.id = *id;
    model.owner = event.member;
    model.created = timeOf(event);
    model.event = event.seq;
    m_modelByName[key] = *id;
    m_models.add(*id, std::move(model));
    return std::nullopt;
}

std::optional<Refusal> RegistryState::addVersion(const RawEvent& event, const Reader& detail)
{
    VersionRecord version;
    const auto id = ModelVersionId::parse(event.object);
    const auto model = ModelId::parse(detail.text("model"));
    if (!id || id->toString() != event.object || m_versions.contains(*id) || !model ||
        !m_models.contains(*model))
        return badEvent("It adds a version of a model that is not there, or one that is there already.");
    version.id = *id;
    version.model = *model;
    version.number = static_cast<int>(detail.number("number"));
    version.run = detail.text("run");
    version.hash = detail.text("hash");
    version.files = detail.files("files");
    version.maxLength = detail.number("max_length");
    detail.value("labels").get_to(version.labels);
    version.source = detail.text("source");
    version.author = event.member;
    version.created = timeOf(event);
    version.event = event.seq;
    if (version.number != std::ssize(m_models.at(*model).versions) + 1)
        return badEvent("It adds a version out of its turn.");
    if (version.files.empty() || train::modelHash(version.files) != version.hash)
        return badEvent("The hash of the version is not that of its files.");
    if (!version.isImported()) {
        const RunFacts* made = run(version.run);
        if (!made || !made->completed)
            return Refusal{"not_found", "The run that the version comes from is not complete."};
        if (train::modelHash(made->files) != version.hash)
            return badEvent("The files of the version are not those that its run ended with.");
        version.trainer = made->trainer;
    }
    m_models.change(*model, [&](ModelRecord& owner) { owner.versions.push_back(*id); });
    m_versions.add(*id, std::move(version));
    return std::nullopt;
}

std::optional<Refusal> RegistryState::editModel(const RawEvent& event, const Reader& detail)
{
    const auto id = ModelId::parse(event.object);
    const auto found = id ? m_models.find(*id) : m_models.end();
    if (found == m_models.end())
        return badEvent("It is about a model that is not there.");
    const ModelRecord& model = found->second;
    if (event.kind == "model.described") {
        m_models.change(*id, [&](ModelRecord& changed) {
            changed.intendedUse = detail.text("intended_use");
            changed.limits = detail.text("limits");
        });
        return std::nullopt;
    }
    const std::string alias = detail.text("alias");
    if (event.kind == "model.alias_removed") {
        if (!model.aliases.contains(alias))
            return Refusal{"not_found", model.name + " has no alias " + alias + "."};
        m_models.change(*id, [&](ModelRecord& changed) { changed.aliases.erase(alias); });
        return std::nullopt;
    }
    const int number = static_cast<int>(detail.number("version"));
    if (!find(model, number))
        return Refusal{"not_found", model.name + " has no version " + std::to_string(number) + "."};
    m_models.change(*id, [&](ModelRecord& changed) { changed.aliases[alias] = number; });
    return std::nullopt;
}

std::optional<Refusal> RegistryState::trashVersion(const RawEvent& event, bool trashed)
{
    const auto id = ModelVersionId::parse(event.object);
    const auto found = id ? m_versions.find(*id) : m_versions.end();
    if (found == m_versions.end())
        return badEvent("It is about a version that is not there.");
    if (trashed && found->second.stage == Stage::Production)
        return Refusal{"busy", "The version is in production. Bring another one there first."};
    m_versions.change(*id, [trashed](VersionRecord& version) { version.trashed = trashed; });
    return std::nullopt;
}

std::optional<Refusal> RegistryState::score(const RawEvent& event, const Reader& detail)
{
    const auto id = ModelVersionId::parse(event.object);
    if (!id || !m_versions.contains(*id))
        return badEvent("It is about a version that is not there.");
    ScoreRecord record;
    record.version = *id;
    record.sources = detail.value("sources");
    for (const json& source : record.sources) {
        if (!source.at("dataset").is_string() || !source.at("version").is_number_integer() ||
            !source.at("rows").is_number_integer() || !source.at("macro_f1").is_number() ||
            !source.at("accuracy").is_number())
            return badEvent("It does not say what the version was scored on.");
    }
    record.macroF1 = detail.value("macro_f1").get<double>();
    record.accuracy = detail.value("accuracy").get<double>();
    record.time = timeOf(event);
    record.event = event.seq;
    m_scores.push_back(std::move(record));
    return std::nullopt;
}

base::Error errorOf(const Refusal& refusal)
{
    const base::ErrorCode code = base::codeFromKind(refusal.kind);
    return {code == base::ErrorCode::Internal ? base::ErrorCode::InvalidArgument : code, refusal.message};
}

} // namespace lepton::registry
