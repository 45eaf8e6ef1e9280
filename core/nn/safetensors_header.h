// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "nn/safetensors.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::nn {

/// A tensor as the header describes it; offsets count from the end of the header.
struct TensorEntry
{
    std::string name;
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::uint64_t numbers = 0; ///< the product of the shape
};

struct SafetensorsHeader
{
    std::vector<TensorEntry> tensors; ///< in the order of their data
    TensorMetadata metadata;
};

/// Parses and checks the JSON of a header: keys, types, shapes, and offsets that cover @p dataSize bytes
/// without a gap or an overlap. @p dataStart is the byte of the file where the data begins.
/// @throw base::Error BadModel; @p file names the file
SafetensorsHeader parseSafetensorsHeader(std::string_view json, std::uint64_t dataStart,
                                         std::uint64_t dataSize, const std::string& file);

/// The Error for a damaged safetensors file. @p byte: from 0 in the file, or negative for none.
base::Error badSafetensors(const std::string& file, const std::string& why, std::int64_t byte = -1);

} // namespace lepton::nn
