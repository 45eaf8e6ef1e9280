// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/evidence.h"
#include "registry/model_card.h"

namespace lepton::registry {
namespace {

using MemberName = std::function<std::string(const std::string&)>;

/// The latest promotion of the version.
const PromotionRecord* latest(const RegistryState& state, const VersionRecord& version)
{
    const PromotionRecord* found = nullptr;
    for (const auto& [id, promotion] : state.promotions()) {
        if (promotion.version == version.id && (!found || promotion.number > found->number))
            found = &promotion;
    }
    return found;
}

CardRun runOf(const RunFacts& facts, const MemberName& memberName)
{
    CardRun run{.facts = facts, .trainer = memberName(facts.trainer), .splitColumn = {}};
    const auto share = [&facts](const char* key) {
        const auto found = facts.recipe.find(key);
        return found != facts.recipe.end() && found->is_number() ? found->get<double>() : 0.0;
    };
    run.train = share("split_train");
    run.validation = share("split_validation");
    run.test = share("split_test");
    const auto column = facts.recipe.find("split_column");
    if (column != facts.recipe.end() && column->is_string())
        run.splitColumn = column->get<std::string>();
    return run;
}

CardFigures figuresOf(const PromotionRecord* promotion, const RunFacts* run)
{
    CardFigures figures;
    if (promotion && promotion->evidence.at("candidate").at("scored").get<bool>()) {
        const auto& test = promotion->evidence.at("test");
        figures.promotion = promotion->name();
        figures.rows = test.at("rows").get<std::int64_t>();
        figures.dataset = test.at("dataset").get<std::string>();
        figures.datasetNumber = test.at("version").get<int>();
        for (const auto& [key, value] : promotion->evidence.at("candidate").at("metrics").items())
            figures.metrics.emplace_back(key, value.get<double>());
    } else if (run) {
        for (const auto& [key, value] : run->metrics.items()) {
            if (key.starts_with("test/") && value.is_number())
                figures.metrics.emplace_back(key.substr(5), value.get<double>());
        }
    }
    return figures;
}

CardDecision decisionOf(const PromotionRecord& promotion, const MemberName& memberName)
{
    CardDecision decision{.promotion = promotion.name(),
                          .target = promotion.target,
                          .state = promotion.state,
                          .requester = memberName(promotion.requester),
                          .reason = promotion.reason,
                          .standard = promotion.standard,
                          .standardVersion = promotion.standardVersion,
                          .reviews = {}};
    for (const ReviewRecord& review : promotion.reviews)
        decision.reviews.push_back({memberName(review.reviewer), review.approved, review.comment});
    return decision;
}

} // namespace

CardFacts cardFacts(const RegistryState& state, const VersionRecord& version, const MemberName& memberName)
{
    const RunFacts* run = state.run(version.run);
    const PromotionRecord* promotion = latest(state, version);
    CardFacts facts{.model = state.model(version.model),
                    .version = version,
                    .author = memberName(version.author),
                    .run = run ? std::optional(runOf(*run, memberName)) : std::nullopt,
                    .figures = figuresOf(promotion, run),
                    .cautions = {},
                    .decisions = {}};
    if (promotion) {
        for (const auto& caution : promotion->evidence.at("cautions"))
            facts.cautions.push_back(caution.get<std::string>());
    }
    for (int number = 1; number < state.nextPromotionNumber(); ++number) {
        const PromotionRecord* one = state.findPromotion(std::to_string(number));
        if (one && one->version == version.id)
            facts.decisions.push_back(decisionOf(*one, memberName));
    }
    return facts;
}

} // namespace lepton::registry
