// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace lepton::data {

class Decoder;

/// Growing bytes that are not cleared first, with 32 readable bytes behind the end for wide loads.
class TextBuffer
{
public:
    static constexpr std::size_t padding = 32;

    char* data() noexcept { return m_bytes.get(); }
    const char* data() const noexcept { return m_bytes.get(); }
    std::size_t size() const noexcept { return m_size; }
    std::string_view view() const noexcept { return {m_bytes.get(), m_size}; }

    /// Room for @p count more bytes behind the end; the pointer holds until the next call.
    char* grow(std::size_t count);
    /// Takes @p count bytes that were written behind the end.
    void commit(std::size_t count) noexcept { m_size += count; }
    void append(std::string_view bytes);
    void dropLast(std::size_t count) noexcept { m_size -= count; }

private:
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

/// A stretch of a file as UTF-8, with what it takes to find a place in it again in the file as stored.
struct DecodedText
{
    /// Something in the text that no cell may hold.
    struct BadSpot
    {
        std::size_t at = 0;      ///< in the text
        std::int64_t stored = 0; ///< in the file
        base::ErrorCode kind = base::ErrorCode::BadEncoding;
    };
    /// Where a place in the text stands in the file.
    struct Anchor
    {
        std::size_t at = 0;
        std::int64_t stored = 0;
    };

    TextBuffer bytes;
    std::vector<Anchor> anchors;      ///< ascending; the first is for 0
    std::vector<BadSpot> badSpots;    ///< ascending
    const Decoder* decoder = nullptr; ///< none: stored as UTF-8

    /// The offset in the file of the character at @p at.
    std::int64_t storedAt(std::size_t at) const;
    /// Moves what stands from @p at on into a text of its own; this one keeps all its bytes.
    DecodedText tail(std::size_t at) const;
    /// The first bad spot in [begin, end), or null.
    const BadSpot* badSpotIn(std::size_t begin, std::size_t end) const;
};

} // namespace lepton::data
