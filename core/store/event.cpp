// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/event.h"

#include "store/event_hasher.h"

#include <string>

namespace lepton::store {

base::Sha256Digest eventHash(const base::WorkspaceId& workspace, const Event& event)
{
    EventHasher hasher(workspace);
    return hasher({.seq = event.seq,
                   .time = event.time.milliseconds,
                   .id = event.id.toString(),
                   .member = event.member.toString(),
                   .key = event.key,
                   .kind = event.kind,
                   .object = event.object,
                   .detail = event.detail,
                   .prev = event.prev,
                   .hash = {},
                   .signature = {}});
}

} // namespace lepton::store
