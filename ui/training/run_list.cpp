// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_list.h"

#include "base/error.h"

#include <sstream>

namespace lepton::ui {

namespace {

std::string literalOf(const std::string& value)
{
    std::string text = "'";
    for (const char c : value)
        text += c == '\'' ? "''" : std::string(1, c);
    return text + "'";
}

std::string trimmed(const std::string& text)
{
    const auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Whether @p text is words rather than an expression: it has no operator and no quote.
bool isWords(const std::string& text, const train::RunFieldNames& names)
{
    if (text.find_first_of("=<>'\"()!") != std::string::npos)
        return false;
    std::istringstream words(text);
    bool isAny = false;
    for (std::string word; words >> word; isAny = true) {
        for (const char* keyword :
             {"is", "in", "between", "contains", "starts", "ends", "and", "or", "not"}) {
            if (word == keyword)
                return false;
        }
    }
    try {
        names.find(trimmed(text));
        return false; // the beginning of a condition
    } catch (const base::Error&) {
        return isAny;
    }
}

/// Runs that hold each of the words in what a list tells of them.
std::string wordsExpression(const std::string& text)
{
    std::string all;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const std::string literal = literalOf(word);
        all += all.empty() ? "(" : " and (";
        for (const char* field : {"name", "dataset", "basemodel", "member", "tag", "state"})
            all += std::string(field) + " contains " + literal + " or ";
        std::string digits = word.starts_with("R-") || word.starts_with("r-") ? word.substr(2) : word;
        const bool isNumber = !digits.empty() && digits.size() < 18 &&
                              digits.find_first_not_of("0123456789") == std::string::npos;
        all += isNumber ? "number = " + digits + ")" : "false)";
    }
    return all;
}

} // namespace

train::RunListQuery queryOf(const RunListRequest& request, const train::RunFieldNames& names)
{
    train::RunListQuery query;
    query.sort = names.find(request.sort);
    query.direction = request.direction;
    query.shelf = request.shelf;
    // By itself first, so that what is wrong is told of what was typed, and its place is that there.
    const std::string typed =
        isWords(request.filter, names) ? wordsExpression(request.filter) : request.filter;
    query.filter = train::RunFilter(typed, names);
    if (request.chosen.empty())
        return query;
    std::string all = query.filter.isEmpty() ? std::string() : "(" + typed + ")";
    for (const auto& [fact, values] : request.chosen) {
        all += all.empty() ? "" : " and ";
        all += train::nameOf({fact}) + " in (";
        for (std::size_t i = 0; i < values.size(); ++i)
            all += (i ? ", " : "") + literalOf(values[i]);
        all += ")";
    }
    query.filter = train::RunFilter(all, names);
    return query;
}

} // namespace lepton::ui
