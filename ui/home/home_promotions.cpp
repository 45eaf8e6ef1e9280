// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_promotions.h"

#include "registry/evidence.h"
#include "registry/ledger.h"

#include <algorithm>

namespace lepton::ui {

namespace {

constexpr std::size_t shownDecisions = 6;

HomePromotion told(const registry::Ledger& ledger, const registry::PromotionRecord& record)
{
    const registry::RegistryState& state = ledger.state();
    const auto nameOf = [&ledger](const std::string& id) {
        const identity::Member* member = ledger.members().find(id);
        return member ? member->name : id;
    };
    const registry::VersionRecord& version = state.version(record.version);
    HomePromotion one;
    one.name = record.name();
    one.model = state.model(version.model).name;
    one.version = version.number;
    one.target = record.target;
    one.rollback = record.rollback;
    one.reason = record.reason;
    one.requester = nameOf(record.requester);
    one.asked = record.time;
    one.decided = record.decided;
    one.state = record.state;
    one.approvals = record.approvals();
    one.needed = record.rules.approvals;
    for (const registry::ReviewRecord& review : record.reviews) {
        if (review.approved) {
            one.approvedBy.push_back(nameOf(review.reviewer));
        } else {
            one.rejectedBy = nameOf(review.reviewer);
            one.comment = review.comment;
        }
    }
    if (!record.gatesPassed) {
        const auto results = registry::gatesOf(record.evidence); // in the order of the rules
        const auto failed = std::ranges::find(results, false, &registry::GateResult::passed);
        const auto place = std::size_t(failed - results.begin());
        if (place < std::min(results.size(), record.rules.gates.size()))
            one.failedGate = record.rules.gates[place];
    }
    return one;
}

} // namespace

HomePromotions homePromotions(const registry::Ledger& ledger, const std::optional<base::MemberId>& me)
{
    const registry::RegistryState& state = ledger.state();
    const identity::Member* member = me ? ledger.members().find(me->toString()) : nullptr;
    std::vector<const registry::PromotionRecord*> waiting, decided;
    for (const auto& [id, record] : state.promotions())
        (record.state == registry::PromotionState::Waiting ? waiting : decided).push_back(&record);
    std::ranges::sort(waiting, std::ranges::greater(), &registry::PromotionRecord::event);
    std::ranges::sort(decided, std::ranges::greater(), &registry::PromotionRecord::decidedEvent);
    HomePromotions promotions;
    for (const auto* record : decided) {
        if (member && record->requester == member->id.toString() && !record->reviews.empty() &&
            promotions.answered.size() < shownDecisions)
            promotions.answered.push_back(told(ledger, *record));
    }
    if (decided.size() > shownDecisions)
        decided.resize(shownDecisions);
    for (const auto* record : waiting) {
        if (!member)
            break;
        if (record->requester == member->id.toString())
            promotions.mine.push_back(told(ledger, *record));
        // One whose gates failed can still be rejected.
        else if (!member->revoked && !state.whyNotReview(*record, *member, false))
            promotions.toReview.push_back(told(ledger, *record));
    }
    for (const auto* record : decided)
        promotions.decided.push_back(told(ledger, *record));
    return promotions;
}

} // namespace lepton::ui
