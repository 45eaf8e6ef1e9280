// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/batch_plan.h"

#include "base/error.h"
#include "train/random.h"
#include "train/words.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace lepton::train {
namespace {

/// Streams of the generator: one an epoch, from here on.
constexpr std::uint64_t firstEpochStream = std::uint64_t{1} << 32;
/// Batches of a stretch, and how many stretches there shall be at least.
constexpr std::size_t stretchBatches = 50;
constexpr std::size_t fewestStretches = 4;

} // namespace

BatchPlan::BatchPlan(std::vector<std::uint32_t> lengths, std::int64_t batchSize, std::int64_t accumulation,
                     std::uint64_t seed)
    : m_lengths(std::move(lengths))
    , m_batchSize(batchSize)
    , m_accumulation(accumulation)
    , m_seed(seed)
{
    if (m_lengths.empty() || batchSize < 1 || accumulation < 1)
        throw base::Error(base::ErrorCode::InvalidArgument, "There are no rows to train on.");
}

std::int64_t BatchPlan::batchesPerEpoch() const noexcept
{
    return (rows() - 1) / m_batchSize + 1;
}

std::int64_t BatchPlan::stepsPerEpoch() const noexcept
{
    return train::stepsPerEpoch(rows(), m_batchSize, m_accumulation);
}

std::vector<std::vector<std::uint32_t>> BatchPlan::epoch(std::int64_t epoch) const
{
    using Offset = std::ptrdiff_t;
    Random random(m_seed, firstEpochStream + static_cast<std::uint64_t>(epoch));
    std::vector<std::uint32_t> order(m_lengths.size());
    std::iota(order.begin(), order.end(), 0U);
    random.shuffle(std::span(order));

    const auto size = static_cast<std::size_t>(std::min(m_batchSize, rows()));
    const std::size_t full = order.size() / size;
    const std::size_t stretch = std::clamp(full / fewestStretches, std::size_t{1}, stretchBatches) * size;
    for (std::size_t first = 0; first < full * size; first += stretch) {
        const std::size_t end = std::min(first + stretch, full * size);
        std::ranges::stable_sort(order.begin() + static_cast<Offset>(first),
                                 order.begin() + static_cast<Offset>(end), std::ranges::greater(),
                                 [this](std::uint32_t row) { return m_lengths[row]; });
    }
    std::vector<std::vector<std::uint32_t>> batches;
    batches.reserve(full + 1);
    for (std::size_t first = 0; first < order.size(); first += size) {
        const std::size_t end = std::min(first + size, order.size());
        batches.emplace_back(order.begin() + static_cast<Offset>(first),
                             order.begin() + static_cast<Offset>(end));
    }
    random.shuffle(std::span(batches));
    return batches;
}

std::vector<Notice> BatchPlan::notices() const
{
    std::vector<Notice> notices;
    if (m_batchSize > rows())
        notices.push_back({NoticeKind::BatchAboveRows,
                           "A batch of " + counted(m_batchSize, "row") +
                               " is more than the training part has; all of its " +
                               counted(rows(), "row makes", "rows make") + " one batch.",
                           rows(),
                           {}});
    if (m_accumulation > batchesPerEpoch())
        notices.push_back({NoticeKind::AccumulationAboveBatches,
                           "A step accumulates " + grouped(m_accumulation) + " batches, and an epoch has " +
                               grouped(batchesPerEpoch()) + "; each epoch makes one step.",
                           batchesPerEpoch(),
                           {}});
    return notices;
}

} // namespace lepton::train
