// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Private to core/registry.

#include "registry/registry_state.h"
#include "train/model_files.h"

#include <nlohmann/json.hpp>

#include <string>

namespace lepton::registry {

/// The refusal of an event that says what cannot be.
inline Refusal badEvent(const std::string& message)
{
    return {"bad_event", message};
}

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
    train::ModelFiles files(const char* name) const { return train::filesFromJson(m_detail.at(name)); }

private:
    nlohmann::json m_detail;
};

} // namespace lepton::registry
