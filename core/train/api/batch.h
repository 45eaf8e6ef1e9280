// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace lepton::train {

/// Tokenised rows without padding, as a view: row i has ids[offsets[i]] to ids[offsets[i + 1]]. The trainer
/// pads to the longest row of the batch.
struct Batch
{
    std::span<const std::int32_t> ids;
    std::span<const std::size_t> offsets; ///< one more than rows
    std::span<const std::int32_t> labels; ///< class of each row, from 0; empty where they are not known

    std::size_t rows() const noexcept { return offsets.empty() ? 0 : offsets.size() - 1; }
    std::size_t length(std::size_t row) const noexcept { return offsets[row + 1] - offsets[row]; }
};

/// Gives the batches of an optimiser step. A pure function of the step: the same step gives the same batches
/// whatever was asked before, so that a resumed run needs nothing but its number. One thread at a time.
class BatchSource
{
public:
    virtual ~BatchSource() = default;

    /// Optimiser steps in an epoch.
    virtual std::int64_t stepsPerEpoch() const = 0;
    /// The batches whose gradients make step @p step (from 0): one, or as many as are accumulated. They stay
    /// valid until the next call.
    virtual std::span<const Batch> batches(std::int64_t step) = 0;
    /// A text that tells this order of these rows from any other; kept in checkpoints.
    virtual std::string_view fingerprint() const = 0;
};

/// Rows to evaluate, in a fixed order. One thread at a time.
class EvaluationSource
{
public:
    virtual ~EvaluationSource() = default;

    virtual std::int64_t rows() const = 0;
    virtual std::int64_t batchCount() const = 0;
    /// Valid until the next call. The rows need not stand in the order of the data: see rowNumbers().
    virtual Batch batch(std::int64_t index) = 0;
    /// For each row of batch @p index its place (from 0) in the data.
    virtual std::span<const std::int64_t> rowNumbers(std::int64_t index) const = 0;
};

} // namespace lepton::train
