// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/access.h"
#include "registry/ids.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lepton::registry {

/// F1 of the class that is recognised worst, which is told of as the metrics are but counted by itself.
inline constexpr std::string_view lowestClassMetric = "lowest_class_f1";

/// A metric of the version on its test rows against a bound.
struct MetricGate
{
    enum class Bound
    {
        AtLeast,
        AtMost,
        NotBelowProductionBy ///< the version in production, scored on the same rows, may be ahead by so much
    };
    std::string metric; ///< one of metricNames()
    Bound bound = Bound::AtLeast;
    double value = 0;
    std::int64_t minSupport = 1; ///< of lowestClassMetric: classes with fewer test rows do not count
};
/// The version has so many test rows.
struct TestRowsGate
{
    std::int64_t atLeast = 0;
};
/// Test rows whose text is in the training part, too.
struct LeakageGate
{
    std::int64_t atMost = 0;
};
/// Recipe, data and base model are there, whole, and what the run recorded.
struct RepeatableGate
{};
using Gate = std::variant<MetricGate, TestRowsGate, LeakageGate, RepeatableGate>;

/// What a person reads: "macro_f1 at least 0.9".
std::string gateName(const Gate& gate);
/// The metrics that gates may ask for.
const std::vector<std::string_view>& metricNames();

/// What it takes to reach one stage.
struct StageRules
{
    int approvals = 0;
    identity::Roles roles; ///< a reviewer has one of these; empty: any with the right to review
    std::vector<std::string> departments; ///< a reviewer is of one of these; empty: any
    bool excludeTrainer = false; ///< who trained the version does not review it; who asked never does
    std::vector<Gate> gates;
};

/// What a department asks of a promotion: one JSON file. Published ones are versioned and signed.
struct Standard
{
    std::string name;
    int version = 0;
    std::string department; ///< of the models that it is for; empty: of all
    std::string task;       ///< likewise
    StageRules production, staging;

    /// @p target is staging or production.
    const StageRules& rules(Stage target) const { return target == Stage::Production ? production : staging; }
};

/// Reads a standard; every key is checked, and none is guessed.
/// @throw base::Error BadJson (with line and byte) for what is no JSON; InvalidArgument that names the place,
/// such as production.gates[2].at_least, for an unknown key, a wrong type or a value out of range
Standard parseStandard(std::string_view text);
/// Its canonical JSON: what is hashed and stored.
std::string standardText(const Standard& standard);
/// SHA-256 of standardText(), lower-case hex.
std::string standardHash(const Standard& standard);

/// The JSON Schema (2020-12) of a standard: it accepts exactly what parseStandard() does, but for a key that
/// stands twice, which no schema can see.
std::string_view standardSchema();
/// A standard with every kind of gate, to begin with.
std::string_view exampleStandard();

/// Where nobody has published another: staging takes no approval, production one by somebody else.
const Standard& builtInStandard();

} // namespace lepton::registry
