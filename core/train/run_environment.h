// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/api/trainer.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string_view>

namespace lepton::train {

/// What a run keeps of the machine that made it: {"program", "library", "device", "device_name", "precision",
/// "reason", "why", "threads", "processor"}.
nlohmann::json runEnvironment(std::string_view program, const DeviceFacts& device);

/// The device of a run's environment; nothing for one that was saved without "why".
std::optional<DeviceFacts> deviceOf(const nlohmann::json& environment);

} // namespace lepton::train
