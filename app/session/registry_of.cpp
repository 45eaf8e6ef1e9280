// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/registry_of.h"

#include "base/error.h"

namespace lepton::app {

std::unique_ptr<registry::RegistryService> registryOf(Session& session)
{
    return std::make_unique<registry::RegistryService>(registry::RegistryService::Parts{
        session.workspace(), [&session]() -> train::Engine& { return session.engine(); },
        session.member() ? session.member()->department : std::string(),
        [&session] {
            if (session.rolledBack())
                throw base::Error(base::ErrorCode::RolledBack,
                                  "The catalog lacks what this machine saw in it before, so nothing is "
                                  "decided in it. lepton "
                                  "audit verify says more.");
        },
        identity::SealStore::ofUser(),
        [&session](const identity::Head& head) {
            if (!session.rolledBack()) // a head that is gone is for a person to judge
                identity::PinStore::ofUser().advanceHead(session.workspace().info().folder, head);
        }});
}

} // namespace lepton::app
