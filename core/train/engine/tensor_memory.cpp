// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/tensor_memory.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <map>
#include <mutex>
#include <string>

#include <c10/core/CPUAllocator.h>
#include <c10/util/Exception.h>
#include <sys/mman.h>

namespace lepton::train::engine {

namespace {

/// Smaller blocks stay malloc()'s own business: it keeps them anyway.
constexpr std::size_t smallest = std::size_t{64} << 10;
constexpr std::size_t hugePage = std::size_t{2} << 20;
constexpr std::size_t cacheLine = 64;

/// Stands before the numbers of a block, on a cache line of its own.
struct alignas(cacheLine) Header
{
    std::size_t bytes; ///< of the block, with this
};

/// Sizes in steps of an eighth, so that batches of slightly different lengths share blocks.
std::size_t roundedUp(std::size_t bytes)
{
    const std::size_t step = std::bit_floor(bytes) / 8;
    return (bytes + step - 1) / step * step;
}

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
        if (--m_scopes > 0)
            return;
        drop(0);
        m_peakBytes = 0;
    }

private:
    void* find(std::size_t bytes)
    {
        const std::size_t wanted = bytes + sizeof(Header);
        Header* const block = wanted < smallest ? newBlock(wanted) : take(roundedUp(wanted));
        if (!block)
            C10_THROW_ERROR(OutOfMemoryError, "not enough memory for " + std::to_string(bytes) + " bytes");
        return block + 1;
    }

    static void release(void* numbers)
    {
        if (numbers)
            instance().keepOrFree(static_cast<Header*>(numbers) - 1);
    }

    /// A kept block of @p wanted bytes or not much more, else a new one; null where there is no memory.
    Header* take(std::size_t wanted)
    {
        const std::lock_guard lock(m_mutex);
        Header* block = nullptr;
        const auto found = m_kept.lower_bound(wanted);
        if (found != m_kept.end() && found->first <= wanted + wanted / 2) {
            block = found->second;
            m_keptBytes -= block->bytes;
            m_kept.erase(found);
        } else {
            // Blocks of sizes that nobody wants any more must not pile up.
            const std::size_t most = m_peakBytes + m_peakBytes / 4;
            drop(most - std::min(most, m_usedBytes + wanted));
            block = newBlock(wanted);
        }
        if (!block) {
            drop(0);
            block = newBlock(wanted);
        }
        if (block)
            m_usedBytes += block->bytes;
        m_peakBytes = std::max(m_peakBytes, m_usedBytes);
        return block;
    }

    static Header* newBlock(std::size_t bytes)
    {
        void* memory = nullptr;
        const bool huge = bytes >= hugePage;
        if (posix_memalign(&memory, huge ? hugePage : cacheLine, bytes) != 0)
            return nullptr;
        if (huge)
            ::madvise(memory, bytes, MADV_HUGEPAGE); // a hint: nothing is lost where it is refused
        auto* const block = static_cast<Header*>(memory);
        block->bytes = bytes;
        return block;
    }

    void keepOrFree(Header* block)
    {
        if (block->bytes >= smallest) {
            const std::lock_guard lock(m_mutex);
            m_usedBytes -= block->bytes;
            if (m_scopes > 0) {
                m_keptBytes += block->bytes;
                m_kept.emplace(block->bytes, block);
                return;
            }
        }
        std::free(block);
    }

    /// Frees kept blocks, the largest first, until at most @p bytes are kept. Under the lock.
    void drop(std::size_t bytes)
    {
        while (m_keptBytes > bytes) {
            const auto last = std::prev(m_kept.end());
            m_keptBytes -= last->first;
            std::free(last->second);
            m_kept.erase(last);
        }
    }

    std::mutex m_mutex;
    std::multimap<std::size_t, Header*> m_kept; ///< by size
    std::size_t m_keptBytes = 0;
    std::size_t m_usedBytes = 0; ///< bytes of blocks that tensors hold
    std::size_t m_peakBytes = 0; ///< the most of them since the first scope
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
