// SPDX-License-Identifier: GPL-3.0-or-later
// Stands for NVIDIA's management library on a machine with three cards: "Card A", "Card B" and "Card B". The
// second B is the one on which the process with the number in the variable LEPTON_TEST_PID computes.
#include <cstdlib>
#include <cstring>

namespace {

constexpr int success = 0;
constexpr int notSupported = 3;
int cards[] = {0, 1, 2};

int numberOf(const void* device)
{
    return *static_cast<const int*>(device);
}

} // namespace

extern "C" {

struct Memory
{
    unsigned long long total, free, used;
};
struct Utilization
{
    unsigned gpu, memory;
};
struct ProcessInfo
{
    unsigned pid;
    unsigned long long usedMemory;
    unsigned gpuInstance, computeInstance;
};

int nvmlInit_v2()
{
    return success;
}

int nvmlShutdown()
{
    return success;
}

int nvmlDeviceGetCount_v2(unsigned* count)
{
    *count = 3;
    return success;
}

int nvmlDeviceGetHandleByIndex_v2(unsigned index, void** device)
{
    *device = &cards[index];
    return success;
}

int nvmlDeviceGetName(void* device, char* name, unsigned size)
{
    std::strncpy(name, numberOf(device) == 0 ? "Card A" : "Card B", size);
    return success;
}

int nvmlDeviceGetMemoryInfo(void* device, Memory* memory)
{
    memory->total = 80'000;
    memory->used = 1'000ULL * unsigned(numberOf(device) + 1);
    memory->free = memory->total - memory->used;
    return success;
}

int nvmlDeviceGetUtilizationRates(void* device, Utilization* utilization)
{
    if (numberOf(device) == 0)
        return notSupported;
    utilization->gpu = 87;
    return success;
}

int nvmlDeviceGetComputeRunningProcesses_v3(void* device, unsigned* count, ProcessInfo* processes)
{
    const char* pid = std::getenv("LEPTON_TEST_PID");
    *count = numberOf(device) == 2 && pid ? 2 : 0;
    if (*count == 2) {
        processes[0].pid = 1;
        processes[1].pid = unsigned(std::atoi(pid));
    }
    return success;
}
}
