// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/cache_buffer.h"

#include "base/error.h"
#include "base/file.h"
#include "data/spill_file.h"

#include <cerrno>
#include <limits>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>

namespace lepton::data {
namespace {

constexpr std::size_t largestOnHeap = std::size_t{4} << 20;

} // namespace

CacheBuffer::CacheBuffer(std::size_t bytes)
{
    if (bytes <= largestOnHeap) {
        m_heap.resize(bytes);
        m_bytes = m_heap;
        return;
    }
    const base::File file = makeUnnamedFile();
    if (const int result = ::posix_fallocate(file.descriptor(), 0, static_cast<off_t>(bytes)); result != 0)
        throw base::errorFromErrno(result, "write", base::cacheFolder().string());
    void* address = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file.descriptor(), 0);
    if (address == MAP_FAILED)
        throw base::errorFromErrno(errno, "map", base::cacheFolder().string());
    m_bytes = {static_cast<std::byte*>(address), bytes};
    m_mapped = true;
}

CacheBuffer::~CacheBuffer()
{
    if (m_mapped)
        ::munmap(m_bytes.data(), m_bytes.size());
}

CacheBuffer::CacheBuffer(CacheBuffer&& other) noexcept
    : m_heap(std::move(other.m_heap))
    , m_bytes(std::exchange(other.m_bytes, {}))
    , m_mapped(std::exchange(other.m_mapped, false))
{}

CacheBuffer& CacheBuffer::operator=(CacheBuffer&& other) noexcept
{
    std::swap(m_heap, other.m_heap);
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_mapped, other.m_mapped);
    return *this;
}

RowBuffer::RowBuffer(std::int64_t count)
    : m_buffer(static_cast<std::size_t>(count) * sizeof(std::uint32_t))
{}

std::span<std::uint32_t> RowBuffer::values() noexcept
{
    const auto bytes = m_buffer.bytes();
    return {reinterpret_cast<std::uint32_t*>(bytes.data()), bytes.size() / sizeof(std::uint32_t)};
}

std::span<const std::uint32_t> RowBuffer::values() const noexcept
{
    const auto bytes = m_buffer.bytes();
    return {reinterpret_cast<const std::uint32_t*>(bytes.data()), bytes.size() / sizeof(std::uint32_t)};
}

void checkRowNumbersFit(std::int64_t rows, const char* what)
{
    constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
    if (rows > most)
        throw base::Error(base::ErrorCode::Unsupported,
                          "A table of " + std::to_string(rows) + " rows cannot be " + what + ": at most " +
                              std::to_string(most) + " rows are possible. Export a part of it first.");
}

} // namespace lepton::data
