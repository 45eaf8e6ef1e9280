// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

namespace lepton::registry {

/// A sorted map whose copies share their values, which are never changed but replaced: a copy costs a pointer
/// an entry, and where two copies differ is found without looking at the values that they share.
template <class Key, class Value>
class SharedMap
{
    using Entries = std::map<Key, std::shared_ptr<const Value>>;

public:
    using Entry = std::pair<const Key&, const Value&>;

    class Iterator
    {
    public:
        using value_type = Entry;
        using reference = Entry;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag; // what it refers to is made on the way
        using iterator_concept = std::forward_iterator_tag;
        struct pointer
        {
            Entry entry;
            const Entry* operator->() const { return &entry; }
        };

        Iterator() = default;
        explicit Iterator(typename Entries::const_iterator at)
            : m_at(at)
        {}
        Entry operator*() const { return {m_at->first, *m_at->second}; }
        pointer operator->() const { return {**this}; }
        Iterator& operator++()
        {
            ++m_at;
            return *this;
        }
        Iterator operator++(int)
        {
            Iterator before = *this;
            ++m_at;
            return before;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        typename Entries::const_iterator m_at;
    };

    Iterator begin() const { return Iterator(m_entries.begin()); }
    Iterator end() const { return Iterator(m_entries.end()); }
    Iterator find(const Key& key) const { return Iterator(m_entries.find(key)); }
    bool contains(const Key& key) const { return m_entries.contains(key); }
    /// @throw std::out_of_range
    const Value& at(const Key& key) const { return *m_entries.at(key); }
    std::size_t size() const noexcept { return m_entries.size(); }
    bool empty() const noexcept { return m_entries.empty(); }

    /// @return whether the key was not there before; else nothing changes
    bool add(const Key& key, Value value)
    {
        const auto [entry, isNew] = m_entries.try_emplace(key);
        if (isNew)
            entry->second = std::make_shared<const Value>(std::move(value));
        return isNew;
    }
    /// Replaces the value by what @p work makes of a copy of it. @throw std::out_of_range
    template <class Work>
    void change(const Key& key, Work work)
    {
        auto copy = std::make_shared<Value>(at(key));
        work(*copy);
        m_entries.at(key) = std::move(copy);
    }

    /// Calls @p visit with each key whose value is not the same object in both, and with the two values; null
    /// where there is none.
    template <class Visit>
    static void differences(const SharedMap& before, const SharedMap& after, Visit visit)
    {
        auto was = before.m_entries.begin();
        auto is = after.m_entries.begin();
        while (was != before.m_entries.end() || is != after.m_entries.end()) {
            const bool gone =
                is == after.m_entries.end() || (was != before.m_entries.end() && was->first < is->first);
            const bool isNew = !gone && (was == before.m_entries.end() || is->first < was->first);
            const Value* old = isNew ? nullptr : was->second.get();
            const Value* now = gone ? nullptr : is->second.get();
            if (old != now)
                visit(gone ? was->first : is->first, old, now);
            if (!isNew)
                ++was;
            if (!gone)
                ++is;
        }
    }

private:
    Entries m_entries;
};

} // namespace lepton::registry
