// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_audit.h"

#include "base/cancellation.h"
#include "base/error.h"
#include "base/progress.h"
#include "registry/registry_store.h"
#include "train/object_files.h"

#include <map>

namespace lepton::registry {

std::optional<identity::Problem> RegistryAudit::apply(const store::RawEvent& event,
                                                      const identity::Membership& members)
{
    const auto refusal = m_state.apply(event, members);
    if (!refusal)
        return std::nullopt;
    return identity::Problem{
        event.seq, refusal->kind,
        "Event " + std::to_string(event.seq) + " (" + event.kind + ") is refused. " + refusal->message, true};
}

std::optional<identity::Problem> RegistryAudit::compare(SQLite::Database& database)
{
    return RegistryStore(database).compare(m_state);
}

std::vector<identity::Problem> RegistryAudit::checkObjects(const base::Cancellation& cancellation,
                                                           base::Progress& progress)
{
    // Each object once, with the first event that names it in a decision.
    std::map<std::string, std::pair<std::int64_t, std::string>> named;
    std::int64_t bytes = 0;
    for (const auto& [id, promotion] : m_state.promotions()) {
        for (const auto& [name, object] : m_state.version(promotion.version).files) {
            const auto [entry, isNew] =
                named.try_emplace(object.hash, promotion.event, promotion.name() + ", " + name);
            bytes += isNew ? object.bytes : 0;
            if (promotion.event < entry->second.first)
                entry->second = {promotion.event, promotion.name() + ", " + name};
        }
    }
    progress.begin("hashing", bytes);
    std::vector<identity::Problem> problems;
    for (const auto& [hash, place] : named) {
        cancellation.throwIfRequested();
        try {
            train::verifiedObject(m_objects, {hash, 0}, cancellation);
        } catch (const base::Error& error) {
            if (error.code() == base::ErrorCode::Cancelled)
                throw;
            problems.push_back({place.first, "bad_object",
                                "A file that a decision names is not what was kept (" + place.second + "). " +
                                    error.message()});
        }
    }
    return problems;
}

} // namespace lepton::registry
