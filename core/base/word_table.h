// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace lepton::base {

/// The words that stand for the values of an enumeration in files and in the catalog.
template <class Enum, std::size_t N>
using WordTable = std::array<std::pair<Enum, std::string_view>, N>;

/// @p otherwise for a value that @p table does not have.
template <class Enum, std::size_t N>
constexpr std::string_view wordOf(const WordTable<Enum, N>& table, Enum value,
                                  std::string_view otherwise = {}) noexcept
{
    for (const auto& [candidate, word] : table) {
        if (candidate == value)
            return word;
    }
    return otherwise;
}

/// Nothing for a word that stands for no value.
template <class Enum, std::size_t N>
constexpr std::optional<Enum> valueOf(const WordTable<Enum, N>& table, std::string_view word) noexcept
{
    for (const auto& [value, candidate] : table) {
        if (candidate == word)
            return value;
    }
    return std::nullopt;
}

} // namespace lepton::base
