// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace lepton::testing {

/// Numbers that are the same on every machine and in every run (SplitMix64).
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {}

    std::uint64_t next() noexcept
    {
        m_state += 0x9e3779b97f4a7c15;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    /// 0 to @p limit - 1.
    std::size_t below(std::size_t limit) noexcept { return static_cast<std::size_t>(next() % limit); }

private:
    std::uint64_t m_state;
};

/// Writes a sales table of @p rows rows: order and customer ids, a text of 3 to 6 words, integers, a day, a
/// price, a country. About 84 bytes a row; the same bytes in every run.
inline void writeSalesCsv(const std::filesystem::path& file, std::int64_t rows)
{
    constexpr std::array words{"please",   "deliver", "before",  "noon",    "fragile",   "gift",
                               "wrapped",  "second",  "attempt", "express", "customer",  "asked",
                               "for",      "invoice", "blue",    "variant", "large",     "box",
                               "returned", "parcel",  "leave",   "with",    "neighbour", "ring"};
    constexpr std::array countries{"Germany", "France",      "Poland",   "Spain",   "Italy",
                                   "Austria", "Netherlands", "Belgium",  "Denmark", "Sweden",
                                   "Finland", "Norway",      "Portugal", "Ireland"};
    std::ofstream out(file, std::ios::binary);
    out << "order_id,customer,note,quantity,stock,day,price,country\n";
    Random random(20'240'101);
    std::string lines;
    std::array<char, 128> head;
    for (std::int64_t row = 0; row < rows; ++row) {
        int length = std::snprintf(head.data(), head.size(), "%lld,C%07zu,",
                                   static_cast<long long>(1'000'000 + row), random.below(400'000));
        lines.append(head.data(), static_cast<std::size_t>(length));
        const std::size_t count = 3 + random.below(4);
        for (std::size_t i = 0; i < count; ++i) {
            lines += i > 0 ? " " : "";
            lines += words[random.below(words.size())];
        }
        length = std::snprintf(head.data(), head.size(), ",%zu,%zu,20%02zu-%02zu-%02zu,%zu.%02zu,",
                               1 + random.below(40), random.below(100'000), 15 + random.below(10),
                               1 + random.below(12), 1 + random.below(28), 1 + random.below(2'000),
                               random.below(100));
        lines.append(head.data(), static_cast<std::size_t>(length));
        lines += countries[random.below(countries.size())];
        lines += '\n';
        if (lines.size() > (std::size_t{1} << 20)) {
            out << lines;
            lines.clear();
        }
    }
    out << lines;
    out.close();
    if (!out)
        throw std::runtime_error("cannot write " + file.string());
}

} // namespace lepton::testing
