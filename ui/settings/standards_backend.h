// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "base/progress.h"
#include "registry/registry_service.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lepton::ui {

/// What promotions are held to, and who may change that.
struct StandardFacts
{
    /// By name; of each, the newest version first. The built-in one, which is in force where there is no
    /// other, is the last.
    std::vector<registry::StandardRecord> standards;
    std::map<std::string, std::string> names; ///< of members, by id
    std::vector<std::string> departments;     ///< of members, each once
    std::optional<identity::Member> self;     ///< nothing for a person who is no member
};

/// What a standard would do.
struct StandardTrial
{
    std::vector<registry::StandardCheck> checks;
    std::optional<base::Error> refusal; ///< why this person cannot publish it
};

/// Standards, as one interface. Outlives the page. Thread-safe; blocks and throws base::Error: for workers
/// alone.
class StandardsBackend
{
public:
    virtual ~StandardsBackend() = default;

    virtual StandardFacts facts() = 0;
    /// Judges the versions at hand by @p text; records nothing. @throw base::Error as parseStandard()
    virtual StandardTrial tryOut(std::string_view text, const base::Cancellation& cancellation,
                                 base::Progress& progress) = 0;
    /// Signs it. @throw base::Error as RegistryService::publish()
    virtual registry::StandardRecord publish(std::string_view text) = 0;
};

} // namespace lepton::ui
