// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/text.h"
#include "eval/classification_report.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace lepton::eval {
namespace {

constexpr std::string_view accuracyHeading = "accuracy";
constexpr std::string_view microHeading = "micro avg";
constexpr std::string_view macroHeading = "macro avg";
constexpr std::string_view weightedHeading = "weighted avg";
constexpr std::size_t columnWidth = 9;

/// @p text at the right of @p width cells. Every code point counts as one cell, as in Python.
void appendRight(std::string& line, std::string_view text, std::size_t width)
{
    const std::size_t length = base::codePointCount(text);
    line.append(width > length ? width - length : 0, ' ');
    line += text;
}

/// The exact decimal value of the double, rounded half to even: what printf and Python do.
std::string fixed(double value, int digits)
{
    if (std::isnan(value))
        return "nan";          // without the sign that some operations leave on it
    std::array<char, 64> text; // scores are at most 1
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits).ptr;
    return {text.data(), end};
}

class Printer
{
public:
    Printer(std::size_t nameWidth, int digits)
        : m_nameWidth(nameWidth)
        , m_digits(digits)
    {}

    void heading()
    {
        appendRight(m_text, "", m_nameWidth);
        m_text += ' ';
        for (const std::string_view column : {"precision", "recall", "f1-score", "support"})
            cell(column);
        m_text += "\n\n";
    }

    void row(std::string_view name, const Scores& scores)
    {
        begin(name);
        for (const double score : {scores.precision, scores.recall, scores.f1})
            cell(fixed(score, m_digits));
        end(scores);
    }

    void accuracyRow(const Scores& micro)
    {
        begin(accuracyHeading);
        cell("");
        cell("");
        cell(fixed(micro.f1, m_digits));
        end(micro);
    }

    void gap() { m_text += '\n'; }
    std::string take() { return std::move(m_text); }

private:
    void begin(std::string_view name)
    {
        appendRight(m_text, name, m_nameWidth);
        m_text += ' ';
    }
    void cell(std::string_view text)
    {
        m_text += ' ';
        appendRight(m_text, text, columnWidth);
    }
    void end(const Scores& scores)
    {
        cell(std::to_string(scores.support));
        m_text += '\n';
    }

    std::size_t m_nameWidth;
    int m_digits;
    std::string m_text;
};

nlohmann::ordered_json scoresJson(const Scores& scores)
{
    return {{"precision", scores.precision},
            {"recall", scores.recall},
            {"f1-score", scores.f1},
            {"support", static_cast<double>(scores.support)}};
}

} // namespace

std::string reportText(const ClassificationReport& report, int digits)
{
    if (digits < 0 || digits > 50)
        throw base::Error(base::ErrorCode::InvalidArgument,
                          "A report can have 0 to 50 digits after the point, not " + std::to_string(digits) +
                              ".");
    std::size_t width = std::max(weightedHeading.size(), static_cast<std::size_t>(digits));
    for (const std::string& name : report.names)
        width = std::max(width, base::codePointCount(name));

    Printer printer(width, digits);
    printer.heading();
    for (std::size_t i = 0; i < report.names.size(); ++i)
        printer.row(report.names[i], report.classes[i]);
    printer.gap();
    if (report.isAccuracy)
        printer.accuracyRow(report.micro);
    else
        printer.row(microHeading, report.micro);
    printer.row(macroHeading, report.macro);
    printer.row(weightedHeading, report.weighted);
    return printer.take();
}

nlohmann::ordered_json reportJson(const ClassificationReport& report)
{
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < report.names.size(); ++i)
        json[report.names[i]] = scoresJson(report.classes[i]);
    if (report.isAccuracy)
        json[std::string(accuracyHeading)] = report.micro.precision;
    else
        json[std::string(microHeading)] = scoresJson(report.micro);
    json[std::string(macroHeading)] = scoresJson(report.macro);
    json[std::string(weightedHeading)] = scoresJson(report.weighted);
    return json;
}

} // namespace lepton::eval
