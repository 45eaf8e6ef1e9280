// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/service_standards.h"

#include "identity/member_store.h"
#include "store/workspace.h"
#include "ui/widgets/pool_break.h"

#include <algorithm>
#include <set>
#include <utility>

namespace lepton::ui {

ServiceStandards::ServiceStandards(std::shared_ptr<void> keepAlive, store::Workspace& workspace,
                                   registry::RegistryService& registry)
    : m_keepAlive(std::move(keepAlive))
    , m_workspace(workspace)
    , m_registry(registry)
{}

StandardFacts ServiceStandards::facts()
{
    StandardFacts facts;
    const auto state = [this] {
        const PoolBreak pause; // a long log may be proven first
        return m_registry.state();
    }();
    for (const auto& [key, record] : state->standards())
        facts.standards.push_back(record);
    std::ranges::stable_sort(facts.standards, [](const auto& one, const auto& other) {
        return one.standard.name == other.standard.name && one.standard.version > other.standard.version;
    });
    const registry::Standard& builtIn = registry::builtInStandard();
    facts.standards.push_back(
        {builtIn, registry::standardText(builtIn), registry::standardHash(builtIn), {}, {}, 0});
    const auto signer = m_workspace.signer();
    std::set<std::string> departments;
    m_workspace.read([&](SQLite::Database& database) {
        for (const identity::Member& member : identity::MemberStore(database).all()) {
            facts.names[member.id.toString()] = member.name;
            departments.insert(member.department);
            if (signer && signer->member() == member.id)
                facts.self = member;
        }
    });
    facts.departments.assign(departments.begin(), departments.end());
    return facts;
}

StandardTrial ServiceStandards::tryOut(std::string_view text, const base::Cancellation& cancellation,
                                       base::Progress& progress)
{
    StandardTrial trial;
    const registry::Standard standard = registry::parseStandard(text);
    trial.refusal = m_registry.whyNotPublish(standard);
    trial.checks = m_registry.check(text, cancellation, progress);
    return trial;
}

registry::StandardRecord ServiceStandards::publish(std::string_view text)
{
    return m_registry.publish(text);
}

} // namespace lepton::ui
