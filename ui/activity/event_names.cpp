// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/event_names.h"

#include "identity/member_store.h"
#include "store/event_store.h"
#include "store/workspace.h"

#include <nlohmann/json.hpp>

namespace lepton::ui {

EventNames readEventNames(store::Workspace& workspace)
{
    EventNames names;
    workspace.read([&](SQLite::Database& database) {
        for (const identity::Member& member : identity::MemberStore(database).all())
            names[member.id.toString()] = member.name;
        const auto take = [&names](const store::RawEvent& event) {
            const auto detail = nlohmann::json::parse(event.detail, nullptr, false);
            const auto name = detail.is_object() ? detail.find("name") : detail.end();
            if (!detail.is_object() || name == detail.end() || !name->is_string())
                return true; // an event that is not as it should be has its id shown
            std::string& shown = names[event.object];
            shown = name->get<std::string>();
            if (const auto number = detail.find("number"); number != detail.end() && number->is_number())
                shown += '@' + std::to_string(number->get<int>());
            return true;
        };
        store::EventStore(database).forEachOfKinds({"model.registered", "model.version_added"}, take);
    });
    return names;
}

} // namespace lepton::ui
