// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "identity/membership.h"
#include "registry/records.h"
#include "registry/shared_map.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lepton::registry {

/// Why something may not be done: kind is a word of base::kindName() ("own_request"), message a sentence.
struct Refusal
{
    std::string kind;
    std::string message;
};

/// Models, versions, standards and promotions as the events tell them: apply() takes the events in order of
/// their place in the chain. The rules of promotion stand here, once: what is written and what is audited
/// goes through the same function. A value: copy it to try something, which costs little.
class RegistryState
{
public:
    using Standards = SharedMap<std::pair<std::string, int>, StandardRecord>; ///< by name, folded, version

    /// Whether events of this kind say anything about the registry.
    static bool isAbout(std::string_view kind) noexcept;

    /// Takes the next event, which is genuine and by a member (Membership::apply() was asked). One that is
    /// refused changes nothing. @return why it is refused
    std::optional<Refusal> apply(const store::RawEvent& event, const identity::Membership& members);

    const SharedMap<ModelId, ModelRecord>& models() const noexcept { return m_models; }
    const SharedMap<ModelVersionId, VersionRecord>& versions() const noexcept { return m_versions; }
    const SharedMap<PromotionId, PromotionRecord>& promotions() const noexcept { return m_promotions; }
    const Standards& standards() const noexcept { return m_standards; }
    const std::map<ModelId, std::vector<StageChange>>& history() const noexcept { return m_history; }
    const std::vector<ScoreRecord>& scores() const noexcept { return m_scores; }

    const ModelRecord* findModel(std::string_view name) const; ///< by case folding
    const ModelRecord& model(const ModelId& id) const { return m_models.at(id); }
    const VersionRecord& version(const ModelVersionId& id) const { return m_versions.at(id); }
    const VersionRecord* find(const ModelRecord& model, int number) const;
    const VersionRecord* inStage(const ModelRecord& model, Stage stage) const; ///< the newest of several
    /// What was in production at @p time by the clocks of who decided; nothing: no version.
    const VersionRecord* inProductionAt(const ModelRecord& model, base::UtcTime time) const;
    /// Whether the version is or was in production.
    bool wasInProduction(const VersionRecord& version) const;
    /// What was in production before the present version.
    const VersionRecord* productionBefore(const ModelRecord& model) const;
    const PromotionRecord* findPromotion(std::string_view nameOrId) const; ///< "P-1", "1" or the id
    /// The standard that a promotion of @p model would be held to.
    StandardRecord standardFor(const ModelRecord& model) const;
    /// The one that @p promotion is held to.
    StandardRecord standardOf(const PromotionRecord& promotion) const;
    /// The version in production that the evidence of @p promotion compares with; null: none was.
    const VersionRecord* comparedWith(const PromotionRecord& promotion) const;
    const RunFacts* run(const std::string& id) const;
    const DatasetFacts* dataset(const std::string& versionId) const;
    const SharedMap<std::string, BaseModelFacts>& baseModels() const noexcept { return m_baseModels; }

    /// Why @p member may not review @p promotion now; nothing: it may. A verdict that approves also takes
    /// gates that passed and evidence that is still of today.
    std::optional<Refusal> whyNotReview(const PromotionRecord& promotion, const identity::Member& member,
                                        bool approve) const;
    /// Why the member of this id may not publish @p standard; nothing: it may.
    std::optional<Refusal> whyNotPublish(const Standard& standard, const identity::Membership& members,
                                         const std::string& member) const;
    /// Why @p version cannot be asked to go to @p target; nothing: it can.
    std::optional<Refusal> whyNotPromote(const VersionRecord& version, Stage target) const;
    int nextPromotionNumber() const noexcept { return static_cast<int>(m_promotions.size()) + 1; }

private:
    class Reader;

    std::optional<Refusal> change(const store::RawEvent& event, const identity::Membership& members);
    std::optional<Refusal> registerModel(const store::RawEvent& event, const Reader& detail);
    std::optional<Refusal> addVersion(const store::RawEvent& event, const Reader& detail);
    std::optional<Refusal> editModel(const store::RawEvent& event, const Reader& detail);
    std::optional<Refusal> trashVersion(const store::RawEvent& event, bool trashed);
    std::optional<Refusal> score(const store::RawEvent& event, const Reader& detail);
    std::optional<Refusal> publish(const store::RawEvent& event, const Reader& detail,
                                   const identity::Membership& members);
    std::optional<Refusal> request(const store::RawEvent& event, const Reader& detail);
    std::optional<Refusal> review(const store::RawEvent& event, const Reader& detail, bool approve,
                                  const identity::Membership& members);
    std::optional<Refusal> withdraw(const store::RawEvent& event, const identity::Membership& members);
    std::optional<Refusal> decide(const store::RawEvent& event, const Reader& detail);
    std::optional<Refusal> takeDataset(const store::RawEvent& event, const Reader& detail);
    std::optional<Refusal> nameDataset(const store::RawEvent& event, const Reader& detail);
    std::optional<Refusal> takeBaseModel(const store::RawEvent& event, const Reader& detail);
    std::optional<Refusal> startRun(const store::RawEvent& event, const Reader& detail);
    std::optional<Refusal> resumeRun(const store::RawEvent& event, const identity::Membership& members);
    std::optional<Refusal> completeRun(const store::RawEvent& event, const Reader& detail);
    void end(const store::RawEvent& event, const PromotionId& promotion, PromotionState state);
    void moveTo(const store::RawEvent& event, const PromotionRecord& promotion);
    void setStage(const store::RawEvent& event, const ModelVersionId& version, Stage stage,
                  const PromotionId& promotion);

    SharedMap<ModelId, ModelRecord> m_models;
    std::map<std::string, ModelId> m_modelByName;
    SharedMap<ModelVersionId, VersionRecord> m_versions;
    SharedMap<PromotionId, PromotionRecord> m_promotions;
    Standards m_standards;
    std::map<ModelId, std::vector<StageChange>> m_history;
    std::vector<ScoreRecord> m_scores;
    SharedMap<std::string, RunFacts> m_runs;
    SharedMap<std::string, DatasetFacts> m_datasets;     ///< by id of the version
    SharedMap<std::string, std::string> m_datasetNames;  ///< by id of the data set, as they are now
    SharedMap<std::string, BaseModelFacts> m_baseModels; ///< by id
};

/// What @p refusal is as an exception.
base::Error errorOf(const Refusal& refusal);

} // namespace lepton::registry
