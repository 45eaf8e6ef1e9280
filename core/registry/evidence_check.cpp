// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/evidence_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <map>
#include <string_view>

namespace lepton::registry {
namespace {

using Difference = std::optional<std::string>;

constexpr double tolerance = 1e-3;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isClose(double one, double other)
{
    return std::abs(one - other) <= tolerance;
}

/// Takes the number, with a sign and decimals, that @p text begins with; nothing: it begins with none.
std::string_view takeNumber(std::string_view& text)
{
    std::size_t length = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
    const std::size_t first = length;
    while (length < text.size() &&
           (isDigit(text[length]) ||
            (length > first && text[length] == '.' && length + 1 < text.size() && isDigit(text[length + 1]))))
        ++length;
    if (length == first)
        return {};
    const std::string_view number = text.substr(0, length);
    text.remove_prefix(length);
    return number;
}

bool isSameNumber(std::string_view one, std::string_view other)
{
    if (one == other)
        return true;
    const auto isWhole = [](std::string_view text) { return text.find('.') == std::string_view::npos; };
    if (isWhole(one) || isWhole(other))
        return false; // a count
    const auto value = [](std::string_view text) {
        if (text.starts_with('+'))
            text.remove_prefix(1);
        double number = std::nan("");
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        return end == text.data() + text.size() ? number : std::nan("");
    };
    return isClose(value(one), value(other));
}

/// Whether two sentences are the same but for the last digits of their figures.
bool isSameSentence(std::string_view one, std::string_view other)
{
    while (!one.empty() && !other.empty()) {
        const std::string_view number = takeNumber(one);
        if (!isSameNumber(number, takeNumber(other)))
            return false;
        if (!number.empty())
            continue;
        if (one.front() != other.front())
            return false;
        one.remove_prefix(1);
        other.remove_prefix(1);
    }
    return one.empty() && other.empty();
}

std::string figure(const Evidence& value)
{
    return value.is_number() ? fmt::format("{:.4f}", value.get<double>()) : std::string("none");
}

/// What is said of both versions; @p whose: "the version" or "the version in production".
std::string sentenceOf(std::string_view whose, std::string_view what, const Evidence& computed,
                       const Evidence& told)
{
    return fmt::format("{} of {} is {}, and not {}.", what, whose, figure(computed), figure(told));
}

Difference metricsDiffer(const Evidence& told, const Evidence& computed, std::string_view whose)
{
    Evidence keys = computed;
    keys.update(told);
    for (const auto& [key, unused] : keys.items()) {
        const Evidence is = computed.value(key, Evidence());
        const Evidence was = told.value(key, Evidence());
        if (!is.is_number() || !was.is_number() || !isClose(is.get<double>(), was.get<double>()))
            return sentenceOf(whose, key, is, was);
    }
    return std::nullopt;
}

std::string notAClass(const std::string& label)
{
    return fmt::format("The class {} is missing, or is none of the model's.", label);
}

Difference classesDiffer(const Evidence& told, const Evidence& computed, std::string_view whose)
{
    std::map<std::string, const Evidence*> byLabel;
    for (const Evidence& one : computed)
        byLabel[one.at("label").get<std::string>()] = &one;
    for (const Evidence& one : told) {
        const auto label = one.at("label").get<std::string>();
        const auto found = byLabel.find(label);
        if (found == byLabel.end())
            return notAClass(label);
        for (const char* key : {"f1", "precision", "recall"}) {
            const Evidence& is = found->second->at(key);
            if (!isClose(is.get<double>(), one.at(key).get<double>()))
                return sentenceOf(whose, fmt::format("{} of the class {}", key, label), is, one.at(key));
        }
        if (found->second->at("support") != one.at("support"))
            return fmt::format("There are {} test rows of the class {}, and not {}.",
                               found->second->at("support").dump(), label, one.at("support").dump());
        byLabel.erase(found);
    }
    if (!byLabel.empty())
        return notAClass(byLabel.begin()->first);
    return std::nullopt;
}

Difference sidesDiffer(const Evidence& told, const Evidence& computed, std::string_view whose)
{
    if (told.is_null() && computed.is_null())
        return std::nullopt;
    const auto isOther = [&](const char* key) { return told.at(key) != computed.at(key); };
    if (told.is_null() || computed.is_null() ||
        std::ranges::any_of(std::array{"version", "number", "hash", "source"}, isOther))
        return "It is about other versions than those that it is asked for and compared with.";
    if (isOther("scored"))
        return computed.at("scored").get<bool>()
                   ? fmt::format("The figures of {} were not computed, and can be.", whose)
                   : fmt::format("The figures of {} cannot be computed any more: {}", whose,
                                 computed.value("why", std::string()));
    if (auto difference = metricsDiffer(told.at("metrics"), computed.at("metrics"), whose))
        return difference;
    return classesDiffer(told.at("classes"), computed.at("classes"), whose);
}

Difference gatesDiffer(const Evidence& told, const Evidence& computed)
{
    const auto was = gatesOf(told);
    const auto is = gatesOf(computed);
    for (std::size_t i = 0; i < std::max(was.size(), is.size()); ++i) {
        if (i >= was.size() || i >= is.size() || was[i].name != is[i].name)
            return "It is about other gates than those of the standard.";
        if (was[i].passed != is[i].passed || !isSameSentence(was[i].why, is[i].why))
            return fmt::format("The gate {} comes to something else. {}", is[i].name, is[i].why);
    }
    return std::nullopt;
}

Difference cautionsDiffer(const Evidence& told, const Evidence& computed)
{
    const auto isIn = [](const Evidence& list) {
        return [&list](const Evidence& caution) {
            return std::ranges::any_of(list, [&](const Evidence& other) {
                return isSameSentence(caution.get<std::string>(), other.get<std::string>());
            });
        };
    };
    if (const auto left = std::ranges::find_if_not(computed, isIn(told)); left != computed.end())
        return "A caution was left out. " + left->get<std::string>();
    if (const auto more = std::ranges::find_if_not(told, isIn(computed)); more != told.end())
        return "A caution does not hold. " + more->get<std::string>();
    return std::nullopt;
}

} // namespace

std::optional<std::string> whatDiffers(const Evidence& told, const Evidence& computed)
{
    const auto isOther = [&](const char* key) {
        return told.value(key, Evidence()) != computed.value(key, Evidence());
    };
    if (isOther("target") || isOther("rollback") || isOther("standard"))
        return "It is about another stage or another standard.";
    if (auto difference = sidesDiffer(told.at("candidate"), computed.at("candidate"), "the version"))
        return difference;
    if (auto difference =
            sidesDiffer(told.at("incumbent"), computed.at("incumbent"), "the version in production"))
        return difference;
    if (isOther("test"))
        return "It is about other test rows than those of the run.";
    if (auto difference = gatesDiffer(told, computed))
        return difference;
    return cautionsDiffer(told.at("cautions"), computed.at("cautions"));
}

} // namespace lepton::registry
