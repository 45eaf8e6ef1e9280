// SPDX-License-Identifier: GPL-3.0-or-later
// RegistryState: what is asked of it.
#include "base/text.h"
#include "registry/registry_state.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace lepton::registry {

const ModelRecord* RegistryState::findModel(std::string_view name) const
{
    const auto found =
        base::firstInvalidUtf8(name) ? m_modelByName.end() : m_modelByName.find(base::caseFoldKey(name));
    return found == m_modelByName.end() ? nullptr : &m_models.at(found->second);
}

const VersionRecord* RegistryState::find(const ModelRecord& model, int number) const
{
    const auto index = static_cast<std::size_t>(number) - 1;
    return number < 1 || index >= model.versions.size() ? nullptr : &m_versions.at(model.versions[index]);
}

const VersionRecord* RegistryState::inStage(const ModelRecord& model, Stage stage) const
{
    for (auto id = model.versions.rbegin(); id != model.versions.rend(); ++id) {
        if (m_versions.at(*id).stage == stage && !m_versions.at(*id).trashed)
            return &m_versions.at(*id);
    }
    return nullptr;
}

const VersionRecord* RegistryState::inProductionAt(const ModelRecord& model, base::UtcTime time) const
{
    const VersionRecord* there = nullptr;
    const auto changes = m_history.find(model.id);
    if (changes == m_history.end())
        return nullptr;
    for (const StageChange& change : changes->second) {
        if (change.time > time)
            continue;
        if (change.to == Stage::Production)
            there = &m_versions.at(change.version);
        else if (there && there->id == change.version)
            there = nullptr;
    }
    return there;
}

bool RegistryState::wasInProduction(const VersionRecord& version) const
{
    const auto changes = m_history.find(version.model);
    return changes != m_history.end() && std::ranges::any_of(changes->second, [&](const StageChange& change) {
               return change.version == version.id && change.to == Stage::Production;
           });
}

const VersionRecord* RegistryState::productionBefore(const ModelRecord& model) const
{
    const VersionRecord* present = inStage(model, Stage::Production);
    const auto changes = m_history.find(model.id);
    if (!present || changes == m_history.end())
        return nullptr;
    // The last one that came into production before the present version did: one step back.
    bool passed = false;
    for (auto change = changes->second.rbegin(); change != changes->second.rend(); ++change) {
        if (change->to != Stage::Production)
            continue;
        if (passed && change->version != present->id)
            return &m_versions.at(change->version);
        passed = passed || change->version == present->id;
    }
    return nullptr;
}

const PromotionRecord* RegistryState::findPromotion(std::string_view nameOrId) const
{
    if (const auto id = PromotionId::parse(nameOrId)) {
        const auto found = m_promotions.find(*id);
        return found == m_promotions.end() ? nullptr : &found->second;
    }
    if (nameOrId.starts_with("P-") || nameOrId.starts_with("p-"))
        nameOrId.remove_prefix(2);
    int number = 0;
    const auto [end, error] = std::from_chars(nameOrId.data(), nameOrId.data() + nameOrId.size(), number);
    if (error != std::errc() || end != nameOrId.data() + nameOrId.size())
        return nullptr;
    const auto found =
        std::ranges::find_if(m_promotions, [&](const auto& entry) { return entry.second.number == number; });
    return found == m_promotions.end() ? nullptr : &found->second;
}

const VersionRecord* RegistryState::comparedWith(const PromotionRecord& promotion) const
{
    const auto& incumbent = promotion.evidence.at("incumbent");
    const auto id = incumbent.is_null() ? std::nullopt
                                        : ModelVersionId::parse(incumbent.at("version").get<std::string>());
    const auto found = id ? m_versions.find(*id) : m_versions.end();
    return found == m_versions.end() ? nullptr : &found->second;
}

} // namespace lepton::registry
