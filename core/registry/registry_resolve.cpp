// SPDX-License-Identifier: GPL-3.0-or-later
// RegistryService: what is meant by a name.
#include "base/error.h"
#include "base/nearest_name.h"
#include "registry/registry_service.h"
#include "registry/require.h"

#include <charconv>

namespace lepton::registry {
namespace {

using base::Error;
using base::ErrorCode;

std::string listed(const RegistryState& state)
{
    constexpr std::size_t most = 10;
    std::string names;
    std::size_t count = 0;
    for (const auto& [id, model] : state.models()) {
        if (count++ < most)
            names += (names.empty() ? "" : ", ") + model.name;
    }
    return count > most ? names + " and " + std::to_string(count - most) + " more" : names;
}

std::optional<std::string> nearest(const RegistryState& state, std::string_view name)
{
    std::vector<std::string> names;
    for (const auto& [id, model] : state.models())
        names.push_back(model.name);
    return base::didYouMean(name, names);
}

} // namespace

const ModelRecord& requireModel(const RegistryState& state, std::string_view name)
{
    if (const ModelRecord* model = state.findModel(name))
        return *model;
    throw Error(ErrorCode::NotFound,
                "There is no model called \"" + std::string(name) + "\". " +
                    (state.models().empty()
                         ? "Make one of a run: lepton model register RUN --name NAME."
                         : nearest(state, name).value_or("There are: " + listed(state) + ".")));
}

const VersionRecord& requireVersion(const RegistryState& state, const ModelVersionId& id)
{
    const auto found = state.versions().find(id);
    if (found == state.versions().end())
        throw Error(ErrorCode::NotFound, "The model version is not there.");
    return found->second;
}

const PromotionRecord& requirePromotion(const RegistryState& state, const PromotionId& id)
{
    const auto found = state.promotions().find(id);
    if (found == state.promotions().end())
        throw Error(ErrorCode::NotFound, "The promotion is not there.");
    return found->second;
}

ModelRecord RegistryService::resolveModel(std::string_view name)
{
    return requireModel(*state(), name);
}

ModelVersion RegistryService::resolve(std::string_view text)
{
    const auto now = state();
    const auto at = text.rfind('@');
    const ModelRecord& model = requireModel(*now, text.substr(0, at));
    const auto answer = [&](const VersionRecord* version, const std::string& what) {
        if (!version)
            throw Error(ErrorCode::NotFound, model.name + " has no version " + what + ".");
        return ModelVersion{model, *version};
    };
    if (at == std::string_view::npos) {
        if (const VersionRecord* production = now->inStage(model, Stage::Production))
            return {model, *production};
        for (auto id = model.versions.rbegin(); id != model.versions.rend(); ++id) {
            if (!now->version(*id).trashed)
                return {model, now->version(*id)};
        }
        return answer(nullptr, "left");
    }
    const std::string wanted(text.substr(at + 1));
    if (wanted == "production" || wanted == "staging")
        return answer(now->inStage(model, parseStage(wanted)), "in " + wanted);
    int number = 0;
    const char* end = wanted.data() + wanted.size();
    if (const auto [stopped, error] = std::from_chars(wanted.data(), end, number);
        error == std::errc() && stopped == end)
        return answer(now->find(model, number), wanted);
    const auto alias = model.aliases.find(wanted);
    return answer(alias == model.aliases.end() ? nullptr : now->find(model, alias->second),
                  "or alias \"" + wanted + "\"");
}

PromotionRecord RegistryService::resolvePromotion(std::string_view text)
{
    const auto now = state();
    if (const PromotionRecord* promotion = now->findPromotion(text))
        return *promotion;
    throw Error(ErrorCode::NotFound,
                "There is no promotion \"" + std::string(text) + "\". " +
                    (now->promotions().empty()
                         ? std::string("Nobody has asked for one yet.")
                         : "There are P-1 to P-" + std::to_string(now->promotions().size()) + "."));
}

} // namespace lepton::registry
