// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lepton::data {

/// A fixed number of plain values: small ones in memory, large ones in a mapped file of the user's cache
/// folder that has no name any more, so that nothing is left of it whatever happens. The space is reserved
/// when it is made: a full disk is an Error here and never a fault later.
class CacheBuffer
{
public:
    CacheBuffer() = default;
    /// Zeros. @throw Error when there is no room.
    explicit CacheBuffer(std::size_t bytes);
    ~CacheBuffer();
    CacheBuffer(CacheBuffer&& other) noexcept;
    CacheBuffer& operator=(CacheBuffer&& other) noexcept;

    std::span<std::byte> bytes() noexcept { return m_bytes; }
    std::span<const std::byte> bytes() const noexcept { return m_bytes; }

private:
    std::vector<std::byte> m_heap;
    std::span<std::byte> m_bytes;
    bool m_mapped = false;
};

/// Row numbers or positions, 4 bytes each.
class RowBuffer
{
public:
    RowBuffer() = default;
    explicit RowBuffer(std::int64_t count);

    std::span<std::uint32_t> values() noexcept;
    std::span<const std::uint32_t> values() const noexcept;

private:
    CacheBuffer m_buffer;
};

/// @throw Error with ErrorCode::Unsupported when row numbers of a table of @p rows rows do not fit in 4
/// bytes;
/// @p what is what cannot be done: "filtered", "sorted".
void checkRowNumbersFit(std::int64_t rows, const char* what);

} // namespace lepton::data
