// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/base_model_store.h"
#include "train/notice.h"

#include <filesystem>
#include <functional>

namespace lepton::base {
class Cancellation;
class Progress;
} // namespace lepton::base

namespace lepton::train {

/// What someone wants to do with models and runs.
enum class TrainAction
{
    Read,
    Import, ///< also trash
    Train,
    EditRuns ///< name, tag, trash and restore runs
};

/// Refuses what the member who works here may not do. Declared here; app answers it by identity's access
/// decisions.
/// @throw base::Error with ErrorCode::NotAllowed
using TrainAccess = std::function<void(TrainAction)>;

/// What an import came to.
struct BaseModelOutcome
{
    BaseModel model;
    bool unchanged = false; ///< the model of this name has these very files already; nothing was added
    std::vector<Notice> notices;
};

/// What can be done with base models; every change is one transaction with its event (basemodel.imported,
/// basemodel.trashed, basemodel.restored). Thread-safe, synchronous.
class BaseModelService
{
public:
    /// @p engine is called when a model must be looked into, and may load lepton-ml.
    BaseModelService(store::Workspace& workspace, TrainAccess access, std::function<Engine&()> engine);

    /// The catalog as it is, for lists and pages.
    BaseModelStore& store() noexcept { return m_store; }

    /// Checks a Hugging Face model folder (config.json, model.safetensors, tokenizer.json or vocab.txt, ...)
    /// and keeps its files as objects. Links to files are followed.
    /// @throw base::Error: BadModel and what Engine::inspect and text::loadTokenizer throw, with a sentence
    /// that says what is missing and how to get it; Exists when another model has the name
    BaseModelOutcome import(const std::filesystem::path& folder, const std::string& name,
                            const base::Cancellation& cancellation, base::Progress& progress);
    /// By name or UUID. @throw base::Error NotFound, naming what there is
    BaseModel resolve(std::string_view name);
    /// A folder that holds the model's files; read-only. @throw base::Error
    std::filesystem::path folder(const BaseModel& model);

    void trash(const BaseModelId& id);
    /// @throw base::Error Exists when its name has been taken meanwhile
    void restore(const BaseModelId& id);

private:
    store::Workspace& m_workspace;
    BaseModelStore m_store;
    TrainAccess m_access;
    std::function<Engine&()> m_engine;
};

} // namespace lepton::train
