// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/record_batch.h"

#include "base/text.h"

namespace lepton::data {

namespace {

constexpr std::size_t shownCodePoints = 200;

} // namespace

std::string_view RecordBatch::value(const Field& f, char quote, std::string& scratch) const
{
    const std::string_view stored = raw(f);
    if (!f.escaped())
        return stored;
    scratch.clear();
    for (std::size_t i = 0; i < stored.size(); ++i) {
        scratch += stored[i];
        if (stored[i] == quote)
            ++i;
    }
    return scratch;
}

std::string shownCell(std::string_view text)
{
    // Four bytes a code point at most; what is cut off need not be looked at.
    std::string valid(text.substr(0, shownCodePoints * 4 + 4));
    while (const auto bad = base::firstInvalidUtf8(valid)) {
        // A character cut at the end is no fault of the text.
        if (text.size() > valid.size() && valid.size() - *bad < 4) {
            valid.resize(*bad);
            break;
        }
        valid.replace(*bad, 1, "\xEF\xBF\xBD");
    }
    const std::string_view kept = base::firstCodePoints(valid, shownCodePoints);
    return kept.size() < text.size() && kept.size() < valid.size() ? std::string(kept) + "…"
                                                                   : std::string(kept);
}

} // namespace lepton::data
