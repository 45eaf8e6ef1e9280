// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/workbench_settings.h"

#include "app/workbench/versions.h"
#include "base/log.h"
#include "ui/settings/service_members.h"
#include "ui/shell/machine_facts.h"

namespace lepton::app {

ui::SettingsSources settingsSources(const std::shared_ptr<WorkbenchSession>& session,
                                    std::shared_ptr<ui::StandardsBackend> standards,
                                    const WorkbenchParts& parts)
{
    ui::SettingsSources sources{.preferences = parts.preferences,
                                .workspace = session->workspace().info(),
                                .root = session->session().root(),
                                .members = std::make_shared<ui::ServiceMembers>(session, session->workspace(),
                                                                                identity::KeyStore::ofUser()),
                                .standards = std::move(standards),
                                .applySlots = {},
                                .applyRuns = {},
                                .runMachine = {},
                                .stall = {},
                                .versions = {},
                                .device = {},
                                .logTail = {}};
    // the page goes before the session: a weak reference is enough, and none keeps the other alive
    sources.applySlots = [weak = std::weak_ptr(session)](int count) {
        if (const auto there = weak.lock())
            there->jobs().setSlots(count);
    };
    sources.applyRuns = [weak = std::weak_ptr(session)] {
        if (const auto there = weak.lock())
            there->applyRunPreferences();
    };
    sources.runMachine = [] {
        const ui::MachineFacts machine = ui::readMachineFacts();
        return ui::RunMachine{machine.threads, machine.graphicsCards};
    };
    sources.stall = [&stall = parts.stall] { return stall.figures(); };
    sources.versions = [] { return versions(); };
    sources.device = [] { return ui::deviceText(ui::readMachineFacts()); };
    sources.logTail = [&log = parts.log](std::size_t lines) { return log.tail(lines); };
    return sources;
}

} // namespace lepton::app
