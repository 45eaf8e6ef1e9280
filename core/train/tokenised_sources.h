// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/batch.h"
#include "train/api/batch.h"
#include "train/batch_plan.h"

#include <memory>
#include <string>
#include <vector>

namespace lepton::train {

/// Tokenised texts with their classes, and which of them a source gives. Shared, never copied.
struct TokenisedRows
{
    std::shared_ptr<const text::TokenBatch> tokens;
    std::shared_ptr<const std::vector<std::int32_t>> labels; ///< one a text of tokens
    std::vector<std::int64_t> positions;                     ///< texts of tokens, in the order of the part
};

/// The training part in the order of a BatchPlan.
class TokenisedBatchSource final : public BatchSource
{
public:
    /// @throw base::Error InvalidArgument without rows
    TokenisedBatchSource(TokenisedRows rows, std::int64_t batchSize, std::int64_t accumulation,
                         std::uint64_t seed);

    const BatchPlan& plan() const noexcept { return m_plan; }

    std::int64_t stepsPerEpoch() const override { return m_plan.stepsPerEpoch(); }
    std::span<const Batch> batches(std::int64_t step) override;
    std::string_view fingerprint() const override { return m_fingerprint; }

private:
    struct Buffer
    {
        std::vector<std::int32_t> ids;
        std::vector<std::size_t> offsets;
        std::vector<std::int32_t> labels;
    };
    void loadEpoch(std::int64_t epoch);

    TokenisedRows m_rows;
    BatchPlan m_plan;
    std::string m_fingerprint;
    std::int64_t m_epoch = -1;
    std::vector<std::vector<std::uint32_t>> m_order; ///< of m_epoch
    std::vector<Buffer> m_buffers;
    std::vector<Batch> m_batches;
};

/// Rows of a batch that is not trained on.
inline constexpr std::int64_t evaluationBatch = 64;

/// A part in batches of rows of about one length, the longest first, so that what does not fit into memory
/// fails at once. Row numbers are places in TokenisedRows::positions.
class TokenisedEvaluationSource final : public EvaluationSource
{
public:
    /// @throw base::Error InvalidArgument without rows
    TokenisedEvaluationSource(TokenisedRows rows, std::int64_t batchSize);

    std::int64_t rows() const override;
    std::int64_t batchCount() const override;
    Batch batch(std::int64_t index) override;
    std::span<const std::int64_t> rowNumbers(std::int64_t index) const override;

private:
    TokenisedRows m_rows;
    std::int64_t m_batchSize;
    std::vector<std::int64_t> m_order; ///< places in m_rows.positions
    std::vector<std::int32_t> m_ids;
    std::vector<std::size_t> m_offsets;
    std::vector<std::int32_t> m_labels;
};

} // namespace lepton::train
