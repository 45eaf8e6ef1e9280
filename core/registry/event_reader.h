// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/registry.

#include "registry/registry_state.h"

#include <nlohmann/json.hpp>

#include <string>

namespace lepton::registry {

/// What stands in the detail of an event. Everything throws nlohmann::json::exception for what is not there
/// or of another type.
class RegistryState::Reader
{
public:
    explicit Reader(const store::RawEvent& event)
        : m_detail(nlohmann::json::parse(event.detail))
    {}

    std::string text(const char* name) const { return m_detail.at(name).get<std::string>(); }
    std::string textOr(const char* name, const std::string& other) const
    {
        return m_detail.value(name, other);
    }
    std::int64_t number(const char* name) const { return m_detail.at(name).get<std::int64_t>(); }
    bool flag(const char* name) const { return m_detail.at(name).get<bool>(); }
    const nlohmann::json& value(const char* name) const { return m_detail.at(name); }
    train::ModelFiles files(const char* name) const
    {
        train::ModelFiles files;
        for (const auto& [file, object] : m_detail.at(name).items())
            files[file] = {object.at("hash").get<std::string>(), object.at("bytes").get<std::int64_t>()};
        return files;
    }

private:
    nlohmann::json m_detail;
};

} // namespace lepton::registry
