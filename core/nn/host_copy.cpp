// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/host_copy_torch.h"

#include <c10/core/impl/VirtualGuardImpl.h>

namespace lepton::nn {

HostCopy::HostCopy(const torch::Tensor& tensor)
{
    const torch::Tensor source = tensor.detach().contiguous();
    if (source.is_cpu()) {
        m_host = source;
        return;
    }
    m_host = torch::empty(source.sizes(), source.options().device(torch::kCPU).pinned_memory(true));
    m_host.copy_(source, true);
    // The generic event: this compiles without CUDA's headers.
    const c10::Device device = source.device();
    m_copied.emplace(device.type());
    m_copied->record(c10::impl::VirtualGuardImpl(device.type()).getStream(device));
}

const torch::Tensor& HostCopy::wait() const
{
    if (m_copied)
        m_copied->synchronize();
    return m_host;
}

} // namespace lepton::nn
