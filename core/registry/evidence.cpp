// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/evidence.h"

#include "base/sha256.h"

#include <algorithm>

namespace lepton::registry {

std::string evidenceHash(const Evidence& evidence)
{
    return base::toHex(base::sha256("lepton-evidence-1" + evidence.dump()));
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
