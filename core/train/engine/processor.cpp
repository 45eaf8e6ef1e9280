// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/engine/processor.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

namespace lepton::train::engine {

namespace {

/// The value of the first line "key<blanks>: value", else "unknown".
std::string valueOf(std::string_view cpuinfo, std::string_view key)
{
    while (!cpuinfo.empty()) {
        const std::size_t end = std::min(cpuinfo.find('\n'), cpuinfo.size());
        const std::string_view line = cpuinfo.substr(0, end);
        cpuinfo.remove_prefix(std::min(end + 1, cpuinfo.size()));
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos)
            continue;
        const std::string_view name = line.substr(0, line.find_last_not_of(" \t", colon - 1) + 1);
        if (name != key)
            continue;
        const std::size_t begin = line.find_first_not_of(' ', colon + 1);
        return begin == std::string_view::npos ? "unknown" : std::string(line.substr(begin));
    }
    return "unknown";
}

} // namespace

Processor parseProcessor(std::string_view cpuinfo)
{
    Processor processor;
    processor.name = valueOf(cpuinfo, "model name");
    processor.description = processor.name + ", family " + valueOf(cpuinfo, "cpu family") + ", model " +
                            valueOf(cpuinfo, "model") + ", stepping " + valueOf(cpuinfo, "stepping");

    // Those that decide which kernels the libraries take.
    std::istringstream flags(valueOf(cpuinfo, "flags"));
    for (std::string flag; flags >> flag;) {
        if (flag == "avx2" || flag == "fma" || flag.starts_with("avx512") || flag.starts_with("avx_") ||
            flag.starts_with("amx_"))
            processor.description += " " + flag;
        if (flag == "avx512_bf16" || flag == "amx_bf16")
            processor.fastBFloat16 = true;
    }
    return processor;
}

Processor readProcessor()
{
    std::ifstream file("/proc/cpuinfo");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    Processor processor = parseProcessor(text);
    processor.cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    return processor;
}

} // namespace lepton::train::engine
