// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/piece_vocabulary.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace lepton::text {

/// The largest id that a vocabulary may use: memory grows with it.
inline constexpr std::int64_t largestId = 10'000'000;

/// Collects the tokens of a file, keeping tokens and ids distinct.
class VocabularyBuilder
{
public:
    /// Of equal tokens the last counts, as in `tokenizers`. An empty one takes its id and matches nothing.
    /// @throw base::Error Damaged when the id is taken; @p file names the file in the sentence.
    void add(std::string token, TokenId id, const std::string& file);

    std::optional<TokenId> find(const std::string& token) const;
    std::vector<VocabularyEntry> entries() const;

private:
    std::unordered_map<std::string, TokenId> m_tokens;
    std::unordered_set<TokenId> m_ids;
};

/// Reads a vocab.txt: a token a line, its id the number of the line from 0.
/// @throw base::Error with the byte where the file is not UTF-8 or holds a NUL; TooLarge beyond largestId.
VocabularyBuilder readVocabulary(const std::filesystem::path& path);

} // namespace lepton::text
