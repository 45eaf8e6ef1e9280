// SPDX-License-Identifier: GPL-3.0-or-later
// parseStandard(): strict, so that a misspelt gate is never taken for no gate.
#include "base/error.h"
#include "base/text.h"
#include "registry/standard.h"
#include "registry/strict_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>

namespace lepton::registry {
namespace {

using base::Error;
using base::ErrorCode;
using nlohmann::json;

[[noreturn]] void refuse(const std::string& place, const std::string& what)
{
    throw Error(ErrorCode::InvalidArgument,
                "The standard is not right at " + (place.empty() ? "its top" : place) + ": " + what);
}

std::string listed(std::initializer_list<const char*> names)
{
    std::string text;
    for (const char* name : names)
        text += (text.empty() ? "" : ", ") + std::string(name);
    return text;
}

std::string item(const std::string& list, std::size_t index)
{
    return fmt::format("{}[{}]", list, index);
}

void requireKeys(const json& object, const std::string& place, std::initializer_list<const char*> known)
{
    if (!object.is_object())
        refuse(place, "an object is expected here.");
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(known, key) == known.end())
            refuse(place + (place.empty() ? "" : ".") + key,
                   "there is no such key. There are: " + listed(known) + ".");
    }
}

const json& required(const json& object, const std::string& place, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end())
        refuse(place.empty() ? key : place + "." + key, "this key is missing.");
    return *found;
}

std::int64_t count(const json& value, const std::string& place, std::int64_t least, std::int64_t most)
{
    // 20.0 is a whole number, too, as JSON Schema has it; the bounds are small enough for a double.
    const double number = value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
    if (!(number >= static_cast<double>(least) && number <= static_cast<double>(most)) ||
        number != std::floor(number))
        refuse(place, "a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
                          " is expected here.");
    return static_cast<std::int64_t>(number);
}

double number(const json& value, const std::string& place, double least, double most)
{
    if (!value.is_number() || !std::isfinite(value.get<double>()) || value.get<double>() < least ||
        value.get<double>() > most)
        refuse(place,
               "a number from " + json(least).dump() + " to " + json(most).dump() + " is expected here.");
    return value.get<double>();
}

std::string text(const json& value, const std::string& place)
{
    if (!value.is_string())
        refuse(place, "a text is expected here.");
    return value.get<std::string>();
}

/// A name of a @p what. What is wrong with it is said with its place.
std::string name(const json& value, const std::string& place, const char* what)
{
    const std::string given = text(value, place);
    try {
        return base::checkedName(given, what);
    } catch (const Error& error) {
        refuse(place, error.message());
    }
}

std::vector<std::string> texts(const json& value, const std::string& place)
{
    if (!value.is_array())
        refuse(place, "a list of texts is expected here.");
    std::vector<std::string> list;
    for (std::size_t i = 0; i < value.size(); ++i)
        list.push_back(text(value[i], item(place, i)));
    return list;
}

constexpr std::int64_t mostRows = 1'000'000'000'000;

Gate metricGate(const json& gate, const std::string& place)
{
    requireKeys(gate, place, {"metric", "at_least", "at_most", "not_below_production_by", "min_support"});
    MetricGate result;
    result.metric = text(gate.at("metric"), place + ".metric");
    if (std::ranges::find(metricNames(), result.metric) == metricNames().end()) {
        std::string names;
        for (const auto name : metricNames())
            names += (names.empty() ? "" : ", ") + std::string(name);
        refuse(place + ".metric", "there is no metric \"" + result.metric + "\". There are: " + names + ".");
    }
    int bounds = 0;
    for (const auto& [key, bound] : {std::pair{"at_least", MetricGate::Bound::AtLeast},
                                     {"at_most", MetricGate::Bound::AtMost},
                                     {"not_below_production_by", MetricGate::Bound::NotBelowProductionBy}}) {
        if (!gate.contains(key))
            continue;
        ++bounds;
        result.bound = bound;
        const double least = bound == MetricGate::Bound::NotBelowProductionBy ? 0 : -1;
        result.value = number(gate.at(key), place + "." + key, least, 2);
    }
    if (bounds != 1)
        refuse(place, "exactly one of at_least, at_most and not_below_production_by is expected here.");
    const bool lowerIsBetter = result.metric == "ece" || result.metric == "brier";
    if (lowerIsBetter && result.bound == MetricGate::Bound::NotBelowProductionBy)
        refuse(place, "of " + result.metric + ", less is better: use at_most.");
    if (gate.contains("min_support")) {
        if (result.metric != lowestClassMetric)
            refuse(place + ".min_support", "this goes with lowest_class_f1 alone.");
        result.minSupport = count(gate.at("min_support"), place + ".min_support", 1, mostRows);
    }
    return result;
}

