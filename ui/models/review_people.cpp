// SPDX-License-Identifier: GPL-3.0-or-later
// RegistryReading: where a version comes from, who decides on it, and what happened so far.
#include "ui/models/registry_reading.h"

#include <algorithm>
#include <set>

namespace lepton::ui {
namespace {

using registry::PromotionState;
using registry::Stage;

/// People who might sign, beside those who did: more say nothing more.
constexpr std::size_t mostCandidates = 6;

} // namespace

void RegistryReading::addLineage(ReviewDetails& review, const registry::PromotionRecord& promotion) const
{
    using Kind = LineageStep::Kind;
    const auto& version = m_state->version(promotion.version);
    const auto& model = m_state->model(version.model);
    if (const registry::RunFacts* run = m_state->run(version.run)) {
        review.lineage.push_back({.kind = Kind::Dataset,
                                  .name = run->datasetName,
                                  .number = run->datasetNumber,
                                  .source = {},
                                  .detail = {},
                                  .amount = 0,
                                  .hash = run->datasetHash});
        review.lineage.push_back({.kind = Kind::Run,
                                  .name = run->name,
                                  .number = 0,
                                  .source = {},
                                  .detail = run->baseModelName,
                                  .amount = 0,
                                  .hash = run->recipeHash});
    }
    review.lineage.push_back({.kind = Kind::Version,
                              .name = model.name,
                              .number = version.number,
                              .source = version.isImported() ? version.source : std::string(),
                              .detail = {},
                              .amount = version.bytes(),
                              .hash = version.hash});
    if (const auto* production = m_state->inStage(model, Stage::Production))
        review.lineage.push_back({.kind = Kind::Production,
                                  .name = model.name,
                                  .number = production->number,
                                  .source = {},
                                  .detail = {},
                                  .amount = 0,
                                  .hash = production->hash});
}

void RegistryReading::addSignatures(ReviewDetails& review, const registry::PromotionRecord& promotion) const
{
    using State = Signature::State;
    std::set<std::string> told;
    for (const auto& one : promotion.reviews) {
        review.signatures.push_back({.person = person(one.reviewer),
                                     .state = one.approved ? State::Approved : State::Rejected,
                                     .isRequester = false,
                                     .why = {},
                                     .comment = one.comment,
                                     .time = one.time});
        told.insert(one.reviewer);
    }
    if (promotion.state == PromotionState::Waiting) {
        std::size_t candidates = 0;
        const auto add = [&](const identity::Member& member) {
            const std::string id = member.id.toString();
            if (member.revoked || id == promotion.requester || !told.insert(id).second)
                return;
            // who may sign: gates and the trash say nothing of a person
            const auto refusal = m_state->whyNotReview(promotion, member, false);
            if (refusal && id != m_me)
                return;
            if (!refusal && id != m_me && ++candidates > mostCandidates)
                return;
            review.signatures.push_back({.person = person(id),
                                         .state = refusal ? State::MayNot : State::MaySign,
                                         .isRequester = false,
                                         .why = refusal ? refusal->message : std::string(),
                                         .comment = {},
                                         .time = {}});
        };
        if (const identity::Member* self = me())
            add(*self);
        for (const auto& [id, member] : m_ledger->members().members())
            add(member);
    }
    review.signatures.push_back({.person = person(promotion.requester),
                                 .state = State::MayNot,
                                 .isRequester = true,
                                 .why = {},
                                 .comment = {},
                                 .time = {}});
}

void RegistryReading::addTimeline(ReviewDetails& review, const registry::PromotionRecord& promotion) const
{
    using Kind = TimelineEntry::Kind;
    const auto& version = m_state->version(promotion.version);
    struct Placed
    {
        std::int64_t event;
        int order; ///< of what one event tells
        TimelineEntry entry;
    };
    std::vector<Placed> placed;
    const auto add = [&](std::int64_t event, int order, Kind kind, const std::string& who, base::UtcTime time,
                         const std::string& text = {}) -> TimelineEntry& {
        placed.push_back({event, order, {kind, person(who), Stage::None, 0, text, time}});
        return placed.back().entry;
    };
    add(version.event, 0, Kind::Registered, version.author, version.created, version.source);
    if (const auto moves = m_state->history().find(version.model); moves != m_state->history().end()) {
        for (const auto& move : moves->second) {
            if (move.version != version.id || move.promotion == promotion.id)
                continue;
            const auto by = m_state->promotions().find(move.promotion);
            add(move.event, 0, Kind::Moved,
                by == m_state->promotions().end() ? std::string() : by->second.requester, move.time)
                .stage = move.to;
        }
    }
    add(promotion.event, 0, Kind::Asked, promotion.requester, promotion.time).stage = promotion.target;
    if (const auto results = registry::gatesOf(promotion.evidence); !results.empty()) {
        const auto failed = std::ranges::count(results, false, &registry::GateResult::passed);
        add(promotion.event, 1, failed ? Kind::GatesFailed : Kind::GatesPassed, promotion.requester,
            promotion.time)
            .count = static_cast<int>(failed);
    }
    for (const auto& one : promotion.reviews)
        add(one.event, 0, one.approved ? Kind::Approved : Kind::Rejected, one.reviewer, one.time,
            one.comment);
    if (promotion.state == PromotionState::Withdrawn)
        add(promotion.decidedEvent, 0, Kind::Withdrawn, promotion.requester, promotion.decided);
    if (promotion.state == PromotionState::Approved)
        add(promotion.decidedEvent, 1, Kind::Decided, promotion.requester, promotion.decided).stage =
            promotion.target;
    std::ranges::sort(placed, std::greater{},
                      [](const Placed& one) { return std::pair(one.event, one.order); });
    for (Placed& one : placed)
        review.timeline.push_back(std::move(one.entry));
}

} // namespace lepton::ui
