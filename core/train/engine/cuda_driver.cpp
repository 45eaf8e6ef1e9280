// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/cuda_driver.h"

#include <array>
#include <filesystem>
#include <system_error>

#include <dlfcn.h>

namespace lepton::train::engine {

namespace {

constexpr const char* driverLibrary = "libcuda.so.1";

// From the CUDA driver API's reference, enumeration CUdevice_attribute.
constexpr int computeCapabilityMajor = 75;
constexpr int computeCapabilityMinor = 76;

template <class Function>
Function function(void* library, const char* name)
{
    return reinterpret_cast<Function>(dlsym(library, name));
}

} // namespace

bool hasNvidiaDriver()
{
    std::error_code error;
    if (std::filesystem::exists("/proc/driver/nvidia/version", error))
        return true;
    // Containers and Windows' subsystem for Linux have the library alone.
    void* library = dlopen(driverLibrary, RTLD_LAZY | RTLD_LOCAL);
    if (!library)
        return false;
    dlclose(library);
    return true;
}

std::optional<CudaDevice> firstCudaDevice()
{
    void* library = dlopen(driverLibrary, RTLD_LAZY | RTLD_LOCAL);
    if (!library)
        return std::nullopt;
    const auto init = function<int (*)(unsigned)>(library, "cuInit");
    const auto get = function<int (*)(int*, int)>(library, "cuDeviceGet");
    const auto name = function<int (*)(char*, int, int)>(library, "cuDeviceGetName");
    const auto attribute = function<int (*)(int*, int, int)>(library, "cuDeviceGetAttribute");
    const auto total = function<int (*)(std::size_t*, int)>(library, "cuDeviceTotalMem_v2");

    int device = 0;
    std::array<char, 256> text{};
    std::size_t bytes = 0;
    CudaDevice found;
    // The library stays: LibTorch uses it too.
    if (!init || !get || !name || !attribute || !total || init(0) != 0 || get(&device, 0) != 0 ||
        name(text.data(), static_cast<int>(text.size()) - 1, device) != 0 ||
        attribute(&found.major, computeCapabilityMajor, device) != 0 ||
        attribute(&found.minor, computeCapabilityMinor, device) != 0 || total(&bytes, device) != 0)
        return std::nullopt;
    found.name = text.data();
    found.memory = static_cast<std::int64_t>(bytes);
    return found;
}

} // namespace lepton::train::engine
