// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/product_peak.h"

#include "nn/host_copy_torch.h"
#include "train/engine/device_torch.h"

#include <algorithm>
#include <chrono>

#include <torch/utils.h>

namespace lepton::train::engine {

namespace {

// Large enough that a device is busy with nothing else, small enough for any.
constexpr std::int64_t sideOnCuda = 8'192;
constexpr std::int64_t sideOnCpu = 1'536;
constexpr int bursts = 8; ///< the first ones choose kernels and claim memory
constexpr int products = 4;

} // namespace

double productPeak(const DeviceFacts& device)
{
    using Clock = std::chrono::steady_clock;
    useThreads(device);
    const torch::NoGradGuard noGrad;
    const std::int64_t side = device.device == DeviceChoice::Cuda ? sideOnCuda : sideOnCpu;
    const auto options =
        torch::device(torchDevice(device))
            .dtype(device.precision == Precision::BFloat16 ? torch::kBFloat16 : torch::kFloat32);
    const torch::Tensor one = torch::full({side, side}, 0.5, options);
    const torch::Tensor other = torch::full({side, side}, 0.25, options);
    torch::Tensor product = torch::empty({side, side}, options);
    const auto wait = [&product] { nn::HostCopy(product.view({-1}).narrow(0, 0, 1)).wait(); };
    double best = 0;
    for (int burst = 0; burst < bursts; ++burst) {
        const auto start = Clock::now();
        for (int i = 0; i < products; ++i)
            at::mm_out(product, one, other);
        wait();
        const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
        const auto edge = static_cast<double>(side);
        best = std::max(best, 2 * edge * edge * edge * products / seconds / 1e9);
    }
    return best;
}

} // namespace lepton::train::engine
