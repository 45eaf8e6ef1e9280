// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/tokenised_sources.h"

#include "base/error.h"
#include "base/sha256.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace lepton::train {
namespace {

std::vector<std::uint32_t> lengthsOf(const TokenisedRows& rows)
{
    std::vector<std::uint32_t> lengths;
    lengths.reserve(rows.positions.size());
    for (const std::int64_t position : rows.positions)
        lengths.push_back(
            static_cast<std::uint32_t>((*rows.tokens)[static_cast<std::size_t>(position)].size()));
    return lengths;
}

std::int32_t labelOf(const TokenisedRows& rows, std::size_t position)
{
    return (*rows.labels)[position];
}

/// Feeds everything that decides what a training sees and when.
std::string fingerprintOf(const TokenisedRows& rows, const BatchPlan& plan)
{
    base::Sha256 hash;
    hash.update("lepton-order-1");
    hash.updateU64(plan.seed());
    hash.updateU64(static_cast<std::uint64_t>(plan.batchSize()));
    hash.updateU64(static_cast<std::uint64_t>(plan.accumulation()));
    hash.updateU64(rows.positions.size());
    for (const std::int64_t position : rows.positions) {
        const auto ids = (*rows.tokens)[static_cast<std::size_t>(position)];
        hash.updateU64(static_cast<std::uint64_t>(labelOf(rows, static_cast<std::size_t>(position))));
        hash.updateU64(ids.size());
        hash.update(std::as_bytes(ids));
    }
    return base::toHex(hash.finish());
}

void append(const TokenisedRows& rows, std::int64_t position, std::vector<std::int32_t>& ids,
            std::vector<std::size_t>& offsets, std::vector<std::int32_t>& labels)
{
    const auto index = static_cast<std::size_t>(position);
    const auto tokens = (*rows.tokens)[index];
    ids.insert(ids.end(), tokens.begin(), tokens.end());
    offsets.push_back(ids.size());
    labels.push_back(labelOf(rows, index));
}

} // namespace

TokenisedBatchSource::TokenisedBatchSource(TokenisedRows rows, std::int64_t batchSize,
                                           std::int64_t accumulation, std::uint64_t seed)
    : m_rows(std::move(rows))
    , m_plan(lengthsOf(m_rows), batchSize, accumulation, seed)
    , m_fingerprint(fingerprintOf(m_rows, m_plan))
{}

void TokenisedBatchSource::loadEpoch(std::int64_t epoch)
{
    if (epoch == m_epoch)
        return;
    m_order = m_plan.epoch(epoch);
    m_epoch = epoch;
}

std::span<const Batch> TokenisedBatchSource::batches(std::int64_t step)
{
    if (step < 0)
        throw base::Error(base::ErrorCode::InvalidArgument, "There is no step before the first.");
    const std::int64_t steps = m_plan.stepsPerEpoch();
    loadEpoch(step / steps);
    const auto accumulated = static_cast<std::size_t>(m_plan.accumulation());
    const std::size_t first = static_cast<std::size_t>(step % steps) * accumulated;
    const std::size_t count = std::min(accumulated, m_order.size() - first);
    if (m_buffers.size() < count)
        m_buffers.resize(count);
    m_batches.clear();
    for (std::size_t i = 0; i < count; ++i) {
        Buffer& buffer = m_buffers[i];
        buffer.ids.clear();
        buffer.offsets.assign(1, 0);
        buffer.labels.clear();
        for (const std::uint32_t row : m_order[first + i])
            append(m_rows, m_rows.positions[row], buffer.ids, buffer.offsets, buffer.labels);
        m_batches.push_back({buffer.ids, buffer.offsets, buffer.labels});
    }
    return m_batches;
}

TokenisedEvaluationSource::TokenisedEvaluationSource(TokenisedRows rows, std::int64_t batchSize)
    : m_rows(std::move(rows))
    , m_batchSize(batchSize)
    , m_order(m_rows.positions.size())
{
    if (m_order.empty() || batchSize < 1)
        throw base::Error(base::ErrorCode::InvalidArgument, "There are no rows to evaluate.");
    const std::vector<std::uint32_t> lengths = lengthsOf(m_rows);
    std::iota(m_order.begin(), m_order.end(), std::int64_t{0});
    std::ranges::stable_sort(m_order, std::ranges::greater(),
                             [&](std::int64_t place) { return lengths[static_cast<std::size_t>(place)]; });
}

std::int64_t TokenisedEvaluationSource::rows() const
{
    return std::ssize(m_order);
}

std::int64_t TokenisedEvaluationSource::batchCount() const
{
    return (rows() - 1) / m_batchSize + 1;
}

std::span<const std::int64_t> TokenisedEvaluationSource::rowNumbers(std::int64_t index) const
{
    if (index < 0 || index >= batchCount())
        throw base::Error(base::ErrorCode::InvalidArgument, "There is no such batch to evaluate.");
    const std::int64_t first = index * m_batchSize;
    return std::span(m_order).subspan(static_cast<std::size_t>(first),
                                      static_cast<std::size_t>(std::min(m_batchSize, rows() - first)));
}

Batch TokenisedEvaluationSource::batch(std::int64_t index)
{
    m_ids.clear();
    m_offsets.assign(1, 0);
    m_labels.clear();
    for (const std::int64_t place : rowNumbers(index))
        append(m_rows, m_rows.positions[static_cast<std::size_t>(place)], m_ids, m_offsets, m_labels);
    return {m_ids, m_offsets, m_labels};
}

} // namespace lepton::train
