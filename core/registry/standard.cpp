// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/standard.h"

#include "base/error.h"
#include "base/sha256.h"
#include "base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace lepton::registry {
namespace {

using base::Error;
using base::ErrorCode;
using nlohmann::json;

constexpr std::array stages{Stage::None, Stage::Staging, Stage::Production, Stage::Archived};

json gateJson(const Gate& gate)
{
    if (const auto* metric = std::get_if<MetricGate>(&gate)) {
        json document{{"metric", metric->metric}};
        switch (metric->bound) {
        case MetricGate::Bound::AtLeast:
            document["at_least"] = metric->value;
            break;
        case MetricGate::Bound::AtMost:
            document["at_most"] = metric->value;
            break;
        case MetricGate::Bound::NotBelowProductionBy:
            document["not_below_production_by"] = metric->value;
            break;
        }
        if (metric->minSupport > 1)
            document["min_support"] = metric->minSupport;
        return document;
    }
    if (const auto* rows = std::get_if<TestRowsGate>(&gate))
        return {{"test_rows", {{"at_least", rows->atLeast}}}};
    if (const auto* leakage = std::get_if<LeakageGate>(&gate))
        return {{"leakage", {{"at_most", leakage->atMost}}}};
    return {{"repeatable", true}};
}

json rulesJson(const StageRules& rules)
{
    json gates = json::array();
    for (const Gate& gate : rules.gates)
        gates.push_back(gateJson(gate));
    json document{{"approvals", rules.approvals}, {"gates", std::move(gates)}};
    if (!rules.roles.empty()) {
        json roles = json::array();
        for (const identity::Role role : rules.roles)
            roles.push_back(identity::roleName(role));
        document["roles"] = std::move(roles);
    }
    if (!rules.departments.empty())
        document["departments"] = rules.departments;
    if (rules.approvals > 0)
        document["exclude"] = rules.excludeTrainer ? json{"requester", "trainer"} : json{"requester"};
    return document;
}

json standardJson(const Standard& standard)
{
    json document{{"name", standard.name},
                  {"version", standard.version},
                  {"applies_to", json::object()},
                  {"production", rulesJson(standard.production)},
                  {"staging", rulesJson(standard.staging)}};
    if (!standard.department.empty())
        document["applies_to"]["department"] = standard.department;
    if (!standard.task.empty())
        document["applies_to"]["task"] = standard.task;
    return document;
}

} // namespace

std::string_view stageName(Stage stage) noexcept
{
    switch (stage) {
    case Stage::None:
        return "none";
    case Stage::Staging:
        return "staging";
    case Stage::Production:
        return "production";
    case Stage::Archived:
        return "archived";
    }
    return "none";
}

Stage parseStage(std::string_view name)
{
    const auto found = std::ranges::find(stages, name, stageName);
    if (found == stages.end())
        throw Error(ErrorCode::InvalidArgument, "There is no stage " + std::string(name) +
                                                    ". Use none, staging, production or archived.");
    return *found;
}

std::string gateName(const Gate& gate)
{
    if (const auto* metric = std::get_if<MetricGate>(&gate)) {
        const char* bound = metric->bound == MetricGate::Bound::AtLeast ? "at least"
                            : metric->bound == MetricGate::Bound::AtMost
                                ? "at most"
                                : "not below production by more than";
        std::string name = fmt::format("{} {} {}", metric->metric, bound, metric->value);
        if (metric->minSupport > 1)
            name += fmt::format(", classes with {} test rows or more", metric->minSupport);
        return name;
    }
    if (const auto* rows = std::get_if<TestRowsGate>(&gate))
        return fmt::format("test rows at least {}", rows->atLeast);
    if (const auto* leakage = std::get_if<LeakageGate>(&gate))
        return fmt::format("test rows in training at most {}", leakage->atMost);
    return "repeatable";
}

const std::vector<std::string_view>& metricNames()
{
    static const std::vector<std::string_view> names{
        "accuracy",          "macro_f1", "macro_precision", "macro_recall", "weighted_f1",
        "balanced_accuracy", "mcc",      lowestClassMetric, "ece",          "brier"};
    return names;
}

std::string standardText(const Standard& standard)
{
    return standardJson(standard).dump();
}

std::string standardHash(const Standard& standard)
{
    return base::toHex(base::sha256(standardText(standard)));
}

const Standard& builtInStandard()
{
    static const Standard standard{.name = "built-in",
                                   .version = 1,
                                   .department = {},
                                   .task = {},
                                   .production = {.approvals = 1,
                                                  .roles = {identity::Role::Reviewer, identity::Role::Admin},
                                                  .departments = {},
                                                  .excludeTrainer = false,
                                                  .gates = {}},
                                   .staging = {}};
    return standard;
}

} // namespace lepton::registry
