// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "train/engine/cuda_driver.h"
#include "train/engine/device_torch.h"

#include <optional>
#include <string_view>

#include <ATen/Context.h>
#include <ATen/autocast_mode.h>
#include <dlfcn.h>
#include <torch/cuda.h>
#include <torch/version.h>

namespace lepton::train::engine {

namespace {

using base::ErrorCode;

constexpr int firstMajorWithBFloat16 = 8;

DeviceFacts onCpu(DeviceFacts facts, DeviceChoice device, Precision precision, const CudaState& cuda,
                  const Processor& processor)
{
    facts.device = DeviceChoice::Cpu;
    facts.name = processor.name;
    facts.precision = precision == Precision::BFloat16 ? Precision::BFloat16 : Precision::Float32;
    const bool half = facts.precision == Precision::BFloat16;
    facts.why = {.asked = device == DeviceChoice::Cpu,
                 .lack = cuda.lack,
                 .lackDetail = cuda.detail,
                 .fastBFloat16 = processor.fastBFloat16,
                 .capability = {}};
    facts.reason = std::string("The CPU in ") + (half ? "bf16" : "float32") +
                   (device == DeviceChoice::Cpu ? ", as asked" : ": " + cuda.why);
    if (half)
        facts.reason +=
            processor.fastBFloat16
                ? "; the processor multiplies bf16 in hardware"
                : "; the processor has no instructions for bf16 (AVX512-BF16, AMX), so this takes "
                  "many times as long as float32";
    facts.reason += '.';
    return facts;
}

DeviceFacts onCuda(DeviceFacts facts, DeviceChoice device, Precision precision, const CudaDevice& found)
{
    facts.device = DeviceChoice::Cuda;
    facts.name = found.name;
    const bool hasBFloat16 = found.major >= firstMajorWithBFloat16;
    facts.precision =
        precision == Precision::Auto ? (hasBFloat16 ? Precision::BFloat16 : Precision::Float32) : precision;
    const std::string capability = std::to_string(found.major) + "." + std::to_string(found.minor);
    facts.why = {.asked = device == DeviceChoice::Cuda,
                 .lack = CudaLack::None,
                 .lackDetail = {},
                 .fastBFloat16 = hasBFloat16,
                 .capability = precision == Precision::Auto ? capability : std::string()};
    facts.reason = found.name + " in " + (facts.precision == Precision::BFloat16 ? "bf16" : "float32") +
                   (device == DeviceChoice::Cuda ? ", as asked" : ": CUDA works here");
    if (precision == Precision::Auto)
        facts.reason += std::string("; its compute capability ") + capability +
                        (hasBFloat16 ? " multiplies bf16 in hardware" : " has no bf16");
    facts.reason += '.';
    return facts;
}

} // namespace

CudaState loadCuda()
{
    if (!hasNvidiaDriver())
        return {.why = "there is no NVIDIA driver on this machine", .lack = CudaLack::NoDriver};
    // It stands beside libtorch_cpu, where this library's rpath points.
    if (!dlopen("libtorch_cuda.so", RTLD_NOW | RTLD_GLOBAL)) {
        const char* error = dlerror();
        const std::string detail = error ? error : "unknown reason";
        return {.why = "LibTorch's CUDA libraries cannot be loaded here (" + detail + ")",
                .lack = CudaLack::NotLoaded,
                .detail = detail};
    }
    if (!torch::cuda::is_available())
        return {.why = "CUDA finds no device that it can use", .lack = CudaLack::NoDevice};
    // cuDNN compiles its attention anew for each shape of a batch, which takes longer than the batch.
    at::globalContext().setSDPUseCuDNN(false);
    return {.works = true};
}

DeviceFacts chooseDevice(DeviceChoice device, Precision precision, int threads, const CudaState& cuda,
                         const Processor& processor)
{
    DeviceFacts facts;
    facts.threads = threads > 0 ? threads : processor.cores;
    facts.library = "LibTorch " TORCH_VERSION;
    facts.processor = processor.description + "; kernels " + at::get_cpu_capability();

    std::optional<CudaDevice> found;
    if (device != DeviceChoice::Cpu && cuda.works)
        found = firstCudaDevice();
    if (found)
        return onCuda(std::move(facts), device, precision, *found);
    const CudaState state =
        device != DeviceChoice::Cpu && cuda.works
            ? CudaState{.why = "the driver names no CUDA device", .lack = CudaLack::NoDevice}
            : cuda;
    if (device == DeviceChoice::Cuda)
        throw base::Error(ErrorCode::Unsupported,
                          "CUDA cannot be used: " + state.why +
                              ". Choose the CPU, or leave the choice to the program.");
    return onCpu(std::move(facts), device, precision, state, processor);
}

torch::Device torchDevice(const DeviceFacts& facts)
{
    return facts.device == DeviceChoice::Cuda ? torch::Device(torch::kCUDA, 0) : torch::Device(torch::kCPU);
}

void useThreads(const DeviceFacts& facts)
{
    at::set_num_threads(facts.threads);
}

AutocastScope::AutocastScope(const DeviceFacts& facts)
    : m_device(facts.device == DeviceChoice::Cuda ? at::kCUDA : at::kCPU)
    , m_before(at::autocast::is_autocast_enabled(m_device))
    , m_typeBefore(at::autocast::get_autocast_dtype(m_device))
{
    at::autocast::increment_nesting();
    at::autocast::set_autocast_enabled(m_device, facts.precision == Precision::BFloat16);
    at::autocast::set_autocast_dtype(m_device, at::kBFloat16);
}

AutocastScope::~AutocastScope()
{
    at::autocast::set_autocast_enabled(m_device, m_before);
    at::autocast::set_autocast_dtype(m_device, m_typeBefore);
    // The casts of the weights are kept until the outermost scope ends.
    if (at::autocast::decrement_nesting() == 0)
        at::autocast::clear_cache();
}

} // namespace lepton::train::engine
