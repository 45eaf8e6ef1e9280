// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokenizer.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::text {

/// A token that is looked for in the raw text before it is normalised, such as [MASK].
struct SpecialToken
{
    std::string content; ///< not empty
    TokenId id = 0;
};

/// Finds special tokens: at a place the longest one, case-sensitively, also inside words, as `tokenizers`
/// does.
class SpecialTokens
{
public:
    explicit SpecialTokens(std::vector<SpecialToken> tokens);

    /// Whether a token begins with this byte.
    bool canBegin(unsigned char byte) const noexcept { return m_begins[byte]; }
    /// The longest token that @p text begins with, or null.
    const SpecialToken* match(std::string_view text) const noexcept;
    std::optional<TokenId> idOf(std::string_view content) const noexcept;
    const std::vector<SpecialToken>& all() const noexcept { return m_tokens; }

private:
    std::vector<SpecialToken> m_tokens; ///< longest first
    std::array<bool, 256> m_begins{};
};

} // namespace lepton::text
