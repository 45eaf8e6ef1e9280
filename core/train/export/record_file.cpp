// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/export/record_file.h"

#include <array>
#include <climits>

namespace lepton::train {
namespace {

constexpr std::array<std::uint32_t, 256> makeTable()
{
    constexpr std::uint32_t polynomial = 0x82F63B78; // reflected
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
        std::uint32_t sum = byte;
        for (int bit = 0; bit < CHAR_BIT; ++bit)
            sum = sum >> 1 ^ (sum & 1 ? polynomial : 0);
        table[byte] = sum;
    }
    return table;
}

constexpr auto table = makeTable();

void append(std::string& bytes, std::uint64_t value, int count)
{
    for (int i = 0; i < count; ++i)
        bytes += static_cast<char>(value >> (CHAR_BIT * i));
}

} // namespace

std::uint32_t maskedCrc32c(std::string_view bytes) noexcept
{
    std::uint32_t sum = ~0U;
    for (const char c : bytes)
        sum = sum >> CHAR_BIT ^ table[(sum ^ static_cast<unsigned char>(c)) & 0xFF];
    sum = ~sum;
    return (sum >> 15 | sum << 17) + 0xA282EAD8;
}

RecordFile::RecordFile(const std::filesystem::path& path)
    : m_file(base::File::create(path))
{}

void RecordFile::add(std::string_view record)
{
    constexpr std::size_t enough = std::size_t{1} << 20;
    std::string length;
    append(length, record.size(), sizeof(std::uint64_t));
    m_gathered += length;
    append(m_gathered, maskedCrc32c(length), sizeof(std::uint32_t));
    m_gathered += record;
    append(m_gathered, maskedCrc32c(record), sizeof(std::uint32_t));
    if (m_gathered.size() >= enough)
        writeGathered();
}

void RecordFile::close()
{
    writeGathered();
    m_file.sync();
    m_file.close();
}

void RecordFile::writeGathered()
{
    m_file.write(m_gathered);
    m_gathered.clear();
}

} // namespace lepton::train
