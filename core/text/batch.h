// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "base/progress.h"
#include "text/tokenizer.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace lepton::text {

/// The ids of many texts, one after the other.
struct TokenBatch
{
    std::vector<TokenId> ids;
    std::vector<std::size_t> offsets; ///< one more than texts; text i has ids offsets[i] to offsets[i + 1]

    std::size_t size() const noexcept { return offsets.empty() ? 0 : offsets.size() - 1; }
    std::span<const TokenId> operator[](std::size_t i) const noexcept
    {
        return {ids.data() + offsets[i], offsets[i + 1] - offsets[i]};
    }
};

/// Tokenises @p texts on @p threads threads (0: one a core). The result does not depend on their number.
/// Counts texts as progress in the phase "tokenising".
/// @throw base::Error of the first bad text, with its number from 1 as the place's row; or on cancellation.
TokenBatch encodeBatch(const Tokenizer& tokenizer, std::span<const std::string_view> texts,
                       const EncodeOptions& options, unsigned threads, base::Progress& progress,
                       const base::Cancellation& cancellation);

} // namespace lepton::text
