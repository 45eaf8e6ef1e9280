// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokenizer.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::text {

/// One token of a vocabulary.
struct VocabularyEntry
{
    std::string token;
    TokenId id = 0;
};

/// The hash of a word of at least one byte. Reads whole words of 8 bytes: up to 7 bytes behind the end must
/// be readable.
inline std::uint64_t hashWord(const char* bytes, std::size_t size) noexcept
{
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15; // 2^64 / golden ratio
    std::uint64_t hash = size * factor;
    std::uint64_t chunk;
    for (; size > 8; size -= 8, bytes += 8) {
        std::memcpy(&chunk, bytes, 8);
        hash = (hash ^ chunk) * factor;
        hash ^= hash >> 32;
    }
    std::memcpy(&chunk, bytes, 8);
    hash = (hash ^ (chunk & ~std::uint64_t{0} >> (64 - 8 * size))) * factor;
    return hash ^ hash >> 32;
}

/// A WordPiece vocabulary: whole tokens by hash, and the longest token that begins a word or continues it by
/// a tree over bytes. Immutable.
class PieceVocabulary
{
public:
    /// @p continuingPrefix marks tokens that continue a word ("##").
    PieceVocabulary(std::vector<VocabularyEntry> entries, const std::string& continuingPrefix);

    /// The id of the token @p word, or -1. Its memory as for hashWord(), whose result is @p hash.
    TokenId find(std::uint64_t hash, const char* word, std::size_t size) const noexcept
    {
        for (std::size_t slot = hash & m_mask;; slot = (slot + 1) & m_mask) {
            const Slot& entry = m_slots[slot];
            if (entry.id < 0)
                return -1;
            if (entry.tag == static_cast<std::uint32_t>(hash >> 32) && entry.size == size &&
                std::memcmp(m_bytes.data() + entry.offset, word, size) == 0)
                return entry.id;
        }
    }
    TokenId find(std::string_view token) const;

    struct Match
    {
        TokenId id = -1;
        std::size_t size = 0; ///< bytes of the word
    };
    /// The longest token that @p rest begins with, of those that begin a word; id -1 if there is none.
    Match longestFirst(std::string_view rest) const noexcept { return longest(m_firstRoots, rest); }
    /// The same of those that continue a word, without their prefix.
    Match longestNext(std::string_view rest) const noexcept { return longest(m_nextRoots, rest); }

    /// One more than the largest id.
    std::size_t size() const noexcept { return m_tokenOffsets.size() - 1; }
    std::string_view tokenOf(TokenId id) const noexcept;

private:
    struct Slot
    {
        std::uint32_t tag = 0;
        TokenId id = -1;
        std::uint32_t offset = 0;
        std::uint32_t size = 0;
    };
    /// Children of a node stand in a row, sorted by byte.
    struct Node
    {
        std::uint32_t firstChild = 0;
        TokenId id = -1;
        std::uint16_t children = 0;
        std::uint8_t byte = 0;
    };
    using Roots = std::array<std::uint32_t, 256>; ///< node by first byte; 0: none

    void buildHash(std::span<const VocabularyEntry> entries);
    void buildTree(std::vector<VocabularyEntry> entries, Roots& roots);
    Match longest(const Roots& roots, std::string_view rest) const noexcept;

    std::string m_bytes; ///< of all tokens by id, and 8 more
    std::vector<std::size_t> m_tokenOffsets;
    std::vector<Slot> m_slots;
    std::size_t m_mask = 0;
    std::vector<Node> m_nodes; ///< the first is not used
    Roots m_firstRoots{};
    Roots m_nextRoots{};
};

} // namespace lepton::text
