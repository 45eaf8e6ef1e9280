// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence_text.h"

#include "text_table.h"

#include <fmt/format.h>

#include <map>
#include <utility>
#include <vector>

namespace lepton::cli {
namespace {

using registry::Evidence;

/// Name of a figure -> what it is.
using Figures = std::map<std::string, nlohmann::json>;

constexpr auto right = TextTable::Align::Right;

Figures metricsOf(const Evidence& side)
{
    return side.is_null() ? Figures() : side.at("metrics").get<Figures>();
}

Figures classesOf(const Evidence& side)
{
    Figures scores;
    if (!side.is_null()) {
        for (const Evidence& one : side.at("classes"))
            scores[one.at("label").get<std::string>()] = one.at("f1");
    }
    return scores;
}

nlohmann::json find(const Figures& figures, const std::string& name)
{
    const auto found = figures.find(name);
    return found == figures.end() ? nlohmann::json() : found->second;
}

std::string text(const nlohmann::json& figure)
{
    return figure.is_number() ? fmt::format("{:.4f}", figure.get<double>()) : std::string("-");
}

std::string change(const nlohmann::json& before, const nlohmann::json& now)
{
    return before.is_number() && now.is_number()
               ? fmt::format("{:+.4f}", now.get<double>() - before.get<double>())
               : std::string();
}

std::string source(const Evidence& evidence)
{
    if (!evidence.at("candidate").at("scored").get<bool>())
        return "Figures as the runs recorded them; none was computed for this request.\n";
    const Evidence& test = evidence.at("test");
    return fmt::format("Figures computed on {} of {}@{}.\n",
                       counted(test.at("rows").get<std::int64_t>(), "test row"),
                       test.at("dataset").get<std::string>(), test.at("version").get<int>());
}

} // namespace

std::string evidenceText(const Evidence& evidence)
{
    const Evidence& now = evidence.at("candidate");
    const Evidence& before = evidence.at("incumbent");
    const bool compares = !before.is_null();
    const auto table = [&](const char* what, bool withRows) {
        std::vector<TextTable::Heading> headings{{what}};
        if (withRows)
            headings.push_back({"rows", right});
        if (compares)
            headings.push_back({fmt::format("v{}, in production", before.at("number").get<int>()), right});
        headings.push_back({fmt::format("v{}", now.at("number").get<int>()), right});
        if (compares)
            headings.push_back({"change", right});
        return TextTable(std::move(headings));
    };
    const auto add = [&](TextTable& to, std::vector<std::string> cells, const nlohmann::json& old,
                         const nlohmann::json& figure) {
        if (compares)
            cells.push_back(text(old));
        cells.push_back(text(figure));
        if (compares)
            cells.push_back(change(old, figure));
        to.add(std::move(cells));
    };

    TextTable metrics = table("metric", false);
    for (const Figures old = metricsOf(before); const auto& [name, figure] : metricsOf(now))
        add(metrics, {name}, find(old, name), figure);
    TextTable classes = table("class, F1", true);
    for (const Figures old = classesOf(before); const Evidence& one : now.at("classes")) {
        const auto label = one.at("label").get<std::string>();
        add(classes, {label, one.at("support").dump()}, find(old, label), one.at("f1"));
    }
    std::string all;
    for (const TextTable* part : {&metrics, &classes}) {
        if (!part->empty())
            all += fmt::format("\n{}", part->toString());
    }
    return all.empty() ? all : fmt::format("\n{}{}", source(evidence), all);
}

} // namespace lepton::cli
