// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/event.h"

#include <string>

namespace lepton::store {

base::Sha256Digest eventHash(const base::WorkspaceId& workspace, const Event& event)
{
    base::Sha256 hash;
    hash.update(std::string_view("lepton-event-1"));
    const auto field = [&hash](std::string_view text) {
        hash.updateU64(text.size());
        hash.update(text);
    };
    field(workspace.toString());
    field(std::to_string(event.seq));
    field(event.id.toString());
    field(std::to_string(event.time.milliseconds));
    field(event.member.toString());
    field(event.key);
    field(event.kind);
    field(event.object);
    field(event.detail);
    field(event.prev);
    return hash.finish();
}

} // namespace lepton::store
