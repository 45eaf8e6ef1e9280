// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace lepton::train::engine {

/// What NVIDIA's driver says of its first device.
struct CudaDevice
{
    std::string name;
    int major = 0; ///< compute capability
    int minor = 0;
    std::int64_t memory = 0; ///< bytes
};

/// Whether this machine has an NVIDIA driver, found without loading or asking it.
bool hasNvidiaDriver();

/// Asks the driver's own library (libcuda.so.1), so that no CUDA header is needed. Call it only after
/// LibTorch's CUDA part was loaded. Nothing where there is no device.
std::optional<CudaDevice> firstCudaDevice();

} // namespace lepton::train::engine
