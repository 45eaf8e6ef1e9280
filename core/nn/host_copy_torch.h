// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <c10/core/Event.h>
#include <torch/types.h>

namespace lepton::nn {

/// Numbers on their way from a device to the host. From CUDA they are copied into pinned memory behind what
/// the device was asked for so far; only wait() waits, and not for what it is asked for afterwards. On the
/// CPU it is the tensor itself, which must not change meanwhile.
class HostCopy
{
public:
    explicit HostCopy(const torch::Tensor& tensor);

    /// The numbers in the shape of the tensor, contiguous, on the CPU. @throw what the device failed with.
    const torch::Tensor& wait() const;

private:
    torch::Tensor m_host;
    std::optional<c10::Event> m_copied; ///< nothing on the CPU
};

} // namespace lepton::nn
