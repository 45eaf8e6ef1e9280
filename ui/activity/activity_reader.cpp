// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activity_reader.h"

#include "base/progress.h"
#include "identity/member_store.h"
#include "identity/pin_store.h"
#include "store/workspace.h"

namespace lepton::ui {

ActivityReader::ActivityReader(std::shared_ptr<void> keepAlive, store::Workspace& workspace)
    : m_keepAlive(std::move(keepAlive))
    , m_workspace(workspace)
{}

EventPage ActivityReader::newest(std::int64_t count) const
{
    EventPage page;
    page.events = m_workspace.latestEvents(0, count);
    page.total = m_workspace.eventCount();
    m_workspace.read([&](SQLite::Database& database) {
        for (const identity::Member& member : identity::MemberStore(database).all())
            page.names[member.id.toString()] = member.name;
    });
    return page;
}

identity::AuditResult ActivityReader::verify(const base::Cancellation& cancellation) const
{
    base::Progress progress;
    identity::PinStore pins = identity::PinStore::ofUser();
    return identity::verify(m_workspace, pins, cancellation, progress);
}

} // namespace lepton::ui
