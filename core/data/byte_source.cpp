// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/byte_source.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "data/decompressor.h"

#include <algorithm>
#include <atomic>
#include <cstring>

namespace lepton::data {

namespace {

constexpr std::size_t pieceBytes = std::size_t{256} << 10;
constexpr std::size_t headBytes = std::size_t{1} << 20;

} // namespace

struct ByteSource::Impl
{
    Impl(const std::filesystem::path& path, const base::Cancellation& cancelled)
        : file(base::File::openForReading(path))
        , size(file.size())
        , cancellation(cancelled)
    {
        // One byte more than there is, so that the end is met at once.
        stored.resize(std::min(pieceBytes, static_cast<std::size_t>(size) + 1));
        refill();
        compression = Decompressor::detect({stored.data(), storedEnd});
        decompressor = Decompressor::make(compression);
    }

    void refill()
    {
        cancellation.throwIfRequested();
        storedBegin = 0;
        storedEnd = file.read(std::as_writable_bytes(std::span(stored)));
        read += static_cast<std::int64_t>(storedEnd);
        hash.update(std::string_view(stored.data(), storedEnd));
        ended = storedEnd == 0;
    }

    std::size_t readPlain(std::span<char> buffer)
    {
        if (storedBegin < storedEnd) {
            const std::size_t taken = std::min(buffer.size(), storedEnd - storedBegin);
            std::memcpy(buffer.data(), stored.data() + storedBegin, taken);
            storedBegin += taken;
            return taken;
        }
        if (ended)
            return 0;
        cancellation.throwIfRequested();
        const std::size_t taken =
            file.read(std::as_writable_bytes(buffer.first(std::min(buffer.size(), headBytes))));
        read += static_cast<std::int64_t>(taken);
        hash.update(std::string_view(buffer.data(), taken));
        ended = taken == 0;
        return taken;
    }

    std::size_t readCompressed(std::span<char> buffer)
    {
        while (true) {
            if (storedBegin == storedEnd && !ended)
                refill();
            const std::string_view input(stored.data() + storedBegin, storedEnd - storedBegin);
            const auto step = decompressor->step(input, buffer);
            storedBegin += step.consumed;
            if (step.produced > 0)
                return step.produced;
            if (ended && step.consumed == 0) {
                if (!decompressor->atEnd())
                    throw base::Error(
                        base::ErrorCode::BadCompression,
                        "The " + compression +
                            " compressed file ends too early: a part of it is missing. Get the file "
                            "again, complete this time.");
                return 0;
            }
        }
    }

    std::size_t readFresh(std::span<char> buffer)
    {
        return decompressor ? readCompressed(buffer) : readPlain(buffer);
    }

    base::File file;
    std::int64_t size;
    const base::Cancellation& cancellation;
    base::Sha256 hash;
    std::string compression;
    std::unique_ptr<Decompressor> decompressor;
    std::string stored; ///< bytes as they stand in the file
    std::size_t storedBegin = 0;
    std::size_t storedEnd = 0;
    std::atomic<std::int64_t> read{0}; ///< others look at it while one thread reads
    bool ended = false;
    std::string head;
    std::size_t headTaken = 0;
    bool headRead = false;
    bool headOnly = false;
};

ByteSource::ByteSource(const std::filesystem::path& file, const base::Cancellation& cancellation)
    : m_impl(std::make_unique<Impl>(file, cancellation))
{}

ByteSource::~ByteSource() = default;

std::string_view ByteSource::head()
{
    Impl& impl = *m_impl;
    if (!impl.headRead) {
        impl.headRead = true;
        const auto plainSize = static_cast<std::size_t>(impl.size) + 1;
        std::string head(impl.decompressor ? headBytes : std::min(headBytes, plainSize), '\0');
        std::size_t filled = 0;
        while (filled < head.size()) {
            const std::size_t got = impl.readFresh(std::span(head).subspan(filled));
            if (got == 0)
                break;
            filled += got;
        }
        head.resize(filled);
        impl.head = std::move(head);
    }
    return impl.head;
}

std::size_t ByteSource::read(std::span<char> buffer)
{
    Impl& impl = *m_impl;
    if (impl.headTaken < impl.head.size()) {
        const std::size_t taken = std::min(buffer.size(), impl.head.size() - impl.headTaken);
        std::memcpy(buffer.data(), impl.head.data() + impl.headTaken, taken);
        impl.headTaken += taken;
        return taken;
    }
    return impl.headOnly ? 0 : impl.readFresh(buffer);
}

void ByteSource::endAfterHead()
{
    m_impl->headOnly = true;
}

bool ByteSource::headIsWhole()
{
    return head().size() < headBytes;
}

const std::string& ByteSource::compression() const noexcept
{
    return m_impl->compression;
}

std::int64_t ByteSource::fileBytes() const noexcept
{
    return m_impl->size;
}

std::int64_t ByteSource::storedBytesRead() const noexcept
{
    return m_impl->read;
}

std::string ByteSource::fileHash()
{
    return base::toHex(m_impl->hash.finish());
}

} // namespace lepton::data
