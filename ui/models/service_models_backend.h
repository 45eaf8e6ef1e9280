// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/models_backend.h"

#include <memory>

namespace lepton::data {
class DatasetService;
}
namespace lepton::registry {
class RegistryService;
class RegistryState;
} // namespace lepton::registry
namespace lepton::store {
class Workspace;
}
namespace lepton::train {
class TrainingService;
}

namespace lepton::ui {

class RegistryReading;

/// The services of an open workspace that the pages of models need.
struct ModelsServices
{
    registry::RegistryService& registry;
    store::Workspace& workspace;
    train::TrainingService& training;
    data::DatasetService& datasets;
    std::string me;                    ///< id of the member at this computer; empty for a person who is none
    std::shared_ptr<void> keepAlive{}; ///< what the services belong to: held as long as a worker needs it
};

/// The backend on the services of an open workspace.
class ServiceModelsBackend final : public ModelsBackend
{
public:
    explicit ServiceModelsBackend(ModelsServices services);

    std::optional<base::ProgressState> proof() override;
    ModelsOverview overview() override;
    ModelDetails model(const std::string& name) override;
    ReviewDetails review(const std::string& name) override;
    registry::CardFacts card(const std::string& model, int version) override;
    std::optional<int> productionAt(const std::string& model, base::UtcTime time) override;
    std::vector<RegistrableRun> runs() override;
    VersionName registerRun(const std::string& run, const std::string& model) override;
    VersionName registerFolder(const std::filesystem::path& folder, const std::string& model,
                               const base::Cancellation& cancellation, base::Progress& progress) override;
    void describe(const registry::ModelId& model, const std::string& intendedUse,
                  const std::string& limits) override;
    void setAlias(const registry::ModelId& model, const std::string& alias, int version) override;
    void removeAlias(const registry::ModelId& model, const std::string& alias) override;
    void setTrashed(const registry::ModelVersionId& version, bool trashed) override;
    std::string promote(const registry::ModelVersionId& version, registry::Stage target,
                        const std::string& reason, const base::Cancellation& cancellation,
                        base::Progress& progress) override;
    std::string rollBack(const registry::ModelId& model, const std::string& reason,
                         const base::Cancellation& cancellation, base::Progress& progress) override;
    void approve(const registry::PromotionId& promotion, const std::string& comment,
                 const base::Cancellation& cancellation, base::Progress& progress) override;
    void reject(const registry::PromotionId& promotion, const std::string& comment) override;
    void withdraw(const registry::PromotionId& promotion) override;
    std::vector<ScoreSource> scoreSources(const registry::ModelVersionId& version) override;
    void score(const registry::ModelVersionId& version, const std::vector<ScoreSource>& sources,
               const base::Cancellation& cancellation, base::Progress& progress) override;

private:
    std::shared_ptr<const registry::RegistryState> state();
    RegistryReading read();

    ModelsServices m_services;
};

} // namespace lepton::ui
