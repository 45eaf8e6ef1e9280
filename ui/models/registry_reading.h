// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to ui/models.

#include "identity/membership.h"
#include "registry/evidence.h"
#include "registry/model_card.h"
#include "registry/registry_state.h"
#include "ui/models/model_facts.h"
#include "ui/models/review_facts.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace lepton::ui {

/// The registry at one moment with the members' names: makes the plain values that pages show of it. For
/// workers.
class RegistryReading
{
public:
    /// @p me: the id of the member at this computer; empty for a person who is none.
    RegistryReading(std::shared_ptr<const registry::RegistryState> state,
                    std::vector<identity::Member> members, std::string me);

    const registry::RegistryState& state() const { return *m_state; }

    ModelsOverview overview() const;
    /// @throw base::Error NotFound
    ModelDetails model(const std::string& name) const;
    /// @throw base::Error NotFound
    ReviewDetails review(const std::string& name) const;
    /// @throw base::Error NotFound
    registry::CardFacts card(const std::string& model, int version) const;

    /// @throw base::Error NotFound
    const registry::ModelRecord& requireModel(const std::string& name) const;
    Person person(const std::string& id) const;
    /// Why the person at this computer may not; unset: may.
    std::optional<base::Error> whyNot(identity::Right right) const;

private:
    ModelSummary summary(const registry::ModelRecord& model) const;
    VersionSummary summary(const registry::VersionRecord& version, const registry::ModelRecord& model) const;
    std::optional<double> macroF1(const registry::VersionRecord& version) const;
    PendingReview pending(const registry::PromotionRecord& promotion) const;
    std::optional<base::Error> whyNotReview(const registry::PromotionRecord& promotion, bool approve) const;

    void addFigures(ReviewDetails& review, const registry::PromotionRecord& promotion) const;
    void addClasses(ReviewDetails& review, const registry::Evidence& evidence) const;
    void addRecipe(ReviewDetails& review, const registry::PromotionRecord& promotion) const;
    void addLineage(ReviewDetails& review, const registry::PromotionRecord& promotion) const;
    void addSignatures(ReviewDetails& review, const registry::PromotionRecord& promotion) const;
    void addTimeline(ReviewDetails& review, const registry::PromotionRecord& promotion) const;

    std::shared_ptr<const registry::RegistryState> m_state;
    std::map<std::string, identity::Member> m_members;
    std::string m_me;
};

} // namespace lepton::ui
