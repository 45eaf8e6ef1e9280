// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to ui/models.

#include "registry/evidence.h"
#include "registry/ledger.h"
#include "registry/model_card.h"
#include "ui/models/model_facts.h"
#include "ui/models/review_facts.h"

#include <memory>
#include <optional>
#include <string>

namespace lepton::ui {

/// The registry and the members at one moment, as the proven log tells them and not as the tables have them:
/// makes the plain values that pages show. For workers.
class RegistryReading
{
public:
    /// @p me: the id of the member at this computer; empty for a person who is none.
    /// @p whyNotWrite: why this computer changes nothing in the workspace, if so.
    RegistryReading(std::shared_ptr<const registry::Ledger> ledger, std::string me,
                    std::optional<base::Error> whyNotWrite = {});

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
    std::vector<StageMove> movesOf(const registry::ModelRecord& record) const;            ///< newest first
    std::vector<PerformanceRow> performanceOf(const registry::ModelRecord& record) const; ///< newest first
    void addSignatures(ReviewDetails& review, const registry::PromotionRecord& promotion) const;
    void addTimeline(ReviewDetails& review, const registry::PromotionRecord& promotion) const;

    /// The person at this computer; null for one who is no member.
    const identity::Member* me() const;

    std::shared_ptr<const registry::Ledger> m_ledger;
    const registry::RegistryState* m_state; ///< of m_ledger
    std::string m_me;
    std::optional<base::Error> m_whyNotWrite;
};

} // namespace lepton::ui
