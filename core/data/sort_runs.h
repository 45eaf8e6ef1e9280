// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/data: sorting of more than fits in memory, as runs on disk that are merged.

#include "data/spill_file.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <vector>

namespace lepton::data {

/// Where a value stands before the sort, and its key: sorted by key, then by place.
struct NumberEntry
{
    std::uint64_t key = 0;
    std::uint32_t place = 0;
};

/// A text key. The head is its first 8 bytes as a big-endian number, padded with zeros: most comparisons end
/// there.
struct TextEntry
{
    std::uint64_t head = 0;
    std::string_view text;
    std::uint32_t place = 0;

    static std::uint64_t headOf(std::string_view text) noexcept
    {
        std::uint64_t head = 0;
        for (std::size_t i = 0; i < 8; ++i)
            head = head << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
        return head;
    }
};

struct NumberOrder
{
    bool operator()(const NumberEntry& a, const NumberEntry& b) const noexcept
    {
        return a.key != b.key ? a.key < b.key : a.place < b.place;
    }
};

struct TextOrder
{
    bool descending = false;

    bool operator()(const TextEntry& a, const TextEntry& b) const noexcept
    {
        if (a.head != b.head)
            return (a.head < b.head) != descending;
        if (const int order = a.text.compare(b.text); order != 0)
            return (order < 0) != descending;
        return a.place < b.place;
    }
};

/// Collects entries, and writes them sorted as a run whenever the memory is full. One for each thread.
template <class Entry, class Order>
class RunWriter
{
public:
    struct Run
    {
        std::int64_t begin = 0;
        std::int64_t end = 0;
    };

    RunWriter(Order order, std::size_t memoryBytes)
        : m_order(order)
        , m_memory(memoryBytes)
    {}

    void add(std::uint64_t key, std::uint32_t place) requires std::is_same_v<Entry, NumberEntry>
    {
        if (m_entries.capacity() == 0)
            m_entries.reserve(m_memory / sizeof(Entry) + 1);
        m_entries.push_back({key, place});
        if (m_entries.size() * sizeof(Entry) >= m_memory)
            finishRun();
    }
    void add(std::string_view text, std::uint32_t place) requires std::is_same_v<Entry, TextEntry>
    {
        if (m_entries.capacity() == 0)
            m_entries.reserve(m_memory / 2 / sizeof(Entry) + 1);
        if (m_texts.capacity() - m_texts.size() < text.size()) {
            if (!m_entries.empty())
                finishRun();
            m_texts.reserve(std::max(m_memory / 2, text.size()));
        }
        const std::size_t begin = m_texts.size();
        m_texts.insert(m_texts.end(), text.begin(), text.end());
        m_entries.push_back({TextEntry::headOf(text), {m_texts.data() + begin, text.size()}, place});
        if (m_entries.size() * sizeof(Entry) >= m_memory / 2)
            finishRun();
    }

    /// Writes what is left. No more is added then.
    void finish()
    {
        if (!m_entries.empty())
            finishRun();
        m_entries = {};
        m_texts = {};
        if (!m_runs.empty())
            m_file.flush();
    }

    const std::vector<Run>& runs() const noexcept { return m_runs; }
    const SpillFile& file() const noexcept { return m_file; }

private:
    void finishRun();
    void write(const Entry& entry);

    Order m_order;
    std::size_t m_memory;
    std::vector<Entry> m_entries;
    std::vector<char> m_texts; ///< never grown while entries point into it
    SpillFile m_file;
    std::vector<Run> m_runs;
};

/// The entries of one run, one after the other.
template <class Entry>
class RunReader
{
public:
    RunReader(const SpillFile& file, std::int64_t begin, std::int64_t end)
        : m_reader(file, begin, end)
    {
        next();
    }

    bool atEnd() const noexcept { return m_atEnd; }
    /// Valid until next().
    const Entry& entry() const noexcept { return m_entry; }
    void next();

private:
    SpillReader m_reader;
    Entry m_entry;
    bool m_atEnd = false;
};

} // namespace lepton::data
