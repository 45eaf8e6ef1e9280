// SPDX-License-Identifier: GPL-3.0-or-later
// RegistryState: who may decide what about a promotion, and what a decision does.
#include "base/error.h"
#include "registry/department.h"
#include "registry/event_reader.h"
#include "registry/evidence.h"
#include "registry/registry_state.h"

#include <algorithm>
#include <utility>

namespace lepton::registry {
namespace {

using identity::Member;
using store::RawEvent;

std::string versionId(const VersionRecord* version)
{
    return version ? version->id.toString() : std::string();
}

/// The id of the version that the evidence compares with; empty: none.
std::string incumbentOf(const nlohmann::json& evidence)
{
    const auto& incumbent = evidence.at("incumbent");
    return incumbent.is_null() ? std::string() : incumbent.at("version").get<std::string>();
}

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : " or ") + name;
    return text;
}

} // namespace

std::string_view promotionStateName(PromotionState state) noexcept
{
    switch (state) {
    case PromotionState::Waiting:
        return "waiting";
    case PromotionState::Approved:
        return "approved";
    case PromotionState::Rejected:
        return "rejected";
    case PromotionState::Withdrawn:
        return "withdrawn";
    }
    return "waiting";
}

int PromotionRecord::approvals() const
{
    return static_cast<int>(std::ranges::count_if(reviews, &ReviewRecord::approved));
}

std::int64_t VersionRecord::bytes() const
{
    std::int64_t sum = 0;
    for (const auto& [name, object] : files)
        sum += object.bytes;
    return sum;
}

std::optional<Refusal> RegistryState::whyNotPromote(const VersionRecord& version, Stage target) const
{
    const std::string name = m_models.at(version.model).name + " version " + std::to_string(version.number);
    if (target != Stage::Staging && target != Stage::Production)
        return Refusal{"invalid_argument", "A version is promoted to staging or to production."};
    if (version.trashed)
        return Refusal{"not_found", name + " is in the trash. Restore it first."};
    if (version.stage == target)
        return Refusal{"exists", name + " is in " + std::string(stageName(target)) + " already."};
    if (version.stage == Stage::Production)
        return Refusal{"invalid_argument",
                       name + " is in production. Promote another version, which takes its place."};
    for (const auto& [id, promotion] : m_promotions) {
        if (promotion.version == version.id && promotion.target == target &&
            promotion.state == PromotionState::Waiting)
            return Refusal{"exists", name + " waits for a decision already: " + promotion.name() + "."};
    }
    return std::nullopt;
}

std::optional<Refusal> RegistryState::request(const RawEvent& event, const Reader& detail)
{
    PromotionRecord promotion;
    const auto id = PromotionId::parse(event.object);
    const auto versionOf = ModelVersionId::parse(detail.text("version"));
    const auto found = versionOf ? m_versions.find(*versionOf) : m_versions.end();
    if (!id || id->toString() != event.object || m_promotions.contains(*id) || found == m_versions.end())
        return badEvent("It asks for a version that is not there, or for a promotion that is there already.");
    const VersionRecord& version = found->second;
    const ModelRecord& model = m_models.at(version.model);
    promotion.id = *id;
    promotion.number = static_cast<int>(detail.number("number"));
    promotion.version = version.id;
    promotion.target = parseStage(detail.text("target"));
    promotion.rollback = detail.flag("rollback");
    promotion.reason = detail.text("reason");
    promotion.requester = event.member;
    promotion.time = base::UtcTime{event.time};
    promotion.event = event.seq;
    if (auto refusal = whyNotPromote(version, promotion.target))
        return refusal;
    if (promotion.number != nextPromotionNumber())
        return badEvent("Its number is out of its turn.");
    if (promotion.rollback && (promotion.target != Stage::Production || !wasInProduction(version)))
        return badEvent("It says that it is a rollback, and the version was never in production.");
    if (detail.text("object_hash") != version.hash)
        return badEvent("It names another object than that of the version.");

    const StandardRecord standard = standardFor(model);
    const auto& named = detail.value("standard");
    if (named.at("name") != standard.standard.name || named.at("version") != standard.standard.version ||
        named.at("hash") != standard.hash)
        return badEvent("It is held to another standard than the one in force.");
    promotion.standard = standard.standard.name;
    promotion.standardVersion = standard.standard.version;
    promotion.rules = standard.standard.rules(promotion.target);

    promotion.evidence = detail.value("evidence");
    promotion.evidenceHash = detail.text("evidence_hash");
    const auto& evidence = promotion.evidence;
    if (evidenceHash(evidence) != promotion.evidenceHash || !isWellFormed(evidence) ||
        !coversGates(evidence, promotion.rules) || evidence.at("candidate").at("hash") != version.hash ||
        incumbentOf(evidence) != versionId(inStage(model, Stage::Production)))
        return badEvent("Its evidence is not about this version and these gates.");
    promotion.gatesPassed = allPassed(evidence, promotion.rules);
    m_promotions.add(*id, std::move(promotion));
    return std::nullopt;
}

