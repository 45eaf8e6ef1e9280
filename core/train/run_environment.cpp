// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/run_environment.h"

#include "base/word_table.h"
#include "train/recipe.h"

namespace lepton::train {

namespace {

constexpr base::WordTable<CudaLack, 4> lackNames{{{CudaLack::None, "none"},
                                                  {CudaLack::NoDriver, "no_driver"},
                                                  {CudaLack::NotLoaded, "not_loaded"},
                                                  {CudaLack::NoDevice, "no_device"}}};

nlohmann::json whyJson(const DeviceReason& why)
{
    return {{"asked", why.asked},
            {"cuda", base::wordOf(lackNames, why.lack)},
            {"detail", why.lackDetail},
            {"fast_bf16", why.fastBFloat16},
            {"capability", why.capability}};
}

DeviceReason whyFrom(const nlohmann::json& json)
{
    DeviceReason why;
    why.asked = json.value("asked", false);
    why.lack = base::valueOf(lackNames, json.value("cuda", std::string())).value_or(CudaLack::None);
    why.lackDetail = json.value("detail", std::string());
    why.fastBFloat16 = json.value("fast_bf16", false);
    why.capability = json.value("capability", std::string());
    return why;
}

} // namespace

nlohmann::json runEnvironment(std::string_view program, const DeviceFacts& device)
{
    return {{"program", program},
            {"library", device.library},
            {"device", device.device == DeviceChoice::Cuda ? "cuda" : "cpu"},
            {"device_name", device.name},
            {"precision", precisionName(device.precision)},
            {"reason", device.reason},
            {"why", whyJson(device.why)},
            {"threads", device.threads},
            {"processor", device.processor}};
}

std::optional<DeviceFacts> deviceOf(const nlohmann::json& environment)
{
    if (!environment.is_object() || !environment.contains("why") || !environment.at("why").is_object())
        return {};
    DeviceFacts device;
    device.device =
        environment.value("device", std::string()) == "cuda" ? DeviceChoice::Cuda : DeviceChoice::Cpu;
    device.name = environment.value("device_name", std::string());
    device.precision = environment.value("precision", std::string()) == precisionName(Precision::BFloat16)
                           ? Precision::BFloat16
                           : Precision::Float32;
    device.reason = environment.value("reason", std::string());
    device.why = whyFrom(environment.at("why"));
    device.threads = environment.value("threads", 0);
    device.library = environment.value("library", std::string());
    device.processor = environment.value("processor", std::string());
    return device;
}

} // namespace lepton::train
