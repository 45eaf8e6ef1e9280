// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "nn/safetensors.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace lepton::nn {

/// Writes a safetensors file tensor by tensor, so that no copy of the whole is needed. Equal tensors and
/// metadata give equal bytes. A file that was not finished is left as it is, and is refused when read.
class SafetensorsWriter
{
public:
    /// Makes the new file @p path and writes its header; the data of @p tensors is not looked at.
    /// @throw base::Error as base::File::create(); InvalidArgument for a name twice or a negative shape
    SafetensorsWriter(const std::filesystem::path& path, std::vector<TensorView> tensors,
                      const TensorMetadata& metadata);

    /// The order in which write() takes them: wider types first, so that each is aligned, else as given.
    const std::vector<TensorView>& order() const noexcept { return m_tensors; }
    /// The numbers of the next tensor. @throw base::Error NoSpace, Io, ...
    void write(std::span<const std::byte> data);
    /// Closes the file after the last tensor; syncing is left to whoever keeps it. @throw base::Error
    void finish();

private:
    std::vector<TensorView> m_tensors;
    std::size_t m_next = 0;
    base::File m_file;
};

/// Writes all of @p tensors, whose data is at hand, into the new file @p path.
/// @throw base::Error as SafetensorsWriter
void writeSafetensors(const std::filesystem::path& path, const std::vector<TensorView>& tensors,
                      const TensorMetadata& metadata = {});

} // namespace lepton::nn
