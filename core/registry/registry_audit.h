// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/audit.h"
#include "registry/registry_state.h"

namespace lepton::store {
class ObjectStore;
}

namespace lepton::registry {

/// The registry's part of the audit: rebuilds its tables from the events and compares them, and reads every
/// object that a decision names.
class RegistryAudit final : public identity::AuditedPart
{
public:
    explicit RegistryAudit(const store::ObjectStore& objects)
        : m_objects(objects)
    {}

    void begin() override { m_state = {}; }
    std::optional<identity::Problem> apply(const store::RawEvent& event,
                                           const identity::Membership& members) override;
    std::optional<identity::Problem> compare(SQLite::Database& database) override;
    std::vector<identity::Problem> checkObjects(const base::Cancellation& cancellation,
                                                base::Progress& progress) override;

private:
    const store::ObjectStore& m_objects;
    RegistryState m_state;
};

} // namespace lepton::registry
