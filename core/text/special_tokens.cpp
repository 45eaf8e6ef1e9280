// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/special_tokens.h"

#include <algorithm>
#include <utility>

namespace lepton::text {

SpecialTokens::SpecialTokens(std::vector<SpecialToken> tokens)
    : m_tokens(std::move(tokens))
{
    std::ranges::stable_sort(m_tokens, std::ranges::greater{},
                             [](const SpecialToken& token) { return token.content.size(); });
    for (const SpecialToken& token : m_tokens)
        m_begins[static_cast<unsigned char>(token.content.front())] = true;
}

const SpecialToken* SpecialTokens::match(std::string_view text) const noexcept
{
    const auto found = std::ranges::find_if(
        m_tokens, [text](const SpecialToken& token) { return text.starts_with(token.content); });
    return found == m_tokens.end() ? nullptr : &*found;
}

std::optional<TokenId> SpecialTokens::idOf(std::string_view content) const noexcept
{
    const auto found = std::ranges::find(m_tokens, content, &SpecialToken::content);
    return found == m_tokens.end() ? std::nullopt : std::optional(found->id);
}

} // namespace lepton::text
