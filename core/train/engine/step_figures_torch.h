// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/host_copy_torch.h"
#include "train/api/trainer.h"

#include <cstddef>
#include <deque>
#include <optional>

#include <torch/types.h>

namespace lepton::train::engine {

/// Loss and gradient norm of steps on their way from the device. Reading them at once would let a GPU stand
/// still until the next step is asked for; read one step behind, it always has that one to do.
class StepFigures
{
public:
    /// @p behind steps may stand unread; 0: each is due at once.
    explicit StepFigures(std::size_t behind)
        : m_behind(behind)
    {}

    /// Takes a step: @p report without the two figures, @p loss and @p gradientNorm [] on one device.
    void add(const StepReport& report, const torch::Tensor& loss, const torch::Tensor& gradientNorm);
    /// The oldest step, where more than those that may stand unread do. Its seconds count the wait for it.
    /// @throw what the device failed with
    std::optional<StepReport> due();
    /// The oldest step that stands unread, due or not. @throw as due()
    std::optional<StepReport> next();

private:
    struct Unread
    {
        StepReport report;
        nn::HostCopy figures; ///< float64 [2]
    };

    std::size_t m_behind;
    std::deque<Unread> m_unread;
};

} // namespace lepton::train::engine
