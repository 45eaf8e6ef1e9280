// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/evidence.h"
#include "registry/scoring.h"

#include <optional>
#include <string>

namespace lepton::registry {

/// Something that was computed, or why it could not be.
template <class Value>
struct Computed
{
    std::optional<Value> value;
    std::string why; ///< a sentence, where there is no value
};

/// What gates look at.
struct GateInput
{
    Computed<TestRows> test;
    Computed<ModelScores> candidate;
    bool hasIncumbent = false; ///< a version is in production
    bool isRollback = false;   ///< the version was in production before, and goes back there
    Computed<ModelScores> incumbent;
    std::string notRepeatable; ///< why the run cannot be repeated; empty: it can
};

/// Judges one gate. What cannot be computed, or is no number, fails and says why. A gate against the version
/// in production is not held against a rollback, which is asked for because of what that version does; all
/// others are.
GateResult judge(const Gate& gate, const GateInput& input);

/// The lowest F1 of the classes with so many test rows; nothing where there is none.
std::optional<double> lowestClassF1(const ModelScores& scores, std::int64_t minSupport);

} // namespace lepton::registry
