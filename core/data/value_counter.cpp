// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/value_counter.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace lepton::data {

namespace {

constexpr std::size_t keptCodePoints = 200;

} // namespace

HyperLogLog::HyperLogLog(int precision)
    : m_precision(precision)
    , m_guard(std::uint64_t{1} << (precision - 1))
{}

std::int64_t HyperLogLog::estimate() const
{
    const auto m = static_cast<double>(m_ranks.size());
    double sum = 0;
    std::size_t zeros = 0;
    for (const std::uint8_t rank : m_ranks) {
        sum += std::ldexp(1.0, -rank);
        zeros += rank == 0 ? 1 : 0;
    }
    const double raw = 0.7213 / (1 + 1.079 / m) * m * m / sum;
    // Few values leave many slots free: counting those is the better estimate then.
    if (raw <= 2.5 * m && zeros > 0)
        return std::llround(m * std::log(m / static_cast<double>(zeros)));
    return std::llround(raw);
}

ValueCounter::ValueCounter(std::size_t limit, int precision, bool texts)
    : m_limit(limit)
    , m_texts(texts)
    , m_slots(64)
    , m_sketch(precision)
{}

void ValueCounter::remember(Slot& slot, std::string_view text)
{
    std::string_view kept = text;
    // A code point takes at most 4 bytes, so a short text needs no counting.
    if (text.size() > keptCodePoints)
        kept = base::firstCodePoints(text, keptCodePoints);
    slot.offset = static_cast<std::uint32_t>(m_arena.size());
    m_arena += kept;
    if (kept.size() < text.size())
        m_arena += "…";
    slot.length = static_cast<std::uint32_t>(m_arena.size() - slot.offset);
}

void ValueCounter::grow()
{
    ++m_used;
    if (m_used > m_limit) {
        if (m_exact) {
            m_exact = false;
            m_sketch.start();
            for (const Slot& slot : m_slots) {
                if (slot.count != 0)
                    m_sketch.add(mixBits(slot.key));
            }
            if (!m_texts) {
                m_slots = {};
                return;
            }
        }
        dropRare();
    } else if (m_used * 2 > m_slots.size()) {
        rebuild(m_slots.size() * 2, 0);
    }
}

void ValueCounter::dropRare()
{
    std::vector<std::int64_t> counts;
    counts.reserve(m_used);
    for (const Slot& slot : m_slots) {
        if (slot.count != 0)
            counts.push_back(slot.count);
    }
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    m_lost += *middle;
    rebuild(m_slots.size(), *middle);
}

void ValueCounter::rebuild(std::size_t slots, std::int64_t dropUpTo)
{
    std::vector<Slot> old(slots);
    old.swap(m_slots);
    const std::string arena = dropUpTo > 0 ? std::move(m_arena) : std::string();
    if (dropUpTo > 0)
        m_arena.clear();
    m_used = 0;
    for (Slot& slot : old) {
        if (slot.count <= dropUpTo)
            continue;
        if (dropUpTo > 0) {
            const auto offset = static_cast<std::uint32_t>(m_arena.size());
            m_arena.append(arena, slot.offset, slot.length);
            slot.offset = offset;
        }
        find(slot.key) = slot;
        ++m_used;
    }
}

std::int64_t ValueCounter::distinct() const
{
    return m_exact ? static_cast<std::int64_t>(m_used) : m_sketch.estimate();
}

std::vector<CountedValue> ValueCounter::top(std::size_t count) const
{
    std::vector<const Slot*> slots;
    for (const Slot& slot : m_slots) {
        if (slot.count > m_lost)
            slots.push_back(&slot);
    }
    const auto text = [&](const Slot* slot) {
        return std::string_view(m_arena).substr(slot->offset, slot->length);
    };
    const auto before = [&](const Slot* a, const Slot* b) {
        if (a->count != b->count)
            return a->count > b->count;
        return m_texts ? text(a) < text(b) : a->key < b->key;
    };
    const std::size_t kept = std::min(count, slots.size());
    std::partial_sort(slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(kept), slots.end(), before);
    std::vector<CountedValue> result;
    for (std::size_t i = 0; i < kept; ++i)
        result.push_back({slots[i]->key, slots[i]->count, std::string(text(slots[i]))});
    return result;
}

} // namespace lepton::data
