// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/piece_vocabulary.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

namespace lepton::text {

PieceVocabulary::PieceVocabulary(std::vector<VocabularyEntry> entries, const std::string& continuingPrefix)
{
    buildHash(entries);

    std::vector<VocabularyEntry> continuing;
    for (const VocabularyEntry& entry : entries) {
        if (entry.token.size() > continuingPrefix.size() && entry.token.starts_with(continuingPrefix))
            continuing.push_back({entry.token.substr(continuingPrefix.size()), entry.id});
    }
    m_nodes.emplace_back();
    buildTree(std::move(entries), m_firstRoots);
    buildTree(std::move(continuing), m_nextRoots);
}

void PieceVocabulary::buildHash(std::span<const VocabularyEntry> entries)
{
    TokenId largest = -1;
    for (const VocabularyEntry& entry : entries)
        largest = std::max(largest, entry.id);
    std::vector<std::string_view> byId(static_cast<std::size_t>(largest + 1));
    for (const VocabularyEntry& entry : entries)
        byId[static_cast<std::size_t>(entry.id)] = entry.token;

    m_tokenOffsets.reserve(byId.size() + 1);
    m_tokenOffsets.push_back(0);
    for (const std::string_view token : byId) {
        m_bytes += token;
        m_tokenOffsets.push_back(m_bytes.size());
    }
    m_bytes.append(8, '\0');

    m_slots.resize(std::bit_ceil(std::max<std::size_t>(2 * byId.size(), 16)));
    m_mask = m_slots.size() - 1;
    for (std::size_t id = 0; id < byId.size(); ++id) {
        const std::size_t size = byId[id].size();
        if (size == 0)
            continue;
        const std::size_t offset = m_tokenOffsets[id];
        const std::uint64_t hash = hashWord(m_bytes.data() + offset, size);
        std::size_t slot = hash & m_mask;
        while (m_slots[slot].id >= 0)
            slot = (slot + 1) & m_mask;
        m_slots[slot] = {static_cast<std::uint32_t>(hash >> 32), static_cast<TokenId>(id),
                         static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(size)};
    }
}

void PieceVocabulary::buildTree(std::vector<VocabularyEntry> entries, Roots& roots)
{
    std::erase_if(entries, [](const VocabularyEntry& entry) { return entry.token.empty(); });
    std::ranges::sort(entries, {}, &VocabularyEntry::token);

    // The tokens from begin to end share their first `depth` bytes; breadth first keeps siblings together.
    struct Range
    {
        std::size_t begin;
        std::size_t end;
        std::size_t depth;
        std::uint32_t node; ///< 0 for the root
    };
    std::vector<Range> ranges{{0, entries.size(), 0, 0}};
    for (std::size_t next = 0; next < ranges.size(); ++next) {
        const Range range = ranges[next];
        const auto firstChild = static_cast<std::uint32_t>(m_nodes.size());
        std::size_t begin = range.begin;
        if (range.node != 0 && begin < range.end && entries[begin].token.size() == range.depth)
            m_nodes[range.node].id = entries[begin++].id;
        while (begin < range.end) {
            const char byte = entries[begin].token[range.depth];
            const auto end = static_cast<std::size_t>(
                std::find_if(entries.begin() + static_cast<std::ptrdiff_t>(begin),
                             entries.begin() + static_cast<std::ptrdiff_t>(range.end),
                             [&](const VocabularyEntry& entry) { return entry.token[range.depth] != byte; }) -
                entries.begin());
            const auto node = static_cast<std::uint32_t>(m_nodes.size());
            m_nodes.push_back({.byte = static_cast<std::uint8_t>(byte)});
            ranges.push_back({begin, end, range.depth + 1, node});
            if (range.node == 0)
                roots[static_cast<unsigned char>(byte)] = node;
            begin = end;
        }
        if (range.node != 0) {
            m_nodes[range.node].firstChild = firstChild;
            m_nodes[range.node].children = static_cast<std::uint16_t>(m_nodes.size() - firstChild);
        }
    }
}

PieceVocabulary::Match PieceVocabulary::longest(const Roots& roots, std::string_view rest) const noexcept
{
    Match best;
    if (rest.empty())
        return best;
    std::uint32_t node = roots[static_cast<unsigned char>(rest.front())];
    std::size_t size = 1;
    while (node != 0) {
        const Node& current = m_nodes[node];
        if (current.id >= 0)
            best = {current.id, size};
        if (size == rest.size())
            break;
        const auto byte = static_cast<unsigned char>(rest[size]);
        const Node* child = m_nodes.data() + current.firstChild;
        const Node* const end = child + current.children;
        while (child != end && child->byte < byte)
            ++child;
        node = child != end && child->byte == byte ? static_cast<std::uint32_t>(child - m_nodes.data()) : 0;
        ++size;
    }
    return best;
}

TokenId PieceVocabulary::find(std::string_view token) const
{
    if (token.empty())
        return -1;
    std::string padded(token);
    padded.append(8, '\0');
    return find(hashWord(padded.data(), token.size()), padded.data(), token.size());
}

std::string_view PieceVocabulary::tokenOf(TokenId id) const noexcept
{
    const auto index = static_cast<std::size_t>(id);
    if (id < 0 || index >= size())
        return {};
    return std::string_view(m_bytes).substr(m_tokenOffsets[index],
                                            m_tokenOffsets[index + 1] - m_tokenOffsets[index]);
}

} // namespace lepton::text
