// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_comparison.h"

#include <fmt/format.h>

namespace lepton::train {
namespace {

/// A cell by RFC 4180. One that a spreadsheet would take for a formula begins with an apostrophe.
std::string cell(const std::string& text)
{
    const bool isFormula =
        !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string::npos;
    std::string quoted = isFormula ? "\"'" : "\"";
    for (const char c : text)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    quoted += '"';
    return isFormula || text.find_first_of(",\"\r\n") != std::string::npos ? quoted : text;
}

std::string written(const ComparedValue& value)
{
    if (const auto* number = std::get_if<double>(&value))
        return fmt::format("{}", *number);
    const auto* text = std::get_if<std::string>(&value);
    return text ? cell(*text) : std::string();
}

} // namespace

std::string comparisonCsv(const RunComparison& comparison)
{
    std::string csv = "kind,key";
    for (const Run& run : comparison.runs)
        csv += "," + cell(run.title.empty() ? run.name() : run.name() + " " + run.title);
    csv += "\r\n";
    for (const Difference& difference : comparison.differences) {
        csv += std::string(differenceKindName(difference.kind)) + "," + cell(difference.key);
        for (const ComparedValue& value : difference.values)
            csv += "," + written(value);
        csv += "\r\n";
    }
    for (const ClassScores& one : comparison.classes) {
        csv += "class f1," + cell(one.name);
        for (const auto& score : one.scores)
            csv += "," + (score ? fmt::format("{}", *score) : std::string());
        csv += "\r\n";
    }
    return csv;
}

} // namespace lepton::train
