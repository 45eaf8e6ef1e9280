// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/adam_rows.h"

#include <cstdint>
#include <span>
#include <vector>

#include <torch/types.h>

namespace lepton::train::engine {

/// A parameter [rows, width] under AdamW of which a step's gradient knows few rows, as word embeddings: the
/// others, which only decay and run out, are moved when they are next read. Each row is taken through the
/// same steps in the same order whenever that is, so when does not show in its bits.
class LaggingRows
{
public:
    /// @p value float32 on the CPU.
    explicit LaggingRows(const torch::Tensor& value);

    /// [rows, width]; right for rows that are settled. Rows that never had a gradient take no memory.
    const torch::Tensor& moment1() const noexcept { return m_moment1; }
    const torch::Tensor& moment2() const noexcept { return m_moment2; }

    /// The next step; @p gradient sparse and coalesced.
    void step(const nn::AdamStep& step, const torch::Tensor& gradient);
    /// @p rows int64, in any order, more than once or not.
    void settle(const torch::Tensor& rows);
    void settle();
    /// After moments were copied into those above: all rows are settled.
    void restored();

private:
    nn::AdamRow row(std::int64_t number) const;

    torch::Tensor m_value, m_moment1, m_moment2;
    std::vector<nn::AdamStep> m_steps;   ///< that some row may have missed
    std::vector<std::uint32_t> m_done;   ///< of each row: how many of them it went through
    std::vector<std::uint8_t> m_touched; ///< of each row: whether it ever had a gradient
};

} // namespace lepton::train::engine
