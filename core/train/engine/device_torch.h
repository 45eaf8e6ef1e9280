// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/engine/device.h"

#include <torch/types.h>

namespace lepton::train::engine {

/// Where the tensors of such a device live.
torch::Device torchDevice(const DeviceFacts& facts);

/// Lets matrix products run in bf16 for as long as it lives, where @p facts say so.
class AutocastScope
{
public:
    explicit AutocastScope(const DeviceFacts& facts);
    ~AutocastScope();
    AutocastScope(const AutocastScope&) = delete;
    AutocastScope& operator=(const AutocastScope&) = delete;

private:
    at::DeviceType m_device;
    bool m_before;
    at::ScalarType m_typeBefore;
};

} // namespace lepton::train::engine