std::optional<Refusal> RegistryState::whyNotReview(const PromotionRecord& promotion, const Member& member,
                                                   bool approve) const
{
    const VersionRecord& version = m_versions.at(promotion.version);
    const std::string name = promotion.name();
    if (promotion.state != PromotionState::Waiting)
        return Refusal{"already_decided",
                       name + " is " + std::string(promotionStateName(promotion.state)) + " already."};
    if (promotion.requester == member.id.toString())
        return Refusal{"own_request", "You asked for " + name +
                                          " yourself, and nobody decides on an own request. Another "
                                          "reviewer has to."};
    if (!identity::mayDo(member.roles, identity::Right::Review))
        return Refusal{"not_reviewer",
                       "To approve or reject takes the role reviewer or admin, which you do not "
                       "have here. Ask an admin of the workspace for it."};
    const bool hasRole =
        promotion.rules.roles.empty() || std::ranges::any_of(promotion.rules.roles, [&](identity::Role role) {
            return member.roles.contains(role);
        });
    if (!hasRole || !isOf(member.department, promotion.rules.departments))
        return Refusal{"not_reviewer", "The standard " + promotion.standard + " takes reviewers " +
                                           (hasRole ? "of " + listed(promotion.rules.departments)
                                                    : std::string("with another role than yours")) +
                                           " for this."};
    if (promotion.rules.excludeTrainer && version.trainer == member.id.toString())
        return Refusal{"not_reviewer", "You trained this version, and the standard " + promotion.standard +
                                           " wants somebody else to review it."};
    if (std::ranges::find(promotion.reviews, member.id.toString(), &ReviewRecord::reviewer) !=
        promotion.reviews.end())
        return Refusal{"already_decided", "You have reviewed " + name + " already."};
    if (!approve)
        return std::nullopt;
    if (version.trashed)
        return Refusal{"not_found", "The version of " + name + " is in the trash: it cannot be approved."};
    if (!promotion.gatesPassed) {
        for (const GateResult& gate : gatesOf(promotion.evidence)) {
            if (!gate.passed)
                return Refusal{"gate_failed",
                               name + " cannot be approved: the gate " + gate.name + " failed. " + gate.why};
        }
    }
    // A rollback is from the version that was in production when it was asked for.
    const auto* production = inStage(m_models.at(version.model), Stage::Production);
    if ((promotion.rollback || comparesWithProduction(promotion.rules)) &&
        incumbentOf(promotion.evidence) != versionId(production))
        return Refusal{"gate_failed", "Another version came into production after the gates of " + name +
                                          " were computed. Withdraw it, and ask again."};
    return std::nullopt;
}

std::optional<Refusal> RegistryState::review(const RawEvent& event, const Reader& detail, bool approve,
                                             const identity::Membership& members)
{
    const auto id = PromotionId::parse(event.object);
    const auto found = id ? m_promotions.find(*id) : m_promotions.end();
    const Member* member = members.find(event.member);
    if (found == m_promotions.end() || !member)
        return badEvent("It is about a promotion that is not there.");
    const PromotionRecord& promotion = found->second;
    const VersionRecord& version = m_versions.at(promotion.version);
    if (auto refusal = whyNotReview(promotion, *member, approve))
        return refusal;
    const auto& standard = detail.value("standard");
    if (detail.text("version") != version.id.toString() || detail.text("object_hash") != version.hash ||
        standard.at("name") != promotion.standard || standard.at("version") != promotion.standardVersion ||
        detail.text("evidence_hash") != promotion.evidenceHash)
        return badEvent("It fits another version, standard or evidence than those of the promotion.");
    m_promotions.change(*id, [&](PromotionRecord& reviewed) {
        reviewed.reviews.push_back(
            {event.member, approve, detail.text("comment"), base::UtcTime{event.time}, event.seq});
    });
    return std::nullopt;
}

