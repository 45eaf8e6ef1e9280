// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::data {

/// A well mixed 64-bit number for @p bits; different numbers give different ones.
constexpr std::uint64_t mixBits(std::uint64_t bits) noexcept
{
    bits += 0x9e3779b97f4a7c15;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    return bits ^ (bits >> 31);
}

/// A 64-bit hash of @p text, for statistics within one run alone.
inline std::uint64_t hashText(std::string_view text) noexcept
{
    __extension__ using Wide = unsigned __int128;
    const auto fold = [](std::uint64_t a, std::uint64_t b) {
        const Wide product = static_cast<Wide>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    };
    std::uint64_t hash = 0x8ebc6af09c88c6e3 ^ text.size();
    const char* at = text.data();
    std::size_t left = text.size();
    while (left >= 8) {
        std::uint64_t word;
        std::memcpy(&word, at, 8);
        hash = fold(hash ^ word, 0xa0761d6478bd642f);
        at += 8;
        left -= 8;
    }
    std::uint64_t word = 0;
    if (left >= 4) {
        std::uint32_t head;
        std::uint32_t tail;
        std::memcpy(&head, at, 4);
        std::memcpy(&tail, at + left - 4, 4);
        word = (std::uint64_t{head} << 32) | tail;
    } else if (left > 0) {
        word = (std::uint64_t{static_cast<unsigned char>(at[0])} << 16) |
               (std::uint64_t{static_cast<unsigned char>(at[left / 2])} << 8) |
               std::uint64_t{static_cast<unsigned char>(at[left - 1])};
    }
    return fold(hash ^ word ^ 0xe7037ed1a0b428db, 0x589965cc75374cc3);
}

/// Estimates how many different values there are (HyperLogLog; standard error 1.04 / sqrt(2^precision)).
class HyperLogLog
{
public:
    explicit HyperLogLog(int precision);

    /// Takes the memory; nothing may be added before.
    void start() { m_ranks.assign(std::size_t{1} << m_precision, 0); }
    void add(std::uint64_t hash) noexcept
    {
        const auto rank = static_cast<std::uint8_t>(__builtin_clzll((hash << m_precision) | m_guard) + 1);
        std::uint8_t& slot = m_ranks[hash >> (64 - m_precision)];
        slot = rank > slot ? rank : slot;
    }
    std::int64_t estimate() const;

private:
    int m_precision;
    std::uint64_t m_guard;
    std::vector<std::uint8_t> m_ranks;
};

/// What a ValueCounter knows of one value.
struct CountedValue
{
    std::uint64_t key = 0;
    std::int64_t count = 0;
    std::string text; ///< of texts alone, cut to 200 code points
};

/// Counts different values and the most frequent ones in bounded memory: exact up to a number of values, then
/// an estimate. For numbers the key is what identifies the value, for texts a hash of it.
class ValueCounter
{
public:
    /// @p limit: so many different values are counted exactly. @p texts: add(hash, text) is used.
    ValueCounter(std::size_t limit, int precision, bool texts);

    void add(std::uint64_t key)
    {
        if (!m_exact) {
            m_sketch.add(mixBits(key));
            return;
        }
        Slot& slot = find(key);
        if (slot.count++ == 0) {
            slot.key = key;
            grow();
        }
    }
    void add(std::uint64_t hash, std::string_view text)
    {
        if (!m_exact)
            m_sketch.add(mixBits(hash));
        Slot& slot = find(hash);
        if (slot.count++ == 0) {
            slot.key = hash;
            remember(slot, text);
            grow();
        }
    }

    std::int64_t distinct() const;
    bool exact() const noexcept { return m_exact; }
    /// The most frequent values, most frequent first, at most @p count; none that might not be among them.
    std::vector<CountedValue> top(std::size_t count) const;

private:
    struct Slot
    {
        std::uint64_t key = 0;
        std::int64_t count = 0; ///< 0: free
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
    };

    Slot& find(std::uint64_t key) noexcept
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t place = mixBits(key) & mask;
        while (m_slots[place].count != 0 && m_slots[place].key != key)
            place = (place + 1) & mask;
        return m_slots[place];
    }
    void grow();
    void rebuild(std::size_t slots, std::int64_t dropUpTo);
    void remember(Slot& slot, std::string_view text);
    void dropRare();

    std::size_t m_limit;
    bool m_texts;
    bool m_exact = true;
    std::size_t m_used = 0;
    std::int64_t m_lost = 0; ///< a dropped value may have stood so often
    std::vector<Slot> m_slots;
    std::string m_arena; ///< the texts
    HyperLogLog m_sketch;
};

} // namespace lepton::data
