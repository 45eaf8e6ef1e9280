// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/standard.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace lepton::registry {

/// What a gate came to.
struct GateResult
{
    std::string name; ///< gateName()
    bool passed = false;
    std::string why; ///< a sentence with the figures, or why it could not be computed
};

/// What a reviewer is shown, as JSON, so that a review can name its hash:
/// {"format":1, "target", "rollback", "standard":{"name","version","hash"},
/// "candidate":{"version","hash","scored", "metrics","classes"}, "incumbent": the same or null,
/// "test":{"dataset","version","hash","rows"} or null, "gates":[{"name","passed","why"}], "cautions":[text]}.
/// "scored" says whether the figures were computed for this request, on the rows that "test" names, or are
/// those that the runs recorded.
using Evidence = nlohmann::json;

/// SHA-256 over "lepton-evidence-1" and the JSON with sorted keys and without blanks; lower-case hex.
std::string evidenceHash(const Evidence& evidence);

/// Whether everything that the above names is there, and of its type: whoever shows it need not look again.
bool isWellFormed(const Evidence& evidence);
std::vector<GateResult> gatesOf(const Evidence& evidence);
/// Whether the evidence has a passed result for each gate of @p rules, in their order.
bool allPassed(const Evidence& evidence, const StageRules& rules);
/// Whether the results are for these very gates.
bool coversGates(const Evidence& evidence, const StageRules& rules);
bool comparesWithProduction(const StageRules& rules);

} // namespace lepton::registry
