// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lepton::data {

/// One bit a row, in words of 64. Bits behind the last row are 0.
class Bitmap
{
public:
    Bitmap() = default;
    explicit Bitmap(std::int64_t size, bool value = false)
        : m_size(size)
        , m_words(wordCount(size), value ? ~std::uint64_t{0} : 0)
    {
        trim();
    }

    static std::size_t wordCount(std::int64_t bits) { return static_cast<std::size_t>((bits + 63) / 64); }

    std::int64_t size() const noexcept { return m_size; }
    std::span<std::uint64_t> words() noexcept { return m_words; }
    std::span<const std::uint64_t> words() const noexcept { return m_words; }

    bool at(std::int64_t i) const { return m_words[static_cast<std::size_t>(i / 64)] >> (i % 64) & 1; }
    void set(std::int64_t i) { m_words[static_cast<std::size_t>(i / 64)] |= std::uint64_t{1} << (i % 64); }

    std::int64_t count() const noexcept
    {
        std::int64_t bits = 0;
        for (const std::uint64_t word : m_words)
            bits += std::popcount(word);
        return bits;
    }
    bool any() const noexcept
    {
        for (const std::uint64_t word : m_words) {
            if (word != 0)
                return true;
        }
        return false;
    }

    Bitmap& operator&=(const Bitmap& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
        return *this;
    }
    Bitmap& operator|=(const Bitmap& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
        return *this;
    }
    /// Takes away what @p other has.
    Bitmap& operator-=(const Bitmap& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= ~other.m_words[i];
        return *this;
    }

    /// Calls @p visit for every set bit, in order.
    template <class Visit>
    void forEach(const Visit& visit) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1)
                visit(static_cast<std::int64_t>(i * 64) + std::countr_zero(word));
        }
    }

    /// Sets the bits of @p other from @p first on.
    void put(std::int64_t first, const Bitmap& other)
    {
        auto at = static_cast<std::size_t>(first / 64);
        const auto shift = static_cast<unsigned>(first % 64);
        for (const std::uint64_t word : other.m_words) {
            m_words[at++] |= word << shift;
            if (const std::uint64_t rest = shift == 0 ? 0 : word >> (64 - shift); rest != 0)
                m_words[at] |= rest;
        }
    }
    /// Bits @p begin to @p end - 1.
    Bitmap slice(std::int64_t begin, std::int64_t end) const
    {
        Bitmap result(end - begin);
        auto at = static_cast<std::size_t>(begin / 64);
        const auto shift = static_cast<unsigned>(begin % 64);
        for (std::uint64_t& word : result.m_words) {
            word = m_words[at++] >> shift;
            if (shift != 0 && at < m_words.size())
                word |= m_words[at] << (64 - shift);
        }
        result.trim();
        return result;
    }

private:
    void trim()
    {
        if (m_size % 64 != 0)
            m_words.back() &= (std::uint64_t{1} << (m_size % 64)) - 1;
    }

    std::int64_t m_size = 0;
    std::vector<std::uint64_t> m_words;
};

} // namespace lepton::data
