// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace lepton::base {
class Cancellation;
}

namespace lepton::data {

/// The bytes of a file, decompressed where it is gzip or zstd, read once from the beginning to the end in
/// bounded memory. The stored bytes are hashed on the way. Not thread-safe.
class ByteSource
{
public:
    /// @throw Error when @p file cannot be opened or is no regular file.
    ByteSource(const std::filesystem::path& file, const base::Cancellation& cancellation);
    ~ByteSource();
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// The first bytes (decompressed), at most 1 MiB; they are read again by read().
    std::string_view head();
    /// Lets the file end after head(): for a preview, which must not read on whatever it meets.
    void endAfterHead();
    /// The file ends within head().
    bool headIsWhole();
    /// Fills @p buffer as far as possible; 0 at the end.
    /// @throw Error with ErrorCode::BadCompression for a damaged or cut stream, ErrorCode::Cancelled
    std::size_t read(std::span<char> buffer);

    /// "", "gzip" or "zstd".
    const std::string& compression() const noexcept;
    /// Size of the file as stored.
    std::int64_t fileBytes() const noexcept;
    /// How many of them have been read.
    std::int64_t storedBytesRead() const noexcept;
    /// SHA-256 of the file as stored, lower-case hex. Call once read() has given 0.
    std::string fileHash();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace lepton::data
