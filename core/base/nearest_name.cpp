// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/nearest_name.h"

#include "base/text.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace lepton::base {
namespace {

// What is longer is no slip of the finger.
constexpr std::size_t longest = 200;

std::u32string folded(std::string_view text)
{
    if (firstInvalidUtf8(text))
        return {};
    const std::string key = caseFoldKey(firstCodePoints(text, longest));
    const auto utf16 =
        icu::UnicodeString::fromUTF8(icu::StringPiece(key.data(), static_cast<int32_t>(key.size())));
    std::u32string result;
    for (int32_t i = 0; i < utf16.length(); i = utf16.moveIndex32(i, 1))
        result += static_cast<char32_t>(utf16.char32At(i));
    return result;
}

/// Optimal string alignment: Levenshtein's distance where a swap of neighbours costs one.
std::size_t distance(const std::u32string& a, const std::u32string& b)
{
    std::array<std::vector<std::size_t>, 3> rows;
    for (auto& row : rows)
        row.resize(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        rows[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& current = rows[i % 3];
        const auto& previous = rows[(i + 2) % 3];
        const auto& before = rows[(i + 1) % 3];
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            current[j] =
                std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                current[j] = std::min(current[j], before[j - 2] + 1);
        }
    }
    return rows[a.size() % 3][b.size()];
}

} // namespace

std::optional<std::string_view> nearestName(std::string_view name, std::span<const std::string_view> names)
{
    const std::u32string wanted = folded(name);
    std::optional<std::string_view> nearest;
    std::size_t best = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    for (const std::string_view candidate : names) {
        const std::u32string other = folded(candidate);
        const std::size_t gap = std::max(wanted.size(), other.size()) - std::min(wanted.size(), other.size());
        if (gap >= best)
            continue;
        if (const std::size_t edits = distance(wanted, other); edits < best) {
            best = edits;
            nearest = candidate;
        }
    }
    return nearest;
}

std::optional<std::string> didYouMean(std::string_view name, const std::vector<std::string>& names)
{
    const std::vector<std::string_view> views(names.begin(), names.end());
    const auto nearest = nearestName(name, views);
    return nearest ? std::optional("Did you mean \"" + std::string(*nearest) + "\"?") : std::nullopt;
}

} // namespace lepton::base
