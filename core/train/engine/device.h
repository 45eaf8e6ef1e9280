// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/trainer.h"
#include "train/engine/processor.h"

#include <string>

namespace lepton::train::engine {

/// What became of LibTorch's CUDA part in this process.
struct CudaState
{
    bool works = false;
    std::string
        why{}; ///< the end of a sentence where it does not: "there is no NVIDIA driver on this machine"
    CudaLack lack = CudaLack::None;
    std::string detail{}; ///< of the lack, as the loader said it
};

/// Loads LibTorch's CUDA part where there is an NVIDIA driver. Must come before any other use of LibTorch in
/// the process, since a query before it disables CUDA for good.
CudaState loadCuda();

/// Which device and precision these choices come to here, with the reason as a sentence.
/// @throw base::Error Unsupported where CUDA is asked for and does not work
DeviceFacts chooseDevice(DeviceChoice device, Precision precision, int threads, const CudaState& cuda,
                         const Processor& processor);

/// Gives the calling thread's computations as many threads as @p facts say. Workers that are started for it
/// inherit its priority.
void useThreads(const DeviceFacts& facts);

} // namespace lepton::train::engine
