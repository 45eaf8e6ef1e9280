// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace lepton::train {

/// CRC-32C (Castagnoli, RFC 3720) of @p bytes, masked as TensorFlow stores it, so that the sum of bytes that
/// hold sums is not degenerate.
std::uint32_t maskedCrc32c(std::string_view bytes) noexcept;

/// A new file of records as TensorFlow writes them: length (8 bytes, little-endian), its masked sum, the
/// bytes, their masked sum. Gathers what it is given and writes in pieces. Not thread-safe.
class RecordFile
{
public:
    /// @throw base::Error Exists, NoSpace, Permission, ...
    explicit RecordFile(const std::filesystem::path& path);

    void add(std::string_view record);
    /// Writes what is left, forces it to the disk and closes. @throw base::Error
    void close();

private:
    void writeGathered();

    base::File m_file;
    std::string m_gathered;
};

} // namespace lepton::train
