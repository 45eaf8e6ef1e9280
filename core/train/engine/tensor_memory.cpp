// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/tensor_memory.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <map>
#include <mutex>
#include <new>
#include <set>
#include <string>
#include <utility>

#include <c10/core/CPUAllocator.h>
#include <c10/util/Exception.h>
#include <sys/mman.h>

namespace lepton::train::engine {

namespace {

constexpr std::size_t cacheLine = 64;
/// Smaller blocks stay malloc()'s own business: it keeps them anyway.
constexpr std::size_t smallest = std::size_t{64} << 10;
constexpr std::size_t hugePage = std::size_t{2} << 20;
constexpr std::size_t segmentBytes = std::size_t{32} << 20; ///< what is asked of the system, at least

constexpr std::size_t roundedUp(std::size_t bytes, std::size_t to)
{
    return (bytes + to - 1) / to * to;
}

/// Stands before the numbers of a block, on a cache line of its own.
struct alignas(cacheLine) Header
{
    bool pooled; ///< else from malloc()
};

/// Memory from the system, cut into blocks; free neighbours become one again, so that batches of all lengths
/// share it. Not thread-safe.
class Pool
{
public:
    /// Null where there is no memory. @p bytes: a multiple of a cache line
    char* take(std::size_t bytes)
    {
        auto found = m_free.lower_bound({bytes, nullptr});
        if (found == m_free.end()) {
            if (!addSegment(bytes))
                return nullptr;
            found = m_free.lower_bound({bytes, nullptr});
        }
        char* const place = found->second;
        const std::size_t rest = found->first - bytes;
        m_free.erase(found);
        m_blocks[place] = {bytes, true};
        if (rest > 0) {
            m_blocks[place + bytes] = {rest, false};
            m_free.emplace(rest, place + bytes);
        }
        return place;
    }

    void give(char* place)
    {
        auto block = m_blocks.find(place);
        block->second.used = false;
        // Blocks of two segments may be neighbours by chance, but each is given back to the system alone.
        const auto next = std::next(block);
        if (next != m_blocks.end() && joins(block, next))
            join(block, next);
        if (block != m_blocks.begin() && joins(std::prev(block), block)) {
            block = std::prev(block);
            join(block, std::next(block));
        }
        m_free.emplace(block->second.bytes, block->first);
    }

    /// Gives back to the system what holds no block.
    void trim()
    {
        for (auto segment = m_segments.begin(); segment != m_segments.end();) {
            const auto block = m_blocks.find(segment->first);
            if (block->second.used || block->second.bytes != segment->second) {
                ++segment;
                continue;
            }
            m_free.erase({block->second.bytes, block->first});
            m_blocks.erase(block);
            ::munmap(segment->first, segment->second);
            segment = m_segments.erase(segment);
        }
    }

private:
    struct Block
    {
        std::size_t bytes;
        bool used;
    };
    using Place = std::map<char*, Block>::iterator;

    bool joins(Place first, Place second) const
    {
        return !first->second.used && !second->second.used &&
               first->first + first->second.bytes == second->first && !m_segments.contains(second->first);
    }

    /// @p second becomes part of @p first; neither is among the free ones afterwards.
    void join(Place first, Place second)
    {
        m_free.erase({first->second.bytes, first->first});
        m_free.erase({second->second.bytes, second->first});
        first->second.bytes += second->second.bytes;
        m_blocks.erase(second);
    }

    bool addSegment(std::size_t bytes)
    {
        bytes = roundedUp(bytes < segmentBytes ? segmentBytes : bytes, hugePage);
        void* const mapped =
            ::mmap(nullptr, bytes + hugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (mapped == MAP_FAILED)
            return false;
        // What stands before the first border of a huge page, and after the last, is of no use.
        char* const raw = static_cast<char*>(mapped);
        const auto before = roundedUp(reinterpret_cast<std::uintptr_t>(raw), hugePage) -
                            reinterpret_cast<std::uintptr_t>(raw);
        if (before > 0)
            ::munmap(raw, before);
        if (before < hugePage)
            ::munmap(raw + before + bytes, hugePage - before);
        char* const segment = raw + before;
        ::madvise(segment, bytes, MADV_HUGEPAGE); // a hint: nothing is lost where it is refused
        m_segments[segment] = bytes;
        m_blocks[segment] = {bytes, false};
        m_free.emplace(bytes, segment);
        return true;
    }

    std::map<char*, std::size_t> m_segments;
    std::map<char*, Block> m_blocks;                ///< all of all segments
    std::set<std::pair<std::size_t, char*>> m_free; ///< by size
};

class TensorMemory final : public c10::Allocator
{
public:
    static TensorMemory& instance()
    {
        // LibTorch keeps the pointer for the life of the process.
        static auto* const memory = [] {
            auto* const made = new TensorMemory;
            c10::SetCPUAllocator(made);
            return made;
        }();
        return *memory;
    }

    c10::DataPtr allocate(std::size_t bytes) override
    {
        void* const numbers = bytes == 0 ? nullptr : find(bytes);
        return {numbers, numbers, &release, c10::Device(c10::DeviceType::CPU)};
    }

    c10::DeleterFnPtr raw_deleter() const override { return &release; }

    void copy_data(void* to, const void* from, std::size_t bytes) const override
    {
        default_copy_data(to, from, bytes);
    }

    void enter()
    {
        const std::lock_guard lock(m_mutex);
        ++m_scopes;
    }

    void leave()
    {
        const std::lock_guard lock(m_mutex);
        if (--m_scopes == 0)
            m_pool.trim();
    }

private:
    void* find(std::size_t bytes)
    {
        Header* header = nullptr;
        if (bytes < std::size_t{1} << 48) // beyond any machine, and of no harm to the sums below
            header = bytes < smallest ? fromSystem(bytes) : fromPool(bytes);
        if (!header)
            C10_THROW_ERROR(OutOfMemoryError, "not enough memory for " + std::to_string(bytes) + " bytes");
        return header + 1;
    }

    static Header* fromSystem(std::size_t bytes)
    {
        void* memory = nullptr;
        if (posix_memalign(&memory, cacheLine, bytes + sizeof(Header)) != 0)
            return nullptr;
        return new (memory) Header{false};
    }

    Header* fromPool(std::size_t bytes)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_scopes > 0) {
                char* const place = m_pool.take(roundedUp(bytes + sizeof(Header), cacheLine));
                return place ? new (place) Header{true} : nullptr;
            }
        }
        return fromSystem(bytes);
    }

    static void release(void* numbers)
    {
        if (!numbers)
            return;
        auto* const header = static_cast<Header*>(numbers) - 1;
        if (!header->pooled) {
            std::free(header);
            return;
        }
        TensorMemory& memory = instance();
        const std::lock_guard lock(memory.m_mutex);
        memory.m_pool.give(reinterpret_cast<char*>(header));
        if (memory.m_scopes == 0)
            memory.m_pool.trim();
    }

    std::mutex m_mutex;
    Pool m_pool;
    int m_scopes = 0;
};

} // namespace

TensorMemoryScope::TensorMemoryScope()
{
    TensorMemory::instance().enter();
}

TensorMemoryScope::~TensorMemoryScope()
{
    TensorMemory::instance().leave();
}

} // namespace lepton::train::engine
