// SPDX-License-Identifier: GPL-3.0-or-later
#include "model_json.h"

#include <nlohmann/json.hpp>

namespace lepton::cli {

NameOf memberNames(registry::RegistryService& registry)
{
    return [now = registry.ledger()](const std::string& id) {
        const identity::Member* member = now->members().find(id);
        return member ? member->name : id;
    };
}

nlohmann::json gatesJson(const std::vector<registry::GateResult>& gates)
{
    nlohmann::json list = nlohmann::json::array();
    for (const registry::GateResult& gate : gates)
        list.push_back({{"name", gate.name}, {"passed", gate.passed}, {"why", gate.why}});
    return list;
}

nlohmann::json promotionJson(const registry::RegistryState& state, const registry::PromotionRecord& promotion,
                             const NameOf& nameOf)
{
    const registry::VersionRecord& version = state.version(promotion.version);
    nlohmann::json reviews = nlohmann::json::array();
    for (const registry::ReviewRecord& review : promotion.reviews)
        reviews.push_back({{"reviewer", nameOf(review.reviewer)},
                           {"verdict", review.approved ? "approved" : "rejected"},
                           {"comment", review.comment},
                           {"time", review.time.toString()},
                           {"event", review.event}});
    nlohmann::json document{{"promotion", promotion.name()},
                            {"id", promotion.id.toString()},
                            {"model", state.model(version.model).name},
                            {"version", version.number},
                            {"target", registry::stageName(promotion.target)},
                            {"state", registry::promotionStateName(promotion.state)},
                            {"gates", gatesJson(registry::gatesOf(promotion.evidence))},
                            {"reason", promotion.reason},
                            {"rollback", promotion.rollback},
                            {"requester", nameOf(promotion.requester)},
                            {"requested", promotion.time.toString()},
                            {"standard", promotion.standard},
                            {"standard_version", promotion.standardVersion},
                            {"approvals", promotion.approvals()},
                            {"approvals_needed", promotion.rules.approvals},
                            {"evidence", promotion.evidence},
                            {"evidence_hash", promotion.evidenceHash},
                            {"reviews", std::move(reviews)},
                            {"event", promotion.event}};
    if (promotion.decidedEvent > 0) {
        document["decided"] = promotion.decided.toString();
        document["decided_event"] = promotion.decidedEvent;
    }
    return document;
}

nlohmann::json versionJson(const registry::VersionRecord& version, const NameOf& nameOf)
{
    nlohmann::json files = nlohmann::json::object();
    for (const auto& [name, object] : version.files)
        files[name] = object.hash;
    return {{"version", version.number},
            {"id", version.id.toString()},
            {"stage", registry::stageName(version.stage)},
            {"trashed", version.trashed},
            {"hash", version.hash},
            {"files", std::move(files)},
            {"bytes", version.bytes()},
            {"source", version.source},
            {"imported", version.isImported()},
            {"run", version.run},
            {"labels", version.labels},
            {"registered_by", nameOf(version.author)},
            {"registered", version.created.toString()},
            {"event", version.event}};
}

} // namespace lepton::cli
