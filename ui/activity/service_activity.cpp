// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/service_activity.h"

#include "registry/registry_audit.h"
#include "store/workspace.h"

#include <algorithm>
#include <utility>

namespace lepton::ui {

ServiceActivity::ServiceActivity(std::shared_ptr<void> keepAlive, store::Workspace& workspace,
                                 identity::PinStore pins, identity::SealStore seals)
    : m_keepAlive(std::move(keepAlive))
    , m_workspace(workspace)
    , m_pins(std::move(pins))
    , m_seals(std::move(seals))
{}

EventPage ServiceActivity::events(std::int64_t before, std::int64_t count)
{
    EventPage page;
    if (before > 0) {
        const std::int64_t after = std::max<std::int64_t>(0, before - 1 - count);
        page.events = m_workspace.events(after, before - 1 - after);
        // where events are missing, as many reach further
        std::erase_if(page.events, [before](const store::Event& event) { return event.seq >= before; });
        std::ranges::reverse(page.events);
    } else {
        page.events = m_workspace.latestEvents(0, count);
    }
    page.total = m_workspace.eventCount();
    page.names = readEventNames(m_workspace);
    page.canSign = m_workspace.signer() != nullptr;
    return page;
}

Verification ServiceActivity::verify(const VerifyRequest& request, const base::Cancellation& cancellation,
                                     base::Progress& progress)
{
    Verification verification;
    if (!request.checkpoint.empty())
        verification.checkpoint = identity::readCheckpoint(request.checkpoint);
    // Of this call alone: two may run at once.
    identity::PinStore pins = m_pins;
    identity::SealStore seals = m_seals;
    registry::RegistryAudit registry(m_workspace.objects());
    verification.result = identity::verify(
        m_workspace, pins,
        {.full = request.full, .seals = &seals, .parts = {&registry}, .checkpoint = verification.checkpoint},
        cancellation, progress);
    return verification;
}

identity::Head ServiceActivity::saveCheckpoint(const std::filesystem::path& file,
                                               const base::Cancellation& cancellation,
                                               base::Progress& progress)
{
    return identity::signCheckpoint(file, m_workspace, verify({}, cancellation, progress).result).head;
}

} // namespace lepton::ui
