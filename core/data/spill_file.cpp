// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/spill_file.h"

#include "base/error.h"
#include "base/id.h"

#include <algorithm>

#include <unistd.h>

namespace lepton::data {
namespace {

constexpr std::size_t writeBytes = std::size_t{1} << 20;
constexpr std::size_t readBytes = std::size_t{256} << 10;

} // namespace

base::File makeUnnamedFile()
{
    const std::filesystem::path folder = base::cacheFolder();
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw base::errorFromErrno(error.value(), "create", folder.string());
    base::File file = base::File::create(folder / (base::Uuid::generate().toString() + ".tmp"), 0600);
    ::unlink(file.path().c_str());
    return file;
}

void SpillFile::append(std::span<const std::byte> bytes)
{
    m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
    m_size += static_cast<std::int64_t>(bytes.size());
    if (m_buffer.size() >= writeBytes)
        flush();
}

void SpillFile::flush()
{
    if (!m_file.isOpen())
        m_file = makeUnnamedFile();
    m_file.write(std::span<const std::byte>(m_buffer));
    m_buffer.clear();
}

const std::byte* SpillReader::take(std::size_t count)
{
    if (m_buffer.size() - m_at < count) {
        const std::size_t left = m_buffer.size() - m_at;
        m_buffer.erase(m_buffer.begin(), m_buffer.end() - static_cast<std::ptrdiff_t>(left));
        const auto more = static_cast<std::size_t>(
            std::min(static_cast<std::int64_t>(std::max(readBytes, count - left)), m_end - m_next));
        m_buffer.resize(left + more);
        m_file->readAt(m_next, std::span(m_buffer).subspan(left));
        m_next += static_cast<std::int64_t>(more);
        m_at = 0;
    }
    const std::byte* result = m_buffer.data() + m_at;
    m_at += count;
    return result;
}

} // namespace lepton::data
