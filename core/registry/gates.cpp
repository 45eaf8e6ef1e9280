// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/gates.h"

#include <fmt/format.h>

#include <cmath>

namespace lepton::registry {
namespace {

std::string figure(double value)
{
    return fmt::format("{:.4f}", value);
}

/// The metric as a gate asks for it, or why there is none.
Computed<double> metricOf(const MetricGate& gate, const Computed<ModelScores>& scores, const char* whose)
{
    if (!scores.value)
        return {std::nullopt, scores.why};
    if (gate.metric == lowestClassMetric) {
        const auto lowest = lowestClassF1(*scores.value, gate.minSupport);
        if (!lowest)
            return {std::nullopt, fmt::format("No class has {} test rows or more.", gate.minSupport)};
        return {lowest, {}};
    }
    const auto found = scores.value->metrics.find(gate.metric);
    if (found == scores.value->metrics.end() || !std::isfinite(found->second))
        return {std::nullopt, fmt::format("{} of {} is not a number (NaN).", gate.metric, whose)};
    return {found->second, {}};
}

GateResult cannot(const std::string& name, const std::string& why)
{
    return {name, false, "It cannot be computed: " + why};
}

GateResult judgeMetric(const MetricGate& gate, const std::string& name, const GateInput& input)
{
    if (input.isRollback && gate.bound == MetricGate::Bound::NotBelowProductionBy)
        return {name, true, "It is not held against a rollback: the version was in production before."};
    const auto own = metricOf(gate, input.candidate, "the version");
    if (!own.value)
        return cannot(name, own.why);
    switch (gate.bound) {
    case MetricGate::Bound::AtLeast:
        return {name, *own.value >= gate.value, fmt::format("It is {}.", figure(*own.value))};
    case MetricGate::Bound::AtMost:
        return {name, *own.value <= gate.value, fmt::format("It is {}.", figure(*own.value))};
    case MetricGate::Bound::NotBelowProductionBy:
        break;
    }
    if (!input.hasIncumbent)
        return {name, true, "No version is in production to compare with."};
    const auto other = metricOf(gate, input.incumbent, "the version in production");
    if (!other.value)
        return cannot(name, other.why);
    return {name, *own.value >= *other.value - gate.value,
            fmt::format("It is {}, against {} of the version in production on the same rows ({:+.4f}).",
                        figure(*own.value), figure(*other.value), *own.value - *other.value)};
}

} // namespace

std::optional<double> lowestClassF1(const ModelScores& scores, std::int64_t minSupport)
{
    std::optional<double> lowest;
    for (const ClassScore& one : scores.classes) {
        if (one.support >= minSupport && std::isfinite(one.f1) && (!lowest || one.f1 < *lowest))
            lowest = one.f1;
    }
    return lowest;
}

GateResult judge(const Gate& gate, const GateInput& input)
{
    const std::string name = gateName(gate);
    if (const auto* metric = std::get_if<MetricGate>(&gate))
        return judgeMetric(*metric, name, input);
    if (std::holds_alternative<RepeatableGate>(gate))
        return {name, input.notRepeatable.empty(),
                input.notRepeatable.empty() ? "Recipe, data and base model are there and whole."
                                            : input.notRepeatable};
    if (!input.test.value)
        return cannot(name, input.test.why);
    if (const auto* rows = std::get_if<TestRowsGate>(&gate)) {
        const auto count = std::ssize(input.test.value->texts);
        return {name, count >= rows->atLeast, fmt::format("There are {} test rows.", count)};
    }
    const auto leaks = input.test.value->leaks;
    return {name, leaks <= std::get<LeakageGate>(gate).atMost,
            leaks == 1
                ? std::string("1 test row has a text that stands in the training part, too.")
                : fmt::format("{} test rows have a text that stands in the training part, too.", leaks)};
}

} // namespace lepton::registry
