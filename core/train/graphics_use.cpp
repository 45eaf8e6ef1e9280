// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/graphics_use.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <dlfcn.h>
#include <unistd.h>

namespace lepton::train {

namespace {

// From the reference of NVIDIA's management library, so that none of its headers is needed.
using Device = void*;
constexpr int success = 0;

} // namespace

class GraphicsCards::Library
{
public:
    /// Null where the driver or a part of the library is missing.
    static std::unique_ptr<Library> load(const std::string& file)
    {
        void* handle = dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
        if (!handle)
            return nullptr;
        std::unique_ptr<Library> library(new Library(handle));
        return library->m_isReady ? std::move(library) : nullptr;
    }

    ~Library()
    {
        if (m_isReady)
            m_shutdown();
        dlclose(m_handle);
    }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    std::optional<GraphicsUse> use(const std::string& name) const
    {
        const Device device = deviceOf(name);
        Memory memory{};
        if (!device || m_memory(device, &memory) != success)
            return std::nullopt;
        GraphicsUse use{{}, static_cast<std::int64_t>(memory.used), static_cast<std::int64_t>(memory.total)};
        Utilization utilization{};
        if (m_utilization && m_utilization(device, &utilization) == success)
            use.busy = utilization.gpu / 100.0;
        return use;
    }

private:
    struct Memory
    {
        unsigned long long total, free, used;
    };

    struct Utilization
    {
        unsigned gpu, memory; ///< percent
    };

    struct Process
    {
        unsigned pid;
        unsigned long long usedMemory;
        unsigned gpuInstance, computeInstance;
    };

    explicit Library(void* handle)
        : m_handle(handle)
    {
        const auto find = [this](auto& function, const char* name) {
            function = reinterpret_cast<std::decay_t<decltype(function)>>(dlsym(m_handle, name));
        };
        find(m_shutdown, "nvmlShutdown");
        find(m_count, "nvmlDeviceGetCount_v2");
        find(m_device, "nvmlDeviceGetHandleByIndex_v2");
        find(m_name, "nvmlDeviceGetName");
        find(m_memory, "nvmlDeviceGetMemoryInfo");
        find(m_utilization, "nvmlDeviceGetUtilizationRates");
        find(m_processes, "nvmlDeviceGetComputeRunningProcesses_v3");
        int (*init)() = nullptr;
        find(init, "nvmlInit_v2");
        m_isReady = init && m_shutdown && m_count && m_device && m_name && m_memory && init() == success;
    }

    Device deviceOf(const std::string& name) const
    {
        unsigned count = 0;
        if (m_count(&count) != success)
            return nullptr;
        Device named = nullptr;
        for (unsigned i = 0; i < count; ++i) {
            Device device = nullptr;
            if (m_device(i, &device) != success)
                continue;
            if (computesHere(device))
                return device;
            std::array<char, 96> text{};
            if (!named && m_name(device, text.data(), static_cast<unsigned>(text.size())) == success &&
                name == text.data())
                named = device;
        }
        return named;
    }

    /// Within a container the numbers of processes are others: then no card is said to be ours.
    bool computesHere(Device device) const
    {
        std::vector<Process> processes(64);
        auto count = static_cast<unsigned>(processes.size());
        if (!m_processes || m_processes(device, &count, processes.data()) != success)
            return false;
        processes.resize(count);
        return std::ranges::find(processes, static_cast<unsigned>(::getpid()), &Process::pid) !=
               processes.end();
    }

    void* m_handle;
    bool m_isReady = false;
    int (*m_shutdown)() = nullptr;
    int (*m_count)(unsigned*) = nullptr;
    int (*m_device)(unsigned, Device*) = nullptr;
    int (*m_name)(Device, char*, unsigned) = nullptr;
    int (*m_memory)(Device, Memory*) = nullptr;
    int (*m_utilization)(Device, Utilization*) = nullptr;
    int (*m_processes)(Device, unsigned*, Process*) = nullptr;
};

GraphicsCards::GraphicsCards(std::string library)
    : m_file(std::move(library))
{}

GraphicsCards::~GraphicsCards() = default;

std::optional<GraphicsUse> GraphicsCards::use(const std::string& name)
{
    const std::lock_guard lock(m_mutex);
    if (!m_isLoaded)
        m_library = Library::load(m_file);
    m_isLoaded = true;
    return m_library ? m_library->use(name) : std::nullopt;
}

} // namespace lepton::train
