// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/safetensors.h"
#include "train/engine/optimizer_torch.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <torch/types.h>

namespace lepton::train::engine {

/// What a checkpoint says besides its tensors.
struct CheckpointFacts
{
    std::int64_t step = 0;            ///< steps done
    std::uint64_t dropoutCounter = 0; ///< state of the generator of masks
    std::int64_t bestStep = 0;        ///< whose weights are kept as the best; 0: none
    nlohmann::json identity;          ///< identityOf() the settings
    std::string batches;              ///< fingerprint of the batch source

    // where bit-exactness holds
    std::string build;
    std::string library;
    std::string processor;
    std::string device;
    std::string precision;
    int threads = 0;
};

/// Writes the new file @p path: a safetensors file of float32 tensors whose metadata holds the facts and a
/// SHA-256 of all tensors. Tensors on a device are copied to memory first.
/// @throw base::Error NoSpace, Io, ...
void writeCheckpoint(const std::filesystem::path& path, const CheckpointFacts& facts,
                     const std::vector<NamedTensor>& tensors);

/// A checkpoint mapped into memory, with every byte checked.
class Checkpoint
{
public:
    /// @throw base::Error BadCheckpoint for a file that is none, is damaged or ends early; NotFound, Io, ...
    explicit Checkpoint(const std::filesystem::path& path);

    const CheckpointFacts& facts() const noexcept { return m_facts; }
    /// Copies the tensor of that name into target.value, wherever that lies.
    /// @throw base::Error BadCheckpoint where it is missing or has another shape
    void copyInto(const NamedTensor& target) const;

private:
    nn::SafetensorsFile m_file;
    CheckpointFacts m_facts;
};

} // namespace lepton::train::engine
