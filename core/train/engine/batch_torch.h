// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/bert_config.h"
#include "train/api/batch.h"

#include <cstdint>

#include <torch/types.h>

namespace lepton::train::engine {

/// A batch as the model takes it.
struct BatchTensors
{
    torch::Tensor ids;    ///< int64 [rows, tokens], padded on the right to the longest row
    torch::Tensor mask;   ///< bool [rows, tokens], true for real tokens
    torch::Tensor labels; ///< int64 [rows]; undefined where they are not known
};

/// Copies @p batch to @p device; to CUDA through pinned memory, without waiting for the copy.
/// @throw base::Error InvalidArgument for ids, lengths and labels that the model has no place for
BatchTensors toTensors(const Batch& batch, const nn::BertConfig& config, std::int64_t classes,
                       torch::Device device);

/// The length of the longest row.
std::int64_t longestRow(const Batch& batch) noexcept;

} // namespace lepton::train::engine
