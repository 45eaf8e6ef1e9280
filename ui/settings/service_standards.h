// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/standards_backend.h"

#include <memory>

namespace lepton::ui {

/// The backend on the registry of an open workspace.
class ServiceStandards final : public StandardsBackend
{
public:
    /// @p keepAlive owns @p workspace and @p registry.
    ServiceStandards(std::shared_ptr<void> keepAlive, store::Workspace& workspace,
                     registry::RegistryService& registry);

    StandardFacts facts() override;
    StandardTrial tryOut(std::string_view text, const base::Cancellation& cancellation,
                         base::Progress& progress) override;
    registry::StandardRecord publish(std::string_view text) override;

private:
    std::shared_ptr<void> m_keepAlive;
    store::Workspace& m_workspace;
    registry::RegistryService& m_registry;
};

} // namespace lepton::ui