std::optional<Refusal> RegistryState::withdraw(const RawEvent& event, const identity::Membership& members)
{
    const auto id = PromotionId::parse(event.object);
    const auto found = id ? m_promotions.find(*id) : m_promotions.end();
    const Member* member = members.find(event.member);
    if (found == m_promotions.end() || !member)
        return badEvent("It is about a promotion that is not there.");
    const PromotionRecord& promotion = found->second;
    if (promotion.state != PromotionState::Waiting)
        return Refusal{"already_decided", promotion.name() + " is " +
                                              std::string(promotionStateName(promotion.state)) + " already."};
    if (promotion.requester != event.member && !member->roles.contains(identity::Role::Admin))
        return Refusal{"not_allowed",
                       "Only who asked for " + promotion.name() + ", or an admin, withdraws it."};
    end(event, *id, PromotionState::Withdrawn);
    return std::nullopt;
}

std::optional<Refusal> RegistryState::decide(const RawEvent& event, const Reader& detail)
{
    const auto id = PromotionId::parse(event.object);
    const auto found = id ? m_promotions.find(*id) : m_promotions.end();
    if (found == m_promotions.end())
        return badEvent("It is about a promotion that is not there.");
    const PromotionRecord& promotion = found->second;
    const VersionRecord& version = m_versions.at(promotion.version);
    if (promotion.state != PromotionState::Waiting)
        return Refusal{"already_decided", promotion.name() + " is decided already."};
    const bool rejected =
        std::ranges::any_of(promotion.reviews, [](const auto& one) { return !one.approved; });
    const bool approved =
        !rejected && promotion.gatesPassed && promotion.approvals() >= promotion.rules.approvals;
    const std::string outcome = detail.text("outcome");
    if (outcome != (approved ? "approved" : "rejected") || (!approved && !rejected))
        return Refusal{"not_allowed", "The reviews do not decide " + promotion.name() + " so."};
    // Who signs the decision is who made the last step to it.
    const std::string& last =
        promotion.reviews.empty() ? promotion.requester : promotion.reviews.back().reviewer;
    if (event.member != last)
        return Refusal{"not_allowed", "Only who reviewed last signs the decision."};
    if (approved && version.trashed)
        return Refusal{"not_found", "The version of " + promotion.name() + " is in the trash."};
    const VersionRecord* incumbent = promotion.target == Stage::Production
                                         ? inStage(m_models.at(version.model), Stage::Production)
                                         : nullptr;
    if (detail.text("version") != version.id.toString() || detail.text("object_hash") != version.hash ||
        detail.text("archived") != (approved ? versionId(incumbent) : std::string()))
        return badEvent("It moves other versions than those that the promotion is about.");
    if (approved)
        moveTo(event, promotion);
    end(event, *id, approved ? PromotionState::Approved : PromotionState::Rejected);
    return std::nullopt;
}

void RegistryState::end(const RawEvent& event, const PromotionId& id, PromotionState state)
{
    m_promotions.change(id, [&](PromotionRecord& promotion) {
        promotion.state = state;
        promotion.decided = base::UtcTime{event.time};
        promotion.decidedEvent = event.seq;
    });
}

void RegistryState::moveTo(const RawEvent& event, const PromotionRecord& promotion)
{
    if (promotion.target == Stage::Production) {
        const ModelId& model = m_versions.at(promotion.version).model;
        for (const ModelVersionId& other : m_models.at(model).versions) {
            if (m_versions.at(other).stage == Stage::Production)
                setStage(event, other, Stage::Archived, promotion.id);
        }
    }
    setStage(event, promotion.version, promotion.target, promotion.id);
}

void RegistryState::setStage(const RawEvent& event, const ModelVersionId& id, Stage stage,
                             const PromotionId& promotion)
{
    const VersionRecord& version = m_versions.at(id);
    m_history[version.model].push_back(
        {id, version.stage, stage, promotion, base::UtcTime{event.time}, event.seq});
    m_versions.change(id, [stage](VersionRecord& moved) { moved.stage = stage; });
}

} // namespace lepton::registry
