// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/evidence.h"

#include "base/sha256.h"

#include <algorithm>

namespace lepton::registry {

std::string evidenceHash(const Evidence& evidence)
{
    return base::toHex(base::sha256("lepton-evidence-1" + evidence.dump()));
}

bool isWellFormed(const Evidence& evidence)
{
    const auto isText = [](const Evidence& value) { return value.is_string(); };
    const auto isNumber = [](const Evidence& value) { return value.is_number(); };
    const auto isSide = [&](const Evidence& side) {
        const Evidence& metrics = side.at("metrics");
        const Evidence& classes = side.at("classes");
        return side.at("version").is_string() && side.at("number").is_number_integer() &&
               side.at("hash").is_string() && side.at("source").is_string() &&
               side.at("scored").is_boolean() && metrics.is_object() &&
               std::ranges::all_of(metrics, isNumber) && classes.is_array() &&
               std::ranges::all_of(classes, [](const Evidence& one) {
                   return one.at("label").is_string() && one.at("precision").is_number() &&
                          one.at("recall").is_number() && one.at("f1").is_number() &&
                          one.at("support").is_number_integer();
               });
    };
    try {
        const Evidence& test = evidence.at("test");
        const Evidence& incumbent = evidence.at("incumbent");
        const Evidence& cautions = evidence.at("cautions");
        return evidence.at("format") == 1 && evidence.at("target").is_string() &&
               isSide(evidence.at("candidate")) && (incumbent.is_null() || isSide(incumbent)) &&
               (test.is_null() || (test.at("dataset").is_string() && test.at("version").is_number_integer() &&
                                   test.at("hash").is_string() && test.at("rows").is_number_integer())) &&
               (test.is_object() || !evidence.at("candidate").at("scored").get<bool>()) &&
               cautions.is_array() && std::ranges::all_of(cautions, isText) &&
               std::ranges::all_of(evidence.at("gates"), [](const Evidence& gate) {
                   return gate.at("name").is_string() && gate.at("passed").is_boolean() &&
                          gate.at("why").is_string();
               });
    } catch (const Evidence::exception&) {
        return false;
    }
}

std::vector<GateResult> gatesOf(const Evidence& evidence)
{
    std::vector<GateResult> gates;
    for (const auto& gate : evidence.at("gates"))
        gates.push_back({gate.at("name").get<std::string>(), gate.at("passed").get<bool>(),
                         gate.at("why").get<std::string>()});
    return gates;
}

bool coversGates(const Evidence& evidence, const StageRules& rules)
{
    const auto results = gatesOf(evidence);
    return std::ranges::equal(results, rules.gates, {}, &GateResult::name, gateName);
}

bool allPassed(const Evidence& evidence, const StageRules& rules)
{
    return coversGates(evidence, rules) && std::ranges::all_of(gatesOf(evidence), &GateResult::passed);
}

bool comparesWithProduction(const StageRules& rules)
{
    return std::ranges::any_of(rules.gates, [](const Gate& gate) {
        const auto* metric = std::get_if<MetricGate>(&gate);
        return metric && metric->bound == MetricGate::Bound::NotBelowProductionBy;
    });
}

} // namespace lepton::registry
