// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "registry/registry_service.h"

#include <memory>

namespace lepton::app {

/// Models, versions and promotions in the workspace of @p session, decided on as its member; refuses to
/// decide where an older catalog was put back. The session must outlive it.
std::unique_ptr<registry::RegistryService> registryOf(Session& session);

} // namespace lepton::app