Gate parseGate(const json& gate, const std::string& place)
{
    if (!gate.is_object())
        refuse(place, "a gate is an object, such as {\"metric\": \"macro_f1\", \"at_least\": 0.9}.");
    if (gate.contains("metric"))
        return metricGate(gate, place);
    requireKeys(gate, place, {"metric", "test_rows", "leakage", "repeatable"});
    if (gate.size() != 1)
        refuse(place, "exactly one of metric, test_rows, leakage and repeatable is expected here.");
    if (gate.contains("test_rows")) {
        const json& rows = gate.at("test_rows");
        const std::string below = place + ".test_rows";
        requireKeys(rows, below, {"at_least"});
        return TestRowsGate{count(required(rows, below, "at_least"), below + ".at_least", 0, mostRows)};
    }
    if (gate.contains("leakage")) {
        const json& leakage = gate.at("leakage");
        const std::string below = place + ".leakage";
        requireKeys(leakage, below, {"at_most"});
        return LeakageGate{count(required(leakage, below, "at_most"), below + ".at_most", 0, mostRows)};
    }
    if (gate.at("repeatable") != true)
        refuse(place + ".repeatable", "this is true, or the gate is left out.");
    return RepeatableGate{};
}

identity::Role reviewerRole(const std::string& name, const std::string& place)
{
    for (const identity::Role role : {identity::Role::Reviewer, identity::Role::Admin}) {
        if (name == identity::roleName(role))
            return role;
    }
    refuse(place, "\"" + name + "\" is no role that may review. Use reviewer or admin.");
}

StageRules parseRules(const json& rules, const std::string& place)
{
    requireKeys(rules, place, {"approvals", "roles", "departments", "exclude", "gates"});
    StageRules result;
    constexpr int mostApprovals = 20;
    result.approvals =
        static_cast<int>(count(required(rules, place, "approvals"), place + ".approvals", 0, mostApprovals));
    if (rules.contains("roles")) {
        const auto roles = texts(rules.at("roles"), place + ".roles");
        for (std::size_t i = 0; i < roles.size(); ++i)
            result.roles.insert(reviewerRole(roles[i], item(place + ".roles", i)));
        if (result.roles.empty())
            refuse(place + ".roles",
                   "the list is empty: nobody could approve. Leave it out for any reviewer.");
    }
    if (rules.contains("departments")) {
        const json& departments = rules.at("departments");
        if (!departments.is_array())
            refuse(place + ".departments", "a list of texts is expected here.");
        for (std::size_t i = 0; i < departments.size(); ++i)
            result.departments.push_back(name(departments[i], item(place + ".departments", i), "department"));
        if (result.departments.empty())
            refuse(place + ".departments", "the list is empty: nobody could approve. Leave it out for any.");
    }
    if (rules.contains("exclude")) {
        const auto people = texts(rules.at("exclude"), place + ".exclude");
        for (std::size_t i = 0; i < people.size(); ++i) {
            if (people[i] != "requester" && people[i] != "trainer")
                refuse(item(place + ".exclude", i),
                       "there are requester (who is always excluded) and trainer.");
            result.excludeTrainer = result.excludeTrainer || people[i] == "trainer";
        }
    }
    if (rules.contains("gates")) {
        const json& gates = rules.at("gates");
        if (!gates.is_array())
            refuse(place + ".gates", "a list of gates is expected here.");
        for (std::size_t i = 0; i < gates.size(); ++i)
            result.gates.push_back(parseGate(gates[i], item(place + ".gates", i)));
    }
    return result;
}

} // namespace

Standard parseStandard(std::string_view textOfFile)
{
    const json document = parseStrictly(textOfFile, "standard");
    requireKeys(document, "", {"$schema", "name", "version", "applies_to", "production", "staging"});
    Standard standard;
    if (document.contains("$schema"))
        text(document.at("$schema"), "$schema"); // for editors
    standard.name = name(required(document, "", "name"), "name", "standard");
    constexpr int mostVersions = 1'000'000;
    standard.version = static_cast<int>(count(required(document, "", "version"), "version", 1, mostVersions));
    if (document.contains("applies_to")) {
        const json& applies = document.at("applies_to");
        requireKeys(applies, "applies_to", {"department", "task"});
        if (applies.contains("department"))
            standard.department = name(applies.at("department"), "applies_to.department", "department");
        if (applies.contains("task")) {
            standard.task = text(applies.at("task"), "applies_to.task");
            if (standard.task != "text-classification")
                refuse("applies_to.task",
                       "there is no task \"" + standard.task + "\" yet. There is: text-classification.");
        }
    }
    standard.production = parseRules(required(document, "", "production"), "production");
    if (document.contains("staging"))
        standard.staging = parseRules(document.at("staging"), "staging");
    if (standard.production.approvals < 1)
        refuse("production.approvals",
               "nobody brings a version into production alone: 1 or more is expected.");
    return standard;
}

} // namespace lepton::registry
