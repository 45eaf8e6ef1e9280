// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/base_model_service.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/nearest_name.h"
#include "base/progress.h"
#include "base/text.h"
#include "store/workspace.h"
#include "text/tokenizer.h"
#include "train/model_folder.h"
#include "train/model_import.h"

#include <utility>

namespace lepton::train {
namespace {

using base::Error;
using base::ErrorCode;

/// So many names stand in a sentence that lists what there is.
constexpr std::size_t namesInSentence = 10;

Error nameTaken(const std::string& name)
{
    return Error(ErrorCode::Exists, "There is already a base model called \"" + name +
                                        "\" with other files. Choose another name.");
}

nlohmann::json importedJson(const BaseModel& model)
{
    nlohmann::json files = nlohmann::json::object();
    for (const auto& [name, object] : model.files)
        files[name] = object.hash;
    return {{"name", model.name},
            {"hash", model.hash},
            {"files", std::move(files)},
            {"bytes", model.bytes},
            {"architecture", model.facts.model.architecture},
            {"parameters", model.facts.model.parameters},
            {"source", model.facts.source}};
}

/// The model that @p files are, which were kept of @p folder; its name and owner are not told yet.
/// @throw Error BadModel where they are not what was looked at before
BaseModel newModelOf(Engine& engine, store::Workspace& workspace, const std::filesystem::path& folder,
                     const ModelFiles& files)
{
    BaseModel model;
    try {
        model.facts = inspectModel(engine, modelFolder(workspace, files));
    } catch (const Error& error) {
        if (error.code() != ErrorCode::BadModel)
            throw;
        throw Error(error.code(),
                    "The files in " + folder.string() + " changed while they were read. Try again.",
                    error.what());
    }
    model.facts.license = licenseOf(folder);
    model.facts.source = shownName(folder);
    model.id = BaseModelId::generate();
    model.files = files;
    model.hash = modelHash(files);
    for (const auto& [file, object] : files)
        model.bytes += object.bytes;
    return model;
}

BaseModel existing(BaseModelStore& store, store::Transaction& transaction, const BaseModelId& id)
{
    auto model = store.find(transaction, id);
    if (!model)
        throw Error(ErrorCode::NotFound, "The base model is not there any more: it has been removed.");
    return *std::move(model);
}

} // namespace

BaseModelService::BaseModelService(store::Workspace& workspace, TrainAccess access,
                                   std::function<Engine&()> engine)
    : m_workspace(workspace)
    , m_store(workspace)
    , m_access(std::move(access))
    , m_engine(std::move(engine))
{}

BaseModelOutcome BaseModelService::import(const std::filesystem::path& folder, const std::string& name,
                                          const base::Cancellation& cancellation, base::Progress& progress)
{
    m_access(TrainAction::Import);
    const auto signer = m_workspace.signer();
    if (!signer)
        throw Error(ErrorCode::NoMember,
                    "Only a member of the workspace can import. Ask an admin to enrol you.");
    const std::string checked = base::checkedName(name, "base model");

    progress.begin("checking", 0);
    const std::vector<std::string> names = modelFileNames(folder);
    inspectModel(m_engine(), folder); // refuses before anything is copied, with the names that a person gave
    const ModelFiles files = keepModelFiles(m_workspace, folder, names, cancellation, progress);

    BaseModelOutcome outcome;
    outcome.model = newModelOf(m_engine(), m_workspace, folder, files);
    BaseModel& model = outcome.model;
    model.name = checked;
    model.owner = signer->member();

    cancellation.throwIfRequested();
    BaseModelId recorded;
    m_workspace.write([&](store::Transaction& transaction) {
        outcome.unchanged = false;
        if (const auto before = m_store.findByName(transaction, checked)) {
            if (before->hash != model.hash)
                throw nameTaken(before->name);
            outcome.unchanged = true;
            recorded = before->id;
            return;
        }
        recorded = model.id;
        model.created = transaction.now();
        m_store.insert(transaction, model);
        for (const auto& [file, object] : files)
            m_workspace.objects().link(transaction, object, model.id.toString());
        transaction.append({"basemodel.imported", model.id.toString(), importedJson(model)});
    });
    outcome.notices = noticesOf(model.facts.model);
    const auto saved = m_store.find(recorded);
    if (!saved)
        throw Error(ErrorCode::NotFound,
                    "\"" + checked + "\" was imported, and has been removed again by someone else.");
    model = *saved;
    return outcome;
}

BaseModel BaseModelService::resolve(std::string_view name)
{
    m_access(TrainAction::Read);
    if (const auto id = BaseModelId::parse(name)) {
        if (auto model = m_store.find(*id))
            return *std::move(model);
    }
    if (!base::firstInvalidUtf8(name)) {
        if (auto model = m_store.findByName(name))
            return *std::move(model);
    }
    std::string list;
    std::vector<std::string> names;
    const std::vector<BaseModel> all = m_store.list();
    for (const BaseModel& model : all)
        names.push_back(model.name);
    for (std::size_t i = 0; i < all.size() && i < namesInSentence; ++i)
        list += (i ? ", " : "") + all[i].name;
    if (all.size() > namesInSentence)
        list += " and " + std::to_string(all.size() - namesInSentence) + " more";
    throw Error(ErrorCode::NotFound,
                "There is no base model called \"" + std::string(name) + "\". " +
                    (list.empty() ? "Import one with lepton basemodel import."
                                  : base::didYouMean(name, names).value_or("There are: " + list + ".")));
}

std::filesystem::path BaseModelService::folder(const BaseModel& model)
{
    m_access(TrainAction::Read);
    return modelFolder(m_workspace, model.files);
}

void BaseModelService::trash(const BaseModelId& id)
{
    m_access(TrainAction::Import);
    m_workspace.write([&](store::Transaction& transaction) {
        const BaseModel model = existing(m_store, transaction, id);
        if (model.trashed)
            return;
        m_store.setTrashed(transaction, id, true);
        transaction.append({"basemodel.trashed", id.toString(), {{"name", model.name}}});
    });
}

void BaseModelService::restore(const BaseModelId& id)
{
    m_access(TrainAction::Import);
    m_workspace.write([&](store::Transaction& transaction) {
        const BaseModel model = existing(m_store, transaction, id);
        if (!model.trashed)
            return;
        if (m_store.findByName(transaction, model.name))
            throw Error(ErrorCode::Exists, "\"" + model.name +
                                               "\" cannot come back: another base model has its name now. "
                                               "Trash that one first.");
        m_store.setTrashed(transaction, id, false);
        transaction.append({"basemodel.restored", id.toString(), {{"name", model.name}}});
    });
}

} // namespace lepton::train
