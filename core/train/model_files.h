// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/base_model_store.h"

#include <nlohmann/json_fwd.hpp>

namespace lepton::train {

/// {"model.safetensors": {"hash", "bytes"}, ...}: how files stand in the catalog and in events.
nlohmann::json filesJson(const ModelFiles& files);
/// @throw nlohmann::json::exception where @p json is something else
ModelFiles filesFromJson(const nlohmann::json& json);

} // namespace lepton::train
