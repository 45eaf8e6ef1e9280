// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sort_runs.h"

#include <algorithm>

namespace lepton::data {
namespace {

template <class T>
std::span<const std::byte> bytesOf(const T& value)
{
    return std::as_bytes(std::span(&value, 1));
}

template <class T>
T take(SpillReader& reader)
{
    T value;
    std::memcpy(&value, reader.take(sizeof value), sizeof value);
    return value;
}

} // namespace

template <class Entry, class Order>
void RunWriter<Entry, Order>::finishRun()
{
    std::sort(m_entries.begin(), m_entries.end(), m_order);
    Run run{m_file.size(), 0};
    for (const Entry& entry : m_entries)
        write(entry);
    run.end = m_file.size();
    m_runs.push_back(run);
    m_entries.clear();
    m_texts.clear();
}

template <>
void RunWriter<NumberEntry, NumberOrder>::write(const NumberEntry& entry)
{
    m_file.append(bytesOf(entry.key));
    m_file.append(bytesOf(entry.place));
}

template <>
void RunWriter<TextEntry, TextOrder>::write(const TextEntry& entry)
{
    m_file.append(bytesOf(entry.place));
    m_file.append(bytesOf(std::uint64_t{entry.text.size()}));
    m_file.append(std::as_bytes(std::span(entry.text)));
}

template <>
void RunReader<NumberEntry>::next()
{
    m_atEnd = m_reader.atEnd();
    if (m_atEnd)
        return;
    m_entry.key = take<std::uint64_t>(m_reader);
    m_entry.place = take<std::uint32_t>(m_reader);
}

template <>
void RunReader<TextEntry>::next()
{
    m_atEnd = m_reader.atEnd();
    if (m_atEnd)
        return;
    m_entry.place = take<std::uint32_t>(m_reader);
    const auto size = static_cast<std::size_t>(take<std::uint64_t>(m_reader));
    m_entry.text = {reinterpret_cast<const char*>(m_reader.take(size)), size};
    m_entry.head = TextEntry::headOf(m_entry.text);
}

// Not the classes: Clang 14 would instantiate members whose constraints do not hold as well.
template void RunWriter<NumberEntry, NumberOrder>::finishRun();
template void RunWriter<TextEntry, TextOrder>::finishRun();
template class RunReader<NumberEntry>;
template class RunReader<TextEntry>;

} // namespace lepton::data
