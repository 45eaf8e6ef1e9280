// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/dialect.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace lepton::data {

namespace {

constexpr std::array usualDelimiters{',', '\t', ';', '|'};
constexpr std::size_t mostRecords = 500;

/// The numbers of fields of the first records, blank lines left out.
std::vector<std::size_t> fieldCounts(std::string_view text, char delimiter, char quote, bool whole)
{
    std::vector<std::size_t> counts;
    std::size_t at = 0;
    while (at < text.size() && counts.size() < mostRecords) {
        if (text[at] == '\n' || text[at] == '\r') {
            ++at;
            continue;
        }
        std::size_t fields = 1;
        bool atFieldStart = true;
        bool ended = false;
        while (at < text.size() && !ended) {
            const char c = text[at];
            if (atFieldStart && quote != '\0' && c == quote) {
                // To the closing quote; doubled ones close and open again.
                do {
                    at = text.find(quote, at + 1);
                    if (at == std::string_view::npos)
                        return counts; // the rest is one record without an end
                    ++at;
                } while (at < text.size() && text[at] == quote);
                atFieldStart = false;
                continue;
            }
            atFieldStart = c == delimiter;
            fields += c == delimiter ? 1 : 0;
            ended = c == '\n' || c == '\r';
            ++at;
        }
        // A record that the sample cuts off says nothing.
        if (ended || whole)
            counts.push_back(fields);
    }
    return counts;
}

} // namespace

char detectDelimiter(std::string_view text, char quote, bool whole)
{
    char best = '\0';
    double bestShare = 0;
    std::size_t bestFields = 0;
    char unused = '\0'; // one that stands in no record, for a file of one column
    bool commaConsistent = false;
    for (const char candidate : usualDelimiters) {
        if (candidate == quote)
            continue;
        const auto counts = fieldCounts(text, candidate, quote, whole);
        if (counts.empty())
            continue;
        const auto matching = static_cast<double>(std::count(counts.begin(), counts.end(), counts.front()));
        const double share = matching / static_cast<double>(counts.size());
        if (counts.front() == 1) {
            if (share == 1 && unused == '\0')
                unused = candidate;
            if (candidate == ',' && counts.size() > 1)
                commaConsistent = std::all_of(counts.begin() + 1, counts.end(), [&](std::size_t count) {
                    return count == counts[1] && count > 1;
                });
            continue;
        }
        if (share > bestShare || (share == bestShare && counts.front() > bestFields)) {
            best = candidate;
            bestShare = share;
            bestFields = counts.front();
        }
    }
    if (best != '\0')
        return best;
    // One column: a comma in the sentences of a text is no delimiter, unless every row has as many.
    return commaConsistent || unused == '\0' ? ',' : unused;
}

} // namespace lepton::data
