// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lepton::data {

/// Makes a file without a name in the user's cache folder: it is gone when it is closed, whatever happens.
base::File makeUnnamedFile();

/// Takes what does not fit in memory, and gives it back. Appending is for one thread; reading for many.
class SpillFile
{
public:
    void append(std::span<const std::byte> bytes);
    /// Writes what is still in memory; before reading.
    void flush();
    /// Bytes appended so far: where the next ones go.
    std::int64_t size() const noexcept { return m_size; }
    void readAt(std::int64_t offset, std::span<std::byte> bytes) const { m_file.readAt(offset, bytes); }

private:
    base::File m_file;
    std::vector<std::byte> m_buffer;
    std::int64_t m_size = 0;
};

/// Reads a stretch of a SpillFile from its beginning on.
class SpillReader
{
public:
    SpillReader(const SpillFile& file, std::int64_t begin, std::int64_t end)
        : m_file(&file)
        , m_next(begin)
        , m_end(end)
    {}

    bool atEnd() const noexcept { return m_at == m_buffer.size() && m_next == m_end; }
    /// The next @p count bytes, which there must be; valid until the next call.
    const std::byte* take(std::size_t count);

private:
    const SpillFile* m_file;
    std::int64_t m_next; ///< in the file, behind the buffer
    std::int64_t m_end;
    std::vector<std::byte> m_buffer;
    std::size_t m_at = 0;
};

} // namespace lepton::data
