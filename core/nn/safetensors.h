// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::nn {

/// What a number of a tensor is, by the words of safetensors: F64, ..., BOOL.
enum class TensorType
{
    F64,
    F32,
    F16,
    BF16,
    I64,
    I32,
    U8,
    Bool ///< a byte each, 0 or 1
};

/// "F32", ...
std::string_view typeName(TensorType type) noexcept;
std::optional<TensorType> typeFromName(std::string_view name) noexcept;
/// Bytes of one number.
std::size_t typeSize(TensorType type) noexcept;
/// "[30522, 384]"
std::string shapeText(std::span<const std::int64_t> shape);

/// A named tensor whose numbers lie somewhere else: row by row, little-endian.
struct TensorView
{
    std::string name;
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;      ///< empty: one number
    std::span<const std::byte> data = {}; ///< need not be aligned

    std::int64_t elements() const noexcept;
};

using TensorMetadata = std::map<std::string, std::string>;

/// A safetensors file, mapped into memory (format: github.com/huggingface/safetensors). Everything that the
/// header says is checked before the constructor returns: after it, each tensor lies inside the file, has as
/// many bytes as its type and shape ask for, and shares none with another. Immutable and thread-safe.
class SafetensorsFile
{
public:
    /// @throw base::Error BadModel with a sentence that names the file and the tensor, and the byte where one
    /// can be named; NotFound and so on when it cannot be read.
    explicit SafetensorsFile(const std::filesystem::path& path);

    const std::filesystem::path& path() const noexcept { return m_path; }
    /// In the order of their data. The views hold as long as this object.
    const std::vector<TensorView>& tensors() const noexcept { return m_tensors; }
    /// The tensor of that name, or null.
    const TensorView* find(std::string_view name) const noexcept;
    /// Texts that the writer left beside the tensors (`__metadata__`).
    const TensorMetadata& metadata() const noexcept { return m_metadata; }

private:
    std::filesystem::path m_path;
    base::MappedFile m_file;
    std::vector<TensorView> m_tensors;
    TensorMetadata m_metadata;
    std::map<std::string_view, std::size_t> m_places;
};

} // namespace lepton::nn
