// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/notice.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lepton::train {

/// Optimiser steps of an epoch: ceil of rows over batch, and of batches over accumulation.
constexpr std::int64_t stepsPerEpoch(std::int64_t rows, std::int64_t batchSize, std::int64_t accumulation)
{
    const std::int64_t batches = (rows - 1) / batchSize + 1;
    return (batches - 1) / accumulation + 1;
}

/// The order in which rows are trained on: a pure function of lengths, batch size, seed and epoch.
///
/// Rows are shuffled and cut into stretches of 50 batches (fewer where there are not 200 batches, so that
/// batches differ from epoch to epoch); each stretch is sorted by length and cut into batches, and all
/// batches are shuffled. So a batch has rows of about one length and needs little padding, while each row
/// meets each place of the epoch as often, and the last, short batch takes rows of any length.
class BatchPlan
{
public:
    /// @p lengths in tokens, one a row. A batch size above the number of rows makes one batch.
    /// @throw base::Error InvalidArgument without rows
    BatchPlan(std::vector<std::uint32_t> lengths, std::int64_t batchSize, std::int64_t accumulation,
              std::uint64_t seed);

    std::int64_t rows() const noexcept { return static_cast<std::int64_t>(m_lengths.size()); }
    std::int64_t batchesPerEpoch() const noexcept;
    /// Optimiser steps of an epoch; the last one accumulates fewer batches where they do not come out even.
    std::int64_t stepsPerEpoch() const noexcept;
    std::int64_t accumulation() const noexcept { return m_accumulation; }
    std::int64_t batchSize() const noexcept { return m_batchSize; }
    std::uint64_t seed() const noexcept { return m_seed; }

    /// The rows of each batch of epoch @p epoch (from 0), in order.
    std::vector<std::vector<std::uint32_t>> epoch(std::int64_t epoch) const;

    /// A batch size above the rows, accumulation above the batches.
    std::vector<Notice> notices() const;

private:
    std::vector<std::uint32_t> m_lengths;
    std::int64_t m_batchSize;
    std::int64_t m_accumulation;
    std::uint64_t m_seed;
};

} // namespace lepton::train
