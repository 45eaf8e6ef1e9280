// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/model_files.h"

#include <nlohmann/json.hpp>

namespace lepton::train {

nlohmann::json filesJson(const ModelFiles& files)
{
    nlohmann::json json = nlohmann::json::object();
    for (const auto& [name, object] : files)
        json[name] = {{"hash", object.hash}, {"bytes", object.bytes}};
    return json;
}

ModelFiles filesFromJson(const nlohmann::json& json)
{
    ModelFiles files;
    for (const auto& [name, object] : json.items())
        files[name] = {object.at("hash").get<std::string>(), object.at("bytes").get<std::int64_t>()};
    return files;
}

} // namespace lepton::train
