// SPDX-License-Identifier: GPL-3.0-or-later
// RegistryService: new versions, dry runs of standards, scores over data sets.
#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "base/text.h"
#include "registry/registry_service.h"
#include "store/workspace.h"
#include "train/model_files.h"
#include "train/model_folder.h"
#include "train/model_import.h"
#include "train/run_store.h"

#include <algorithm>
#include <utility>

namespace lepton::registry {
namespace {

using base::Error;
using base::ErrorCode;
using identity::Right;
using nlohmann::json;

constexpr const char* textTask = "text-classification";

/// predict and report take runs by number: a model cannot be called like one.
std::string checkedModelName(const std::string& given)
{
    const std::string name = base::checkedName(given, "model");
    const bool dashed = name.size() > 2 && (name[0] == 'R' || name[0] == 'r') && name[1] == '-';
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (ModelId::parse(name) || std::ranges::all_of(name, isDigit) ||
        (dashed && std::all_of(name.begin() + 2, name.end(), isDigit)))
        throw Error(ErrorCode::InvalidArgument,
                    "\"" + name + "\" reads as the number of a run. Choose another name for the model.");
    return name;
}

} // namespace

ModelVersion RegistryService::registerRun(const train::Run& run, const std::string& name,
                                          const std::string& department)
{
    const auto now = state();
    const RunFacts* facts = now->run(run.id.toString());
    if (!facts || !facts->completed || facts->files.empty())
        throw Error(ErrorCode::NotFound,
                    run.name() + " has no model: a version is made of a run that is complete.");
    VersionRecord version;
    version.run = facts->id;
    version.files = facts->files;
    version.source = facts->name;
    version.maxLength = train::recipeFromJson(facts->recipe).maxLength;
    if (run.data.is_object() && run.data.contains("classes"))
        run.data.at("classes").get_to(version.labels);
    return addVersion(std::move(version), name, department);
}

ModelVersion RegistryService::registerFolder(const std::filesystem::path& folder, const std::string& name,
                                             const std::string& department,
                                             const base::Cancellation& cancellation, base::Progress& progress)
{
    checkedModelName(name);
    const std::vector<std::string> names = train::modelFileNames(folder);
    const train::BaseModelFacts facts = train::inspectModel(m_parts.engine(), folder);
    if (facts.model.labels.size() < 2)
        throw Error(ErrorCode::BadModel,
                    "The model in " + folder.string() +
                        " has no classification head. Fine-tune it first: lepton basemodel import.");
    VersionRecord version;
    version.files = train::keepModelFiles(m_parts.workspace, folder, names, cancellation, progress);
    version.source = train::shownName(folder);
    version.labels = facts.model.labels;
    return addVersion(std::move(version), name, department);
}

ModelVersion RegistryService::addVersion(VersionRecord version, const std::string& givenName,
                                         const std::string& department)
{
    const std::string name = checkedModelName(givenName);
    version.id = ModelVersionId::generate();
    version.hash = train::modelHash(version.files);
    change(Right::Register, [&](Change& change) {
        ModelId model = ModelId::generate();
        int number = 1;
        if (const ModelRecord* there = change.state().findModel(name)) {
            if (!department.empty() && base::caseFoldKey(department) != base::caseFoldKey(there->department))
                throw Error(ErrorCode::Exists, there->name + " belongs to " + there->department +
                                                   ". Choose another name for a model of " + department +
                                                   ".");
            for (const ModelVersionId& id : there->versions) {
                if (change.state().version(id).hash == version.hash)
                    throw Error(ErrorCode::Exists, version.source + " is version " +
                                                       std::to_string(change.state().version(id).number) +
                                                       " of " + there->name + " already.");
            }
            model = there->id;
            number = static_cast<int>(there->versions.size()) + 1;
        } else {
            change.append({"model.registered",
                           model.toString(),
                           {{"name", name},
                            {"department", department.empty() ? m_parts.department : department},
                            {"task", textTask}}});
        }
        for (const auto& [file, object] : version.files)
            m_parts.workspace.objects().link(change.transaction, object, version.id.toString() + "/" + file);
        change.append({"model.version_added",
                       version.id.toString(),
                       {{"model", model.toString()},
                        {"name", name},
                        {"number", number},
                        {"run", version.run},
                        {"source", version.source},
                        {"hash", version.hash},
                        {"files", train::filesJson(version.files)},
                        {"max_length", version.maxLength},
                        {"labels", version.labels}}});
    });
    const auto now = state();
    const VersionRecord& made = now->version(version.id);
    return {now->model(made.model), made};
}

std::vector<StandardCheck> RegistryService::check(std::string_view text,
                                                  const base::Cancellation& cancellation,
                                                  base::Progress& progress)
{
    const Standard standard = parseStandard(text);
    const StandardRecord record{standard, standardText(standard), standardHash(standard), {}, {}, 0};
    const auto now = state();
    std::vector<StandardCheck> checks;
    for (const auto& [id, model] : now->models()) {
        const bool applies = (standard.department.empty() || base::caseFoldKey(standard.department) ==
                                                                 base::caseFoldKey(model.department)) &&
                             (standard.task.empty() || standard.task == model.task);
        if (!applies)
            continue;
        const VersionRecord* version = now->inStage(model, Stage::Staging);
        if (!version)
            version = now->inStage(model, Stage::Production);
        for (auto newest = model.versions.rbegin(); !version && newest != model.versions.rend(); ++newest) {
            if (!now->version(*newest).trashed)
                version = &now->version(*newest);
        }
        if (!version)
            continue;
        for (const Stage target : {Stage::Staging, Stage::Production}) {
            const Evidence evidence = m_evidence.make(
                *now, {*version, target, record, now->inStage(model, Stage::Production), false, &m_tried},
                cancellation, progress);
            checks.push_back({{model, *version}, target, gatesOf(evidence)});
        }
    }
    return checks;
}

ScoreRecord RegistryService::score(const ModelVersionId& id, const std::vector<TestRows>& sources,
                                   const base::Cancellation& cancellation, base::Progress& progress)
{
    if (sources.empty())
        throw Error(ErrorCode::InvalidArgument, "Choose at least one data set to score the version on.");
    const auto now = state();
    const auto found = now->versions().find(id);
    if (found == now->versions().end())
        throw Error(ErrorCode::NotFound, "The model version is not there.");
    const auto model = m_evidence.predictor(found->second, cancellation);
    json list = json::array();
    double macroF1 = 0;
    double accuracy = 0;
    for (const TestRows& rows : sources) {
        const ModelScores scores = scoreModel(*model, rows, cancellation, progress);
        macroF1 += scores.metrics.at("macro_f1");
        accuracy += scores.metrics.at("accuracy");
        list.push_back({{"dataset", rows.dataset},
                        {"version", rows.number},
                        {"hash", rows.hash},
                        {"rows", scores.rows},
                        {"macro_f1", scores.metrics.at("macro_f1")},
                        {"accuracy", scores.metrics.at("accuracy")}});
    }
    const auto count = static_cast<double>(sources.size());
    change(Right::Register, [&](Change& change) {
        change.append({"model.scored",
                       id.toString(),
                       {{"object_hash", found->second.hash},
                        {"sources", list},
                        {"macro_f1", macroF1 / count},
                        {"accuracy", accuracy / count}}});
    });
    const auto after = state();
    const auto& all = after->scores(); // others may have scored theirs meanwhile
    return *std::ranges::find(all.rbegin(), all.rend(), id, &ScoreRecord::version);
}

} // namespace lepton::registry
