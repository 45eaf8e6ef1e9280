// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/pin_store.h"
#include "identity/seal_store.h"
#include "ui/activity/activity_backend.h"

#include <memory>

namespace lepton::store {
class Workspace;
}

namespace lepton::ui {

/// The backend on an open workspace.
class ServiceActivity final : public ActivityBackend
{
public:
    /// @p keepAlive owns @p workspace. @p pins and @p seals: what this machine remembers of it
    ServiceActivity(std::shared_ptr<void> keepAlive, store::Workspace& workspace, identity::PinStore pins,
                    identity::SealStore seals);

    EventPage events(std::int64_t before, std::int64_t count) override;
    Verification verify(const VerifyRequest& request, const base::Cancellation& cancellation,
                        base::Progress& progress) override;
    identity::Head saveCheckpoint(const std::filesystem::path& file, const base::Cancellation& cancellation,
                                  base::Progress& progress) override;

private:
    std::shared_ptr<void> m_keepAlive;
    store::Workspace& m_workspace;
    identity::PinStore m_pins;
    identity::SealStore m_seals;
};

} // namespace lepton::ui
